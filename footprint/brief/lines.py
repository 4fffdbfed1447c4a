"""Lines: the five that answer what happens to an ICB, in the order people ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from footprint.brief.chapter import NOW, bodies_of
from footprint.content.statements import leader_named
from footprint.content.values import Figures
from footprint.english import capital, in_millions, listed, month, ranked
from footprint.facts.guidance import LEAST_PEOPLE
from footprint.maps.stories import taken_in
from footprint.measures.units import PEOPLE
from footprint.money.fact import when
from footprint.plans.asked import PLAN, STATUSES, Asked
from footprint.plans.plan import Plan
from footprint.workspace.authorities import overlap
from footprint.workspace.published import REST
from footprint.workspace.workspace import Workspace

# What is said where no merger is asked for, by how far that has come.
_WITHOUT_A_MERGER: Mapping[str, str] = {
    "nothing said": "No change is planned for April 2027, as far as its board papers say.",
    "asked to stay": "It has asked to keep its boundary in April 2027.",
    "undecided": "Whether a part of it moves in April 2027 is not settled.",
}
_IN_SHORT: Mapping[str, str] = {
    "nothing said": "its board papers say nothing of a merger",
    "asked to stay": "it has asked to keep its boundary",
    "undecided": "whether a part of it moves is not settled",
    "applied for": "a merger in April 2027 has been applied for",
    "objected to": "a merger in April 2027 has been applied for, and others object",
}
_READ: Mapping[str, str] = {
    "first-hand": "themselves",
    "second-hand": "second-hand, in summaries",
}
# How sure that is, as a sentence that ends with who says so.
_HOW_SURE: Mapping[str, str] = {
    "asked to stay": "The ICB has asked that its boundary stays",
    "undecided": "A part of it may move, and nothing is settled",
    "proposed": "The merger is proposed: NHS England asked for it, or the ICBs are preparing it",
    "applied for": "The ICBs have applied for the merger, and a decision is awaited",
    "objected to": "The ICBs have applied for the merger, and others object",
    "delayed": "The merger has been put off",
    "approved": "The merger has been decided",
}


def five_lines(work: Workspace, body: str) -> Figures:
    """The legal body; who leads it; its people; what happens next; and how sure that is."""
    asked = asked_of(work, body)
    return (
        ("The legal body", _law(work, body)),
        ("Who leads it", _led(work, body)),
        ("Its people", _people(work, body)),
        ("What happens next", _next(work, body, asked)),
        ("How sure that is", _sure(asked)),
    )


def official_name(work: Workspace, body: str) -> str:
    """The name of a body in law."""
    icbs = work.atlas.icbs
    now = icbs[icbs["in_force_to"] == ""].set_index("icb")["name"]
    return str(now[body])


def _law(work: Workspace, body: str) -> str:
    now, before = bodies_of(work), bodies_of(work, REST)
    name = official_name(work, body)
    if now.kinds[body] == "icb":
        return f"{name} (ICB) is a statutory body, with the boundary it has had since April 2023."
    took = taken_in(work.atlas, now, body, before)
    return f"{name} (ICB) has been a statutory body since April 2026. It took in {took}."


def partners(now: Plan, body: str) -> tuple[str, ...]:
    """The other bodies that share a body's leadership team."""
    teams = now.seen_as("teams")
    return tuple(one for team in now.others[body] for one in teams.others[team] if one != body)


def _led(work: Workspace, body: str) -> str:
    now = bodies_of(work)
    names = [now.by_id[one].name for one in partners(now, body)]
    shared = (
        f"It shares one leadership team, as a cluster, with {listed(names)}. They stay separate "
        "bodies."
        if names
        else "It has a leadership team of its own."
    )
    return f"{shared} {_leaders(work, body)}"


def _leaders(work: Workspace, body: str) -> str:
    """Who chairs and who leads it, with how that is known."""
    found = {role: leader_named(work, role, (body,)) for role in ("chair", "chief executive")}
    known = {role: named for role, named in found.items() if named}
    if not known:
        return "Summaries of its board papers do not give the full names of those who lead it."
    said = listed(f"its {role} is {name}" for role, (name, _) in known.items())
    newest = when(max(date for _, date in known.values()))
    return f"{capital(said)}, as told in summaries of board papers of {newest}."


def _people(work: Workspace, body: str) -> str:
    now = bodies_of(work)
    people = work.residents.groupby(now.footprint_of).sum()
    place = int((people > people[body]).sum()) + 1
    said = ranked(place, len(people), "largest", "smallest")
    few = people[body] < LEAST_PEOPLE
    below = f" That is below the {in_millions(LEAST_PEOPLE)} the guidance asks for." if few else ""
    mean = PEOPLE.text(people.mean())
    return (
        f"It had {PEOPLE.text(people[body])} residents in mid-2024 and is the {said} ICBs; the "
        f"average is {mean}.{below}"
    )


def asked_of(work: Workspace, body: str) -> Asked:
    """What is asked for April 2027 of the body that holds most of a body's people then."""
    later = bodies_of(work, PLAN)
    people = work.residents[bodies_of(work).blocks_of(body)]
    return work.asked[str(people.groupby(later.footprint_of).sum().idxmax())]


def _next(work: Workspace, body: str, asked: Asked) -> str:
    now, later = bodies_of(work), bodies_of(work, PLAN)
    together = set(later.blocks_of(asked.body))
    with_whom = [
        now.by_id[one].name
        for one in now.by_id
        if one != body and set(now.blocks_of(one)) <= together
    ]
    first = _WITHOUT_A_MERGER.get(asked.status, _WITHOUT_A_MERGER[STATUSES[0]])
    if with_whom:
        first = f"In April 2027, if it is agreed, it becomes one ICB with {listed(with_whom)}."
    own = f"Its board papers {asked.sentence}" if asked.sentence else ""
    if own and asked.status == STATUSES[0]:
        # What its papers do say may be that others tell of a change.
        first = ""
    return " ".join(filter(None, (first, own, *_said_by_others(work, body, asked))))


def _said_by_others(work: Workspace, body: str, asked: Asked) -> Iterator[str]:
    """What the papers of others say of this ICB, or of one of its councils, by name."""
    names = "|".join(map(re.escape, _names(work, body)))
    later = bodies_of(work, PLAN)
    for other in work.asked.values():
        if other != asked and re.search(rf"\b(?:{names})\b", other.said):
            yield f"Board papers of {later.by_id[other.body].name} {other.sentence}"


def _names(work: Workspace, body: str) -> set[str]:
    """The name of an ICB, and those of the upper-tier councils that lie in it whole."""
    pieces = overlap(work, NOW, REST, "utla")
    whole = pieces[(pieces["footprint"] == body) & (pieces["share"] == 1)]
    councils = work.tiers["utla"].names
    return {bodies_of(work).by_id[body].name, *(councils[one] for one in whole["authority"])}


def _sure(asked: Asked) -> str:
    papers_of = f"board papers of {month(asked.as_of)}"
    if asked.status == STATUSES[0]:
        said = f"Its {papers_of} say nothing of a merger"
    else:
        said = f"{_HOW_SURE[asked.status]}, say its {papers_of}"
    return f"{said}. They were read {_READ[asked.quality]}."


def headline(work: Workspace, body: str) -> str:
    """One sentence to repeat: what it is, how many people, who leads it, and what is asked."""
    now, asked = bodies_of(work), asked_of(work, body)
    people = PEOPLE.text(work.residents[now.blocks_of(body)].sum())
    count = len(partners(now, body)) + 1
    led = (
        "a leadership team of its own"
        if count == 1
        else f"is one of {count} ICBs under one leadership team"
    )
    what = _IN_SHORT.get(asked.status, f"a merger in April 2027 is {asked.status}")
    return f"{now.by_id[body].name} ICB has {people} residents and {led}; {what}."

"""Lines: the five that answer what happens to an ICB, in the order people ask."""

from __future__ import annotations

from collections.abc import Mapping

from footprint.brief.chapter import bodies_of
from footprint.brief.coming import asked_of, next_for, sure_of
from footprint.content.statements import leader_named
from footprint.content.values import Figures
from footprint.english import capital, in_millions, listed, ranked, with_the
from footprint.facts.guidance import LEAST_PEOPLE
from footprint.maps.stories import taken_in
from footprint.measures.units import PEOPLE
from footprint.money.fact import when
from footprint.plans.plan import Plan, noun
from footprint.workspace.published import REST
from footprint.workspace.workspace import Workspace

# What is asked for, at the end of a headline.
_IN_SHORT: Mapping[str, str] = {
    "nothing said": "its board papers say nothing of a merger",
    "asked to stay": "it has asked to keep its boundary",
    "undecided": "whether a part of it moves is not settled",
    "applied for": "a merger in April 2027 has been applied for",
    "objected to": "a merger in April 2027 has been applied for, and others object",
}


def five_lines(work: Workspace, body: str) -> Figures:
    """The legal body; who leads it; its people; what happens next; and how sure that is."""
    return (
        ("The legal body", law_of(work, body)),
        ("Who leads it", _led(work, body)),
        ("Its people", people_of(work, bodies_of(work), body)),
        ("What happens next", next_for(work, (body,))),
        ("How sure that is", sure_of(work, (body,))),
    )


def official_name(work: Workspace, body: str) -> str:
    """The name of a body in law."""
    icbs = work.atlas.icbs
    now = icbs[icbs["in_force_to"] == ""].set_index("icb")["name"]
    return str(now[body])


def law_of(work: Workspace, body: str) -> str:
    """The name of a body in law, since when it has its boundary, and what it took in."""
    now, before = bodies_of(work), bodies_of(work, REST)
    name = official_name(work, body)
    if now.kinds[body] == "icb":
        return f"{name} (ICB) is a statutory body, with the boundary it has had since April 2023."
    took = taken_in(work.atlas, now, body, before)
    if now.kinds[body] == "enlarged":
        return f"{name} (ICB) is a statutory body, enlarged in April 2026 with {took}."
    return f"{name} (ICB) has been a statutory body since April 2026. It took in {took}."


def partners(now: Plan, body: str) -> tuple[str, ...]:
    """The other bodies that share a body's leadership team."""
    teams = now.seen_as("teams")
    return tuple(one for team in now.others[body] for one in teams.others[team] if one != body)


def _led(work: Workspace, body: str) -> str:
    now = bodies_of(work)
    names = [with_the(now.by_id[one].name) for one in partners(now, body)]
    shared = (
        f"It shares one leadership team, as a cluster, with {listed(names)}. They stay separate "
        "bodies."
        if names
        else "It has a leadership team of its own."
    )
    return f"{shared} {leaders(work, (body,))}"


def leaders(work: Workspace, bodies: tuple[str, ...]) -> str:
    """Who chairs and who leads some bodies under one team, with how that is known."""
    found = {role: leader_named(work, role, bodies) for role in ("chair", "chief executive")}
    known = {role: named for role, named in found.items() if named}
    if not known:
        whose = "its" if len(bodies) == 1 else "their"
        who = "it" if len(bodies) == 1 else "them"
        return (
            f"Summaries of {whose} board papers do not give the full names of those who lead {who}."
        )
    said = listed(f"its {role} is {name}" for role, (name, _) in known.items())
    newest = when(max(date for _, date in known.values()))
    return f"{capital(said)}, as told in summaries of board papers of {newest}."


def people_of(work: Workspace, plan: Plan, footprint: str) -> str:
    """The residents of a footprint among those of all of a plan, and whether those are few."""
    people = work.residents.groupby(plan.footprint_of).sum()
    place = int((people > people[footprint]).sum()) + 1
    said = ranked(place, len(people), "largest", "smallest")
    few = people[footprint] < LEAST_PEOPLE
    below = f" That is below the {in_millions(LEAST_PEOPLE)} the guidance asks for." if few else ""
    mean = PEOPLE.text(people.mean())
    here, whole = PEOPLE.text(people[footprint]), PEOPLE.text(people.sum())
    return (
        f"It had {here} residents in mid-2024, of England’s {whole}, and is the {said} "
        f"{noun(plan)}; the average is {mean}.{below}"
    )


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

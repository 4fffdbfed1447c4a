"""Coming: what is asked for April 2027 of the ICBs of today, how sure that is and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from footprint.brief.chapter import NOW, bodies_of
from footprint.english import listed, month, with_the
from footprint.plans.asked import PLAN, STATUSES, Asked
from footprint.workspace.authorities import overlap
from footprint.workspace.published import REST
from footprint.workspace.workspace import Workspace

# What is said where no merger is asked for, by how far that has come.
_WITHOUT_A_MERGER: Mapping[str, str] = {
    "nothing said": "No change is planned for April 2027, as far as its board papers say.",
    "asked to stay": "It has asked to keep its boundary in April 2027.",
    "undecided": "Whether a part of it moves in April 2027 is not settled.",
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


def asked_of(work: Workspace, body: str) -> Asked:
    """What is asked for April 2027 of the body that holds most of a body's people then."""
    later = bodies_of(work, PLAN)
    people = work.residents[bodies_of(work).blocks_of(body)]
    return work.asked[str(people.groupby(later.footprint_of).sum().idxmax())]


def asked_together(work: Workspace, bodies: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Some bodies by the body of April 2027 that most of their people would be in."""
    found: dict[str, tuple[str, ...]] = {}
    for body in bodies:
        into = asked_of(work, body).body
        found[into] = (*found.get(into, ()), body)
    return found


def next_for(work: Workspace, bodies: tuple[str, ...]) -> str:
    """What happens next to a body, or to several of which the same is asked."""
    now, asked = bodies_of(work), asked_of(work, bodies[0])
    with_whom = [now.by_id[one].name for one in joining(work, asked) if one not in bodies]
    several = len(bodies) > 1
    first = _WITHOUT_A_MERGER.get(asked.status, _WITHOUT_A_MERGER[STATUSES[0]])
    if with_whom or several:
        becomes = f"its {len(bodies)} ICBs become one" if several else "it becomes one ICB"
        joined = f" with {listed(map(with_the, with_whom))}" if with_whom else ""
        first = f"In April 2027, if it is agreed, {becomes}{joined}."
    own = f"{_whose(bodies)} board papers {asked.sentence}" if asked.sentence else ""
    if own and asked.status == STATUSES[0]:
        # What its papers do say may be that others tell of a change.
        first = ""
    return " ".join(filter(None, (first, own, *_said_by_others(work, bodies, asked))))


def _whose(bodies: tuple[str, ...]) -> str:
    return "Their" if len(bodies) > 1 else "Its"


def joining(work: Workspace, asked: Asked) -> list[str]:
    """The bodies of today that lie whole in a body of April 2027."""
    now, together = bodies_of(work), set(bodies_of(work, PLAN).blocks_of(asked.body))
    return [one for one in now.by_id if set(now.blocks_of(one)) <= together]


def _said_by_others(work: Workspace, bodies: tuple[str, ...], asked: Asked) -> Iterator[str]:
    """What the papers of others say of these ICBs, or of one of their councils, by name."""
    names = "|".join(re.escape(name) for body in bodies for name in _names(work, body))
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


def sure_of(work: Workspace, bodies: tuple[str, ...]) -> str:
    """How sure that is of bodies of which the same is asked, who says so, and how it was read."""
    asked, whose = asked_of(work, bodies[0]), _whose(bodies)
    papers_of = f"board papers of {month(asked.as_of)}"
    if asked.status == STATUSES[0]:
        said = f"{whose} {papers_of} say nothing of a merger"
    else:
        said = f"{_HOW_SURE[asked.status]}, say {whose.lower()} {papers_of}"
    return f"{said}. They were read {_READ[asked.quality]}."

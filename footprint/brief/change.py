"""Change: what an ICB was made from, what became of the ICBs of 2023, and who is beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from footprint.brief.chapter import bodies_of
from footprint.brief.coming import asked_of
from footprint.brief.lines import partners
from footprint.brief.standing import place_among, place_of_count
from footprint.content.values import Chapter, Column, Table
from footprint.english import capital, listed, month, percents
from footprint.maps.stories import taken_in
from footprint.measures.units import PEOPLE
from footprint.plans.contiguity import adjacency
from footprint.plans.plan import Plan
from footprint.view import TODAY
from footprint.workspace.published import REST
from footprint.workspace.workspace import Workspace, kept


def change(work: Workspace, body: str) -> Chapter:
    """What changed since 2023, plan by plan, with who says so."""
    now, before = bodies_of(work), bodies_of(work, REST)
    if now.kinds[body] == "icb":
        first = "Its boundary has not changed since April 2023."
    else:
        did = "was enlarged with" if now.kinds[body] == "enlarged" else "took in"
        first = f"In April 2026 it {did} {taken_in(work.atlas, now, body, before)}."
    return Chapter(
        "What changed since 2023",
        (first, *_steps(work, body)),
        references=work.plans[TODAY].sources,
        sources=asked_of(work, body).papers,
    )


def _steps(work: Workspace, body: str) -> Iterator[str]:
    """Who led the same people when, the plans that say the same together."""
    told: dict[str, list[str]] = {}
    for then in _between(work):
        when = f"{month(then.effective)} ({then.status})"
        told.setdefault(_led(work, body, then), []).append(when)
    return (f"{listed(when)}: {said}." for said, when in told.items())


def _between(work: Workspace) -> tuple[Plan, ...]:
    """The plans for all of England from the first clusters on, in the order of their dates."""
    return tuple(one for one in work.plans.values() if one.national and one.key != REST)


def _led(work: Workspace, body: str, then: Plan) -> str:
    """Who leads the people of a body under another plan."""
    people = work.residents[bodies_of(work).blocks_of(body)]
    teams = then.seen_as("teams")
    shares = people.groupby(teams.footprint_of).sum().sort_values(ascending=False) / people.sum()
    if len(shares) > 1:
        names = [teams.by_id[one].name for one in shares.index]
        first, *rest = zip(names, percents(shares), strict=True)
        told = [f"{share} with {name}" for name, share in rest]
        return listed([f"{first[1]} of its people with {first[0]}", *told])
    (team,) = shares.index
    led = [_led_of(then, one) for one in teams.others[team]]
    if len(led) == 1:
        return f"{led[0]}, with a leadership team of its own"
    return f"one leadership team for {listed(led)}"


def _led_of(then: Plan, body: str) -> str:
    """A body that a team leads, and that it is a part alone where it leads no more of it."""
    name = then.bodies.by_id[body].name
    return f"a part of {name}" if body in then.seen_as("teams").divided else name


def neighbours(work: Workspace, body: str) -> Chapter:
    """The ICBs it touches, by land or by a declared crossing, and which share its team."""
    now = bodies_of(work)
    beside = _touching(work)
    people = work.residents.groupby(now.footprint_of).sum()
    together = partners(now, body)
    rows = tuple(
        (
            now.by_id[one].name,
            float(people[one]),
            capital(place_among(people, one, "largest", "smallest")),
            "yes" if one in together else "no",
        )
        for one in sorted(beside[body], key=lambda one: (-people[one], now.by_id[one].name))
    )
    columns = (
        Column("Neighbour"),
        Column("Residents", PEOPLE),
        Column("Where it stands"),
        Column("Shares its team"),
    )
    counts = pd.Series({one: len(others) for one, others in beside.items()})
    borders = "one other ICB" if len(rows) == 1 else f"{len(rows)} other ICBs"
    place = place_of_count(counts, body)
    said = f"It borders {borders}: the {place}; the average is {counts.mean():.1f}."
    england = f"England’s ICBs have {PEOPLE.text(people.mean())} residents on average."
    return Chapter("Neighbours", (f"{said} {england}",), Table("ICBs it borders", columns, rows))


@kept(1)
def _touching(work: Workspace) -> dict[str, set[str]]:
    """The other ICBs that each one touches."""
    owner = bodies_of(work).footprint_of
    found: dict[str, set[str]] = {one: set() for one in bodies_of(work).by_id}
    for one, other in adjacency(work.atlas):
        if owner[one] != owner[other]:
            found[owner[one]].add(owner[other])
            found[owner[other]].add(owner[one])
    return found

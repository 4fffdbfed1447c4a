"""Known: what somebody published of an ICB, each figure with England's, or why it has no rank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from footprint.brief.chapter import bodies_of
from footprint.facts.atlas import ENGLAND
from footprint.measures.units import NO_FIGURE
from footprint.money import published
from footprint.money.fact import Fact
from footprint.money.positions import NO_SIZE
from footprint.plans.plan import Reference
from footprint.workspace.workspace import Workspace, kept

# What is published of England beside each kind of figure, before the figures themselves.
_BESIDE: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "cost_per_head_baseline": ("England’s ICBs", ("cost_per_head_min", "cost_per_head_max")),
    "cost_per_head_target": ("England for 2025/26", ("cost_per_head_target",)),
    "staff_headcount": ("England", ("staff_headcount_all_icbs",)),
}
_WHOLE_SYSTEM, _ALL_SYSTEMS = "ICB and its NHS trusts", "All systems"
_NONE = (NO_FIGURE, NO_SIZE)
_ABOVE = "England’s figure and the rank stand above, worked out."


def known_of(work: Workspace, body: str) -> tuple[Fact, ...]:
    """What is published, or implied, of exactly the area of an ICB."""
    return published.published(work.atlas, bodies_of(work), body)


def said_of(work: Workspace, known: Iterable[Fact]) -> tuple[str, ...]:
    """Why they have no rank, then each with its date, how sure it is, and England's."""
    each = tuple(_said(work, fact) for fact in known)
    if not each:
        return ()
    count = len(bodies_of(work).by_id)
    why = (
        f"Only some of the {count} ICBs have the figures below, so they are not ranked; the "
        "brackets say how many. England’s is given where there is one."
    )
    return (why, *each)


def references(known: Iterable[Fact]) -> tuple[Reference, ...]:
    """Where they were published, each source once."""
    told = {fact.title: fact for fact in known if fact.title}
    return tuple(Reference(title, "", fact.date, fact.url) for title, fact in told.items())


def _said(work: Workspace, fact: Fact) -> str:
    # How a position follows is told in words, and not by a sum.
    how = f", {fact.formula}" if fact.kind.startswith(published.IMPLIED_COST) else ""
    about = ", ".join(filter(None, (fact.qualifier, fact.date, fact.sort, fact.quality)))
    told = f"{fact.what}: {fact.figure}{how} ({about}{_counted(work, fact)})."
    return f"{told} {_england(work, fact)}".rstrip()


def _counted(work: Workspace, fact: Fact) -> str:
    """How many of all ICBs have such a figure; "" where none is given."""
    if fact.figure in _NONE:
        return ""
    return f"; {_with_one(work)[fact.what, fact.sort]} of {len(bodies_of(work).by_id)}"


@kept(1)
def _with_one(work: Workspace) -> Counter[tuple[str, str]]:
    """How many ICBs have a figure of each kind and year."""
    held = (known_of(work, body) for body in bodies_of(work).by_id)
    return Counter(
        one
        for known in held
        for one in {(fact.what, fact.sort) for fact in known if fact.figure not in _NONE}
    )


def _england(work: Workspace, fact: Fact) -> str:
    """What is published of England beside a figure, or ""."""
    if fact.kind == "weighted_population_published":
        return _ABOVE
    whole = [one for one in work.published_costs if one.icbs == {ENGLAND}]
    scope, comma, which = fact.what.partition(", ")
    if scope == _WHOLE_SYSTEM:
        there = [one for one in whole if one.what == f"{_ALL_SYSTEMS}{comma}{which}"]
        return _told("England", there)
    if fact.kind not in _BESIDE:
        return ""
    told, kinds = _BESIDE[fact.kind]
    return _told(told, [one for one in whole if one.kind in kinds])


def _told(begins: str, there: list[Fact]) -> str:
    if not there:
        return ""
    figures = " to ".join(one.figure for one in there)
    about = [one.qualifier for one in there if one.qualifier]
    return f"{begins}: {figures} ({', '.join((*about, there[-1].date))})."

"""Saving: what an ICB is to save by what was published of it, or of it with its partners."""

from __future__ import annotations

from collections.abc import Iterable

from footprint.brief.chapter import bodies_of
from footprint.brief.known import known_of
from footprint.english import listed
from footprint.money import published
from footprint.money.fact import Fact
from footprint.workspace.workspace import Workspace

_POUNDS, _SHARE = "required_saving", "required_reduction_pct"


def asked_savings(work: Workspace, body: str) -> tuple[Fact, ...]:
    """The newest saving or reduction asked for: of the ICB, then of it with its partners."""
    now = bodies_of(work)
    around = published.published_around(work.atlas, now, body)
    together = [one for one in around if one.icbs <= set(now.by_id)]
    own, wider = _newest(known_of(work, body)), _newest(together)
    told = any(one.kind == _POUNDS and one.year >= wider[0].year for one in own) if wider else True
    return own if told else (*own, *wider)


def _newest(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Pounds and share of the newest year that has one of them, the pounds first."""
    asked = [one for one in facts if one.kind in (_POUNDS, _SHARE)]
    latest = max((one.year for one in asked), default="")
    newest = (one for one in asked if one.year == latest)
    return tuple(sorted(newest, key=lambda one: one.kind != _POUNDS))


def saving_said(work: Workspace, body: str, asked: Iterable[Fact]) -> str:
    """What an ICB is to save in a sentence for each whose saving it is; "" where none is."""
    whose: dict[frozenset[str], list[Fact]] = {}
    for one in asked:
        whose.setdefault(one.icbs, []).append(one)
    return " ".join(_said(work, body, facts) for facts in whose.values())


def _said(work: Workspace, body: str, facts: list[Fact]) -> str:
    first, *others = facts
    names = bodies_of(work).by_id
    beside = [names[one].name for one in sorted(first.icbs) if one in names and one != body]
    together = f" together with {listed(beside)}" if len(first.icbs) > 1 else ""
    if first.kind == _POUNDS:
        share = f" ({others[0].figure})" if others else ""
        to = f"to save {first.figure} in {first.year}{share}{together}"
    else:
        to = f"to spend {first.figure} less in {first.year}{together}"
    if first.title.startswith("NHS ") and "Board" in first.title:
        return f"Its board papers say that it is {to}."
    return f"It was {to}, as was reported in {first.date}."

"""Asked: the question that a view puts to the count, and its answer in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from footprint.english import listed
from footprint.every_option import words
from footprint.every_option.answer import Answer
from footprint.every_option.question import Question, asked_units
from footprint.plans.scope import region_words
from footprint.standing.fixed import codes_of
from footprint.view import View
from footprint.workspace import counts
from footprint.workspace.workspace import Workspace

BODIES: Mapping[str, str] = {
    "merged-2026-04": "the 36 ICBs of today",
    "icb-2023": "the 42 ICBs of 2023",
    "utla": "upper-tier authorities",
    "lad": "districts",
}
"""What options may be made of, in words."""
INSIDE: Mapping[str, str] = {"": "Allowed", "regions": "Not allowed"}
BY: Mapping[str, str] = {"": "Residents", "weighted": "Weighted population"}
_WHEN: Mapping[str, str] = {"merged-2026-04": " today", "icb-2023": " in 2023"}


def called(view: View) -> tuple[str, str]:
    """What one of those counted is called, and several."""
    return ("authority", "authorities") if view.bodies in counts.AUTHORITIES else ("ICB", "ICBs")


def question_of(view: View) -> Question:
    """The question a view asks."""
    return Question(
        region=view.region,
        only=view.only,
        least=view.least,
        most=view.most or None,
        by="weighted population" if view.by else "residents",
        whole=view.keep,
        tolerance=view.tolerance_share,
        inside_regions=bool(view.inside),
        together=(view.together,) if len(view.together) > 1 else (),
        apart=(view.apart,) if len(view.apart) > 1 else (),
        fixed=tuple(filter(None, map(codes_of, view.fixed))),
    )


_MORE = ("only", "most", "by", "fixed", "together", "apart", "tolerance")


def more(view: View) -> int:
    """How many of the conditions that are rarely asked for a view asks for."""
    asked, usual = question_of(view), question_of(View())
    return sum(getattr(asked, name) != getattr(usual, name) for name in _MORE)


def alone(view: View, name: str) -> str:
    """What is said where one ICB is chosen and a condition takes two; "" elsewhere."""
    one = name in ("together", "apart") and len(getattr(view, name)) == 1
    return "One ICB alone asks for nothing yet. Choose another." if one else ""


def narrowed(view: View) -> bool:
    """Whether only a part of England is counted."""
    return bool(view.region or view.only)


def measures_of(view: View) -> tuple[str, ...]:
    """The keys of the measures counted; the first is the one that options are judged by."""
    return tuple(dict.fromkeys((view.counted, view.against)))


def answer_of(work: Workspace, view: View) -> Answer:
    """Every option a view asks for; raises QuestionError or TooWideError."""
    return counts.counted(work, view.bodies, question_of(view), measures_of(view))


def made_of(work: Workspace, view: View) -> str:
    """What options are made of, in words; of ICBs that were chosen the names if there are few."""
    everybody, authorities = BODIES[view.bodies], view.bodies in counts.AUTHORITIES
    if view.region or authorities:
        several = everybody if authorities else "ICBs"
        where = region_words(view.region) if view.region else "England"
        everybody = f"the {several} of {where}{_WHEN.get(view.bodies, '')}"
    if not view.only:
        return everybody
    named = _chosen(work, view)
    some = f"{len(named)} of {everybody}"
    return f"{some} ({listed(named)})" if len(named) <= _FEW else some


_FEW = 6


def _chosen(work: Workspace, view: View) -> tuple[str, ...]:
    return asked_units(counts.units(work, view.bodies), question_of(view)).names


def chosen(work: Workspace, view: View) -> str:
    """The names of those that were chosen, where the sentence has no room for them.

    And of authorities that lie in two NHS regions which are counted here, and which are not.
    """
    named = _chosen(work, view) if view.only else ()
    said = [f"Counted are {listed(named)}."] if len(named) > _FEW else []
    return " ".join([*said, *(_across(work, view) if view.region else ())])


def _across(work: Workspace, view: View) -> Iterator[str]:
    plan, units = counts.bodies_plan(work, view.bodies), counts.units(work, view.bodies)
    regions = work.atlas.blocks["nhs_region"].groupby(plan.footprint_of.astype(str)).unique()
    across = [
        (name, home)
        for code, name, home in zip(units.codes, units.names, units.regions, strict=True)
        if len(regions[code]) > 1 and view.region in regions[code]
    ]
    if whole := [name for name, home in across if view.region in home]:
        yield f"Counted whole, though a part lies in another NHS region: {listed(whole)}."
    if parts := [name for name, home in across if view.region not in home]:
        yield f"Not counted, as most of it lies in another NHS region: {listed(parts)}."


def footprints(count: int) -> str:
    """So many footprints."""
    return f"{count} {'footprint' if count == 1 else 'footprints'}"


def ways(work: Workspace, view: View, answer: Answer) -> str:
    """How many ways there are, in one sentence."""
    said = tuple(step for step, _ in words.conditions(answer.question, answer.units, work.tiers))
    return words.ways(answer.total(view.footprints), view.footprints, made_of(work, view), said)


def exactly(view: View, answer: Answer) -> str:
    """The whole number behind the sentence; where there is none, what can be had instead."""
    total = answer.total(view.footprints)
    if not total:
        return words.proof(answer.by_footprints)
    return f"Exactly {total:,}, each counted once." if total >= 1_000_000 else ""

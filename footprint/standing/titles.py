"""Titles: what a view asks of all options beside the usual, in a few words for a tab."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter

from footprint.content.asked import places_of
from footprint.english import in_millions, listed_few
from footprint.every_option.measures import catalogue
from footprint.standing import fewest
from footprint.standing.aims import aims
from footprint.standing.asked import BODIES, footprints
from footprint.view import View
from footprint.workspace.workspace import Workspace

_FEW = 2


def conditions(work: Workspace, view: View) -> tuple[str, ...]:
    """Each condition that is not the usual one."""
    usual = View()
    return tuple(
        said(getattr(view, field))
        for field, said in _words(work, view).items()
        if getattr(view, field) != getattr(usual, field)
    )


def _words(work: Workspace, view: View) -> Mapping[str, Callable[..., str]]:
    """How each field of the question is said, by the value it has."""
    label = attrgetter("label")
    counted, tiers, of = catalogue(work.tiers), work.tiers, aims(work.tiers)

    def named(codes: Iterable[str]) -> str:
        places = places_of(work, view)
        return listed_few([places[one].name if one in places else one for one in codes], _FEW)

    return {
        "bodies": lambda key: f"of {BODIES[key]}",
        "region": str,
        "only": lambda codes: f"only {named(codes)}",
        "footprints": footprints,
        "least": lambda people: f"at least {in_millions(people)}",
        "most": lambda people: f"at most {in_millions(people)}",
        "by": lambda _: "weighted population",
        "keep": lambda keys: f"whole: {listed_few([label(tiers[one]) for one in keys], _FEW)}",
        "tolerance": lambda share: f"tolerance {share:g}%",
        "inside": lambda _: "inside NHS regions",
        "together": lambda codes: f"together: {named(codes)}",
        "apart": lambda codes: f"apart: {named(codes)}",
        "fixed": lambda codes: f"kept: {named(codes)}",
        "counted": lambda key: label(counted[key]),
        "against": lambda key: f"against {label(counted[key])}",
        "aim": lambda key: of[key],
        "begin": lambda key: f"from {fewest.BEGIN[key]}",
        "intact": lambda key: f"kept whole: {fewest.kept_whole(work)[key]}",
        "moving": lambda key: f"moving: {fewest.MOVING[key]}",
        "locked": lambda codes: f"locked: {named(codes)}",
        "into": lambda count: f"into {footprints(count)}",
    }

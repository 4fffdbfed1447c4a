"""Plain maps: what is left out of a map that goes into somebody else's page."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from footprint.maps.palette import WHOLE_FILL
from footprint.papers.paper import Paper, Sheet

LEGEND, SOURCES = "legend", "sources"
LEFT_OUT: Mapping[str, str] = {
    LEGEND: "the legend",
    SOURCES: "the source line, which you then name beside the map",
}

# How much of a picture each name needs, in square millimetres, where two kinds of names share it.
_ROOM = 600.0


def without(paper: Paper, left_out: Collection[str]) -> Paper:
    """A paper without some of what a map alone still says; keys of LEFT_OUT.

    Several maps of England that stand alone have no room for every name, nor for a list of all
    their numbers: there none is named, so that nobody takes the areas left out for lesser ones.
    """
    paper = paper.unnamed if paper.singles and not paper.scope else paper
    key = paper.key
    if LEGEND in left_out:
        key = replace(key, legend=(), legend_title="")
    if SOURCES in left_out:
        key = replace(key, attribution="")
    return replace(paper, key=key, sources=())


def thinned(paper: Paper, sheet: Sheet) -> Paper:
    """A map of authorities without the names of whole ones where a picture is too small for all.

    Those of split authorities stay, which are what it is about, and of the footprints over them.
    """
    if not paper.crowd or sheet.width * sheet.height / paper.crowd >= _ROOM:
        return paper
    (panel,) = paper.panels
    if not panel.layer.footprint_names:
        return paper
    areas = tuple(
        replace(area, labelled=area.labelled and area.fill != WHOLE_FILL)
        for area in panel.layer.areas
    )
    return replace(paper, panels=(replace(panel, layer=replace(panel.layer, areas=areas)),))

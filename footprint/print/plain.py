"""Plain maps: what is left out of a map that goes into somebody else's page."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from footprint.papers.paper import Paper

LEGEND, SOURCES = "legend", "sources"
LEFT_OUT: Mapping[str, str] = {
    LEGEND: "the legend",
    SOURCES: "the source line, which you then name beside the map",
}


def without(paper: Paper, left_out: Collection[str]) -> Paper:
    """A paper without some of what a map alone still says; keys of LEFT_OUT.

    Several maps of England that stand alone have no room for every name, nor for a list of all
    their numbers: there none is named, so that nobody takes the areas left out for lesser ones.
    """
    paper = paper.unnamed if paper.singles else paper
    key = paper.key
    if LEGEND in left_out:
        key = replace(key, legend=(), legend_title="")
    if SOURCES in left_out:
        key = replace(key, attribution="")
    return replace(paper, key=key, sources=())

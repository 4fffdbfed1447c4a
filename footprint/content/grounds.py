"""Grounds: the same map on land, or with each area as large as its people are many."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from footprint.content.values import MapContent
from footprint.facts.anchors import Anchor, anchors
from footprint.view import View
from footprint.workspace.workspace import Workspace, kept

AS_LARGE = "Each area is as large as the number of people who live in it."


def on_ground(work: Workspace, view: View, drawn: MapContent) -> MapContent:
    """A map on the ground a view asks for; its names stand where their areas are there."""
    if view.map == "land":
        return drawn
    # A layer tells of blocks in sorted order, whatever order the page has them in.
    layer, blocks = drawn.layer, work.people.blocks.index
    owner = pd.Series([layer.areas[n].id for n in layer.area_of_block], index=blocks)
    named = [area.id for area in layer.areas if area.labelled and area.id in drawn.anchors]
    found = {one: _anchor(work, tuple(blocks[owner == one])) for one in named}
    framed = pd.Series(layer.footprint_of_block if drawn.frames else (), dtype=int)
    frames = tuple(
        _anchor(work, tuple(blocks[framed == number])) for number in range(len(drawn.frames))
    )
    return replace(drawn, ground="people", anchors=found, frames=frames)


@kept(2_000)
def _anchor(work: Workspace, blocks: tuple[str, ...]) -> Anchor:
    """Where the name of an area of these blocks goes, by people."""
    (found,) = anchors(work.people, pd.Series("", index=list(blocks))).values()
    return found

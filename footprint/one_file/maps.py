"""Maps: what the browser is told of a map on both grounds, the same said once."""

from __future__ import annotations

import json
from collections.abc import Mapping

from footprint.content.grounds import on_ground
from footprint.content.values import Bounds, MapContent
from footprint.facts.anchors import Anchor
from footprint.facts.shapes import bounds
from footprint.one_file.pool import Tree
from footprint.view import View
from footprint.web.grounds import Standing
from footprint.web.map import message
from footprint.workspace.workspace import Workspace

# What of an area's row says how it looks and reads; the rest says where its name stands.
_SAID = 6
_OWN = ("focus", "ground", "sizes", "summary", "london", "frames")
_BY_PEOPLE = View(map="people")
Focus = dict[str, Tree]
Frames = tuple[Anchor, ...]


def told(work: Workspace, shown: MapContent, focus: Focus) -> Tree:
    """A map as it stands on land, and what is different where it stands by people.

    Nothing is selected on it; `focus` is where it looks on each ground.
    """
    land = json.loads(message(shown.layer, shown.anchors, frames=shown.frames))
    anchors, frames = _by_people(work, shown)
    standing = Standing("people")
    people = json.loads(message(shown.layer, anchors, standing=standing, frames=frames))
    rows, words, fills = (land.pop(name) for name in ("areas", "words", "fills"))
    del land["stamp"]
    return {
        **land,
        **_columns(rows, words, fills),
        "names": [row[_SAID:] for row in rows],
        "focus": focus["land"],
        "heading": shown.heading,
        "said": shown.said,
        "people": {
            **{name: people[name] for name in _OWN if name in people},
            "focus": focus["people"],
            "names": [row[_SAID:] for row in people["areas"]],
        },
    }


def _by_people(work: Workspace, shown: MapContent) -> tuple[Mapping[str, Anchor], Frames]:
    """Where names stand by people: the same on all maps of the same areas, and slow to find."""
    layer = shown.layer
    named = tuple(area.id for area in layer.areas if area.labelled and area.id in shown.anchors)
    return work.keeper.once(
        "anchors by people",
        (
            named,
            layer.area_of_block,
            tuple(area.id for area in layer.areas),
            layer.footprint_of_block if shown.frames else (),
        ),
        2_000,
        lambda: _standing(on_ground(work, _BY_PEOPLE, shown)),
    )


def _standing(shown: MapContent) -> tuple[Mapping[str, Anchor], Frames]:
    return shown.anchors, shown.frames


def _columns(rows: list[list], words: list[str], fills: list[str]) -> dict[str, Tree]:
    """What is said of areas, each kind in a list of its own: maps of one plan share most lists."""
    ids, names, colours, marks, values, lines = zip(*(row[:_SAID] for row in rows), strict=True)
    return {
        "ids": ids,
        "called": names,
        "fills": [fills[one] for one in colours],
        "marks": marks,
        "values": [words[one] for one in values],
        "lines": [[[words[part] for part in line] for line in told] for told in lines],
    }


def looking_at(work: Workspace, blocks: list[str]) -> Focus:
    """Where a map looks that shows some blocks, on each ground."""
    return {ground: rounded(bounds(work.drawn_on(ground), blocks)) for ground in ("land", "people")}


def rounded(edges: Bounds) -> list[float]:
    """Edges as a message holds them."""
    return [round(edge, 3) for edge in edges]

"""TopoJSON: the blocks' topology as the browser fetches it, once.

It is TopoJSON in all but one thing: the coordinates of an arc stand in one row, x, y, x, y,
without brackets round each point. The brackets would make a page that holds its own geometry an
eighth larger; put back, any reader of TopoJSON reads the rest as it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import numpy as np

from footprint.facts.shapes import Shapes
from footprint.facts.topology import STEPS, Arc


def encode(shapes: Shapes) -> bytes:
    """Write the blocks as one geometry collection, in their order, each with its code as id."""
    topology = shapes.topology
    geometries = [
        {
            "type": "MultiPolygon",
            "id": block,
            "arcs": polygons,
        }
        for block, polygons in zip(shapes.blocks.index, topology.rings, strict=True)
    ]
    content = {
        "type": "Topology",
        "objects": {"blocks": {"type": "GeometryCollection", "geometries": geometries}},
        **_coordinates(shapes),
    }
    return _written(content)


def encode_arcs(shapes: Shapes) -> bytes:
    """Write the arcs alone, for who has the blocks already on another ground."""
    return _written(_coordinates(shapes))


def _coordinates(shapes: Shapes) -> dict[str, object]:
    return {
        "transform": {"scale": [1 / STEPS, 1 / STEPS], "translate": [0, 0]},
        "arcs": [_deltas(arc) for arc in shapes.topology.arcs],
    }


def _written(content: Mapping[str, object]) -> bytes:
    return json.dumps(content, separators=(",", ":")).encode()


def _deltas(arc: Arc) -> list[int]:
    """The first point of an arc, then from each point the way to the next."""
    return np.diff(arc, axis=0, prepend=[[0, 0]]).ravel().tolist()

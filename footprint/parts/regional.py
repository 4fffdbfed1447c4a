"""Regional: what is counted of the ICBs of one region, as a picture of that region alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from footprint.content.values import Alone, MapContent, Picture
from footprint.maps.layer import Layer, LegendRow
from footprint.maps.palette import INSIDE_FILL, OUT_OF_SCOPE_FILL
from footprint.parts.retelling import faded, of_part, titled_in
from footprint.workspace.scopes import part
from footprint.workspace.workspace import Workspace


def alone(work: Workspace, region: str, base: str, picture: Picture) -> Alone | None:
    """The picture of a region alone, where only its ICBs are counted: the count is of it already.

    Of all of England no part can be told: an option of the whole is not one of each part.
    """
    if not region:
        return None
    scope = part(work, region, base)

    def told() -> Picture:
        # What all options have is pale where all of England is shown, as is now what lies outside.
        maps = tuple(replace(one, layer=_not_pale(one.layer)) for one in picture.maps)
        named = replace(picture, title=titled_in(picture.title, scope), maps=maps)
        shown = of_part(faded(replace(named, key=_not_pale(picture.key)), scope), scope)
        key = _of_all(shown.key, shown.maps) if len(shown.maps) > 1 else shown.key
        return replace(shown, key=key, scope=scope.blocks)

    return Alone(f"NHS region: {region}", told)


def _not_pale(layer: Layer) -> Layer:
    fills = {OUT_OF_SCOPE_FILL: INSIDE_FILL}
    areas = tuple(replace(one, fill=fills.get(one.fill, one.fill)) for one in layer.areas)
    rows = tuple(replace(row, fill=fills.get(row.fill, row.fill)) for row in layer.legend)
    return replace(layer, areas=areas, legend=rows)


def _of_all(key: Layer, maps: Sequence[MapContent]) -> Layer:
    """A legend that serves several maps, each row with the fewest and the most on any of them."""

    def counted(row: LegendRow) -> LegendRow:
        many = [
            sum(one.count for one in drawn.layer.legend if one.words == row.words) for drawn in maps
        ]
        low, high = min(many), max(many)
        return replace(row, count=high, counted="" if low == high else f"{low} to {high}")

    return replace(key, legend=tuple(map(counted, key.legend)))

"""Parts on paper: every authority of a part is named on its map, or numbered and in its key."""

from __future__ import annotations

from itertools import combinations

import pytest
import shapely

from footprint.command.views import narrowed, part_of, shown
from footprint.ink.pages import polygon
from footprint.ink.words import clean
from footprint.labels.search import astray
from footprint.papers.contents import paper
from footprint.papers.paper import SHEETS
from footprint.papers.sheets import picture_of
from footprint.print import sheet as print_map
from tests.paper_samples import DAY
from tests.sampled import sampled
from tests.shared_workspace import WORK

MERGED, PARTS = "plan=merged-2026-04", ("Central East", "London", "Surrey and Sussex", "South West")
VIEWS = [
    (f"/Local_authorities?{MERGED}&tier={tier}", part, sheet)
    for sheet in ("slide", "a4-portrait", "a4-landscape")
    for tier in ("lad", "utla", "fire", "sa")
    for part in PARTS
]


def told(address: str, part: str):
    one, words = narrowed(WORK, shown(WORK, address), part)
    picture = picture_of(WORK, one.page, one.view)
    return paper(WORK, picture, part_of(WORK, picture, words), link="", day=DAY)


@pytest.mark.parametrize(("address", "part", "sheet"), sampled(VIEWS, 11))
def test_every_authority_of_a_part_is_named_or_has_a_number_that_the_key_tells(
    address: str, part: str, sheet: str
) -> None:
    made = told(address, part)
    layout, (plot,) = print_map.placed(made, SHEETS[sheet], WORK.shapes)
    layer = plot.panel.layer
    here = {layer.area_of_block[block] for block in made.scope}
    own = [label for label in plot.labels if not label.name.frame]
    assert {label.name.area for label in own} == {n for n in here if layer.areas[n].id}
    lines = [line for column in layout.columns for line in column.lines]
    for line in lines:
        lines += [line.beside] if line.beside else []
    beside = {line.left: line.words for line in lines if line.left.isdecimal()}
    assert beside.keys() == {str(one.number) for one in plot.labels if one.number}
    for label in plot.labels:
        if label.number:
            assert clean(label.name.words).startswith(beside[str(label.number)].partition(":")[0])
    assert not astray(plot.labels, ())
    boxes = [polygon(label.box) for label in plot.labels]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].intersects(pair[1])]


@pytest.mark.parametrize("sheet", ["slide", "a4-portrait"])
def test_a_number_stands_on_its_own_land_or_has_a_leader(sheet: str) -> None:
    _, (plot,) = print_map.placed(told(VIEWS[0][0], "Central East"), SHEETS[sheet], WORK.shapes)
    numbers = [label for label in plot.labels if label.number]
    assert len(numbers) > 5
    for label in numbers:
        others = [shape for n, shape in plot.shapes.items() if n != label.name.area]
        # Cells are four tenths of a millimetre wide.
        core = polygon(label.box.grown(-0.4))
        assert label.leader or not shapely.intersects(others, core).any()


def test_the_footprint_of_one_authority_is_named_where_its_other_land_is() -> None:
    address = f"/Local_authorities?{MERGED}&tier=utla"
    for one, footprint in (("Kent", "Kent and Medway"), ("Surrey", "Surrey and Sussex")):
        made = told(address, one)
        assert made.key.note.startswith(
            f"The thick outline is {one}, dark lines are footprints, pale lines authorities. "
        )
        _, (plot,) = print_map.placed(made, SHEETS["a4-landscape"], WORK.shapes)
        (own,) = {plot.panel.layer.area_of_block[block] for block in made.scope}
        (named,) = [label for label in plot.labels if label.name.words == footprint]
        assert not plot.shapes[own].intersects(polygon(named.box))

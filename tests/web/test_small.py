"""Small maps: a plan in a few kilobytes, with its own ground, colours and words."""

from __future__ import annotations

import base64
import re

from footprint.facts.atlas import Atlas
from footprint.facts.shapes import Shapes
from footprint.maps.palette import HOUSE_BLUE, OUT_OF_SCOPE_FILL
from footprint.plans.plan import Plan
from footprint.web.small import small_layer, small_map
from tests.web.test_map import layer_of


def drawn(image: str) -> str:
    """The drawing within an image element."""
    data = re.search(r'src="data:image/svg\+xml;base64,([^"]*)"', image)
    assert data
    return base64.b64decode(data[1]).decode()


def seen(drawing: str) -> list[int]:
    """What is looked at: left, top, width and height in kilometres."""
    box = re.search(r'viewBox="([^"]*)"', drawing)
    assert box
    return [int(number) for number in box[1].split()]


def corners(path: str) -> set[tuple[int, int]]:
    """The corners of an outline, in kilometres from the north-west."""
    return {(int(x), int(y)) for x, y in re.findall(r"(\d+),(\d+)", path)}


def outlines(drawing: str) -> dict[str, list[str]]:
    """The outlines in each colour."""
    found: dict[str, list[str]] = {}
    for fill, path in re.findall(r'<path fill="([^"]*)" d="([^"]*)"/>', drawing):
        found.setdefault(fill, []).append(path)
    return found


def test_what_stands_out_is_dark_and_each_footprint_lies_where_it_is(
    toy_shapes: Shapes, today: Plan
) -> None:
    image = small_map(toy_shapes, today, {"M"}, 'The <plan> "today"')
    assert 'alt="The &lt;plan&gt; &quot;today&quot;"' in image
    drawing = drawn(image)
    # Five squares of ten kilometres across and two down.
    assert seen(drawing) == [0, 0, 50, 20]
    paths = outlines(drawing)
    assert {fill: len(some) for fill, some in paths.items()} == {
        HOUSE_BLUE: 1,
        OUT_OF_SCOPE_FILL: 2,
    }
    # M is the second square of the lower row; E is the third, and an island beyond the sea.
    assert corners(paths[HOUSE_BLUE][0]) >= {(10, 10), (20, 10), (20, 20), (10, 20)}
    (east,) = (path for path in paths[OUT_OF_SCOPE_FILL] if "50,20" in path)
    assert east.count("M") == east.count("Z") == 2
    assert 'stroke-width="0.25"' in drawing


def test_a_layer_has_its_own_colours_and_says_nothing(
    toy: Atlas, toy_shapes: Shapes, today: Plan
) -> None:
    layer = layer_of(toy, today)
    image = small_layer(toy_shapes, layer)
    assert 'alt=""' in image
    paths = outlines(drawn(image))
    assert set(paths) == {area.fill for area in layer.areas}
    middle = next(area for area in layer.areas if area.id == "M")
    assert any(corners(path) >= {(10, 10), (20, 20)} for path in paths[middle.fill])
    assert seen(drawn(image)) == [0, 0, 50, 20]


def test_a_layer_can_be_looked_at_in_part(toy: Atlas, toy_shapes: Shapes, today: Plan) -> None:
    # C-4 and D-4, the fifth and the sixth square, with the sea between them.
    part = small_layer(toy_shapes, layer_of(toy, today), (4, 5))
    assert seen(drawn(part)) == [20, 10, 30, 10]
    assert 'stroke-width="0.15"' in drawn(part)

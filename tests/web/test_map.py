"""The screen's drawing: a base that never changes, and paint that survives any name."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from folium.elements import MacroElement
from hypothesis import given
from hypothesis import strategies as st

from footprint.facts.anchors import Anchor, anchors
from footprint.facts.atlas import Atlas
from footprint.facts.manifest import ROOT, read_manifest
from footprint.facts.shapes import Shapes
from footprint.maps import choropleth, membership, sentences, stories
from footprint.maps import layer as layers
from footprint.maps.colours import first_colours
from footprint.maps.layer import Area, Layer, Units, in_both_layers
from footprint.measures.catalogue import BY_KEY, MEASURES, tabulate
from footprint.measures.classes import classify
from footprint.plans.plan import Plan
from footprint.plans.plan import england as whole_country
from footprint.web import files
from footprint.web.leaflet import Assets, base_map, carrying
from footprint.web.map import LONDON, message

MakePlan = Callable[..., Plan]
BROWSER = ROOT / "footprint" / "web" / "browser"
ASSETS = Assets("../map.js", "../map.css", "../blocks.json")
HOSTILE = {
    "the end of a script": "</script><script>alert(1)</script>",
    "a comment that opens a script": "<!--<script>",
    "a template": "{{ 7*7 }} {% raw %} {# note #} }}",
    "many braces": "{{{{{{",
    "what the component rewrites": "map_div feature_group_to_add_1 _name",
    "line separators": "one\u2028two\u2029three\nfour",
    "quotes and backslashes": '"it\'s" `${x}` \\ \\\\ \\u005f \\_',
    "emoji": "🏥👩🏽‍⚕️",
    "right to left": "\u202eאבג\u202c مستشفى",
    "control characters": "\x00\x07\x7f",
    "half a character": "\ud83d",
    "300 characters": "x" * 300,
    "nothing": "",
}


def rendered(assets: Assets) -> str:
    """The whole page of a base map, with folium's random ids replaced by what they are for."""
    page = base_map(assets).get_root().render()
    return re.sub(r"[0-9a-f]{32}", "id", page)


def every_text(value: object) -> Iterator[str]:
    """Every string anywhere inside a message."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from every_text(part)
    elif isinstance(value, list):
        for part in value:
            yield from every_text(part)


def layer_of(atlas: Atlas, plan: Plan) -> Layer:
    inside = dict.fromkeys(plan.by_id, "some ICBs")
    return membership.membership(plan, first_colours(atlas, plan), inside, summary="Said.")


@pytest.fixture
def layer(toy: Atlas, today: Plan) -> Layer:
    return layer_of(toy, today)


def test_the_base_map_is_the_same_every_time() -> None:
    assert rendered(ASSETS) == rendered(ASSETS)


def test_the_base_map_asks_nobody_else_for_anything() -> None:
    page = rendered(ASSETS)
    assert "http:" not in page.replace('http-equiv="content-type"', "")
    assert "https:" not in page
    assert not re.search(r"""(src|href)=["']//""", page)
    assert "jquery" not in page.lower()
    assert "bootstrap" not in page.lower()


def test_the_base_map_loads_our_files_and_no_others() -> None:
    asked = re.findall(r'(?:src|href)="([^"]+)"', rendered(ASSETS))
    assert sorted(asked) == ["../map.css", "../map.js"]
    assert 'new FootprintSide(map_id, "../blocks.json")' in rendered(ASSETS)


def test_the_base_map_leaves_its_size_to_the_drawing_and_zooms_from_england_to_a_town() -> None:
    options = dict(re.findall(r'^ *"(\w+)": ([\w.]+),$', rendered(ASSETS), re.MULTILINE))
    assert options["trackResize"] == "false"
    assert (options["minZoom"], options["maxZoom"]) == ("5", "11")
    # A press of a button is a whole step, and England fills a frame of any size.
    assert (options["zoomDelta"], float(options["zoomSnap"])) == ("1", 0.02)


def test_leaflet_is_loaded_before_the_drawing_that_needs_it() -> None:
    script = files.script()
    assert script.index(b"* Leaflet ") < script.index(b"window.FootprintMap =")
    assert script.index(b"window.FootprintMap =") < script.index(b"window.FootprintSide =")
    assert rendered(ASSETS).index("../map.js") < rendered(ASSETS).index("new FootprintSide")


def test_the_map_goes_as_near_and_as_far_as_its_shapes_are_made_for() -> None:
    drawn = read_manifest()["geo/blocks.geojson"].gaps
    assert "zoom 5 to 11" in drawn
    assert "minZoom: 5, maxZoom: 11" in (BROWSER / "web_page.js").read_text(encoding="utf-8")
    assert '"minZoom": 5' in rendered(ASSETS)
    assert '"maxZoom": 11' in rendered(ASSETS)


def test_the_map_has_no_tiles() -> None:
    assert "tileLayer" not in rendered(ASSETS)


def test_the_message_says_who_owns_each_block(layer: Layer) -> None:
    read = json.loads(message(layer, {}, selected="M"))
    assert read["owner"] == [0, 0, 0, 1, 2, 2]
    assert len(read["areas"]) == 3
    assert read["selected"] == 1
    assert json.loads(message(layer, {}))["selected"] == -1


def test_equal_messages_have_equal_stamps_and_others_do_not(layer: Layer) -> None:
    asked = [
        message(layer, {}),
        message(layer, {}, selected="M"),
        message(layer, {}, focus=LONDON),
        message(layer, {"M": Anchor(-1.5, 52.5, 5_000)}),
    ]
    assert message(layer, {}) == asked[0]
    assert len({json.loads(text)["stamp"] for text in asked}) == len(asked)


def test_an_area_without_a_label_has_no_place_for_one(toy: Atlas, today: Plan) -> None:
    whole = layer_of(toy, today)
    placed = {"M": Anchor(-1.2345, 52.5432, 5_000)}
    assert "-1.2345,52.5432,5000" in message(whole, placed)
    nameless = layers.Layer(
        **{
            **vars(whole),
            "areas": tuple(Area(**{**vars(area), "labelled": False}) for area in whole.areas),
        }
    )
    assert "52.5432" not in message(nameless, placed)


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_name_arrives_exactly_and_harms_nothing(
    toy: Atlas, make_plan: MakePlan, name: str
) -> None:
    survives(toy, make_plan, name)


@given(name=st.text(alphabet=st.characters(), max_size=300))
def test_any_name_arrives_exactly_and_harms_nothing(
    toy: Atlas, make_plan: MakePlan, name: str
) -> None:
    survives(toy, make_plan, name)


def test_the_boundaries_of_the_other_layer_travel_with_the_paint(toy: Atlas, cluster: Plan) -> None:
    teams = json.loads(message(in_both_layers(layer_of(toy, cluster), cluster), {}))
    assert teams["bodies"] == [0, 0, 0, 1, 2, 2]
    assert "clusters" not in teams
    bodies = cluster.seen_as("bodies")
    seen = json.loads(message(in_both_layers(layer_of(toy, bodies), bodies), {}))
    assert seen["clusters"] == [1, 1, 1, 1, 0, 0]
    assert "bodies" not in seen


def survives(atlas: Atlas, make_plan: MakePlan, name: str) -> None:
    layer = layer_of(atlas, make_plan(*"WWWMEE", names={"M": name}))
    text = message(layer, {})
    assert name in every_text(json.loads(text))
    assert not set("<>&_\u2028\u2029") & set(text)
    assert "{{" not in text
    assert text.isascii()


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_what_folium_renders_is_the_message_and_nothing_more(
    toy: Atlas, make_plan: MakePlan, name: str
) -> None:
    layer = layer_of(toy, make_plan(*"WWWMEE", names={"M": name}))
    group = carrying(message(layer, {}))
    (carrier,) = (child for child in group._children.values() if isinstance(child, MacroElement))
    script = carrier._template.module.script(carrier, {})
    assert script == f"window.footprints.paint({message(layer, {})});"


def test_the_paint_of_42_icbs_is_a_few_kilobytes(
    england: Atlas, england_shapes: Shapes, shipped: dict[str, Plan]
) -> None:
    plan = shipped["icb-2023"]
    table, placed = tabulate(england, plan), anchors(england_shapes, plan.footprint_of)
    whole = tabulate(england, whole_country(england)).loc["england"]
    for measure in MEASURES:
        values = table[measure.key]
        said = sentences.measure_sentence(plan, measure, values, whole[measure.key])
        classes = classify(values, measure.unit, count=7)
        layer = choropleth.choropleth(plan, values, classes, measure, summary=said)
        assert len(message(layer, placed, selected="QT6").encode()) <= 11_000


def test_the_paint_of_every_shipped_plan_is_a_few_kilobytes(
    england: Atlas, england_shapes: Shapes, completed: dict[str, Plan]
) -> None:
    for plan in completed.values():
        colours = first_colours(england, plan)
        inside = stories.make_up(england, plan, completed["icb-2023"])
        people = BY_KEY["residents"].compute(england, plan)
        said = sentences.membership_sentence(plan, people)
        layer = membership.membership(plan, colours, inside, summary=said)
        assert len(message(layer, anchors(england_shapes, plan.footprint_of)).encode()) <= 11_000


def test_what_is_taken_is_told_where_it_is_smaller_than_the_areas(toy, today):
    units = Units((0, 0, 1, 1, 2, 3), ("Ash", "Birch", "Cedar", "Dune"), ("1", "2", "3", "4"))
    read = json.loads(message(layer_of(toy, today), {}, units=units))
    assert read["units"]["of"] == [0, 0, 1, 1, 2, 3]
    assert read["units"]["names"][2] == "Cedar"
    assert "units" not in json.loads(message(layer_of(toy, today), {}))


def test_footprints_are_told_where_they_are_named_among_authorities(layer: Layer) -> None:
    framed = replace(layer, footprint_of_block=(0, 0, 1, 1, 1, 1), footprint_names=("A", "B"))
    frames = (Anchor(-1.5, 52.5, 5_000), Anchor(-0.5, 51.5, 4_000))
    read = json.loads(message(framed, {}, frames=frames))
    assert read["frames"] == [["A", -1.5, 52.5, 5_000], ["B", -0.5, 51.5, 4_000]]
    assert "frames" not in json.loads(message(framed, {}))

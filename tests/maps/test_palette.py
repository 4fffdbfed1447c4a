"""The palette: every colour stands in it and nowhere else, and every eye tells them apart."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
from coloraide import Color
from hypothesis import given
from hypothesis import strategies as st

from footprint.ink.marks import contrast, ink_on
from footprint.maps import palette
from footprint.maps.firmness import FILLS as FIRMNESS
from footprint.maps.verdicts import FILLS as VERDICTS
from footprint.measures.classes import MOST_CLASSES

ROOT = Path(__file__).parents[2] / "footprint"
STYLE = ROOT / "web" / "browser" / "footprint_map.css"
COLOUR = re.compile(r"[\"'](#[0-9a-fA-F]{6})[\"']")
COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map("#{0[0]:02x}{0[1]:02x}{0[2]:02x}".format)

Sight = Callable[[str], Color]


def _with(kind: str, method: str) -> Sight:
    return lambda colour: Color(colour).filter(kind, 1, method=method)


# Three simulations of sight with two kinds of cone alone, for none is the whole truth: Machado,
# Oliveira and Fernandes 2009 at severity 1, Brettel, Viénot and Mollon 1997, and Viénot, Brettel
# and Mollon 1999, which says nothing of tritanopia.
SIGHTS: Mapping[str, Sight] = {
    "usual sight": Color,
    **{
        f"{name}, {method}": _with(kind, method)
        for kind, name in {
            "protan": "protanopia",
            "deutan": "deuteranopia",
            "tritan": "tritanopia",
        }.items()
        for method in ("machado", "brettel", "vienot")
        if (kind, method) != ("tritan", "vienot")
    },
}
# Differences in CIEDE2000. Footprints of one colour may lie far apart with others between.
MEMBERS_APART, MEMBERS_CLEARLY, CLASSES_APART = 9.5, 12, 9
READABLE, EASILY_READABLE = 4.5, 7
AUTHORITIES = (
    palette.WHOLE_FILL,
    palette.NEARLY_WHOLE_FILL,
    palette.SPLIT_FILL,
    palette.SHATTERED_FILL,
)
EVERY_CLASS = (
    *palette.QUALITATIVE,
    *palette.SEQUENTIAL,
    *VERDICTS.values(),
    *(fill for fill in FIRMNESS.values() if fill != palette.OUT_OF_SCOPE_FILL),
    *AUTHORITIES,
)
GREYS = tuple(dict.fromkeys(palette.QUALITATIVE_GREYS))


def apart(one: str, other: str, sight: Sight = Color) -> float:
    return sight(one).delta_e(sight(other), method="2000")


def nearest(pairs: Iterable[tuple[str, str]], sight: Sight = Color) -> float:
    return min(apart(one, other, sight) for one, other in pairs)


def lightness(colour: str, sight: Sight = Color) -> float:
    return sight(colour).convert("lab-d65")["lightness"]


@pytest.fixture(params=SIGHTS)
def sight(request: pytest.FixtureRequest) -> Sight:
    return SIGHTS[request.param]


def test_no_colour_is_written_outside_the_palette() -> None:
    files = [file for file in ROOT.rglob("*.py") if file != Path(palette.__file__)]
    assert len(files) > 80
    assert COLOUR.findall(Path(palette.__file__).read_text())
    assert {file.name: found for file in files if (found := COLOUR.findall(file.read_text()))} == {}


def test_the_lines_of_the_screen_have_the_colours_of_the_palette() -> None:
    script = (ROOT / "web" / "browser" / "footprint_map.js").read_text()
    (lines,) = re.findall(r"const LINE = \{(.*)\};", script)
    assert dict(re.findall(r'(\w+): "(#\w+)"', lines)) == {
        "ink": palette.INK,
        "casing": palette.PAPER,
        "coast": palette.COAST_LINE,
    }
    assert f'fine: pen("{palette.AUTHORITY_LINE}"' in script
    assert f'chosen: pen("{palette.CHOSEN_LINE}"' in script


def test_the_words_of_verdicts_have_the_colours_of_their_maps() -> None:
    style = (ROOT.parent / "ui" / "shell" / "style.css").read_text()
    written = dict(re.findall(r"\.verdict \.(meets|misses) \{ background: (#\w{6});", style))
    assert written == {"meets": palette.MEETS_FILL, "misses": palette.MISSES_FILL}


def test_the_measuring_itself_is_right(sight: Sight) -> None:
    # A pair that Sharma, Wu and Dalal published with the formula in 2005, and white for everybody.
    one, other = Color("lab-d65", [50, 2.6772, -79.7751]), Color("lab-d65", [50, 0, -82.7485])
    assert one.delta_e(other, method="2000") == pytest.approx(2.0425, abs=1e-4)
    assert lightness("#ffffff", sight) == pytest.approx(100, abs=0.1)
    assert apart("#808080", "#ffffff", sight) == pytest.approx(apart("#808080", "#ffffff"), abs=0.1)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("protanopia", "#73ccb2", "#f2a58c"),
        ("deuteranopia", "#ffbfcc", "#73ccb2"),
        ("tritanopia", "#99bfe5", "#73ccb2"),
    ],
)
def test_colours_that_usual_sight_parts_come_together(kind: str, one: str, other: str) -> None:
    seen = [apart(one, other, see) for name, see in SIGHTS.items() if name.startswith(kind)]
    assert len(seen) >= 2
    assert max(seen) < apart(one, other) / 2


def test_any_two_footprints_can_be_told_apart(sight: Sight) -> None:
    assert nearest(itertools.combinations(palette.QUALITATIVE, 2), sight) >= MEMBERS_APART


def test_with_usual_sight_any_two_footprints_are_clearly_apart() -> None:
    assert nearest(itertools.combinations(palette.QUALITATIVE, 2)) >= MEMBERS_CLEARLY


def test_names_in_ink_can_easily_be_read_on_every_footprint() -> None:
    fills = (*palette.QUALITATIVE, palette.OUT_OF_SCOPE_FILL, palette.NO_FIGURE_FILL)
    assert min(contrast(palette.INK, fill) for fill in fills) >= EASILY_READABLE


@pytest.mark.parametrize("count", range(2, MOST_CLASSES + 1))
def test_neighbouring_classes_can_be_told_apart(count: int, sight: Sight) -> None:
    assert nearest(itertools.pairwise(palette.sequential(count)), sight) >= CLASSES_APART


@pytest.mark.parametrize("count", range(1, MOST_CLASSES + 1))
def test_so_many_blues_are_evenly_taken_and_begin_with_the_lightest(count: int) -> None:
    places = [palette.SEQUENTIAL.index(blue) for blue in palette.sequential(count)]
    assert len(places) == count
    if count > 1:
        (step,) = {later - earlier for earlier, later in itertools.pairwise(places)}
        assert places[0] == 0
        assert (step + 1) * (count - 1) >= len(palette.SEQUENTIAL)
    else:
        # One class alone is no paler than it needs to be, to be seen on white.
        assert places == [1]


def test_more_is_darker_for_every_eye(sight: Sight) -> None:
    steps = [lightness(blue, sight) for blue in palette.SEQUENTIAL]
    assert all(earlier - later > 5 for earlier, later in itertools.pairwise(steps))


def test_no_class_is_taken_for_no_figure(sight: Sight) -> None:
    fills = {*palette.SEQUENTIAL, *AUTHORITIES, palette.MEETS_FILL, palette.MISSES_FILL}
    assert nearest(((fill, palette.NO_FIGURE_FILL) for fill in fills), sight) >= CLASSES_APART


def test_what_is_out_of_scope_is_taken_for_no_class_nor_for_the_sea(sight: Sight) -> None:
    (sea,) = re.findall(r"\.leaflet-container \{\s*background: (#\w{6});", STYLE.read_text())
    others = {*EVERY_CLASS, sea}
    assert nearest(((palette.OUT_OF_SCOPE_FILL, one) for one in others), sight) >= CLASSES_APART


def test_how_far_an_authority_is_split_can_be_seen(sight: Sight) -> None:
    assert nearest(itertools.combinations(AUTHORITIES, 2), sight) >= CLASSES_APART


def test_a_miss_can_be_told_from_what_meets(sight: Sight) -> None:
    assert apart(palette.MEETS_FILL, palette.MISSES_FILL, sight) >= CLASSES_APART


def test_how_firm_a_proposal_is_can_be_seen(sight: Sight) -> None:
    pairs = itertools.combinations(set(FIRMNESS.values()), 2)
    assert nearest(pairs, sight) >= CLASSES_APART


# In grey seven classes have less room than in blue.
@pytest.mark.parametrize(("count", "least"), [(2, 9), (3, 9), (4, 9), (5, 9), (6, 9), (7, 7.5)])
def test_neighbouring_greys_can_be_told_apart(count: int, least: float) -> None:
    greys = palette.sequential_greys(count)
    assert len(greys) == count
    assert nearest(itertools.pairwise(greys)) >= least
    assert apart(greys[0], palette.NO_FIGURE_FILL) >= CLASSES_APART


def test_greys_run_from_light_to_dark() -> None:
    assert palette.sequential_greys(1) == ("#d4d4d4",)
    assert palette.sequential_greys(3) == ("#d4d4d4", "#797979", "#2b2b2b")


def test_greys_of_footprints_can_be_told_apart_and_read_on() -> None:
    assert nearest(itertools.combinations(GREYS, 2)) >= CLASSES_APART
    assert min(contrast(palette.INK, grey) for grey in GREYS) >= READABLE


@given(COLOURS)
def test_words_on_paper_can_be_read_on_any_colour(fill: str) -> None:
    assert contrast(ink_on(fill), fill) >= READABLE

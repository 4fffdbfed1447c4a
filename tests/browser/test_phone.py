"""A phone: what chooses comes first, then the map, then what is told of the place chosen."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PHONE, Visit

WIDTH, HEIGHT = PHONE
PAGES = (
    "/?area=QJK",
    "/Clusters?area=tv&measure=residents",
    "/Money?area=tv",
    "/Criteria?area=QJK",
    "/Local_authorities?area=E07000089&plan=icb-2023",
)
# What a reader does to the map itself; assumptions about money are made of its figures, and
# charts have what belongs to them beside them.
NEAR = (
    ".st-key-when-and-layer, .st-key-compare-maps, .st-key-compare-plan, "
    "[data-testid=stColumn]:is(:has(.st-key-map), :has(.st-key-map) ~ *) :is(.stSelectbox, "
    ".stMultiSelect, .stButton, .stButtonGroup, .stExpander, .stNumberInput)"
    ":not(.st-key-assumptions *, [class*=st-key-picture-] *, .st-key-behind *)"
)

# How the map is coloured and outlined, and which place is chosen.
BETWEEN = (".st-key-pick-since", ".st-key-classing", ".st-key-selected", ".st-key-clear")


def box(visit: Visit, part: str) -> dict[str, float]:
    """Where the first of a part of the page stands."""
    return visit.page.locator(part).first.bounding_box()


def below(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether one box begins where another has ended."""
    return one["y"] >= other["y"] + other["height"] - 1


@pytest.mark.parametrize("path", PAGES)
def test_what_chooses_is_before_the_map_and_the_card_right_after_it(standing, path):
    phone = standing(path, PHONE)
    frame, legend, card = (box(phone, part) for part in ("iframe", ".legend", ".st-key-card"))
    plan = box(phone, ".st-key-pick-plan")
    assert below(plan, box(phone, ".st-key-finder"))
    assert below(frame, plan)
    assert frame["height"] <= 0.6 * HEIGHT
    assert below(legend, frame)
    assert below(card, legend)
    between = [phone.page.locator(part) for part in BETWEEN]
    room = sum(one.bounding_box()["height"] + 25 for one in between if one.count())
    assert card["y"] <= legend["y"] + legend["height"] + room


def test_the_map_begins_high_on_the_first_screen(standing):
    phone = standing("/", PHONE)
    assert box(phone, "iframe")["y"] <= 0.7 * HEIGHT


@pytest.mark.parametrize("path", [*PAGES, "/Compare", "/Draw_an_option"])
def test_no_control_of_the_map_is_further_than_a_screen_from_it(standing, path):
    phone = standing(path, PHONE)
    frame = box(phone, "iframe")
    for one in phone.page.locator(NEAR).all():
        if one.is_visible():
            stands = one.bounding_box()
            above = frame["y"] - stands["y"] - stands["height"]
            under = stands["y"] - frame["y"] - frame["height"]
            assert max(above, under) <= HEIGHT, one.get_attribute("class")


def test_the_menu_takes_one_line_and_shows_the_page_that_is_open(standing):
    phone = standing("/Compare", PHONE)
    phone.page.locator("[aria-current=page]").wait_for()
    menu, current = box(phone, ".st-key-masthead"), box(phone, "[aria-current=page]")
    assert menu["height"] <= 48
    assert current["x"] >= 0 and current["x"] + current["width"] <= WIDTH


def test_what_is_told_of_a_place_comes_between_the_maps_and_the_scorecard(standing):
    phone = standing("/Compare?area=QJK", PHONE)
    told = box(phone, ".st-key-selected")
    assert below(told, box(phone, "iframe"))
    assert below(box(phone, "h2:has-text('Scorecard')"), told)

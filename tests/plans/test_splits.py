"""Coterminosity: whole and split authorities, on the toy country and against published truth."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.english import rounded_shares
from footprint.facts.atlas import Atlas
from footprint.maps.sentences import change_sentence, wide_sentence
from footprint.plans.fits import fit_sentence, fits
from footprint.plans.plan import Plan
from footprint.plans.splits import (
    INHERITED,
    MADE,
    authorities,
    change,
    overlap,
    several,
    split_sentence,
)
from footprint.plans.tiers import tiers
from tests.conftest import MakePlan

# Residents of mid-2022 in each ICB of 2023, per cent. Cumberland was rounded twice: it is 96.9498
# and 3.0502.
PUBLISHED_SHARES = {
    "East Suffolk": (52.8, 47.2),
    "Waverley": (64.6, 35.4),
    "Hart": (74.9, 25.1),
    "Westmorland and Furness": (75.6, 24.4),
    "Surrey Heath": (84.2, 15.8),
    "North Hertfordshire": (84.7, 15.3),
    "Guildford": (85.5, 14.5),
    "Runnymede": (86.3, 13.7),
    "North Yorkshire": (90.7, 8.3, 1.0),
    "Vale of White Horse": (95.3, 4.7),
    "Cumberland": (97.0, 3.0),
    "Buckinghamshire": (98.7, 1.3),
}
TEN_UPPER_TIER = {
    "Buckinghamshire",
    "Cumberland",
    "Essex",
    "Hampshire",
    "Hertfordshire",
    "North Yorkshire",
    "Oxfordshire",
    "Suffolk",
    "Surrey",
    "Westmorland and Furness",
}


@pytest.fixture(scope="module")
def real_tiers(england: Atlas):
    return tiers(england)


def test_the_twelve_split_districts_and_their_shares_are_the_published_ones(
    england: Atlas, shipped: dict[str, Plan], real_tiers
) -> None:
    pieces = overlap(shipped["icb-2023"], real_tiers["lad"])
    table = authorities(england, shipped["icb-2023"], real_tiers["lad"])
    split = table[table["split"]]
    found = {
        name: tuple(100 * pieces.loc[pieces["authority"] == code, "share"])
        for code, name in split["name"].items()
    }
    assert found.keys() == PUBLISHED_SHARES.keys()
    for name, shares in PUBLISHED_SHARES.items():
        assert found[name] == pytest.approx(shares, abs=0.0503), name


def test_april_2026_mended_seven_districts_and_split_none(
    england: Atlas, shipped: dict[str, Plan], real_tiers
) -> None:
    before, after = (
        authorities(england, shipped[key], real_tiers["lad"])
        for key in ("icb-2023", "merged-2026-04")
    )
    told = change(before, after)
    assert (told.before, told.after, told.broken) == (12, 5, ())
    assert "Hart" in told.mended
    assert len(told.mended) == 7


def test_ten_upper_tier_authorities_were_split_counting_every_resident(
    england: Atlas, shipped: dict[str, Plan], real_tiers
) -> None:
    table = authorities(england, shipped["icb-2023"], real_tiers["utla"], tolerance=0)
    assert table["split"].sum() == 10
    assert set(table["name"][table["split"]]) == TEN_UPPER_TIER


def test_icb_lines_cut_the_strategic_authorities_known_to_be_cut(
    england: Atlas, shipped: dict[str, Plan], real_tiers
) -> None:
    table = authorities(england, shipped["merged-2026-04"], real_tiers["sa"])
    cut = " ".join(table["name"][table["split"]])
    for name in ("Greater Lincolnshire", "West of England", "West Midlands", "North Yorkshire"):
        assert name in cut


def test_south_yorkshire_and_greater_manchester_are_coterminous(
    england: Atlas, shipped: dict[str, Plan], real_tiers
) -> None:
    found = fits(england, shipped["icb-2023"], real_tiers["sa"])
    assert {code for code, fit in found.items() if fit.coterminous} >= {"QF7", "QOP"}
    assert found["QHL"].inside == "E47000007"
    assert found["QKS"].own == ()


@pytest.mark.parametrize(
    ("tier", "count"),
    [
        ("lad", 296),
        ("utla", 153),
        ("utla-2027", 154),
        ("sa", 20),
        ("sa-programme", 22),
        ("ambulance", 11),
        ("police", 39),
        ("fire", 44),
        ("resilience", 38),
    ],
)
def test_every_tier_has_its_authorities_and_all_their_people(
    shipped: dict[str, Plan], real_tiers, tier: str, count: int
) -> None:
    pieces = overlap(shipped["agreed-2025-09"], real_tiers[tier])
    assert pieces["authority"].nunique() == count
    assert pieces.groupby("authority")["share"].sum().to_numpy() == pytest.approx(1)
    if not tier.startswith("sa"):
        assert pieces["residents"].sum() == pytest.approx(57_106_398)


def test_a_split_on_an_old_line_is_inherited(toy: Atlas, today: Plan) -> None:
    table = authorities(toy, today, tiers(toy)["lad"])
    assert list(table.index[table["split"]]) == ["B"]
    assert table.loc["B", "origin"] == INHERITED
    assert table.loc["A", "origin"] == ""


def test_a_split_inside_one_old_icb_is_made_by_the_plan(toy: Atlas, make_plan: MakePlan) -> None:
    plan = make_plan("x", "y", "y", "y", "z", "z")
    table = authorities(toy, plan, tiers(toy)["lad"])
    assert table.loc["A", "origin"] == MADE
    assert not table.loc["B", "split"]


def test_the_tolerance_decides_what_counts_as_split(toy: Atlas, today: Plan) -> None:
    lad = tiers(toy)["lad"]
    outside = authorities(toy, today, lad).loc["B", "outside"]
    assert outside == pytest.approx(1 / 3)
    assert authorities(toy, today, lad, tolerance=0.33).loc["B", "split"]
    assert not authorities(toy, today, lad, tolerance=0.34).loc["B", "split"]


def test_a_split_is_told_in_people(toy: Atlas, today: Plan) -> None:
    lad = tiers(toy)["lad"]
    pieces = overlap(today, lad)
    birch = pieces[pieces["authority"] == "B"]
    assert split_sentence(lad, today, birch) == (
        "Birch is split: 67% of its residents are in Middle and 33% in West."
    )
    ash = pieces[pieces["authority"] == "A"]
    assert split_sentence(lad, today, ash) == "Ash is whole: all its residents are in West."


def test_a_body_that_may_be_larger_than_an_icb_is_never_called_split(
    toy: Atlas, today: Plan
) -> None:
    police = tiers(toy)["police"]
    pieces = overlap(today, police)
    said = [split_sentence(police, today, rows) for _, rows in pieces.groupby("authority")]
    assert said == [
        "Island Police works with one footprint: all its residents are in East.",
        "Mainland Police works with more than one footprint: 40% of its residents are in West, "
        "33% in East and 27% in Middle.",
    ]


def test_footprints_that_work_with_more_than_one_body_are_named(toy: Atlas, today: Plan) -> None:
    police = tiers(toy)["police"]
    counted = several(overlap(today, police))
    assert counted.to_dict() == {"E": 2, "M": 1, "W": 1}
    assert wide_sentence(today, police, counted) == (
        "1 of the 3 ICBs works with more than one police force area under “The plan icb-2023”: "
        "East (2)."
    )
    # Three quarters of East's people are no more than the tolerance, so neither is the rest.
    alone = several(overlap(today, police), 0.75)
    assert wide_sentence(today, police, alone) == (
        "No ICB works with more than one police force area under “The plan icb-2023”."
    )


def test_small_shares_keep_a_decimal() -> None:
    assert rounded_shares([0.013, 0.987]) == ["1.3%", "98.7%"]


def test_a_footprint_of_whole_authorities_is_coterminous(toy: Atlas, make_plan: MakePlan) -> None:
    lad = tiers(toy)["lad"]
    plan = make_plan("x", "x", "y", "y", "z", "z")
    found = fits(toy, plan, lad)
    assert all(fit.coterminous for fit in found.values())
    assert fit_sentence(found["x"], lad, plan) == "Coterminous with Ash."


def test_people_in_no_authority_stand_in_the_way_beyond_the_tolerance(
    toy: Atlas, make_plan: MakePlan
) -> None:
    # Ash has 200 people in mid-2022, and the 200 of B-3 are in no strategic authority.
    sa, plan = tiers(toy)["sa"], make_plan("x", "x", "y", "x", "z", "z")
    exactly, under = (fits(toy, plan, sa, tolerance=share)["x"] for share in (0.5, 0.499))
    assert exactly.own == under.own == ("greater-ash",)
    assert exactly.uncovered == under.uncovered == 200
    assert exactly.coterminous
    assert not under.coterminous
    assert fit_sentence(under, sa, plan) == (
        "Not coterminous: 200 people here live outside any strategic authority."
    )


def test_parts_of_several_authorities_are_told_and_none_at_all_is_told_as_none(
    toy: Atlas, make_plan: MakePlan
) -> None:
    known, plan = tiers(toy), make_plan("x", "y", "x", "y", "z", "z")
    lad = fits(toy, plan, known["lad"])["x"]
    assert (lad.own, lad.inside) == ((), "")
    assert fit_sentence(lad, known["lad"], plan) == (
        "Not coterminous: 50 people here belong to Ash, most of which is in y; and "
        "100 people here belong to Birch, most of which is in y."
    )
    sa = fits(toy, plan, known["sa"])["z"]
    assert fit_sentence(sa, known["sa"], plan) == (
        "No strategic authority here to be coterminous with."
    )
    assert fits(toy, make_plan(*"wwxyzz"), known["lad"])["x"].inside == "B"


def test_what_would_have_to_move_is_counted_in_people(toy: Atlas, today: Plan) -> None:
    lad = tiers(toy)["lad"]
    found = fits(toy, today, lad)
    assert found["M"].come_in == (("B", "W", 100),)
    assert found["W"].go_out == (("B", "M", 100),)
    said = fit_sentence(found["W"], lad, today)
    assert said == ("Not coterminous: 100 people here belong to Birch, most of which is in Middle.")


@given(st.data())
def test_a_merger_never_splits_an_authority_that_was_whole(
    toy: Atlas, make_plan: MakePlan, data: st.DataObject
) -> None:
    owners = data.draw(st.lists(st.sampled_from("abcd"), min_size=6, max_size=6))
    merged = ["a" if owner == "b" else owner for owner in owners]
    lad = tiers(toy)["lad"]
    before = authorities(toy, make_plan(*owners), lad)
    after = authorities(toy, make_plan(*merged), lad)
    assert not (after["split"] & ~before["split"]).any()


@given(st.lists(st.sampled_from("abc"), min_size=6, max_size=6))
def test_every_resident_of_every_authority_is_counted_once(
    toy: Atlas, make_plan: MakePlan, owners: list[str]
) -> None:
    pieces = overlap(make_plan(*owners), tiers(toy)["lad"])
    by_hand = toy.blocks.groupby("lad")["residents_2022"].sum()
    counted = pieces.groupby("authority")["residents"].sum()
    pd.testing.assert_series_equal(
        counted, by_hand.rename_axis("authority"), check_names=False, check_dtype=False
    )


def test_what_changes_for_bodies_that_work_with_several_is_told_by_name(
    toy: Atlas, today: Plan, make_plan: MakePlan
) -> None:
    police = tiers(toy)["police"]
    one = make_plan(*"xxxxxx", key="one", seen="bodies")
    tables = [authorities(toy, plan, police) for plan in (today, one)]
    assert change_sentence(change(*tables), police, one, today) == (
        "Police force areas that work with more than one footprint: 1 under “The plan icb-2023”, "
        "0 under “The plan one”. Now with one: Mainland Police."
    )
    assert change_sentence(change(*tables[::-1]), police, today, one).endswith(
        "Now with several: Mainland Police."
    )


def test_what_stays_split_is_told_by_name(toy: Atlas, make_plan: MakePlan) -> None:
    lad = tiers(toy)["lad"]
    both = make_plan(*"xyxyzz", key="both", seen="bodies")
    birch = make_plan(*"xxxyzz", key="birch", seen="bodies")
    split, mended = (authorities(toy, plan, lad) for plan in (both, birch))
    assert change_sentence(change(split, mended), lad, birch, both).endswith(
        "splits 2 districts, “The plan birch” 1. Made whole: Ash. Still split: Birch."
    )
    assert change_sentence(change(mended, mended), lad, birch, birch).endswith(
        "It is the same one: Birch."
    )

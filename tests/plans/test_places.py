"""Places: whatever a reader searches for has one footprint under any plan."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.facts.atlas import Atlas
from footprint.plans.places import (
    Place,
    all_places,
    area_words,
    authority_at,
    authority_places,
    districts,
    footprint_at,
    pieces,
    whole_places,
)
from footprint.plans.plan import Plan
from footprint.plans.tiers import tiers

MakePlan = Callable[..., Plan]
OWNERS = st.lists(st.sampled_from("pqrst"), min_size=6, max_size=6)


def test_a_split_district_is_one_place(toy: Atlas) -> None:
    found = districts(toy)
    assert found["B"] == Place("B", "Birch", "district", ("B-1", "B-3"))
    assert list(found) == ["A", "B", "C", "D"]


def test_every_district_and_every_footprint_of_any_plan_can_be_found(
    toy: Atlas, toy_plans: dict[str, Plan]
) -> None:
    found = all_places(toy, toy_plans)
    assert set(found) == {"A", "B", "C", "D", "W", "M", "E", "wm", "birch"}
    assert found["wm"].name == "West and Middle"
    assert found["wm"].kind == "as in “The plan agreed-2025-09”"


def test_a_footprint_of_several_plans_is_described_as_the_first_has_it(
    toy: Atlas, toy_plans: dict[str, Plan]
) -> None:
    assert all_places(toy, toy_plans)["W"].blocks == ("A-1", "A-2", "B-1")


def test_a_split_district_lies_where_most_of_its_people_live(toy: Atlas, today: Plan) -> None:
    people = toy.blocks["residents_2024"]
    assert footprint_at(districts(toy)["B"], today, people) == "M"
    most_in_the_north = people.where(people.index != "B-1", 9_999)
    assert footprint_at(districts(toy)["B"], today, most_in_the_north) == "W"


def test_a_footprint_of_the_plan_is_its_own_answer(
    toy: Atlas, toy_plans: dict[str, Plan], divided: Plan
) -> None:
    places = all_places(toy, toy_plans)
    assert footprint_at(places["W"], divided, toy.blocks["residents_2024"]) == "W"


def test_a_footprint_of_the_plan_is_its_own_answer_though_most_of_it_has_left(
    toy: Atlas, toy_plans: dict[str, Plan], make_plan: MakePlan
) -> None:
    little_left = make_plan("W", "M", "M", "M", "E", "E")
    places, people = all_places(toy, toy_plans), toy.blocks["residents_2024"]
    assert footprint_at(places["W"], little_left, people) == "W"


def test_an_old_icb_is_found_where_most_of_its_people_are_now(
    toy: Atlas, toy_plans: dict[str, Plan], cluster: Plan, divided: Plan
) -> None:
    places, people = all_places(toy, toy_plans), toy.blocks["residents_2024"]
    assert footprint_at(places["M"], divided, people) == "birch"
    assert footprint_at(places["W"], cluster, people) == "wm"
    assert footprint_at(places["birch"], cluster, people) == "wm"


@given(owners=OWNERS)
def test_every_place_has_a_footprint_under_any_plan(
    toy: Atlas, toy_plans: dict[str, Plan], make_plan: MakePlan, owners: list[str]
) -> None:
    plan = make_plan(*owners)
    for place in all_places(toy, toy_plans).values():
        there = footprint_at(place, plan, toy.blocks["residents_2024"])
        assert set(plan.blocks_of(there)) & set(place.blocks)


def test_a_block_of_a_district_that_has_several_is_a_place_of_its_own(toy: Atlas) -> None:
    assert pieces(toy) == {
        code: Place(code, f"Part of {name}", "part of a district", (code,))
        for code, name in (("A-1", "Ash"), ("A-2", "Ash"), ("B-1", "Birch"), ("B-3", "Birch"))
    }


def test_an_authority_is_what_the_first_kind_that_knows_its_code_says(toy: Atlas) -> None:
    found = authority_places(tiers(toy))
    assert found["Ash"] == Place("Ash", "Ash", "upper-tier authority", ("A-1", "A-2"))
    assert found["A"].kind == "district"
    assert found["Island"] == Place("Island", "Island Police", "police force area", ("D-4",))


def test_a_place_lies_in_the_authority_of_most_of_its_people(toy: Atlas) -> None:
    kinds = tiers(toy)
    east = Place("E", "East", "ICB", ("C-4", "D-4"))
    # 250 people on the mainland and 300 on the island.
    assert authority_at(east, kinds["police"]) == "Island"
    assert authority_at(east, kinds["utla"]) == "Eastshire"
    assert authority_at(east, kinds["sa"]) == ""
    assert authority_at(Place("Mainland", "", "", ("D-4",)), kinds["police"]) == "Mainland"


def test_a_place_in_two_footprints_is_in_the_one_with_more_of_its_people(
    toy: Atlas, cluster: Plan
) -> None:
    people = toy.blocks["residents_2024"]
    assert footprint_at(Place("x", "", "", ("B-3", "C-4")), cluster, people) == "E"
    assert footprint_at(Place("x", "", "", ("A-1", "B-3")), cluster, people) == "wm"


@pytest.fixture(scope="module")
def kinds(england: Atlas, shipped: dict[str, Plan]) -> list[list[Place]]:
    """ICBs of 2023, counties and unitary authorities, and districts."""
    icbs = all_places(england, {"icb-2023": shipped["icb-2023"]})
    upper = authority_places({"utla": tiers(england)["utla"]})
    here = [icbs[one] for one in shipped["icb-2023"].by_id]
    return [here, list(upper.values()), list(districts(england).values())]


@pytest.mark.parametrize(
    ("lads", "words"),
    [
        (["Wokingham"], "Wokingham"),
        (
            ["North Lincolnshire", "North East Lincolnshire"],
            "North East Lincolnshire and North Lincolnshire",
        ),
        (["Cornwall", "Isles of Scilly"], "Cornwall and the Isles of Scilly"),
        (["Devon"], "Devon"),
        (["Ashford", "Dover", "Swale"], "Ashford, Dover and Swale"),
        (["Ashford", "Dover", "Swale", "Thanet"], ""),
        (["Bedford", "Medway", "Milton Keynes"], "Bedford, Medway and Milton Keynes"),
        (["Bedford", "King's Lynn and West Norfolk"], "Bedford; King's Lynn and West Norfolk"),
    ],
)
def test_whole_areas_are_called_by_the_fewest_names(
    england: Atlas, kinds: list[list[Place]], lads: list[str], words: str
) -> None:
    authorities = england.authorities
    here = authorities["lad_name"].isin(lads) | authorities["utla_name"].isin(lads)
    blocks = england.blocks.index[england.blocks["lad"].isin(authorities.index[here])]
    assert area_words(blocks, kinds) == words
    named = whole_places(blocks, kinds)
    assert set(blocks) == {block for place in named for block in place.blocks}


def test_a_part_of_a_district_more_or_less_is_told(
    england: Atlas, kinds: list[list[Place]]
) -> None:
    lads = england.authorities["lad_name"].reindex(england.blocks["lad"]).to_numpy()
    parts = england.blocks.index[lads == "North Hertfordshire"]
    county = england.authorities["utla_name"].reindex(england.blocks["lad"]).to_numpy()
    herts = england.blocks.index[county == "Hertfordshire"]
    bedford = england.blocks.index[lads == "Bedford"]
    assert len(parts) > 1
    assert area_words(parts[:1], kinds) == "a part of North Hertfordshire"
    assert area_words(herts.difference(parts[:1]), kinds) == (
        "Hertfordshire but for a part of North Hertfordshire"
    )
    assert area_words(herts.difference(parts), kinds) == (
        "Hertfordshire but for North Hertfordshire"
    )
    assert area_words(bedford.union(parts[:1]), kinds) == (
        "Bedford and a part of North Hertfordshire"
    )
    stevenage = england.blocks.index[lads == "Stevenage"]
    assert area_words(herts.difference(parts[:1]).difference(stevenage), kinds) == ""


def test_nobody_is_nowhere(kinds: list[list[Place]]) -> None:
    assert whole_places((), kinds) == ()
    assert area_words((), kinds) == ""

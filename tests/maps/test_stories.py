"""Stories: sentences that are right, and that a person could say aloud."""

import math
import re
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from footprint.english import listed, month, percent
from footprint.facts.atlas import Atlas
from footprint.maps import sentences, stories
from footprint.maps.sentences import measure_sentence
from footprint.measures.catalogue import BY_KEY, MEASURES, estimated, residents, tabulate
from footprint.plans.plan import Plan, complete, noun
from footprint.plans.plan import england as whole_country

MakePlan = Callable[..., Plan]


def test_words_are_joined_as_a_sentence_does() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(iter(["a", "b", "c"])) == "a, b and c"


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0, "0%"),
        (0.0001, "under 1%"),
        (0.005, "under 1%"),
        (0.0051, "1%"),
        (0.01, "1%"),
        (0.333, "33%"),
        (0.5, "50%"),
        (0.99, "99%"),
        (0.9949, "99%"),
        (0.995, "over 99%"),
        (0.99999, "over 99%"),
        (1, "100%"),
    ],
)
def test_a_share_never_rounds_some_to_none_or_most_to_all(share: float, words: str) -> None:
    assert percent(share) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2025-09", "September 2025"),
        ("2025-09-30", "September 2025"),
        ("2023-01-01", "January 2023"),
        ("2026-12", "December 2026"),
    ],
)
def test_a_date_is_said_by_its_month(date: str, words: str) -> None:
    assert month(date) == words


def test_footprints_are_called_by_their_layer(today: Plan, cluster: Plan, divided: Plan) -> None:
    assert noun(today) == noun(divided) == "ICBs"
    assert noun(cluster) == "leadership teams"
    assert noun(cluster, 1) == "leadership team"


def test_a_measure_is_told_by_its_ends_and_the_country(toy: Atlas, today: Plan) -> None:
    measure = BY_KEY["running_cost_allowance_per_resident"]
    values = measure.compute(toy, today)
    assert measure_sentence(today, measure, values, 55_000 / 2_100) == (
        "West has the lowest running cost allowance per resident (£20.00), "
        "East the highest (£30.00). England: £26.19."
    )


def test_residents_begin_with_those_below_the_least(toy: Atlas, today: Plan) -> None:
    assert measure_sentence(today, BY_KEY["residents"], residents(toy, today), 2_100) == (
        "3 of the 3 ICBs have fewer than 1 million residents. Middle has the fewest residents "
        "(400), East the most (1,100). England in all: 2,100."
    )


def test_a_measure_with_gaps_says_how_many(today: Plan) -> None:
    values = pd.Series({"W": 1.0, "M": math.nan, "E": 2.0})
    said = measure_sentence(today, BY_KEY["imd"], values, math.nan)
    assert said.endswith("England: no figure. 1 of 3 has no figure.")
    values = pd.Series({"W": 1.0, "M": math.nan, "E": math.nan})
    assert measure_sentence(today, BY_KEY["imd"], values, 1).endswith("2 of 3 have no figure.")


def test_a_measure_nobody_has_says_so(today: Plan) -> None:
    values = pd.Series({"W": math.nan, "M": math.nan, "E": math.nan})
    assert measure_sentence(today, BY_KEY["imd"], values, math.nan) == (
        "Deprivation score (IMD 2025): there is no figure for any of the 3 ICBs."
    )


@pytest.mark.parametrize(
    ("people", "counted"),
    [
        ((1_500_000, 2_000_000), ("None of the 2 leadership teams has", "at least")),
        ((1_499_999, 1_000_000), ("None of the 2 leadership teams has", "fewer than")),
        ((2_000_000, 999_999), ("1 of the 2 leadership teams has", "at least")),
        ((5, 6), ("2 of the 2 leadership teams have", "fewer than")),
    ],
)
def test_a_million_is_enough_and_of_mergers_one_and_a_half_is_asked(
    cluster: Plan, people: tuple[int, int], counted: tuple[str, str]
) -> None:
    few, merged = counted
    assert sentences.below_least(cluster, pd.Series(people, index=["wm", "E"])) == (
        f"{few} fewer than 1 million residents; the one cluster has {merged} the 1.5 million "
        "reportedly asked of merged ICBs."
    )


def test_membership_is_told_by_kind_and_by_its_ends(
    toy: Atlas, today: Plan, cluster: Plan, divided: Plan
) -> None:
    said = {
        plan.key: sentences.membership_sentence(plan, residents(toy, plan))
        for plan in (today, cluster, divided)
    }
    assert said == {
        "icb-2023": "3 ICBs as they were in 2023. The largest is East (1,100 people), "
        "the smallest Middle (400).",
        "agreed-2025-09": "1 cluster and 1 ICB on its own. The largest is East (1,100 people), "
        "the smallest West and Middle (1,000).",
        "merged-2026-04": "1 merger, 1 ICB with less area and 1 ICB as it was in 2023. The largest "
        "is East (1,100 people), the smallest West (400).",
    }


def test_membership_of_a_regional_plan_counts_its_own_footprints_only(
    toy: Atlas, island: Plan, today: Plan
) -> None:
    whole = complete(island, today)
    assert sentences.membership_sentence(whole, residents(toy, whole)) == (
        "1 ICB with less area. The largest is Dune Island (600 people), the smallest Dune Island "
        "(600)."
    )


def test_a_footprint_is_made_of_icbs_whole_or_in_part(
    toy: Atlas, today: Plan, divided: Plan
) -> None:
    assert stories.make_up(toy, divided, today) == {
        "W": "67% of the people of West",
        "birch": "Middle and 33% of the people of West",
        "E": "East",
    }


def told(atlas: Atlas, plan: Plan, footprint: str, plans: dict[str, Plan]) -> stories.Story:
    guessed = footprint in estimated(atlas, plan)
    table = tabulate(atlas, plan)
    return stories.story(atlas, plan, footprint, table, plans, estimated=guessed)


def test_the_story_of_a_merger_reads_right(
    toy: Atlas, divided: Plan, toy_plans: dict[str, Plan]
) -> None:
    story = told(toy, divided, "birch", toy_plans)
    assert story.title == "Birch and Middle"
    assert story.subtitle == (
        "Merger: one statutory body made of several of 2023, or parts of them"
    )
    assert story.paragraphs == (
        (
            "People",
            "600 residents in mid-2024, the 2nd largest of 3. "
            "0.0% of residents live in the most deprived tenth of England.",
        ),
        (
            "Money",
            "Running cost allowances in 2025/26 of the ICBs it was made from, summed: £0.0m, or "
            "£23.33 per resident. Worked out by share: the allowance of an ICB that was split is "
            "shared by residents.",
        ),
        ("ICBs of 2023", "Made from Middle and 33% of the people of West."),
        ("Leadership team", "It has a leadership team of its own."),
        ("Districts", "All of Birch."),
        ("April 2023 (replaced)", "Its people are in Middle (67%) and West (33%)."),
        (
            "September 2025 (agreed)",
            "Its people are in Middle (67%) and West (33%).",
        ),
    )


def test_the_story_of_a_cluster_reads_right(
    toy: Atlas, cluster: Plan, toy_plans: dict[str, Plan]
) -> None:
    story = dict(told(toy, cluster, "wm", toy_plans).paragraphs)
    assert story["People"].startswith("1,000 residents in mid-2024, the smallest of 2. ")
    assert story["Money"].endswith("or £22.00 per resident.")
    assert story["Statutory bodies"] == (
        "One leadership team over 2 bodies that stay separate: West and Middle."
    )
    assert story["ICBs of 2023"] == "West and Middle."
    assert story["Districts"] == "All of Ash and Birch."
    assert story["April 2026 (in force)"] == (
        "Its people are in Birch and Middle (60%), and West (40%)."
    )


def test_the_story_of_an_icb_reads_right(
    toy: Atlas, today: Plan, toy_plans: dict[str, Plan]
) -> None:
    east = dict(told(toy, today, "E", toy_plans).paragraphs)
    assert east["People"] == (
        "1,100 residents in mid-2024, the largest of 3. "
        "36.4% of residents live in the most deprived tenth of England."
    )
    assert east["ICBs of 2023"] == "East, as it was."
    assert east["Leadership team"] == "It has a leadership team of its own."
    assert east["April 2026 (in force)"] == "The same area: East (an ICB)."
    west = dict(told(toy, today, "W", toy_plans).paragraphs)
    assert west["Districts"] == (
        "All of Ash. Part of Birch (33%); in brackets, the share of its people."
    )


def test_a_body_in_a_cluster_says_whom_it_shares_its_team_with(
    toy: Atlas, cluster: Plan, toy_plans: dict[str, Plan]
) -> None:
    middle = dict(told(toy, cluster.seen_as("bodies"), "M", toy_plans).paragraphs)
    assert middle["ICBs of 2023"] == "Middle, as it was."
    assert middle["Leadership team"] == "It shares one leadership team, as a cluster, with West."


def test_a_team_that_cuts_through_a_body_says_so_and_why(
    toy: Atlas, make_plan: MakePlan, toy_plans: dict[str, Plan]
) -> None:
    plan = replace(make_plan(*"XXYYYY", bodies="WWWMEE"), why_divided="It was to change.")
    west = dict(told(toy, plan, "X", toy_plans).paragraphs)["Statutory bodies"]
    assert west == "A part of W. It was to change."
    east = dict(told(toy, plan, "Y", toy_plans).paragraphs)["Statutory bodies"]
    assert east == (
        "One leadership team over 3 bodies that stay separate: W, M and E. It covers only a part "
        "of W. It was to change."
    )
    body = dict(told(toy, plan.seen_as("bodies"), "W", toy_plans).paragraphs)["Leadership team"]
    assert body == "Different teams lead parts of it: X, Y. It was to change."


def test_the_story_of_the_country_reads_right(toy: Atlas, today: Plan) -> None:
    figures = tabulate(toy, whole_country(toy)).loc["england"]
    story = stories.england_story(today, figures, tabulate(toy, today))
    assert (story.title, story.subtitle) == ("England", "3 ICBs, 3 leadership teams")
    assert story.paragraphs[0] == (
        "People",
        "2,100 residents in mid-2024. 3 of the 3 ICBs have fewer than 1 million residents.",
    )


def reads_well(sentence: str) -> None:
    assert not re.search(r"\bnan\b|\bNone\b(?! of)|\binf\b|  | ,| \.|\.\.|\(\)", sentence), sentence
    assert sentence == sentence.strip()
    assert sentence.endswith(".")


def test_every_footprint_of_every_shipped_plan_has_a_story(
    england: Atlas, shipped: dict[str, Plan], completed: dict[str, Plan]
) -> None:
    for plan in completed.values():
        table, guessed = tabulate(england, plan), estimated(england, plan)
        for footprint in plan.by_id:
            story = stories.story(
                england, plan, footprint, table, shipped, estimated=footprint in guessed
            )
            assert story.title == plan.by_id[footprint].name
            assert len({heading for heading, _ in story.paragraphs}) == len(story.paragraphs)
            for _, sentence in story.paragraphs:
                reads_well(sentence)


def test_every_shipped_plan_can_be_told_by_every_measure(
    england: Atlas, completed: dict[str, Plan]
) -> None:
    whole = tabulate(england, whole_country(england)).loc["england"]
    for plan in completed.values():
        table = tabulate(england, plan)
        reads_well(sentences.membership_sentence(plan, table["residents"]))
        for measure in MEASURES:
            reads_well(measure_sentence(plan, measure, table[measure.key], whole[measure.key]))
        for _, sentence in stories.england_story(plan, whole, table).paragraphs:
            reads_well(sentence)


def test_every_shipped_plan_has_dates_that_can_be_said(shipped: dict[str, Plan]) -> None:
    for plan in shipped.values():
        assert re.fullmatch(r"[A-Z][a-z]+ 20\d\d", month(plan.as_of))
        assert re.fullmatch(r"[A-Z][a-z]+ 20\d\d", month(plan.effective))
        reads_well(plan.summary)

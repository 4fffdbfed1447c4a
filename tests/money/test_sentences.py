"""Money in sentences: what is said of each sum, and where two sums are called the same."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from footprint.facts.atlas import Atlas
from footprint.measures.catalogue import tabulate
from footprint.money import sentences
from footprint.money.published import ImpliedCost
from footprint.money.scenario import Scenario, as_implied
from footprint.plans.plan import Plan

ROW = {
    "own_whole": False,
    "weighted_population": 1_000_000.0,
    "envelope": 18_760_000.0,
    "target": math.nan,
    "whose_target": "published",
    "whose_envelope": "worked out",
    "left": 18_760_000.0,
    "baseline": 30_000_000.0,
    "basis": "published",
    "needed": 11_240_000.0,
    "needed_share": 11.24 / 30,
    "cut_takes": 15_000_000.0,
}


def row(**changes: object) -> pd.Series:
    return pd.Series({**ROW, **changes})


def table(plan: Plan, **columns: list[float]) -> pd.DataFrame:
    return pd.DataFrame(columns, index=list(plan.by_id))


def test_the_envelopes_come_to_a_sum_and_the_ends_are_named(today: Plan) -> None:
    left = table(today, envelope=[2e6, 1e6, 5e6])
    assert sentences.take_away(today, left, Scenario()) == (
        "By the cap of £18.76 for each weighted head, the envelopes of England’s 3 ICBs, worked "
        "out, come to £8.0m a year, from £1.0m for Middle to £5.0m for East."
    )
    own = sentences.take_away(today, left, Scenario(cap=20))
    assert "your cap of £20.00" in own
    assert "3 ICBs come to £8.0m a year (yours), from £1.0m" in own


def test_one_unknown_weighted_population_leaves_the_whole_untold(today: Plan) -> None:
    left = table(today, envelope=[2e6, math.nan, 5e6])
    assert sentences.take_away(today, left, Scenario()) == (
        "There is no weighted population for some of the 3 ICBs."
    )


def test_who_loses_more_is_told_where_the_figures_shown_differ(today: Plan) -> None:
    figures = {"baseline": [3e6] * 3, "left": [1e6] * 3, "cut_takes": [2.1e6, 1.9e6, 2.04e6]}
    figures |= {"target": [math.nan] * 3}
    more = table(today, **figures, basis=["published", "yours", "yours and published"])
    assert sentences.who_loses(today, more, Scenario()) == (
        "3 of 3 have a figure for their cost before the cut, 2 of them yours. "
        "A 50% cut would take more than the cap from: West. "
        "The cap would take more than a 50% cut from: Middle."
    )
    less = table(
        today,
        baseline=[math.nan, 3e6, math.nan],
        left=[1e6] * 3,
        target=[math.nan] * 3,
        cut_takes=[math.nan, 2e6, 2e6],
        basis=["", "published", ""],
    )
    assert sentences.who_loses(today, less, Scenario()) == (
        "1 of 3 have a figure for their cost before the cut."
    )


@pytest.mark.parametrize(
    ("cut", "words"),
    [
        (0.08, "An 8% cut"),
        (0.8, "An 80% cut"),
        (0.11, "An 11% cut"),
        (0.18, "An 18% cut"),
        (0.115, "An 11.5% cut"),
        (0.1, "A 10% cut"),
        (0.17, "A 17% cut"),
        (0.5, "A 50% cut"),
        (1.0, "A 100% cut"),
    ],
)
def test_a_cut_has_the_article_it_has_when_read_aloud(cut: float, words: str) -> None:
    said = sentences.cut_or_cap("West", row(), Scenario(cut=cut))
    assert said.startswith(f"{words} would take £3.8m more from West than the cap would")


@pytest.mark.parametrize(
    ("takes", "words"),
    [
        (11.26e6, "A 50% cut would take £0.1m more from West than the cap would"),
        (11.24e6, "A 50% cut and the cap would take the same from West: £11.2m (worked out)."),
        (11.16e6, "A 50% cut and the cap would take the same from West: £11.2m (worked out)."),
        (11.14e6, "The cap would take £0.1m more from West than a 50% cut would"),
        (math.nan, "No figure is published for what West cost before the cut."),
    ],
)
def test_figures_that_are_shown_alike_are_the_same(takes: float, words: str) -> None:
    said = sentences.cut_or_cap("West", row(cut_takes=takes), Scenario())
    assert said.startswith(words)


def test_the_difference_told_is_that_of_the_figures_beside_it() -> None:
    south = row(baseline=61.73e6, left=30.24e6, needed=31.49e6, cut_takes=30.865e6)
    assert sentences.cut_or_cap("South Yorkshire", south, Scenario()) == (
        "The cap would take £0.6m more from South Yorkshire than a 50% cut would "
        "(£31.5m against £30.9m, both worked out)."
    )
    # What is taken and what is left come to the cost, as all three are shown.
    assert sentences.left_by_cut(south) == pytest.approx(30.8e6)
    assert sentences.taken_by_cap(row(baseline=1e6, left=2e6)) == 0


def test_the_larger_sum_is_named_first() -> None:
    cut = sentences.cut_or_cap("West", row(), Scenario())
    cap = sentences.cut_or_cap("West", row(cut_takes=10e6), Scenario())
    assert cut.endswith("(£15.0m against £11.2m, both worked out).")
    assert cap.endswith("(£11.2m against £10.0m, both worked out).")
    own = sentences.cut_or_cap("West", row(), Scenario(cut=0.6))
    assert own.endswith("(£15.0m, yours, against £11.2m, worked out).")
    given = sentences.cut_or_cap("West", row(basis="yours"), Scenario())
    assert given.endswith("(£15.0m against £11.2m, both yours).")


@pytest.mark.parametrize(
    ("pounds", "words", "takes"),
    [
        (math.nan, "no figure", "no figure"),
        (11.24e6, "the same", "the same"),
        (11.16e6, "the same", "the same"),
        (11.26e6, "£0.1m more", "The cut, by £0.1m"),
        (11.14e6, "£0.1m less", "The cap, by £0.1m"),
    ],
)
def test_a_difference_is_said_by_its_sign(pounds: float, words: str, takes: str) -> None:
    assert sentences.difference(11.2e6, pounds) == words
    assert sentences.takes_more(row(cut_takes=pounds)) == takes


def test_what_is_needed_says_from_what_to_what_and_by_whose_cap() -> None:
    assert sentences.needed(row(), Scenario(), estimated=False) == (
        "From £30.0m (published) to the envelope of £18.8m (worked out) is £11.2m (worked out), "
        "or 37%, less."
    )
    assert sentences.needed(row(), Scenario(cap=20), estimated=True) == (
        "From £30.0m (published, worked out by share) to the envelope of £18.8m (worked out by "
        "share) is £11.2m (worked out), or 37%, less by your cap."
    )
    given = row(basis="yours", own_whole=True)
    assert sentences.needed(given, Scenario(), estimated=True).startswith("From £30.0m (yours) to")
    own = row(whose_envelope="yours")
    said = sentences.needed(own, Scenario(cap=20), estimated=True)
    assert "the envelope of £18.8m (yours, worked out by share)" in said
    assert "(yours)" in sentences.envelope(own, Scenario(cap=20), estimated=False)
    known = row(target=18_760_000.0, whose_target="implied")
    assert "to the target of £18.8m (implied) is" in sentences.needed(
        known, Scenario(), estimated=False
    )
    assert (
        sentences.needed(row(needed=math.nan, baseline=math.nan), Scenario(), estimated=False)
        == "No figure in pounds, for the cost before the cut is not published."
    )


def test_a_saving_from_a_cost_that_is_implied_is_implied_and_a_range_stays_one() -> None:
    unknown = row(baseline=math.nan, basis="", needed=math.nan, needed_share=math.nan)
    assert sentences.by_implied(unknown, ImpliedCost(30e6, 30e6, "")) == (
        "From the cost that is implied, £30.0m, to the envelope of £18.8m would be £11.2m (37%) "
        "less."
    )
    assert sentences.by_implied(unknown, ImpliedCost(30e6, 40e6, "")) == (
        "From the cost that is implied, £30.0m to £40.0m, to the envelope of £18.8m would be "
        "£11.2m to £21.2m (37% to 53%) less."
    )
    assert sentences.by_implied(unknown, None) == ""
    assert sentences.by_implied(row(baseline=61e6), ImpliedCost(30e6, 30e6, "")) == ""
    less = as_implied(unknown, 10e6)
    assert (less["needed"], sentences.taken_mark(less)) == (0, "implied")
    own = row(baseline=math.nan, basis="", whose_envelope="yours")
    assert sentences.taken_mark(as_implied(own, 10e6)) == "yours, implied"


def test_the_envelope_is_told_beside_the_target_only_at_the_published_cap() -> None:
    heads, told = (
        "£18.76 × 1,000,000 weighted heads (worked out",
        ") is an envelope of £18.8m a year",
    )
    assert sentences.envelope(row(), Scenario(), estimated=True) == (
        f"{heads} by share{told} (worked out by share, because an ICB was split). No target in "
        "pounds is published for exactly this area for 2025/26."
    )
    known = row(target=19_000_000.0)
    assert sentences.envelope(known, Scenario(), estimated=False) == (
        f"{heads}{told} (worked out). The target for 2025/26 is £19.0m (published), £0.2m more "
        "than the envelope; what must be saved is counted to the target."
    )
    implied = row(target=19_000_000.0, whose_target="implied")
    assert "The target for 2025/26 is £19.0m (implied)" in sentences.envelope(
        implied, Scenario(), estimated=False
    )
    other = sentences.envelope(known, Scenario(cap=20), estimated=False)
    assert other.endswith("The target published for a cap of £18.76 is £19.0m.")


def test_of_two_targets_each_says_its_year() -> None:
    known, later = row(target=19_000_000.0), "£19.4m (published, second-hand)"
    said = sentences.envelope(known, Scenario(), estimated=False, to_come=later)
    assert "The target for 2025/26 is £19.0m (published), " in said
    assert said.endswith(f"counted to the target. For 2026/27 it is {later}.")
    alone = sentences.envelope(row(), Scenario(), estimated=False, to_come=later)
    assert alone.endswith(f"exactly this area for 2025/26. For 2026/27 it is {later}.")


def test_where_savings_are_counted_to_targets_it_is_they_that_take(today: Plan) -> None:
    figures = {"baseline": [3e6] * 3, "left": [1e6] * 3, "cut_takes": [2.1e6, 1.9e6, 2.04e6]}
    more = table(today, **figures, target=[1e6, 1e6, math.nan], basis=["published"] * 3)
    said = sentences.who_loses(today, more, Scenario())
    assert (
        "A 50% cut would take more than the target (or the cap where there is none) from: West"
        in said
    )
    assert (
        "The target (or the cap where there is none) would take more than a 50% cut from: Middle."
        in said
    )
    assert [sentences.takes_more(more.loc[one]) for one in more.index] == [
        "The cut, by £0.1m",
        "The target, by £0.1m",
        "the same",
    ]


def test_what_targets_do_to_england_is_said_where_it_is_known() -> None:
    whole = pd.DataFrame({"left": [2.0e6, 3.1e6], "envelope": [2.0e6, 3.0e6]})
    said = (
        "A footprint with a target of its own for 2025/26, published or implied, has to come down "
        "to that target and not to its envelope"
    )
    assert (
        sentences.which_is_used(whole, Scenario())
        == f"{said}; that makes England’s total £0.1m more."
    )
    same = whole.assign(left=whole["envelope"])
    assert sentences.which_is_used(same, Scenario()) == f"{said}."
    gap = whole.assign(left=[math.nan, 3.1e6])
    assert sentences.which_is_used(gap, Scenario()) == f"{said}."
    assert sentences.which_is_used(whole, Scenario(cap=20)) == (
        "Targets were set at £18.76, so your cap takes their place."
    )


def test_teams_are_counted_and_their_saving_is_the_users(cluster: Plan) -> None:
    assert sentences.teams(cluster, 0, Scenario()) == (
        "This plan has 2 leadership teams, no fewer than there were ICBs in 2023."
    )
    fewer = "This plan has 2 leadership teams where there were 3: 1 fewer."
    assert sentences.teams(cluster, 1, Scenario()) == (
        f"{fewer} Give a saving for each to see what that would come to."
    )
    assert sentences.teams(cluster, 1, Scenario(saving=1_500_000)) == (
        f"{fewer} At your £1.5m for each, that is £1.5m a year."
    )


def test_allowance_and_staff_are_told_with_what_they_are_a_share_of(
    toy: Atlas, today: Plan
) -> None:
    (_, allowance), (_, staff) = sentences.allowance_and_staff(
        tabulate(toy, today).loc["W"], estimated=False
    )
    assert allowance == (
        "£0.0m (published) in 2025/26, £20.00 for each resident (worked out). It is not what the "
        "cap covers."
    )
    assert staff == (
        "6 full-time equivalents (published) in March 2025, 1,000.0 for every 100,000 residents "
        "(worked out)."
    )


def test_the_allowance_and_staff_of_several_icbs_are_worked_out(toy: Atlas, cluster: Plan) -> None:
    several = tabulate(toy, cluster)
    figures = several[several["icbs_inside"] > 1].iloc[0]
    for _, said in sentences.allowance_and_staff(figures, estimated=False):
        assert said.count("(worked out)") == 2
        assert "(published)" not in said


def test_allowance_and_staff_of_a_divided_icb_are_marked_as_estimates(
    toy: Atlas, today: Plan
) -> None:
    figures = tabulate(toy, today).loc["W"]
    for _, said in sentences.allowance_and_staff(figures, estimated=True):
        assert said.count("(worked out by share)") == 2
    for _, said in sentences.allowance_and_staff(figures, estimated=False):
        assert "worked out by share" not in said

"""Answers on the toy country, whose options can be counted on one's fingers.

W and M touch, and so do M and E: four groupings in one piece of its three ICBs, and one more that
is not, W with E. W has 600 residents, M 400 and E 1,100; Birch lies in W (200) and M (400).
"""

from __future__ import annotations

import json

import pytest

from footprint.every_option import __main__ as command
from footprint.every_option import as_plans, sampled
from footprint.every_option.answer import Answer, answer
from footprint.every_option.measures import catalogue, measured
from footprint.every_option.question import Question, QuestionError
from footprint.frontier.counting import NoSuchOptionError
from footprint.plans.tiers import tiers as read_tiers

LONDON = ("--region", "London", "--footprints", "3")
ALONE, WM, ME = (0, 1, 2), (0, 1, 1), (0, 0, 1)


@pytest.fixture(scope="module")
def ask(toy, today):
    kinds = read_tiers(toy)
    shared = today.seen_as("bodies")

    def asked(*keys: str, **question: object) -> Answer:
        measures = [measured(key, kinds) for key in keys]
        return answer(toy, shared, kinds, Question(**question), measures)

    return asked


def groups(found: Answer, size: int) -> list[set[str]]:
    made = [found.option(number, size) for number in range(found.total(size))]
    return [{"".join(codes) for codes in as_plans.groups(one, found.units)} for one in made]


def test_the_toy_country_has_four_options(ask):
    found = ask()
    assert found.units.codes == ("E", "M", "W")
    assert found.units.residents == (1100, 400, 600)
    assert found.by_footprints == {1: 1, 2: 2, 3: 1}
    assert sorted(groups(found, 2), key=sorted) == [{"E", "MW"}, {"EM", "W"}]


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ({"least": 500}, {1: 1, 2: 2}),
        ({"least": 1_000}, {1: 1, 2: 1}),
        ({"least": 0, "most": 1_200}, {2: 1, 3: 1}),
        ({"least": 550, "by": "weighted population"}, {1: 1, 2: 2}),
        ({"whole": ("lad",), "tolerance": 0}, {1: 1, 2: 1}),
        ({"whole": ("lad",), "tolerance": 0.4}, {1: 1, 2: 2, 3: 1}),
        ({"inside_regions": True}, {2: 1, 3: 1}),
        ({"together": (("W", "M"),)}, {1: 1, 2: 1}),
        ({"together": (("W", "E"),)}, {1: 1}),
        ({"apart": (("W", "M"),)}, {2: 1, 3: 1}),
        ({"fixed": (("E",),)}, {2: 1, 3: 1}),
        ({"fixed": (("E", "W"),)}, {}),
        ({"region": "Mainland"}, {1: 1, 2: 1}),
        ({"region": "mainland"}, {1: 1, 2: 1}),
        ({"only": ("W", "M")}, {1: 1, 2: 1}),
        ({"only": ("W", "E")}, {2: 1}),
        ({"least": 10_000}, {}),
    ],
)
def test_each_condition_leaves_what_it_should(ask, question, left):
    assert ask(**question).by_footprints == left


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ({"region": "Atlantis"}, "No body lies in “Atlantis”. Regions are Islands and Mainland."),
        ({"only": ("W", "X")}, "bodies counted here has the code “X”."),
        ({"only": ("E",), "region": "Mainland"}, "None of East lies in the Mainland."),
        ({"least": -5}, "cannot be below 0"),
        ({"least": 3, "most": 1}, "cannot be below the fewest"),
        ({"tolerance": 2}, "at least 0 and below 1"),
        ({"together": (("W",),)}, "“W” names one body"),
        ({"apart": (("W", "W"),)}, "need two"),
        ({"whole": ("parish",)}, "There is no kind of authority parish."),
        ({"together": (("W", "X"),)}, "bodies counted here has the code “X”."),
        ({"apart": (("W", "E"),), "region": "Mainland"}, "A condition names East, outside of what"),
        ({"fixed": (("E",),), "only": ("W", "M")}, "Count more ICBs, or leave them out of the"),
        ({"fixed": (("W",), ("W", "M"))}, "W cannot be in two footprints that are given."),
        ({"fixed": (("M", "W", "E"), ("M", "E", "W"))}, "^E, M and W cannot be in two footprints"),
    ],
)
def test_what_is_not_there_is_named(ask, question, said):
    with pytest.raises(QuestionError, match=said):
        ask(**question)
    with pytest.raises(QuestionError, match="There is no measure “beauty”"):
        ask("beauty")


def test_figures_and_distributions_are_those_of_the_toy_country(ask):
    found = ask("split-lad", "crossing")
    assert found.distribution(2) == {0: 1, 1: 1}
    assert found.distribution(2, measure=1) == {0: 1, 1: 1}
    assert found.joint == {(0, 0): {2: 1}, (0, 1): {1: 1}, (1, 0): {3: 1}, (1, 1): {2: 1}}
    assert found.figures(WM) == (0, 0)
    assert found.figures(ME) == (1, 1)
    assert found.best(2) == (0, 0)
    assert found.best(4) is None
    assert found.frontier(2) == [(0, 0)]
    best = found.option(0, 2, found.best(2))
    assert as_plans.groups(best, found.units) == (("E",), ("M", "W"))


def test_the_nearest_option_puts_fewest_neighbours_otherwise(toy, today):
    shared = today.seen_as("bodies")
    kinds = read_tiers(toy)
    found = answer(toy, shared, kinds, Question(least=1_000), near=ALONE)
    assert {size: found.distribution(size) for size in (1, 2)} == {1: {2: 1}, 2: {1: 1}}


def test_an_option_is_a_plan_and_a_plan_an_option(ask, today, cluster, divided):
    shared = today.seen_as("bodies")
    units = ask().units
    grouping = as_plans.grouping_in(cluster, shared, units)
    assert as_plans.groups(grouping, units) == (("E",), ("M", "W"))
    key = as_plans.key_of(grouping, "icb-2023")
    assert as_plans.read_key(key) == ("icb-2023", grouping)
    plan = as_plans.plan_of(key, grouping, shared, units, shared, "three")
    assert plan.footprint_of.to_dict() == {
        "A-1": "W",
        "A-2": "W",
        "B-1": "W",
        "B-3": "W",
        "C-4": "E",
        "D-4": "E",
    }
    assert plan.by_id["W"].name == "West with Middle"
    assert (len(plan.bodies.by_id), plan.status) == (3, "option")
    assert plan.summary == "One of the ways to group three."
    with pytest.raises(as_plans.DividedError, match="It divides West, and"):
        as_plans.grouping_in(divided, shared, units)


@pytest.mark.parametrize("key", ["every-", "every-icb-2023-", "every-icb-2023-a1b", "icb-2023-abc"])
def test_a_key_that_says_nothing_is_refused(key):
    with pytest.raises(NoSuchOptionError):
        as_plans.read_key(key)


@pytest.mark.parametrize("labels", [(0, 1), (1, 0, 0), (0, 2, 1), (0, 1, 0)])
def test_a_grouping_of_other_units_or_in_pieces_is_no_plan(ask, today, labels):
    shared = today.seen_as("bodies")
    with pytest.raises(NoSuchOptionError):
        as_plans.plan_of("every-icb-2023-x", labels, shared, ask().units, shared, "three")


def test_what_does_not_add_up_is_worked_out_from_all_footprints(ask):
    units = ask().units
    ratio = sampled.SAMPLED["largest-over-smallest"]
    assert sampled.figure(ratio, (0, 1, 1), units) == 1100 / 1000
    drawn = sampled.sampled(ratio, [(0, 1, 1), (0, 1, 2), (0, 0, 0)], units)
    assert drawn.figures == (1.0, 1.1, 2.75)
    assert drawn.share_up_to(1.1) == pytest.approx(2 / 3)
    assert drawn.middle[1] == 1.1
    assert sampled.Sample((1.5,)).middle == (1.5, 1.5, 1.5)


def test_the_error_said_of_a_share_shrinks_with_the_sample_and_is_never_nought():
    few, many = sampled.Sample((1.0,) * 100), sampled.Sample((1.0,) * 10_000)
    assert few.error(0.5) == pytest.approx(0.096, abs=0.001)
    assert many.error(0.5) == pytest.approx(0.0098, abs=0.0001)
    assert 0 < many.error(0) < few.error(0) < 0.02


def test_every_measure_has_a_key_of_its_own(toy):
    kinds = read_tiers(toy)
    known = catalogue(kinds)
    assert len({measure.label for measure in known.values()}) == len(known) > 10


def test_the_terminal_prints_the_count_and_the_distribution(capsys):
    asked = "--bodies icb-2023 --footprints 26 --least 1000000 --whole utla --tolerance 0 --json"
    assert command.main([*asked.split(), "--measure", "split-utla"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["count"] == told["by_footprints"]["26"] > 0
    assert told["asked"] == {
        "least": 1_000_000,
        "by": "residents",
        "whole": ["utla"],
        "tolerance": 0,
    }
    assert told["options"] == [{"figures": [0], "by_footprints": {"26": told["count"]}}]
    assert command.main(["--region", "London"]) == 0
    assert "options of 5 areas" in capsys.readouterr().out
    assert command.main(["--only", "QRV,QMJ", "--footprints", "1"]) == 0
    assert capsys.readouterr().out == "1 option of 2 areas\n   1 footprint   1\n"


def test_the_terminal_tells_a_spread_and_how_many_have_no_more(capsys):
    asked = [*LONDON, "--measure", "people-below-2000000", "--up-to", "1824242"]
    assert command.main([*asked, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    listed = ["--measure", "people-below-2000000", "--json"]
    assert command.main([*LONDON, *listed]) == 0
    options = json.loads(capsys.readouterr().out)["options"]
    figures = sorted(one["figures"][0] for one in options for _ in range(one["by_footprints"]["3"]))
    assert told["count"] == len(figures) == 15
    assert told["spread"] == {
        "least": figures[0],
        **{"quarter": figures[3], "half": figures[7], "three_quarters": figures[11]},
        "most": figures[-1],
    }
    no_more = sum(one <= 1_824_242 for one in figures)
    assert told["up_to"] == {"figure": 1_824_242, "count": no_more}
    assert command.main(asked) == 0
    said = capsys.readouterr().out
    assert said.startswith("15 options with 3 footprints, people-below-2000000\n")
    assert f"no more than 1,824,242: {no_more} options" in said
    assert command.main([*LONDON, "--least", "9000000", "--measure", "crossing", "--spread"]) == 0
    assert capsys.readouterr().out == "0 options with 3 footprints, crossing\n"


def test_every_option_has_its_number_on_the_command_line_whatever_is_measured(capsys):
    def said(*asked: str) -> dict[str, object]:
        assert command.main([*LONDON, *asked, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    def made(number: int, *asked: str) -> list[dict[str, object]]:
        return said("--option", str(number), *asked)["option"]["made_of"]

    teams = said("--number-of", "in-force-2026-10", "--measure", "split-sa")["plan"]
    assert (teams["of"], teams["footprints"]) == (15, 3)
    own = made(teams["number"])
    assert [one["codes"] for one in own] == [["QKK", "QWE"], ["QMF"], ["QMJ", "QRV"]]
    assert made(teams["number"], "--measure", "split-sa") == own
    others = [made(number) for number in (1, 8, 15) if number != teams["number"]]
    assert own not in others
    for option in (own, *others):
        assert sum(one["residents"] for one in option) == 9_089_736


def test_a_plan_is_looked_at_by_its_teams_unless_its_key_names_the_bodies(capsys):
    assert command.main(["--number-of", "icb-2023~bodies"]) == 0
    assert capsys.readouterr().out == (
        "“42 ICBs (to March 2026)” is option 1 of 1 with 42 footprints\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--bodies", "east-model-a"], "There are no bodies “east-model-a”."),
        (["--bodies", "sa"], "Strategic authorities do not cover England, as 145"),
        (["--region", "Wales"], "No body lies in “Wales”."),
        (["--footprints", "0"], "at least 1 footprint"),
        (["--only", "QRV,X1"], "bodies counted here has the code “X1”."),
        (["--states", "100"], "have to be kept in mind at once"),
        (["--measure", "crossing"] * 3, "At most two measures"),
        (["--spread", "--footprints", "20"], "A spread is of one --measure, and of options with"),
        (
            [*LONDON, "--spread", "--measure", "people-below-2000000", "--values", "1"],
            "Or let more be kept, with --values or --states.",
        ),
        (["--spread", "--measure", "crossing"], "A spread is of one --measure, and of options"),
        (["--option", "1"], "Options are numbered by how many footprints they have: say how many."),
        (
            [*LONDON, "--option", "0"],
            "There is no option 0: with 3 footprints, numbers run from 1 to 15.",
        ),
        (
            [*LONDON, "--option", "16"],
            "There is no option 16: with 3 footprints, numbers run from 1 to 15.",
        ),
        (
            [*LONDON, "--least", "9000000", "--option", "1"],
            "option 1: with 3 footprints there is none.",
        ),
        (["--number-of", "nowhere"], "There is no plan “nowhere” of all England."),
        (["--number-of", "east-model-a"], "There is no plan “east-model-a” of all England."),
        (["--number-of", "agreed-2025-09"], "is none of these options. It divides Suffolk and"),
        (["--number-of", "icb-2023", "--only", "QKK,QWE", "--least", "2000000"], "does not meet"),
    ],
)
def test_the_terminal_says_why_it_cannot_count(arguments, said, capsys):
    assert command.main(arguments) == 2
    assert said in capsys.readouterr().err


def test_options_can_be_made_of_the_counties_and_unitaries_of_a_region(england, capsys):
    asked = ["--bodies", "utla", "--region", "South West", "--least", "1000000"]
    assert command.main([*asked, "--footprints", "3", "--json"]) == 0
    many = json.loads(capsys.readouterr().out)["count"]
    kinds = read_tiers(england)
    counties = as_plans.plan_of_authorities(england, kinds["utla"])
    found = answer(england, counties, kinds, Question(region="South West", least=1_000_000))
    options = [found.option(number, 3) for number in range(many)]
    people = (
        england.blocks["residents_2024"]
        .groupby(england.authorities["utla"][england.blocks["lad"]].to_numpy())
        .sum()
    )
    sizes = [
        [people[list(codes)].sum() for codes in as_plans.groups(one, found.units)]
        for one in options
    ]
    assert len(set(options)) == many > 50
    assert {len(one) for one in sizes} == {3}
    assert min(map(min, sizes)) >= 1_000_000
    assert {sum(one) for one in sizes} == {people[list(found.units.codes)].sum()}


def test_an_authority_counts_in_the_region_most_of_its_people_live_in(england):
    kinds = read_tiers(england)
    counties = as_plans.plan_of_authorities(england, kinds["utla"])
    everywhere = [
        answer(england, counties, kinds, Question(region=region)).units.codes
        for region in sorted(set(england.blocks["nhs_region"]) - {"London"})
    ]
    named = [code for codes in everywhere for code in codes]
    assert len(named) == len(set(named)) == 153 - 33
    south_east = next(codes for codes in everywhere if "E10000025" in codes)
    people = (
        england.blocks["residents_2024"]
        .groupby([counties.footprint_of.astype(str), england.blocks["nhs_region"]])
        .sum()
    )
    assert people.loc["E10000025"].idxmax() == "South East"
    assert {"E10000025", "E06000060"} <= set(south_east) and len(south_east) == 18

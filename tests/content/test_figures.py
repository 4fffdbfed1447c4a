"""Figures: tables and key figures of the toy country, row by row."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from footprint.content.figures import (
    all_figures,
    bars_of,
    by_name,
    every_measure,
    footprint_figures,
    measure_table,
    text_table,
    whole_figures,
)
from footprint.content.values import Column, Table
from footprint.measures.catalogue import BY_KEY
from footprint.measures.said import Said, Words
from footprint.measures.units import MILLIONS, PEOPLE, PER_CENT, TENTHS, Unit
from footprint.plans.plan import Plan
from tests.shared_workspace import WORK

RESIDENTS, ENVELOPE, TRUSTS = (BY_KEY[key] for key in ("residents", "envelope", "acute_trusts"))


def pounds(value: float, *notes: str) -> Said:
    """Pounds, said in millions."""
    return Said(value, MILLIONS, notes=notes)


def table(*columns: list[Words | float | None], unit: Unit | None = None) -> Table:
    """A table of some columns of cells."""
    heads = tuple(Column("Any", unit) for _ in columns)
    return Table("", heads, tuple(zip(*columns, strict=True)))


@pytest.mark.parametrize(
    ("cells", "bars"),
    [
        ([Said(200), Said(1_000), "no figure", ""], {0: 0.2, 1: 1.0}),
        ([pounds(20e6, "worked out"), pounds(5e6)], {0: 1.0, 1: 0.25}),
        ([Said(24, PER_CENT), Said(12, PER_CENT)], {0: 1.0, 1: 0.5}),
        ([Said(24.0, PER_CENT), Said(1.5, TENTHS), "under 0.1%"], {0: 1.0, 1: 0.0625}),
        ([pounds(1e6), Said(2, PER_CENT)], {}),
        ([Said(3, signed=True), Said(2)], {}),
        ([Said(-3), Said(2)], {}),
        ([Said(0), Said(0)], {}),
        (["12 of 42", "3"], {}),
        (["£1.0m", "£2.0m"], {}),
        ([], {}),
    ],
)
def test_a_bar_is_in_proportion_where_all_figures_have_one_unit(
    cells: list[Words], bars: dict[int, float]
) -> None:
    assert bars_of(table(cells), 0) == bars


def test_two_columns_have_one_scale_where_they_are_alike() -> None:
    both = table([Said(10), Said(5)], [Said(20), "no figure"])
    assert bars_of(both, 0, (0, 1)) == {0: 0.5, 1: 0.25}
    assert bars_of(both, 1, (0, 1)) == {0: 1.0}


def figures(**columns: list[float]) -> pd.DataFrame:
    """Figures of the three ICBs of the toy country, East, Middle and West."""
    return pd.DataFrame(columns, index=["E", "M", "W"])


@pytest.mark.parametrize(
    ("cells", "right"),
    [
        ([Said(1_234), "no figure"], True),
        ([pounds(4.9e6), pounds(-4.9e6)], True),
        ([Said(41, notes=("worked out by share",))], True),
        ([Said(1_234), ""], True),
        ([Said(1_234), "The plan"], True),
        ([Said(1_234), "12 of 42"], False),
        (["1,234", "no figure"], False),
        (["£20.0m", "12%"], False),
        (["", ""], False),
        (["The plan", ""], False),
        ([], False),
    ],
)
def test_a_column_is_of_figures_by_what_it_holds_and_not_by_its_words(
    cells: list[Words], right: bool
) -> None:
    assert all_figures(table(cells), 0) == right


def test_a_column_with_a_unit_is_of_figures_even_where_nobody_published_one() -> None:
    assert all_figures(table([None, None], unit=PEOPLE), 0)


def test_bars_are_as_long_as_their_figures_and_there_are_none_below_nought() -> None:
    def bars(*cells: float | None) -> dict[int, float]:
        return bars_of(table(list(cells), unit=PEOPLE), 0)

    assert bars(4.0, None, 1.0, 0.0) == {0: 1, 2: 0.25, 3: 0}
    assert bars(4.0, -1.0) == {}
    assert bars(0.0, 0.0) == {}
    assert bars(None) == {}


def test_names_stand_in_their_order_and_some_can_be_asked_for(today: Plan) -> None:
    assert by_name(today) == ["E", "M", "W"]
    assert by_name(today, {"W", "E"}) == ["E", "W"]


def test_the_most_comes_first_equals_by_name_and_what_is_not_known_last(today: Plan) -> None:
    table = measure_table(
        today,
        figures(acute_trusts=[math.nan, 2.0, 2.0], envelope=[3.0, math.nan, 5.0]),
        (TRUSTS, ENVELOPE),
        estimated={"E", "M"},
    )
    assert table.title == TRUSTS.label
    assert table.codes == ("M", "W", "E")
    assert table.rows == (
        ("Middle", "ICB", 2.0, None),
        ("West", "ICB", 2.0, 5.0),
        ("East", "ICB", None, 3.0),
    )
    # Trusts are counted and not shared out, and what has no figure is no estimate.
    assert table.estimated == {(2, 3)}
    assert [column.heading for column in table.columns[:2]] == ["Footprint", "What it is"]


def test_who_has_fewer_than_a_million_people_is_marked_and_who_has_as_many_is_not(
    today: Plan,
) -> None:
    people = figures(residents=[1_000_000.0, 999_999.0, math.nan], envelope=[0.0, 0.0, 0.0])
    assert measure_table(today, people, (ENVELOPE, RESIDENTS)).below == {(1, 3)}


def test_words_stay_words_and_figures_keep_their_unit() -> None:
    shown = pd.DataFrame(
        {"One": [Said(2_100.0, PEOPLE)], "Two": [1_234], "Three": ["12 of 42"]}, index=["row"]
    )
    made = text_table("Title", shown.rename_axis("Name"))
    assert [column.heading for column in made.columns] == ["Name", "One", "Two", "Three"]
    assert made.rows == (("row", Said(2_100.0, PEOPLE), Said(1_234), "12 of 42"),)


def test_the_ends_are_named_and_equals_counted(today: Plan) -> None:
    values = pd.Series({"E": 1_100.0, "M": 400.0, "W": 400.2})
    assert whole_figures(today, RESIDENTS, values, 2_100.0) == (
        ("ICBs", "3"),
        ("Residents: England", "2,100"),
        ("Lowest: 2 footprints", "400"),
        ("Highest: East", "1,100"),
    )
    one = pd.Series({"E": 1_100.0, "M": math.nan, "W": math.nan})
    assert whole_figures(today, RESIDENTS, one, math.nan, where="Toy") == (
        ("ICBs", "3"),
        ("Residents: Toy", "no figure"),
    )


def test_a_key_figure_that_was_shared_out_says_so(today: Plan) -> None:
    known = figures(
        residents=[1_100.0, 400.0, 600.0], envelope=[2e6, math.nan, 1e6], acute_trusts=[1.0] * 3
    )
    keys = ("envelope", "residents", "acute_trusts", "envelope")
    told = footprint_figures(today, "E", known, keys, estimated=True)
    assert told == (
        ("Footprint", "East"),
        (ENVELOPE.label, "£2.0m (worked out by share)"),
        (RESIDENTS.label, "1,100"),
        (TRUSTS.label, "1"),
    )
    assert footprint_figures(today, "M", known, ["envelope"], estimated=True)[1][1] == "no figure"
    assert footprint_figures(today, "E", known, ["envelope"], estimated=False)[1][1] == "£2.0m"


def test_every_measure_stands_in_the_unit_of_its_heading_by_name() -> None:
    table = every_measure(WORK, "merged-2026-04", "icb-2023")
    assert table["Footprint"].is_monotonic_increasing
    assert table.at["S0E4D", "Residents (people)"] == 2_319_787
    assert table.at["S0E4D", ENVELOPE.label] == 41.4
    marks = table["Money figures"]
    assert (marks["S0E4D"], marks["QWU"]) == ("worked out by share", "published")
    assert "Money figures" not in every_measure(WORK, "icb-2023", "icb-2023")

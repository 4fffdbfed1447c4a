"""Cost tables: which columns of a sheet are read, in which unit, and what is said of the rest."""

from __future__ import annotations

import pytest

from footprint.money.cost_parts import CostTableError, Icbs
from footprint.money.cost_tables import cost_table
from footprint.spreadsheets import Sheet

NAMES = {"QWO": "West Yorkshire", "QF7": "South Yorkshire"}


def table(*rows: tuple[str, ...], name: str = "One") -> Sheet:
    return Sheet(name, [list(row) for row in rows])


@pytest.mark.parametrize(
    ("heading", "pounds"),
    [
        ("baseline_gbp", 1),
        ("Baseline GBP", 1),
        ("Cost (£)", 1),
        ("Cost, pounds", 1),
        ("Cost (£m)", 1e6),
        ("Cost £ million", 1e6),
        ("Cost in millions", 1e6),
        ("cost_gbp_m", 1e6),
        ("Cost (£ mn)", 1e6),
        ("Cost £million", 1e6),
        ("Cost (£k)", 1e3),
        ("Cost £000s", 1e3),
        ("Cost (£ 000)", 1e3),
        ("Cost £’000", 1e3),
        ("Cost £'000s", 1e3),
        ("cost_gbp_k", 1e3),
        ("Cost in thousands", 1e3),
    ],
)
def test_a_column_of_costs_says_its_unit(heading: str, pounds: float) -> None:
    assert cost_table([table(("icb", heading), ("QWO", "1"))]).pounds == pounds


@pytest.mark.parametrize("heading", ["Saving (£m)", "£m", "Saving in cost per head", "Cost centre"])
def test_a_column_of_something_else_is_no_cost(heading: str) -> None:
    with pytest.raises(CostTableError, match=r"it needs Running cost \(£m\) as well"):
        cost_table([table(("icb", heading), ("QWO", "1"))])


def asked(*rows: tuple[str, ...], answers: tuple[str, ...] = ()) -> CostTableError:
    people = {"weighted": {"QWO": 2.5e6, "QF7": 1.5e6}, "resident": {"QWO": 2.4e6, "QF7": 1.4e6}}
    with pytest.raises(CostTableError) as raised:
        cost_table([table(*rows)], Icbs(NAMES, people=people), answers)
    return raised.value


@pytest.mark.parametrize(
    ("heading", "figures", "answers"),
    [
        ("Cost", ("61.7", "45"), ["1000000", "weighted", "resident"]),
        ("Cost", ("61,700", "45,100"), ["1000"]),
        ("Cost", ("61700000", "45100000"), ["1"]),
        ("Cost", ("700000", "900000"), ["1", "1000"]),
        ("Cost per head (£)", ("24.68", "30.1"), ["weighted", "resident"]),
        ("Cost per capita", ("24.68", "30.1"), ["weighted", "resident"]),
        ("Cost", ("0.001", "none"), []),
    ],
)
def test_a_unit_that_nothing_says_is_asked_for_among_those_that_can_be(
    heading: str, figures: tuple[str, str], answers: list[str]
) -> None:
    error = asked(("icb", heading), ("QWO", figures[0]), ("South Yorkshire", figures[1]))
    found = error.question.readings if error.question else ()
    answers = ["1e+06" if one == "1000000" else one for one in answers]
    assert [one.answer for one in found] == [f"unit:{one}" for one in answers]
    assert all(one.rows[1][:2] == ("QWO", figures[0]) for one in found)


def test_an_answer_says_what_the_figures_are_in_and_what_each_row_comes_to_is_shown() -> None:
    error = asked(("icb", "Cost"), ("QWO", "61.7"), ("QF7", "45"))
    assert error.question.words == "“Cost” does not say what its figures are in"
    million, weighted, _ = error.question.readings
    assert million.words == "The figures are in £ million"
    assert million.rows == (
        ("icb", "Cost", "A year"),
        ("QWO", "61.7", "£61.7m"),
        ("QF7", "45", "£45.0m"),
    )
    assert weighted.rows[2] == ("QF7", "45", "£67.5m")
    sheet = table(("icb", "Cost"), ("QWO", "61.7"))
    found = cost_table([sheet], Icbs(NAMES), (million.answer,))
    assert (found.pounds, found.each) == (1e6, "")
    assert found.taken == ("The costs under “Cost” were read as £ million.",)
    found = cost_table([sheet], Icbs(NAMES), (weighted.answer,))
    assert (found.pounds, found.each) == (1, "weighted")


def test_a_heading_may_say_of_which_head_its_costs_are() -> None:
    rows = ("icb", "Running cost per weighted head (£)"), ("QWO", "24.68")
    assert cost_table([table(*rows)]).each == "weighted"
    rows = ("icb", "Running cost per resident"), ("QWO", "24.68")
    assert cost_table([table(*rows)]).each == "resident"


def test_which_of_several_columns_or_sheets_has_the_cost_is_asked() -> None:
    rows = ("icb", "cost £", "cost £m"), ("QWO", "61700000", "61.7")
    error = asked(*rows)
    assert [one.answer for one in error.question.readings] == ["cost:1", "cost:2"]
    assert error.question.readings[1].rows == (("icb", "cost £m"), ("QWO", "61.7"))
    assert cost_table([table(*rows)], answers=("cost:2",)).cost == 2
    sheets = [table(("icb", "baseline_gbp"), ("QWO", "1"), name=name) for name in ("One", "Two")]
    with pytest.raises(CostTableError) as raised:
        cost_table(sheets)
    assert [one.words for one in raised.value.question.readings] == [
        "The sheet “One”",
        "The sheet “Two”",
    ]
    assert cost_table(sheets, answers=("sheet:Two",)).name == "Two"


def test_a_column_that_says_two_units_or_none_is_refused() -> None:
    for heading in ("Cost", "Cost (£000) £m"):
        with pytest.raises(CostTableError, match="does not say whether its figures are £, £ th"):
            cost_table([table(("icb", heading), ("QWO", "1"))])


@pytest.mark.parametrize(
    "heading", ["ICB", "ICB code", "ICB23CD", "icb_name", "ODS code", "Integrated care board"]
)
def test_a_column_of_icbs_is_known_by_its_usual_names(heading: str) -> None:
    assert cost_table([table((heading, "cost £"), ("QWO", "1"))]).icbs == (0,)


def test_a_column_headed_code_is_of_icbs_where_its_codes_are() -> None:
    rows = ("Code", "Name", "cost £"), ("QWO", "West Yorkshire", "1"), ("QF7", "", "2")
    found = cost_table([table(*rows)], Icbs(NAMES))
    assert found.icbs == (0, 1)
    assert found.taken[:2] == (
        "The column “Code” was taken for ICBs of 2023.",
        "The column “Name” was taken for ICBs of 2023.",
    )
    for known in (Icbs({}), Icbs({"QRV": "Wessex"})):
        with pytest.raises(CostTableError, match="the columns Code, Name, cost £; it needs ICB"):
            cost_table([table(*rows)], known)
    headed = cost_table([table(("icb", "code", "cost £"), ("QWO", "QF7", "1"))], Icbs(NAMES))
    assert headed.icbs == (0,)


def test_rows_are_numbered_as_a_spreadsheet_does_and_those_without_a_cost_left_out() -> None:
    found = cost_table(
        [
            table(
                ("A title",),
                ("Region", "ICB", "Cost £", "ICB name"),
                ("North", "QWO", "1", "West Yorkshire"),
                ("North", "QF7", "", "South Yorkshire"),
                ("North", "QF7", "2"),
            )
        ]
    )
    assert (found.top, found.icbs, found.cost) == (1, (1, 3), 2)
    assert list(found.entries(100)) == [(3, ["QWO", "West Yorkshire"], "1"), (5, ["QF7", ""], "2")]
    assert [number for number, *_ in found.entries(4)] == [3]


@pytest.mark.parametrize(("before", "found"), [(39, True), (40, False)])
def test_headings_are_looked_for_in_the_first_forty_rows(before: int, found: bool) -> None:
    sheet = table(*[("x",)] * before, ("icb", "baseline_gbp"), ("QWO", "1"))
    if found:
        assert cost_table([sheet]).top == before
    else:
        with pytest.raises(CostTableError, match=r"columns x; it needs ICB and Running cost"):
            cost_table([sheet])


def test_our_own_heading_goes_before_any_other_cost() -> None:
    assert cost_table([table(("icb", "cost £", "baseline_gbp"), ("QWO", "1", "2"))]).cost == 2
    said = "Row 1: the columns “cost £” and “cost £m” each have costs. Keep the one with the cost b"
    with pytest.raises(CostTableError, match=said):
        cost_table([table(("icb", "cost £", "cost £m"), ("QWO", "1", "2"))])


def test_two_sheets_of_costs_are_asked_about() -> None:
    rows = ("icb", "baseline_gbp"), ("QWO", "1")
    with pytest.raises(CostTableError, match="The sheets “One” and “Two” each have costs"):
        cost_table([table(*rows), table(*rows, name="Two")])
    assert cost_table([table(("nothing",)), table(*rows, name="Two")]).pounds == 1


def test_the_first_row_that_says_anything_is_told() -> None:
    rows = ((), ("",), ("a", "b", "c", "d", "e", "f", "g"))
    with pytest.raises(CostTableError, match=r"^Row 3 has the columns a, b, c, d, e, f;"):
        cost_table([table(*rows)])
    with pytest.raises(CostTableError, match=r"^Row 1 has the columns none;"):
        cost_table([table(("",))])


def test_an_icb_is_found_by_code_name_or_another_name_of_it() -> None:
    icbs = Icbs(NAMES, {"Leeds and Bradford": "QWO", "Nowhere": "QXX"})
    assert [
        icbs.find(text) for text in (" qwo ", "NHS West Yorkshire ICB", "leeds & bradford")
    ] == ["QWO"] * 3
    assert icbs.find("Nowhere") == icbs.find("Wessex") == ""


README = table(("About this workbook",), ("x",), name="README")
TITLE = "Running cost, £ million"


@pytest.mark.parametrize(
    "sheet",
    [
        table((TITLE,), ("ICB", "2025/26"), ("QWO", "61.7"), name="Two"),
        table(("ICB", "2025/26"), ("QWO", "61.7"), name=TITLE),
        table(("Running cost",), ("ICB", "FY 2025-26 (£m)"), ("QWO", "61.7"), name="Two"),
        table((TITLE,), ("ICB", "Staff", "2025"), ("QWO", "9", "61.7"), name="Two"),
    ],
)
def test_a_year_below_a_title_of_costs_is_read_in_whichever_sheet(sheet: Sheet) -> None:
    found = cost_table([README, sheet])
    assert found.pounds == 1e6
    assert list(found.entries(9))[0][1:] == (["QWO"], "61.7")
    assert found.taken[0] == f"The sheet “{sheet.name}” was read."


@pytest.mark.parametrize(
    "title", ["Staff", "Running cost per head, £", "Savings on cost, £ million"]
)
def test_a_year_below_another_title_is_no_cost(title: str) -> None:
    said = r"^Row 2 of the sheet “Two” has the columns ICB, 2025/26; it needs Running cost"
    with pytest.raises(CostTableError, match=said):
        cost_table([README, table((title,), ("ICB", "2025/26"), ("QWO", "61.7"), name="Two")])


@pytest.mark.parametrize(
    "rows",
    [
        ((TITLE,), ("ICB", "2024/25", "2025/26"), ("QWO", "60.1", "61.7")),
        (("ICB", "2024/25", "2025/26"), ("QWO", "60.1", "61.7")),
        (("ICB", "2024-25 (£m)", "FY26 £m"), ("QWO", "60.1", "61.7")),
        (("Name", "24/25", "25/26"), ("West Yorkshire", "60.1", "61.7")),
        (("ICB", "2024/25 outturn", "2025/26 budget"), ("QWO", "60.1", "61.7")),
        (("ICB", "Running cost 2024/25", "Running cost 2025/26"), ("QWO", "60.1", "61.7")),
    ],
)
def test_which_of_several_years_is_meant_is_asked(rows: tuple[tuple[str, ...], ...]) -> None:
    sheet, head = table(*rows, name="Sheet1"), rows[-2]
    with pytest.raises(CostTableError) as raised:
        cost_table([sheet], Icbs(NAMES))
    assert str(raised.value) == (
        f"Row {len(rows) - 1}: the columns “{head[1]}” and “{head[2]}” have the costs of different "
        "years. Keep the year that is meant, and take the rest out."
    )
    asked = raised.value.question
    assert asked.words.endswith("have the costs of different years, and only one year can be used")
    assert [one.rows for one in asked.readings] == [
        ((head[0], head[1]), (rows[-1][0], "60.1")),
        ((head[0], head[2]), (rows[-1][0], "61.7")),
    ]
    chosen = cost_table([sheet], Icbs(NAMES), (asked.readings[1].answer, "unit:1e+06"))
    assert [cell for *_, cell in chosen.entries(9)] == ["61.7"]


def test_each_year_is_offered_as_it_is_written() -> None:
    error = asked(("ICB", "Cost in 2024/25", "Cost in FY26"), ("QWO", "60.1", "61.7"))
    assert [one.words for one in error.question.readings] == [
        "The costs of 2024/25",
        "The costs of FY26",
    ]


def test_two_costs_of_one_year_are_told_apart_by_their_headings() -> None:
    error = asked(("ICB", "Running cost 2025/26", "Pay cost 2025/26"), ("QWO", "60.1", "61.7"))
    assert error.question.words.endswith("and one of them is the cost before the cut")


def test_a_figure_in_the_first_row_that_could_be_a_year_is_no_heading() -> None:
    rows = (TITLE,), ("ICB", "Amount"), ("QWO", "2024"), ("QF7", "2025")
    with pytest.raises(CostTableError, match=r"Row 2 has the columns ICB, Amount; it needs Runn"):
        cost_table([table(*rows)], Icbs(NAMES))


def test_other_sums_beside_the_cost_are_named_and_an_allowance_is_no_cost() -> None:
    head = ("ICB", "Running cost £m", "Programme pay £m", "Staff")
    read = cost_table([table(head, ("QWO", "30", "8", "12"))], Icbs(NAMES))
    assert [said for said in read.taken if "not read" in said] == [
        "The column “Programme pay £m” was not read: the cost before the cut stands in one column."
    ]
    with pytest.raises(CostTableError, match=r"it needs Running cost \(£m\) as well"):
        cost_table([table(("ICB", "Running cost allowance £m"), ("QWO", "30"))], Icbs(NAMES))

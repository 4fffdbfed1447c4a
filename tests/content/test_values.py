"""Values: tables say their cells and marks, and keep them where only some rows are asked for."""

from __future__ import annotations

from footprint.content.values import Column, Page, Table
from footprint.measures.said import Said
from footprint.measures.units import COUNT, PEOPLE

TABLE = Table(
    title="Residents",
    columns=(Column("Name"), Column("Residents", PEOPLE)),
    rows=(("West", 600.0), ("Middle", None), ("East", 1_100.0)),
    estimated=frozenset({(0, 1), (2, 1)}),
    codes=("W", "M", "E"),
    below=frozenset({(2, 1)}),
)


def test_a_cell_is_said_in_the_unit_of_its_column_with_its_marks() -> None:
    assert TABLE.texts() == (
        ("West", "600 (worked out by share)"),
        ("Middle", "no figure"),
        ("East", "1,100 (below 1 million) (worked out by share)"),
    )
    assert Column("Any").text(None) == "no figure"
    assert Column("Any", PEOPLE).text(Said(1, COUNT)) == "1"


def test_some_rows_keep_their_order_and_their_marks() -> None:
    some = TABLE.of({"E", "M"})
    assert some.codes == ("M", "E")
    assert some.texts() == TABLE.texts()[1:]
    assert TABLE.of(()) is TABLE


def test_a_table_without_codes_is_whole_whatever_is_asked_for() -> None:
    whole = Table("", TABLE.columns, TABLE.rows)
    assert whole.of({"E"}) is whole


def test_a_page_is_served_under_the_name_of_its_script_and_the_first_at_the_root() -> None:
    assert Page("pages/My_ICB.py", "My ICB").address == "My_ICB"
    assert Page("app.py", "Today").address == ""

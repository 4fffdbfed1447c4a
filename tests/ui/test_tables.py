"""Tables on the page: bars in proportion, figures to the right, and text that stays text."""

import pandas as pd
from streamlit.testing.v1 import AppTest

from footprint.content.figures import bars_of, text_table
from footprint.content.values import Column, Table
from footprint.measures.said import Said
from footprint.measures.units import MILLIONS, PEOPLE

TABLE = Table(
    "People",
    (Column("Footprint"), Column("Residents", PEOPLE)),
    (("<b>Ash</b>", 400.0), ("Birch", 100.0), ("Cedar", None), ("Dune", 200.0)),
)


def shown(table: Table) -> str:
    def page(table):
        from ui.parts import tables

        tables.figures(table)

    app = AppTest.from_function(page, args=(table,)).run()
    assert not app.exception
    return app.get("html")[0].proto.body


def test_a_bar_is_a_part_of_the_largest_and_no_figure_has_none() -> None:
    assert bars_of(TABLE, 1) == {0: 1.0, 1: 0.25, 3: 0.5}


def test_the_row_of_all_together_has_no_bar_and_shortens_no_other() -> None:
    rows = pd.DataFrame({"Footprint": ["Ash", "England"], "People": [Said(4), Said(40)]})
    table = text_table("People", rows.set_index("Footprint"), whole="England")
    assert bars_of(table, 1) == {0: 1.0}
    assert bars_of(text_table("People", rows.set_index("Footprint")), 1) == {0: 0.1, 1: 1.0}


def test_a_column_with_a_deficit_has_no_bars() -> None:
    table = Table("Money", TABLE.columns, (("Ash", 2.0), ("Birch", -1.0)))
    assert bars_of(table, 1) == {}


def test_a_table_says_what_it_is_sorted_by_and_escapes_names() -> None:
    told = shown(TABLE)
    assert 'data-value="400"' in told
    assert "--bar:25.0%" in told
    assert "&lt;b&gt;Ash&lt;/b&gt;" in told
    assert told.count('role="button"') == 2
    assert "no figure" in told


def test_a_table_of_three_rows_is_not_sorted() -> None:
    assert 'role="button"' not in shown(Table("People", TABLE.columns, TABLE.rows[:3]))


def test_a_table_of_words_and_figures_holds_the_figures_it_draws() -> None:
    def page(rows):
        from ui.parts import tables

        tables.plain(rows, "Money", alike=("One", "Two"))

    rows = pd.DataFrame(
        {
            "One": [Said(5e6, MILLIONS, notes=("published",)), "no figure"],
            "Two": [Said(20e6, MILLIONS), Said(10e6, MILLIONS)],
            "Words": ["12 of 42", "7"],
        },
        index=pd.Index(["Ash", "Birch"], name="Footprint"),
    )
    app = AppTest.from_function(page, args=(rows,)).run()
    told = app.get("html")[0].proto.body
    assert 'data-value="5000000" style="--bar:25.0%">£5.0m (published)<' in told
    assert 'data-value="20000000" style="--bar:100.0%">£20.0m<' in told
    assert "<td>12 of 42</td>" in told
    assert "<td>7</td>" in told

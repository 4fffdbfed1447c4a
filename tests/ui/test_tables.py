"""Tables on the page: bars in proportion, figures to the right, and text that stays text."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from footprint.content.figures import all_figures, bars_of
from footprint.content.values import Column, Table
from footprint.measures.units import PEOPLE

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


def test_a_column_with_a_deficit_has_nobars_of() -> None:
    table = Table("Money", TABLE.columns, (("Ash", 2.0), ("Birch", -1.0)))
    assert bars_of(table, 1) == {}


@pytest.mark.parametrize(
    ("cells", "figures"),
    [
        (["£20.0m", "£1,197.8m (worked out by share)", "no figure"], True),
        (["12%", "−3", "1,234"], True),
        (["July 2022", "March 2023"], False),
        (["yes", "no"], False),
        ([], False),
    ],
)
def test_a_column_is_of_figures_where_every_cell_is(cells: list[str], figures: bool) -> None:
    assert all_figures(pd.Series(cells, dtype=object)) is figures


def test_a_table_says_what_it_is_sorted_by_and_escapes_names() -> None:
    told = shown(TABLE)
    assert 'data-value="400"' in told
    assert "--bar:25.0%" in told
    assert "&lt;b&gt;Ash&lt;/b&gt;" in told
    assert told.count('role="button"') == 2
    assert "no figure" in told


def test_a_table_of_three_rows_is_not_sorted() -> None:
    assert 'role="button"' not in shown(Table("People", TABLE.columns, TABLE.rows[:3]))

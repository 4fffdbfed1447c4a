"""Tables in and out: what is written as text is read as the same text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.spreadsheets import csv_bytes, inert, rows, xlsx_bytes

TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1
)


def read_back(table):
    """What a workbook of a table says, without the empty cells beside the table."""
    wide = max(map(len, table))
    return [row[:wide] for row in rows(xlsx_bytes(table, title="Table"))]


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_what_is_written_to_a_workbook_is_read_from_it(table):
    whole = [("first", "second"), *table]
    assert read_back(whole) == [[inert(cell).strip() for cell in row] for row in whole]


@pytest.mark.parametrize("text", ["<r><t>markup</t></r>", "<r></r>", "#N/A", "TRUE", "http://a/"])
def test_text_that_looks_like_something_else_stays_text(text):
    assert read_back([[text]]) == [[text]]
    assert rows(csv_bytes([[text]])) == [[text]]


def test_numbers_and_empty_cells_are_written_as_they_are():
    found = read_back([["a", None, 1.5], [2, "", "b"]])
    assert found == [["a", "", "1.5"], ["2", "", "b"]]

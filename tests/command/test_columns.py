"""Columns: a table in plain lines, figures to the right, and values as JSON."""

from __future__ import annotations

import pytest

from footprint.command.columns import print_columns, print_json, print_table
from footprint.content.values import Column, Table
from footprint.measures.units import PEOPLE


def test_figures_end_in_line_and_words_begin_in_line(capsys: pytest.CaptureFixture[str]) -> None:
    columns = (Column("Name"), Column("Residents", PEOPLE), Column("Kind"))
    print_table(Table("", columns, (("West", 600.0, "ICB"), ("Middle East", 1_100.0, "Cluster"))))
    assert capsys.readouterr().out == (
        "Name         Residents  Kind\n"
        "West               600  ICB\n"
        "Middle East      1,100  Cluster\n"
    )


def test_words_alone_all_begin_in_line(capsys: pytest.CaptureFixture[str]) -> None:
    print_columns(("A", "B"), [("long", "x")])
    assert capsys.readouterr().out == "A     B\nlong  x\n"


def test_json_keeps_the_letters_it_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"said": "£1 – “one”"})
    assert capsys.readouterr().out == '{\n  "said": "£1 – “one”"\n}\n'

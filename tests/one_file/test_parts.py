"""Parts: what a page of the file is made of, and what is left out where there is nothing."""

from __future__ import annotations

import pandas as pd

from footprint.content.values import About, Chapter, Column, Table
from footprint.measures.units import PEOPLE
from footprint.one_file import parts
from footprint.plans.plan import Reference

TABLE = Table(
    "Residents",
    (Column("Name"), Column("Residents", PEOPLE)),
    (("West", 600.0), ("East", 1_200.0)),
)
PAPER = Reference("Board", "West", "2026", "https://w.example")


def test_a_table_of_figures_has_bars_in_thousandths_of_the_longest() -> None:
    told = parts.figures(TABLE)
    assert (told["kind"], told["title"]) == ("table", "Residents")
    assert told["heads"] == [["Name", False], ["Residents", True]]
    assert told["rows"] == [("West", "600"), ("East", "1,200")]
    assert told["bars"] == [[], [500, 1000]]
    words = Table("Words", (Column("A"),), (("x",),))
    assert parts.figures(words)["bars"] == []


def test_a_table_of_words_knows_its_columns_of_figures() -> None:
    shown = pd.DataFrame(
        {"Kind": ["ICB"], "Residents": [600]}, index=pd.Index(["West"], name="Name")
    )
    told = parts.words(shown, "Caption")
    assert told["heads"] == [["Name", False], ["Kind", False], ["Residents", True]]
    assert told["rows"] == [("West", "ICB", "600")]
    assert told["title"] == "Caption"
    assert parts.words(shown.rename_axis(None), "")["heads"][0] == ["", False]


def test_a_part_without_words_is_left_out_and_one_that_needs_none_stays() -> None:
    kept = parts.some([parts.text(""), parts.small("a"), parts.figures(TABLE)])
    assert [part["kind"] for part in kept] == ["small", "table"]


def test_sources_stand_a_line_each_and_nothing_stands_for_none() -> None:
    assert parts.references(()) == []
    (told,) = parts.references([PAPER], ["A board paper"])
    assert told["rows"] == [
        ["Board", "https://w.example", "West, 2026"],
        ["A board paper", "", ""],
    ]


def test_what_is_read_on_request_begins_with_what_stands_out() -> None:
    told = parts.about(About("Heading", ("One.", ""), (("Status", "agreed"),), (PAPER,)))
    assert (told["kind"], told["title"]) == ("opened", "Heading")
    assert [part["kind"] for part in told["parts"]] == ["led", "text", "references"]
    assert told["parts"][0]["lead"] == "Status:"


def test_a_chapter_has_its_sentences_its_table_and_its_sources_counted() -> None:
    bare = parts.chapter(Chapter("Money", ("One.", "Two.")))
    assert [part["kind"] for part in bare] == ["heading", "text", "text"]
    whole = parts.chapter(Chapter("Money", ("One.",), TABLE, (PAPER,), ("A board paper",)))
    assert [part["kind"] for part in whole] == ["heading", "text", "opened", "opened"]
    (table,) = whole[2]["parts"]
    assert table["kind"] == "table"
    assert whole[2]["title"] == f"{TABLE.title} ({len(TABLE.rows)})"
    assert whole[-1]["title"] == "Sources (2)"

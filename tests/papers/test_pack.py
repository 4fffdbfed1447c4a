"""Packs: edited as values, written and read back, compared with what is so now."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.content.values import Column, Table
from footprint.measures.units import PEOPLE, SCORE
from footprint.papers import pack as packs
from footprint.papers import pack_files
from footprint.papers.combined import combine
from footprint.papers.pack import (
    MOST_ITEMS,
    Item,
    Pack,
    PackError,
    Said,
    added,
    differences,
    moved,
    remade,
    removed,
    said,
)
from footprint.papers.pack_files import read, write, zipped
from footprint.papers.paper import SHEETS, Panel, Paper
from tests import paper_samples

TABLE = Table(
    "Residents",
    (Column("Footprint"), Column("Residents", PEOPLE), Column("IMD score", SCORE)),
    (("North", 1_790_591.0, 25.8), ("South", 1_430_623.0, None), ("West", 900.0, 10.0)),
)


def paper(table: Table = TABLE) -> Paper:
    return replace(paper_samples.membership(), table=table)


def with_rows(*rows: tuple) -> Paper:
    return paper(replace(TABLE, rows=rows))


def sample() -> Pack:
    pack = Pack("For the board", sheet="slide", data_version="abc123")
    for page in ("Clusters", "", "Money"):
        pack = added(pack, Item(page, (("plan", "agreed-2025-09"),), page.lower()), paper())
    return pack


pages = st.text("abcXYZ019_", max_size=20)
texts = st.text(max_size=80)
queries = st.dictionaries(st.text(max_size=40), texts, max_size=5).map(lambda q: tuple(q.items()))
items = st.builds(Item, page=pages, query=queries, caption=texts, title=texts)


@st.composite
def saids(draw: st.DrawFn) -> Said:
    wide = draw(st.integers(1, 4))
    row = st.tuples(*[texts] * wide)
    rows = draw(st.lists(row, max_size=4))
    count = draw(st.integers(len(rows), 500))
    return Said(draw(st.text("0123456789abcdef", max_size=16)), count, draw(row), tuple(rows))


@st.composite
def all_packs(draw: st.DrawFn) -> Pack:
    views = draw(st.lists(items, max_size=5))
    figures = [draw(st.none() | saids()) for _ in views]
    return Pack(
        draw(texts),
        tuple(views),
        draw(st.sampled_from([*SHEETS])),
        draw(st.booleans()),
        draw(texts),
        tuple(figures),
    )


@given(all_packs())
def test_what_is_written_is_read_back(pack: Pack) -> None:
    assert read(write(pack)) == pack
    assert write(pack) == write(read(write(pack)))


def test_a_view_takes_a_few_kilobytes() -> None:
    pack = Pack("Large")
    for make in paper_samples.SAMPLES.values():
        pack = added(pack, Item("Clusters", (("plan", "agreed-2025-09"),)), make())
    assert len(write(pack)) < 5_500 * len(pack.items)


@given(st.binary(max_size=200))
def test_bytes_that_are_no_pack_are_refused_in_words(written: bytes) -> None:
    with pytest.raises(PackError, match=r"pack"):
        read(written)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(st.sampled_from(["", "items", "figures"]), st.integers(0, 6), JSON)
def test_any_part_that_is_damaged_is_refused_or_means_what_it_says(
    where: str, which: int, put: object
) -> None:
    content = json.loads(write(sample()))
    part = content[where][which % 3] if where else content
    name = sorted(part)[which % len(part)]
    part[name] = put
    try:
        found = read(json.dumps(content).encode())
    except PackError as problem:
        assert str(problem).endswith(".")
    else:
        assert json.loads(write(found)) == content


@given(st.integers(0, 10_000))
def test_a_file_cut_short_is_refused(length: int) -> None:
    written = write(sample())
    with pytest.raises(PackError, match="damaged"):
        read(written[: length % len(written)])


def changed(**changes: object) -> bytes:
    return json.dumps({**json.loads(write(sample())), **changes}).encode()


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (b"", "not JSON text"),
        (b"[" * 100_000, "not JSON text"),
        (b"PK\x03\x04", "not JSON text"),
        (b"{}", "not a pack of ICB Footprints"),
        (b"[1]", "not a pack of ICB Footprints"),
        (b" " * 10_000_001, "at most 10,000 kB; this has 10,000"),
        (changed(version=4), "of version 4, and this app reads up to version 3"),
        (changed(version=True), "does not say which version"),
        (changed(sheet="a0"), "sheet is none of a4-landscape"),
        (changed(sheet=[]), "sheet is none of a4-landscape"),
        (changed(title=7), "The pack has no title that is text"),
        (changed(title="x" * 2_001), "title of 2,001 characters; at most 2,000"),
        (changed(title="\ud800"), "The pack has no title that is text"),
        (changed(script="alert(1)"), "holds “script”, which is not part of a pack"),
        (changed(items={}), "no list of views"),
        (changed(figures=[]), "one entry of figures for each view"),
        (changed(figures=[{}, None, None]), "What view 1 said is damaged"),
    ],
)
def test_what_is_wrong_is_said(written: bytes, sentence: str) -> None:
    with pytest.raises(PackError) as problem:
        read(written)
    assert sentence in str(problem.value)


def test_every_fault_is_named_at_once() -> None:
    content = json.loads(write(sample()))
    content["monochrome"] = "yes"
    content["items"][0]["page"] = "../../etc/passwd"
    content["items"][1]["query"] = [["plan", "a"], ["plan", "b"]]
    content["items"][2]["caption"] = None
    with pytest.raises(PackError) as problem:
        read(json.dumps(content).encode())
    assert str(problem.value) == (
        "The pack does not say whether it is monochrome. "
        "View 1 names a page “../../etc/passwd” that cannot be one. "
        "View 2 does not say what it shows in a way that can be read. "
        "View 3 has no caption that is text."
    )


def test_a_pack_that_could_not_be_read_is_not_written() -> None:
    with pytest.raises(PackError, match="at most 20,000"):
        write(packs.changed(sample(), 0, caption="long " * 4_001))


def order(pack: Pack) -> list[str]:
    return [item.page for item in pack.items]


def test_views_are_added_moved_captioned_and_taken_out() -> None:
    pack = sample()
    assert order(moved(pack, 0, 2)) == ["", "Money", "Clusters"]
    assert order(moved(pack, 2, 0)) == ["Money", "Clusters", ""]
    assert order(moved(pack, 1, 99)) == ["Clusters", "Money", ""]
    assert order(moved(pack, 1, -5)) == ["", "Clusters", "Money"]
    assert order(removed(pack, 1)) == ["Clusters", "Money"]
    captioned = packs.changed(pack, 1, caption="New words", title="New title")
    assert captioned.items[1] == replace(pack.items[1], caption="New words", title="New title")
    assert packs.changed(captioned, 1, caption="").items[1].title == "New title"
    assert (captioned.items[0], *captioned.items[2:]) == (pack.items[0], *pack.items[2:])
    assert order(pack) == ["Clusters", "", "Money"]


def test_figures_go_with_their_view() -> None:
    first = with_rows(("North", 1.0, 2.0))
    pack = remade(sample(), 0, first)
    assert moved(pack, 0, 2).figures[2] == said(first)
    assert removed(pack, 1).figures[0] == said(first)
    assert len(removed(pack, 0).figures) == 2


def test_a_pack_takes_only_so_many_views() -> None:
    pack = Pack("Full")
    for _ in range(40):
        pack = added(pack, Item("Clusters"))
    with pytest.raises(PackError, match="at most 40 views"):
        added(pack, Item("Clusters"))


def test_the_same_figures_make_no_difference() -> None:
    assert differences(said(paper()), paper()) == ()
    assert differences(said(paper_samples.east()), paper_samples.east()) == ()


def test_a_new_figure_is_said_beside_the_old() -> None:
    now = with_rows(("North", 1_801_222.0, 25.8), *TABLE.rows[1:])
    assert differences(said(paper()), now) == (
        "Residents of North: 1,790,591 before, 1,801,222 now.",
    )
    known = with_rows(TABLE.rows[0], ("South", 1_430_623.0, 20.0), TABLE.rows[2])
    assert differences(said(paper()), known) == ("IMD score of South: no figure before, 20.0 now.",)


def test_an_estimate_is_a_difference() -> None:
    now = paper(replace(TABLE, estimated=frozenset({(2, 1)})))
    assert differences(said(paper()), now) == (
        "Residents of West: 900 before, 900 (worked out by share) now.",
    )


def test_rows_and_columns_that_come_and_go_are_named() -> None:
    now = with_rows(*TABLE.rows[:2], ("East", 5.0, 1.0))
    assert differences(said(paper()), now) == (
        "West is no longer in the table.",
        "East is new in the table.",
    )
    fewer = Table(
        "Residents", TABLE.columns[:2], tuple((name, people) for name, people, _ in TABLE.rows)
    )
    assert differences(said(paper()), paper(fewer)) == (
        "The column “IMD score” is no longer there.",
    )
    assert differences(said(paper(fewer)), paper()) == ("The column “IMD score” is new.",)


def test_another_order_is_said_and_rows_of_one_name_are_told_apart() -> None:
    turned = with_rows(*reversed(TABLE.rows))
    assert differences(said(paper()), turned) == (
        "The table has the same figures in another order.",
    )
    columns = (Column("Footprint"), Column("Map"), Column("Residents", PEOPLE))
    old = paper(Table("", columns, (("North", "A", 1.0), ("North", "B", 2.0))))
    now = paper(Table("", columns, (("North", "B", 3.0), ("North", "A", 1.0))))
    assert differences(said(old), now) == ("Residents of North, B: 2 before, 3 now.",)


def test_a_long_table_keeps_its_first_rows_and_notices_every_change() -> None:
    rows = tuple((f"Place number {n}", float(n), 1.0) for n in range(400))
    old = said(with_rows(*rows))
    assert len(old.rows) < old.count == 400
    now = with_rows(*rows[:-1], ("Place number 399", 7.0, 1.0))
    (sentence,) = differences(old, now)
    assert (
        sentence == f"Only the first {len(old.rows)} rows of the table before were kept to compare."
    )
    assert len(differences(old, with_rows(*((name, 0.5, 2.0) for name, *_ in rows)))) == 26


def test_the_three_models_share_a_sheet() -> None:
    east = paper_samples.east()
    alone = [
        replace(east, panels=(panel,), title=panel.heading, key=panel.layer, link=f"{east.link}{n}")
        for n, panel in enumerate(east.panels)
    ]
    together = combine([*alone[:2], replace(alone[2], day=date(2026, 12, 1))], "Three models")
    assert [panel.heading for panel in together.panels] == [
        "A: East of England model A",
        "B: East of England model B",
        "C: East of England model C (chosen)",
    ]
    assert together.day == date(2026, 12, 1)
    assert together.scope == east.scope
    merger, outside = together.key.legend
    assert (merger.count, merger.counted) == (9, "A 3, B 3, C 3")
    assert outside.counted == "A 36, B 36, C 36"
    assert [column.heading for column in together.table.columns] == [
        "Footprint",
        "Map",
        "Residents",
        "IMD score",
    ]
    assert len(together.table.rows) == 3 * len(east.table.rows)
    assert together.table.rows[0][1] == "A: East of England model A"
    assert together.figures == east.figures
    assert "Map B opens again at " + alone[1].link in together.notes
    assert together.link == ""


def test_estimates_stay_with_their_figures() -> None:
    envelope = paper_samples.envelope()
    together = combine([envelope, envelope], "Twice")
    rows = len(envelope.table.rows)
    assert together.table.estimated == {
        (line + more, place + 1) for line, place in envelope.table.estimated for more in (0, rows)
    }
    assert together.link == envelope.link


def test_one_map_of_england_makes_the_sheet_one_of_england() -> None:
    whole = replace(paper_samples.east(), scope=(), panels=paper_samples.east().panels[:1])
    part = replace(paper_samples.east(), panels=paper_samples.east().panels[1:2])
    assert combine([whole, part], "Both").scope == ()
    assert combine([part, replace(part, scope=(1, 2))], "Both").scope == tuple(
        sorted({1, 2, *part.scope})
    )


def test_maps_of_different_things_do_not_share_a_legend() -> None:
    with pytest.raises(
        PackError, match="a legend each: What each leadership team is; Running cost"
    ):
        combine([paper_samples.membership(), paper_samples.envelope()], "Both")


def test_maps_with_different_classes_do_not_share_a_legend() -> None:
    envelope = paper_samples.envelope()
    first, *rest = envelope.key.legend
    layer = replace(envelope.key, legend=(replace(first, words="Under £20.0m"), *rest))
    other = replace(envelope, panels=(Panel(layer),), key=layer)
    with pytest.raises(PackError, match="different classes. Choose the same cuts"):
        combine([envelope, other], "Both")


@pytest.mark.parametrize("number", [0, 2])
def test_a_sheet_holds_one_to_four_maps(number: int) -> None:
    with pytest.raises(PackError, match=f"these would be {3 * number}"):
        combine([paper_samples.east()] * number, "Too many")


def test_a_zip_has_safe_names_the_day_given_and_the_same_bytes() -> None:
    files = {
        "../../etc/passwd": b"1",
        "Maps of Münster.PDF": b"2",
        "maps of munster.pdf": b"3",
        "con.txt": b"4",
        "a\\b\x00c.png": b"5",
        "": b"6",
        "....": b"7",
        "x" * 300 + ".docx": b"8",
    }
    written = zipped(files, date(2026, 11, 22))
    assert written == zipped(files, date(2026, 11, 22))
    with zipfile.ZipFile(io.BytesIO(written)) as pack:
        assert pack.testzip() is None
        assert pack.namelist() == [
            "etc-passwd",
            "maps-of-munster.pdf",
            "maps-of-munster-2.pdf",
            "con-file.txt",
            "a-b-c.png",
            "map",
            "map-2",
            "x" * 110 + ".docx",
        ]
        assert [pack.read(name) for name in pack.namelist()] == list(files.values())
        assert {entry.date_time for entry in pack.infolist()} == {(2026, 11, 22, 0, 0, 0)}


def test_the_limits_of_a_pack_leave_room_for_the_longest_option() -> None:
    item = Item("Draw_an_option", (("option", "x" * 8_000),))
    pack = Pack("Options")
    for _ in range(MOST_ITEMS):
        pack = added(pack, item, paper_samples.east())
    assert len(write(pack)) < pack_files.MOST_BYTES


def test_maps_of_land_and_of_people_do_not_share_a_sheet() -> None:
    land = paper_samples.membership()
    with pytest.raises(PackError, match="^Some of the maps show land and some people; "):
        combine([land, replace(land, ground="people")], "Both")


@pytest.mark.parametrize("rows", ["ab", ["ab"], [["North", 1]], [[]], [["North"]], None])
def test_what_a_view_said_is_rows_of_words_and_nothing_else(rows: object) -> None:
    told = {"digest": "a", "count": 3, "headings": ["Footprint", "Residents"], "rows": rows}
    with pytest.raises(PackError, match="What view 1 said is damaged"):
        read(changed(figures=[told, None, None]))
    assert read(changed(figures=[{**told, "rows": [["North", "1"]]}, None, None])).figures[0]

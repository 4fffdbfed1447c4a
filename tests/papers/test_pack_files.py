"""Pack files: what a file may hold, to the last character, and names that every system takes."""

from __future__ import annotations

import json
from datetime import date

import pytest

from footprint.papers import pack_files
from footprint.papers.pack import Item, Pack, PackError, Said

PACK = Pack("Board – “one”", (Item("Clusters", (("plan", "icb-2023"),)),), figures=(None,))
SAID = Said("d", 1, ("A",), (("1",),))


def changed(**more: object) -> bytes:
    """The file of a pack with something else in it."""
    return json.dumps(json.loads(pack_files.write(PACK)) | more).encode()


def view(**more: object) -> bytes:
    """The file of a pack with something else in its one view."""
    (one,) = json.loads(pack_files.write(PACK))["items"]
    return changed(items=[one | more])


def test_letters_stand_in_the_file_as_they_are() -> None:
    assert "Board – “one”".encode() in pack_files.write(PACK)


@pytest.mark.parametrize(
    "written",
    [
        changed(title="t" * 2_000),
        view(caption="c" * 20_000, title="t" * 2_000),
        view(page="p" * 60),
        view(query=[["n" * 40, "v" * 8_000]]),
        view(query=[[f"n{number}", ""] for number in range(40)]),
        changed(version=1),
        view(brief=True),
        changed(figures=[{"digest": "d" * 64, "count": 2, "headings": ["A"], "rows": [["1"]]}]),
    ],
)
def test_what_is_as_long_as_may_be_is_read(written: bytes) -> None:
    assert isinstance(pack_files.read(written), Pack)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (changed(title="t" * 2_001), "The pack has a title of 2,001 characters; at most 2,000"),
        (changed(title=7), "The pack has no title that is text."),
        (view(caption="c" * 20_001), "View 1 has a caption of 20,001 characters; at most 20,000"),
        (view(page="My page"), "View 1 names a page “My page” that cannot be one."),
        (view(query=[["n" * 41, ""]]), "View 1 does not say what it shows in a way"),
        (view(query=[["n", "v" * 8_001]]), "View 1 does not say what it shows"),
        (view(query=[["n", "a"], ["n", "b"]]), "View 1 does not say what it shows"),
        (view(query=[[f"n{number}", ""] for number in range(41)]), "View 1 does not say what"),
        (view(query=[["n"]]), "View 1 does not say what it shows"),
        (view(beside=1), "View 1 does not say whether it shares a sheet"),
        (view(brief=1), "View 1 does not say whether it is one slide."),
        (view(more=1, less=2), "View 1 holds “less”, which is not part of a pack. View 1 holds “m"),
        (changed(items=[7]), "View 1 is damaged."),
        (changed(figures=[]), "does not have one entry of figures for each view."),
        (changed(figures=[{"digest": ""}]), "What view 1 said is damaged."),
        (changed(sheet="a9"), "The pack's sheet is none of "),
        (changed(monochrome=1), "The pack does not say whether it is monochrome."),
        (changed(version=0), "does not say which version"),
        (changed(version=True), "does not say which version"),
        (changed(version=4), "The pack is of version 4, and this app reads up to version 3."),
        (changed(format="x"), "This file is not a pack of ICB Footprints."),
        (b"[]", "This file is not a pack of ICB Footprints."),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(written: bytes, said: str) -> None:
    with pytest.raises(PackError) as refused:
        pack_files.read(written)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "wrong",
    [
        {"count": 0},
        {"count": True},
        {"digest": "d" * 65},
        {"headings": []},
        {"rows": [["1", "2"]]},
        {"rows": [["x" * 10_001]]},
        {"rows": "1"},
    ],
)
def test_what_a_view_said_is_whole_or_damaged(wrong: dict[str, object]) -> None:
    said = {"digest": "d", "count": 1, "headings": ["A"], "rows": [["1"]]}
    assert pack_files.read(changed(figures=[said])).figures == (SAID,)
    with pytest.raises(PackError, match="What view 1 said is damaged"):
        pack_files.read(changed(figures=[said | wrong]))


def test_too_many_views_are_counted_and_too_many_faults_too() -> None:
    (one,) = json.loads(pack_files.write(PACK))["items"]
    many = 41
    with pytest.raises(PackError, match="at most 40 views; this has 41."):
        pack_files.read(changed(items=[one] * many, figures=[None] * many))
    forty = [{**one, "page": "My page"}] * 40
    with pytest.raises(PackError) as refused:
        pack_files.read(changed(items=forty, figures=[None] * 40))
    assert "more." not in str(refused.value)
    with pytest.raises(PackError, match=r"And 1 more\.$"):
        pack_files.read(changed(items=forty, figures=[None] * 40, sheet="a9"))


def test_a_pack_of_ten_million_bytes_is_the_largest(monkeypatch: pytest.MonkeyPatch) -> None:
    written = pack_files.write(PACK)
    monkeypatch.setattr(pack_files, "MOST_BYTES", len(written))
    assert pack_files.read(written) == PACK
    monkeypatch.setattr(pack_files, "MOST_BYTES", len(written) - 1)
    with pytest.raises(PackError, match="A pack has at most"):
        pack_files.read(written)


@pytest.mark.parametrize(
    ("names", "safe"),
    [
        (("Board.PDF",), ["board.pdf"]),
        (("con.pdf", "com1.pdf", "com0.pdf"), ["con-file.pdf", "com1-file.pdf", "com0.pdf"]),
        (("a.pdf", "A.pdf", "a!.pdf"), ["a.pdf", "a-2.pdf", "a-3.pdf"]),
    ],
)
def test_no_two_files_of_a_zip_have_one_name(names: tuple[str, ...], safe: list[str]) -> None:
    taken: set[str] = set()
    assert [pack_files._safe(name, taken) for name in names] == safe
    assert pack_files.zipped(dict.fromkeys(names, b""), date(2026, 9, 17))[:2] == b"PK"

"""Sources: each wrong file is named in one sentence, and the committed files are as described."""

from dataclasses import fields
from pathlib import Path

import pytest

from footprint.facts.manifest import (
    MANIFEST,
    ROOT,
    Source,
    SourceError,
    checksum,
    problems,
    read_manifest,
    read_table,
    read_text,
)
from geo.manifest import sealed

FACTS = "code,people\n001,12\n002,\n"


def write_manifest(root: Path, **changes: str) -> None:
    entry = {field.name: f"some {field.name}" for field in fields(Source)}
    entry |= {"path": "data/facts.csv", "sha256": checksum(root / "data" / "facts.csv")}
    entry.pop("columns")
    lines = [f'{name} = "{value}"' for name, value in (entry | changes).items() if value]
    listed = ['data_version = "1"', 'own_sha256 = ""', "[[file]]", *lines]
    listed += ["[file.columns]", 'code = "a code"', 'people = "people"']
    (root / MANIFEST).write_text(sealed("\n".join(listed)), encoding="utf-8")


@pytest.fixture
def country(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "geo").mkdir()
    (tmp_path / "data" / "facts.csv").write_text(FACTS, encoding="utf-8")
    write_manifest(tmp_path)
    return tmp_path


def test_files_that_are_as_described_have_no_problems(country: Path) -> None:
    assert problems(country) == []


def test_a_missing_file_is_named(country: Path) -> None:
    (country / "data" / "facts.csv").unlink()
    (said,) = problems(country)
    assert said.startswith("data/facts.csv is missing.")
    assert "python -m geo.prepare" in said


def test_one_changed_byte_is_noticed(country: Path) -> None:
    (country / "data" / "facts.csv").write_text(FACTS.replace("12", "13"), encoding="utf-8")
    (said,) = problems(country)
    assert said.startswith("data/facts.csv is not the file data/sources.toml describes.")


def test_a_flipped_bit_of_the_manifest_is_noticed_wherever_it_is(country: Path) -> None:
    whole = (country / MANIFEST).read_bytes()
    for place in range(len(whole)):
        # A letter becomes another, or no letter of UTF-8 at all.
        flipped = bytes([whole[place] ^ (1 if place % 2 else 128)])
        (country / MANIFEST).write_bytes(whole[:place] + flipped + whole[place + 1 :])
        with pytest.raises(SourceError, match="^data/sources.toml is not as it was written"):
            read_manifest(country)
    assert len(problems(country)) == 1
    with pytest.raises(SourceError, match="not as it was written"):
        read_text("data/facts.csv", country)
    (country / MANIFEST).write_bytes(whole)
    assert problems(country) == []


@pytest.mark.parametrize("change", [b"", b"\n", b"# A word more.\n"])
def test_a_manifest_that_is_cut_or_added_to_is_noticed(country: Path, change: bytes) -> None:
    whole = (country / MANIFEST).read_bytes()
    (country / MANIFEST).write_bytes(whole + change if change else whole[:-1])
    assert len(problems(country)) == 1


def test_one_flipped_byte_of_the_committed_manifest_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    whole = (ROOT / MANIFEST).read_bytes()
    for place in range(0, len(whole), len(whole) // 60):
        flipped = bytes([whole[place] ^ 1])
        (tmp_path / MANIFEST).write_bytes(whole[:place] + flipped + whole[place + 1 :])
        with pytest.raises(SourceError, match="not as it was written"):
            read_manifest(tmp_path)


def test_a_changed_file_cannot_be_read(country: Path) -> None:
    (country / "data" / "facts.csv").write_text(FACTS.replace("12", "13"), encoding="utf-8")
    with pytest.raises(SourceError, match="^data/facts.csv is not the file"):
        read_text("data/facts.csv", country)
    with pytest.raises(SourceError, match="^data/facts.csv is not the file"):
        read_table("data/facts.csv", country)


@pytest.mark.parametrize("name", ["data/more.csv", "geo/deep/down.geojson"])
def test_an_unlisted_file_is_named(country: Path, name: str) -> None:
    (country / name).parent.mkdir(exist_ok=True)
    (country / name).write_text("x", encoding="utf-8")
    assert problems(country) == [
        f"{name} is not listed in data/sources.toml. Add an entry for it there."
    ]


def test_code_and_notes_need_no_entry(country: Path) -> None:
    (country / "geo" / "recipe.py").write_text("", encoding="utf-8")
    (country / "data" / "README.md").write_text("", encoding="utf-8")
    assert problems(country) == []


@pytest.mark.parametrize("name", [".DS_Store", "~$facts.xlsx", "Thumbs.db", "desktop.ini"])
def test_what_desktops_leave_behind_needs_no_entry(country: Path, name: str) -> None:
    (country / "data" / name).write_text("", encoding="utf-8")
    assert problems(country) == []


def test_a_folder_needs_no_entry(country: Path) -> None:
    (country / "data" / "plans").mkdir()
    assert problems(country) == []


def test_several_problems_are_all_told_at_once(country: Path) -> None:
    (country / "data" / "facts.csv").unlink()
    (country / "data" / "more.csv").write_text("x", encoding="utf-8")
    assert len(problems(country)) == 2


@pytest.mark.parametrize(
    "field", [field.name for field in fields(Source) if field.name not in ("path", "columns")]
)
def test_an_entry_without_a_field_is_refused(country: Path, field: str) -> None:
    write_manifest(country, **{field: ""})
    with pytest.raises(SourceError) as refused:
        read_manifest(country)
    assert str(refused.value) == f"data/sources.toml: data/facts.csv lacks {field}."


def test_an_entry_without_a_path_is_refused(country: Path) -> None:
    write_manifest(country, path="")
    with pytest.raises(SourceError, match="^data/sources.toml: an entry lacks path.$"):
        read_manifest(country)


def test_an_entry_with_an_unknown_field_is_refused(country: Path) -> None:
    write_manifest(country, licance="a slip of the pen")
    with pytest.raises(
        SourceError, match="^data/sources.toml: data/facts.csv has unknown licance.$"
    ):
        read_manifest(country)


def test_a_missing_manifest_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="^data/sources.toml is missing."):
        read_manifest(tmp_path)


def test_a_file_nobody_listed_cannot_be_read(country: Path) -> None:
    with pytest.raises(SourceError, match="^data/more.csv is not listed in data/sources.toml."):
        read_text("data/more.csv", country)


def test_columns_other_than_those_described_are_refused(country: Path) -> None:
    path = country / "data" / "facts.csv"
    path.write_text("code,persons\n001,12\n", encoding="utf-8")
    write_manifest(country)
    with pytest.raises(SourceError, match="^data/facts.csv has columns .*'persons'"):
        read_table("data/facts.csv", country)


def test_codes_stay_codes_and_a_missing_number_stays_missing(country: Path) -> None:
    table = read_table("data/facts.csv", country, text=("code",))
    assert table["code"].tolist() == ["001", "002"]
    assert table["people"].isna().tolist() == [False, True]


def test_an_empty_text_cell_is_empty_text(country: Path) -> None:
    assert read_table("data/facts.csv", country, text=("people",))["people"].tolist() == ["12", ""]


def test_a_manifest_finds_an_entry_by_its_path(country: Path) -> None:
    manifest = read_manifest(country)
    assert manifest["data/facts.csv"].columns == {"code": "a code", "people": "people"}
    with pytest.raises(SourceError, match="^geo/other.csv is not listed"):
        manifest["geo/other.csv"]


def test_the_committed_files_are_the_files_described() -> None:
    assert problems() == []

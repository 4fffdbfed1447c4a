"""The manifest's command: it brings checksums up to date, says which, and refuses the rest."""

import hashlib
import shutil
import tomllib
from pathlib import Path

import pytest

from geo import manifest
from geo.manifest import ManifestError, main, refreshed

ROOT = Path(__file__).resolve().parents[2]
HEAD = '# Written by hand.\n\ndata_version = ""\nown_sha256 = ""\n'
ENTRY = '\n[[file]]\npath = "data/{0}.csv"\ntitle = "The {0}"\nsha256 = ""\ndone = "Nothing."\n'


@pytest.fixture
def country(tmp_path: Path) -> Path:
    """Two tables and their entries, whose checksums are yet to be filled in."""
    (tmp_path / "data").mkdir()
    for name in ("old", "new"):
        (tmp_path / "data" / f"{name}.csv").write_text("code,people\nA,1\n", encoding="utf-8")
    text = HEAD + ENTRY.format("old") + ENTRY.format("new")
    (tmp_path / manifest.MANIFEST).write_text(text, encoding="utf-8")
    return tmp_path


def written(root: Path) -> dict:
    return tomllib.loads((root / manifest.MANIFEST).read_text(encoding="utf-8"))


def test_every_checksum_becomes_that_of_its_file(country: Path) -> None:
    assert main(country) == 0
    for entry in written(country)["file"]:
        content = (country / entry["path"]).read_bytes()
        assert entry["sha256"] == hashlib.sha256(content).hexdigest()


def test_only_the_entries_of_changed_files_are_named(
    country: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(country)
    capsys.readouterr()
    (country / "data" / "new.csv").write_text("code,people\nA,2\n", encoding="utf-8")
    assert main(country) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("data/new.csv has changed; its checksum is now ")
    assert second == f"The data version is now {written(country)['data_version']}."


def test_the_version_changes_with_any_file_and_comes_back_with_it(country: Path) -> None:
    main(country)
    before = written(country)["data_version"]
    assert len(before) == 10
    path = country / "data" / "old.csv"
    kept = path.read_bytes()
    path.write_bytes(kept + b"B,2\n")
    main(country)
    assert written(country)["data_version"] != before
    path.write_bytes(kept)
    main(country)
    assert written(country)["data_version"] == before


def test_nothing_is_written_where_nothing_has_changed(
    country: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(country)
    capsys.readouterr()
    text = (country / manifest.MANIFEST).read_bytes()
    assert main(country) == 0
    assert (country / manifest.MANIFEST).read_bytes() == text
    assert "nothing was written" in capsys.readouterr().out


def test_the_words_of_an_entry_are_kept_as_written(country: Path) -> None:
    main(country)
    text = (country / manifest.MANIFEST).read_text(encoding="utf-8")
    assert text.startswith("# Written by hand.\n")
    assert text.count('done = "Nothing."') == 2


def test_a_file_nobody_listed_is_refused_with_the_entry_it_needs(
    country: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (country / "data" / "plans").mkdir()
    (country / "data" / "plans" / "mine.csv").write_text("icb,lad\nW,\n", encoding="utf-8")
    before = (country / manifest.MANIFEST).read_bytes()
    assert main(country) == 1
    assert (country / manifest.MANIFEST).read_bytes() == before
    said = capsys.readouterr().err
    assert said.startswith("data/plans/mine.csv is not listed in data/sources.toml. ")
    assert all(field in said for field in manifest.WANTED)
    assert said.endswith("under [file.columns] what each means: icb, lad.\n")


def test_an_entry_whose_file_is_gone_is_refused(country: Path) -> None:
    (country / "data" / "old.csv").unlink()
    with pytest.raises(ManifestError, match=r"lists data/old\.csv, which is not there"):
        refreshed((country / manifest.MANIFEST).read_text(encoding="utf-8"), country)


def test_everything_wrong_is_told_at_once(country: Path) -> None:
    (country / "data" / "old.csv").rename(country / "data" / "other.csv")
    with pytest.raises(ManifestError) as refused:
        refreshed((country / manifest.MANIFEST).read_text(encoding="utf-8"), country)
    first, second = str(refused.value).splitlines()
    assert first.startswith("data/other.csv is not listed")
    assert "data/old.csv" in second


def test_an_entry_without_a_line_for_its_checksum_is_refused(country: Path) -> None:
    text = (country / manifest.MANIFEST).read_text(encoding="utf-8")
    first, *rest = text.split('\nsha256 = ""\n')
    with pytest.raises(ManifestError, match=r'the entry of data/old\.csv has no line sha256 = ""'):
        refreshed("\n".join([first, '\nsha256 = ""\n'.join(rest)]), country)


def test_a_manifest_without_a_line_for_its_own_checksum_is_refused(country: Path) -> None:
    text = (country / manifest.MANIFEST).read_text(encoding="utf-8")
    with pytest.raises(ManifestError, match='has no line own_sha256 = ""'):
        refreshed(text.replace('own_sha256 = ""\n', ""), country)


def test_a_manifest_that_is_not_toml_is_refused_in_one_sentence(
    country: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (country / manifest.MANIFEST).write_text("[[file", encoding="utf-8")
    assert main(country) == 1
    assert capsys.readouterr().err.startswith("data/sources.toml cannot be read (")


def test_what_a_desktop_leaves_behind_needs_no_entry(country: Path) -> None:
    for name in (".DS_Store", "~$old.csv", "Thumbs.db", "README.md", "recipe.py"):
        (country / "data" / name).write_text("", encoding="utf-8")
    assert main(country) == 0


def test_the_committed_manifest_is_up_to_date(tmp_path: Path) -> None:
    for folder in ("data", "geo"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    text = (ROOT / manifest.MANIFEST).read_text(encoding="utf-8")
    assert refreshed(text, tmp_path) == text


def test_a_refreshed_entry_is_one_the_app_trusts(tmp_path: Path) -> None:
    from footprint.facts.manifest import problems

    for folder in ("data", "geo"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    plans = tmp_path / "data" / "plans.toml"
    plans.write_text(plans.read_text(encoding="utf-8") + "# one line more\n", encoding="utf-8")
    assert len(problems(tmp_path)) == 1
    assert main(tmp_path) == 0
    assert problems(tmp_path) == []

"""Documents say only what is there: every name, link and command in them."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from tests.house.code import ROOT, files, name_of
from tests.house.names import commands, exists, named, runs

ARCHITECTURE = ROOT / "docs" / "architecture.md"
DOCUMENTS = files("*.md", "*/README.md", "docs/*.md")


def test_every_name_in_the_architecture_is_there() -> None:
    names = named(ARCHITECTURE)
    assert len(names) > 60
    assert [name for name in names if not exists(name)] == []


def test_the_architecture_can_be_read_in_one_sitting() -> None:
    assert len(ARCHITECTURE.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_file_a_document_names_is_there(document: Path) -> None:
    ours = ("app.py", "footprint/", "ui/", "geo/", "pages/", "data/", "docs/", "tests/", "bench/")
    new = re.findall(r"new file `([^`]+)`", document.read_text(encoding="utf-8"))
    paths = [name for name in named(document) if name.startswith(ours) and "<" not in name]
    assert [path for path in paths if path not in new and not exists(path)] == []


def test_every_command_a_document_gives_can_be_run() -> None:
    given = {command for document in DOCUMENTS for command in commands(document)}
    assert {"make run", "make test", "make manifest", "python -m geo.prepare"} <= given
    assert [command for command in sorted(given) if not runs(command)] == []


def test_each_line_of_the_checklist_of_pipelines_points_at_something() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| (Baseline|Silver|Gold) \| (.+?) \| (yes|partly|no) \| (.+) \|$", readme, re.MULTILINE
    )
    assert Counter(level for level, *_ in rows) == {"Baseline": 5, "Silver": 9, "Gold": 4}
    for _, asked, answer, shown in rows:
        names = re.findall("`([^`]+)`", shown)
        assert all(exists(name) for name in names), asked
        assert names or answer == "no" or "this page" in shown, asked


def test_the_changelog_begins_with_what_is_to_come_and_knows_the_version() -> None:
    headings = re.findall(
        r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert headings[:2] == ["Unreleased", project["version"]]
    assert headings[1:] == sorted(headings[1:], reverse=True)


@pytest.mark.parametrize(
    "name",
    [
        "footprint/nowhere.py",
        "footprint.plans.plan.no_such_name",
        "footprint.plans.no_such_module",
        "make nonsense",
        "python -m geo.nonsense",
        "no_such_name",
        "Atlas.no_such_name",
    ],
)
def test_a_name_that_is_not_there_is_noticed(name: str) -> None:
    assert not exists(name)

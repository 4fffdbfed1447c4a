"""Imports run one way, rooms stay small, and each library has one door."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.api import read_configuration

from tests.house.code import FOOTPRINT, GEO, PAGES, ROOT, UI, files, imported, name_of, tree

OURS = [*FOOTPRINT, *UI, *PAGES, *GEO]
ROOMS = sorted({path.parent for path in [*FOOTPRINT, *UI]})
MOST_IN_A_ROOM = 13


def top(module: str) -> str:
    return module.partition(".")[0]


def test_the_contracts_of_the_rooms_are_kept() -> None:
    # In a process of its own: it silences every log of the one it runs in.
    lint = "import sys, importlinter.cli as c; sys.exit(c.lint_imports(no_cache=True))"
    run = [sys.executable, "-c", lint]
    said = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout


def test_every_room_stands_on_a_floor() -> None:
    contracts = read_configuration(str(ROOT / "pyproject.toml"))["contracts_options"]
    floors = {one["containers"][0]: one for one in contracts if one["type"] == "layers"}
    for package in ("footprint", "ui"):
        assert floors[package]["exhaustive"] in (True, "True")
        named = {room for layer in floors[package]["layers"] for room in layer.split(" | ")}
        rooms = {path.parent.name for path in files(f"{package}/*/__init__.py")}
        alone = {path.stem for path in files(f"{package}/*.py")} - {"__init__"}
        assert named == rooms | alone


@pytest.mark.parametrize("room", ROOMS, ids=name_of)
def test_a_room_holds_about_a_dozen_files(room: Path) -> None:
    assert len(list(room.glob("*.py"))) <= MOST_IN_A_ROOM + 1


@pytest.mark.parametrize("room", ROOMS, ids=name_of)
def test_a_room_begins_with_its_opening_paragraph(room: Path) -> None:
    said = ast.get_docstring(tree(room / "__init__.py")) or ""
    assert said
    assert len(said.splitlines()) <= 30


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_composes_and_holds_no_logic(path: Path) -> None:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
    assert not [node for node in ast.walk(tree(path)) if isinstance(node, kinds)]


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_imports_only_our_parts_and_streamlit(path: Path) -> None:
    used = set(map(top, imported(path)))
    assert used
    assert used <= {"ui", "footprint", "streamlit"}


@pytest.mark.parametrize("path", [*FOOTPRINT, *UI, *GEO], ids=name_of)
def test_nothing_knows_of_pages(path: Path) -> None:
    assert not {"pages", "app", "tests", "bench"} & set(map(top, imported(path)))


@pytest.mark.parametrize(
    ("library", "door"),
    [
        ("folium", "footprint/web/leaflet.py"),
        ("streamlit_folium", "ui/parts/leaflet.py"),
        ("jenkspy", "footprint/measures/classes.py"),
        ("highspy", "footprint/criteria/solver.py"),
    ],
)
def test_a_library_has_one_door(library: str, door: str) -> None:
    users = {name_of(path) for path in OURS if library in map(top, imported(path))}
    assert users == {door}


def test_nothing_is_kept_where_a_message_of_a_visitor_empties_it() -> None:
    keeping = {
        name_of(path)
        for path in OURS
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr.startswith("cache_")
    }
    assert keeping == set()

"""Imports run one way, and each library has one door; the syntax trees say so."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOOTPRINT = sorted((ROOT / "footprint").glob("*.py"))
UI = sorted((ROOT / "ui").rglob("*.py"))
PAGES = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py"))]
OURS = [*FOOTPRINT, *UI, *PAGES, *sorted((ROOT / "geo").glob("*.py"))]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Every module a file imports, in dotted form, wherever in the file it does so."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} has a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def top(module: str) -> str:
    return module.partition(".")[0]


def flow() -> list[str]:
    """The order of modules as footprint/__init__.py writes it."""
    said = ast.get_docstring(tree(ROOT / "footprint" / "__init__.py")) or ""
    return re.findall(r"^([a-z_]+) +\S.*$", said.split("\n\n", 3)[2], flags=re.MULTILINE)


def test_the_flow_lists_every_module_once() -> None:
    assert sorted(flow()) == [path.stem for path in FOOTPRINT if path.stem != "__init__"]


@pytest.mark.parametrize("path", FOOTPRINT, ids=name_of)
def test_a_module_knows_only_those_before_it(path: Path) -> None:
    order = ["__init__", *flow()]
    assert path.stem in order, "the flow in footprint/__init__.py does not list it"
    before = order[: order.index(path.stem)]
    ours = {module.split(".")[1] for module in imported(path) if top(module) == "footprint"}
    assert ours <= set(before)


@pytest.mark.parametrize("path", FOOTPRINT, ids=name_of)
def test_what_is_computed_knows_nothing_of_the_screen(path: Path) -> None:
    assert not {"streamlit", "ui", "pages", "geo", "streamlit_folium"} & set(
        map(top, imported(path))
    )


@pytest.mark.parametrize("path", UI, ids=name_of)
def test_the_parts_of_a_page_know_nothing_of_pages(path: Path) -> None:
    assert not {"pages", "app", "geo"} & set(map(top, imported(path)))


@pytest.mark.parametrize(
    ("library", "door"),
    [
        ("folium", "footprint/folium_map.py"),
        ("streamlit_folium", "ui/map_panel.py"),
        ("mapclassify", "footprint/classes.py"),
    ],
)
def test_a_library_has_one_door(library: str, door: str) -> None:
    users = {name_of(path) for path in OURS if library in map(top, imported(path))}
    assert users == {door}


def test_only_one_module_keeps_anything() -> None:
    keeping = {
        name_of(path)
        for path in OURS
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr.startswith("cache_")
    }
    assert keeping == {"ui/cache.py"}


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_composes_and_holds_no_logic(path: Path) -> None:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
    assert not [node for node in ast.walk(tree(path)) if isinstance(node, kinds)]


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_imports_only_our_parts_and_streamlit(path: Path) -> None:
    assert set(map(top, imported(path))) <= {"ui", "footprint", "streamlit"}


def test_the_recipe_knows_nothing_of_the_app() -> None:
    for path in (ROOT / "geo").glob("*.py"):
        assert not {"streamlit", "ui", "pages", "footprint"} & set(map(top, imported(path)))

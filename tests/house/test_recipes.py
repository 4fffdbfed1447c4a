"""Each recipe of CONTRIBUTING.md, followed in a copy of the tree, is seen on page and on paper."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from footprint.facts.manifest import problems
from tests.house.recipes import changed, copied, follow, recipe, run

PNG = "89504e470d0a1a0a"
VIEWS = {
    "A new plan": ("pages/Clusters.py", {"plan": "london-one"}),
    "A new measure": ("app.py", {"measure": "growth"}),
    "A new criterion": ("pages/Criteria.py", {"criterion": "most-people", "area": "bsbc"}),
    "A new page": ("pages/Density.py", {"plan": "merged-2026-04"}),
}
SAID = {
    "A new plan": ("An example: all of London under one ICB.", "London: one ICB"),
    "A new measure": ("Growth in residents, two years", "the slowest growth"),
    "A new criterion": ("At most 3 million people", "residents; the most is 3,000,000."),
    "A new page": ("the fewest people per square kilometre", "People per km²"),
}
CHECKS = """
import json
from footprint.workspace.workspace import Workspace
found = Workspace().checks
print(json.dumps([[check.claim, check.expected, here] for check, here in found]))
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in which every recipe that ends on a page has been followed."""
    root = copied(tmp_path_factory.mktemp("extended"))
    for heading in VIEWS:
        follow_all(root, heading)
    return root


@pytest.fixture(scope="module")
def seen(extended: Path) -> dict:
    """What the pages and papers of that copy say."""
    views = json.dumps(list(VIEWS.values()))
    return json.loads(run(extended, sys.executable, "-m", "tests.house.seen", views))


def follow_all(root: Path, heading: str) -> None:
    steps = recipe(heading, root)
    assert steps
    for step in steps:
        follow(step, root)


def checks(root: Path) -> dict[str, tuple[str, str]]:
    """Each claim about the published files, with what was expected and what was found."""
    run(root, sys.executable, "-m", "geo.manifest")
    said = run(root, sys.executable, "-c", CHECKS)
    return {claim: (expected, found) for claim, expected, found in json.loads(said)}


def edit_blocks(root: Path, edit: Callable[[pd.DataFrame], None]) -> None:
    path = root / "data" / "blocks.csv"
    blocks = pd.read_csv(path, dtype=str, keep_default_na=False)
    edit(blocks)
    blocks.to_csv(path, index=False, lineterminator="\n")


@pytest.mark.parametrize("heading", VIEWS)
@pytest.mark.parametrize("where", ["page", "paper"])
def test_what_a_recipe_adds_is_seen(seen: dict, heading: str, where: str) -> None:
    said = seen["views"][list(VIEWS).index(heading)][where]
    for words in SAID[heading]:
        assert words in said


def test_what_a_recipe_adds_can_be_drawn(seen: dict) -> None:
    assert seen["picture"] == PNG


def test_the_tests_agree_with_what_recipes_add(extended: Path) -> None:
    files = ("tests/house/test_documented.py", "tests/england/test_published_files.py")
    run(extended, sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *files)


def test_a_plan_without_its_checksums_is_told_and_what_to_run(copy: Path) -> None:
    *steps, manifest = recipe("A new plan", copy)
    for step in steps:
        follow(step, copy)
    (said,) = problems(copy)
    assert said.startswith("data/sources.toml is not as it was written")
    assert "python -m geo.manifest" in said
    follow(manifest, copy)
    assert problems(copy) == []


def test_a_plan_without_an_entry_is_refused_with_what_it_needs(copy: Path) -> None:
    first, *_, manifest = recipe("A new plan", copy)
    follow(first, copy)
    with pytest.raises(AssertionError, match=r"london-one\.csv is not listed.*\[file\.columns\]"):
        follow(manifest, copy)


def test_a_boundary_year_added_by_its_recipe_is_checked(copy: Path) -> None:
    """Without the official files of that year: a column as the recipe in geo/ would make it."""

    def as_in_2026(blocks: pd.DataFrame) -> None:
        place = blocks.columns.get_loc("icb_2026") + 1
        blocks.insert(place, "icb_2027", blocks["icb_2026"])

    def one_block_astray(blocks: pd.DataFrame) -> None:
        blocks.loc[0, "icb_2027"] = "E54999999"
        blocks.loc[0, "icb_2026"] = blocks["icb_2026"].iloc[-1]

    edit_blocks(copy, as_in_2026)
    follow_all(copy, "A new boundary year")
    found = checks(copy)
    assert found["ICBs since April 2027"] == ("36", "36")
    assert all(expected == here for expected, here in found.values())

    edit_blocks(copy, one_block_astray)
    found = checks(copy)
    assert found["ICBs since April 2027"] == ("36", "37")
    rebuilt = "ICBs of April 2026 that our plan file rebuilds block for block"
    assert found[rebuilt] == ("36 of 36", "37 pairs")


def test_a_change_that_fits_nowhere_or_twice_is_refused() -> None:
    assert changed("a\nb\n", " a\n+new\n b\n") == "a\nnew\nb\n"
    assert changed("a\nb\n", " a\n-b\n+c\n") == "a\nc\n"
    for text in ("b\n", "a\na\n"):
        with pytest.raises(AssertionError, match="fits"):
            changed(text, " a\n+new\n")

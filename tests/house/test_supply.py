"""What is installed is pinned by the hashes of its files, and may be used as it is used here."""

from __future__ import annotations

import shutil
import subprocess
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.house.code import ROOT
from tests.house.locked import LOCKS, STATED_ELSEWHERE, licence, locked, normal, read
from tests.house.sbom import bill

HAND = {lock: read(ROOT / f"{lock}.in") for lock in LOCKS}
# Permissive, or asking nothing of who only runs them: weak copyleft is by file or by library.
ALLOWED = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "MIT", "MIT-0", "MIT-CMU"),
    *("PSF-2.0", "Zlib", "MPL-2.0", "LGPL-3.0-only"),
}
INSTALLED_HERE = locked("requirements-dev")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_by_the_hashes_of_its_files(lock: str) -> None:
    packages = locked(lock)
    text = (ROOT / f"{lock}.txt").read_text(encoding="utf-8")
    assert len(packages) == text.count("==") - text.count("== '") - text.count("=='")
    assert [one.name for one in packages.values() if not one.hashes] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_says_what_was_written_by_hand(lock: str) -> None:
    packages = {name: one.version for name, one in locked(lock).items()}
    assert HAND[lock]
    assert HAND[lock].items() <= packages.items()


def test_a_lock_takes_everything_else_as_the_constraints_say() -> None:
    told = read(ROOT / "constraints.txt") | HAND["requirements"] | HAND["requirements-dev"]
    for name, one in locked("requirements-dev").items():
        assert told[name] == one.version, name


def test_the_app_alone_is_a_part_of_what_developers_install() -> None:
    for lock in ("requirements", "requirements-postgres", "requirements-sign-in"):
        for name, one in locked(lock).items():
            theirs = INSTALLED_HERE[name]
            assert (one.version, one.hashes) == (theirs.version, theirs.hashes)


@pytest.mark.parametrize("name", sorted(INSTALLED_HERE))
def test_whatever_a_package_needs_is_locked_too_and_is_what_is_installed(name: str) -> None:
    try:
        assert version(name) == INSTALLED_HERE[name].version
    except PackageNotFoundError:
        assert INSTALLED_HERE[name].where, f"{name} is locked for every machine and not installed"
        return
    for text in requires(name) or ():
        need = Requirement(text)
        if need.marker is None or need.marker.evaluate({"extra": ""}):
            assert normal(need.name) in INSTALLED_HERE, f"{name} needs {need.name}"


@pytest.mark.parametrize("name", sorted(INSTALLED_HERE))
def test_every_licence_is_known_and_allows_what_is_done_here(name: str) -> None:
    stated = licence(name)
    parts = set(stated.replace(" AND ", " OR ").split(" OR "))
    assert stated and parts <= ALLOWED, f"{name}: {stated or 'no licence'}"


def test_a_licence_that_stands_elsewhere_belongs_to_a_package_that_is_used() -> None:
    assert STATED_ELSEWHERE.keys() <= INSTALLED_HERE.keys()


def test_every_licence_is_listed() -> None:
    told = (ROOT / "docs" / "supply.md").read_text(encoding="utf-8")
    rows = [
        line.strip("| ").split(" | ")
        for line in told.partition("## Licences")[2].splitlines()
        if line.startswith("| `")
    ]
    assert {row[0].strip("`"): row[1] for row in rows} == {
        name: licence(name) for name in INSTALLED_HERE
    }


def test_the_bill_of_materials_names_every_package_of_the_app_once() -> None:
    made = bill()
    named = [one["name"] for one in made["components"] if one["scope"] == "required"]
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    assert named == list(locked("requirements"))
    assert all(one["licenses"] for one in made["components"])
    assert all(one["externalReferences"][0]["hashes"] for one in made["components"])


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
@pytest.mark.parametrize(
    ("target", "installs", "does"),
    [
        ("run", "requirements.txt", "streamlit run app.py"),
        ("test", "requirements-dev.txt", "-m pytest"),
        ("sbom", "requirements-dev.txt", "tests.house.sbom"),
    ],
)
def test_a_fresh_machine_installs_what_is_locked(
    tmp_path: Path, target: str, installs: str, does: str
) -> None:
    told = subprocess.run(
        ["make", "--dry-run", target, f"VENV={tmp_path}/venv"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    made, installed, done = (told.index(one) for one in ("-m venv", f"-r {installs}", does))
    assert made < installed < done

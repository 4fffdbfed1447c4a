"""The wheel in an empty environment: all of it is there, and the monthly schedule runs from it."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from footprint.facts.manifest import MANIFEST, read_manifest
from footprint.pages.catalogue import PAGES
from footprint.papers import pack_files
from footprint.papers.pack import Item, Pack
from tests.command.documented import blocks
from tests.house.code import ROOT

_PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = ("wheel", "--no-build-isolation", "--no-deps", "--no-index", "-w", str(folder))
    subprocess.run([*_PIP, *build, str(ROOT)], check=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of an environment that holds the wheel, and what it needs, but not this tree."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / Path(sys.executable).name
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    said = subprocess.run([python, "-c", where], capture_output=True, text=True, check=True)
    needed = Path(said.stdout.strip()) / "needed.pth"
    needed.write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    install = ("--python", str(python), "install", "--no-deps", "--no-index", str(wheel))
    subprocess.run([*_PIP, *install], check=True)
    return scripts


@pytest.fixture
def board() -> Pack:
    return Pack("Board", (Item("Clusters", (("plan", "agreed-2025-09"),)),), figures=(None,))


def test_the_wheel_holds_every_published_file_and_page_and_no_other(wheel: Path) -> None:
    held = zipfile.ZipFile(wheel).namelist()
    inside = {name.removeprefix("icb_footprints/") for name in held if "_footprints/" in name}
    listed = {source.path for source in read_manifest().sources}
    scripts = {page.script for page in PAGES}
    assert inside == {*listed, *scripts, MANIFEST, "data/README.md", ".streamlit/config.toml"}
    packages = {name.partition("/")[0] for name in held}
    assert {one for one in packages if "dist-info" not in one} == {
        "footprint",
        "ui",
        "icb_footprints",
    }
    for package in ("footprint", "ui"):
        ours = {
            path.relative_to(ROOT).as_posix()
            for path in (ROOT / package).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        assert ours == {name for name in held if name.startswith(f"{package}/")}


def test_the_wheel_asks_for_what_requirements_say(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        told = Parser().parsestr(archive.read(name).decode())
    lines = (ROOT / "requirements.in").read_text("utf-8").splitlines()
    asked = {line.lower() for line in lines if line and not line.startswith(("#", "-"))}
    assert {one.lower() for one in told.get_all("Requires-Dist")} == asked
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert told["Version"] == project["version"]


@pytest.mark.skipif(os.name == "nt", reason="the script is one for a shell")
def test_the_monthly_script_makes_its_pack_from_the_wheel_alone(
    installed: Path, board: Pack, tmp_path: Path
) -> None:
    (text,) = blocks("sh")
    script = tmp_path / "monthly.sh"
    script.write_text(text.replace("/srv/board", str(tmp_path)), "utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    saved = tmp_path / "board.pack.json"
    saved.write_bytes(pack_files.write(board))
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "bin").symlink_to(installed)
    # As cron runs it: from another folder, and with next to nothing in its environment.
    env = {"PATH": f"/usr/bin{os.pathsep}/bin", "HOME": str(Path.home())}
    subprocess.run([script], cwd="/", env=env, check=True)
    (made,) = tmp_path.glob("board-20*.pdf")
    assert made.read_bytes().startswith(b"%PDF")
    assert made.with_suffix(".txt").read_text("utf-8").startswith(f"{made.name}: Board, 1 sheet")
    assert pack_files.read(saved.read_bytes()).figures[0].count == 26
    shutil.copy(saved, tmp_path / "before.json")
    saved.write_text('{"format": "something else"}', "utf-8")
    whole = made.read_bytes(), made.with_suffix(".txt").read_bytes()
    again = subprocess.run([script], cwd="/", env=env, capture_output=True, text=True, check=False)
    assert again.returncode == 2
    assert again.stderr == "This file is not a pack of ICB Footprints.\n"
    assert (made.read_bytes(), made.with_suffix(".txt").read_bytes()) == whole

"""The recipes of CONTRIBUTING.md, read as steps and followed in a copy of the tree."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.house.code import ROOT

GUIDE = "CONTRIBUTING.md"

_COPIED = ("pages", "ui", "footprint", "data", "geo", "bench", "tests", ".streamlit")
_ALONE = ("app.py", "pyproject.toml", "Makefile", "README.md", GUIDE)
_FENCE = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_SAYS = (
    ("write", re.compile(r"[Aa] new file `([^`]+)`:$")),
    ("append", re.compile(r"At the end of `([^`]+)`:$")),
    ("change", re.compile(r"In `([^`]+)`:$")),
)


@dataclass(frozen=True)
class Step:
    """One block of a recipe: a file to write, to add to or to change, or a command to run."""

    do: Literal["write", "append", "change", "run"]
    path: str
    text: str


def recipe(heading: str, root: Path = ROOT) -> list[Step]:
    """The steps under a heading, in order."""
    guide = (root / GUIDE).read_text(encoding="utf-8")
    return list(_steps(guide.split(f"\n## {heading}\n")[1].split("\n## ")[0]))


def _steps(section: str) -> Iterator[Step]:
    for block in _FENCE.finditer(section):
        paragraph = section[: block.start()].rstrip().split("\n\n")[-1]
        said = " ".join(paragraph.split())
        if block["kind"]:
            do, path = next((do, found[1]) for do, says in _SAYS if (found := says.search(said)))
            yield Step(do, path, block["text"])
        else:
            yield Step("run", "", block["text"])


def copied(to: Path) -> Path:
    """A copy of what the app and its tests are made of."""
    for name in _COPIED:
        shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in _ALONE:
        shutil.copyfile(ROOT / name, to / name)
    return to


def follow(step: Step, root: Path) -> None:
    """Do what a step says, in a copy."""
    path = root / step.path
    if step.do == "run":
        for command in step.text.splitlines():
            run(root, *_made(command, root))
    elif step.do == "write":
        assert not path.exists(), f"{step.path} is not new"
        path.write_text(step.text, encoding="utf-8")
    elif step.do == "append":
        gap = "\n\n" if path.suffix == ".py" else "\n"
        path.write_text(path.read_text(encoding="utf-8") + gap + step.text, encoding="utf-8")
    else:
        path.write_text(changed(path.read_text(encoding="utf-8"), step.text), encoding="utf-8")


def changed(text: str, diff: str) -> str:
    """A text with the change that a recipe shows, in the one place it fits."""
    lines = diff.splitlines()
    before = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("+"))
    after = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("-"))
    assert text.count(before) == 1, f"fits {text.count(before)} places:\n{before}"
    return text.replace(before, after)


def _made(command: str, root: Path) -> list[str]:
    """What `make` would run for a target, with this Python."""
    target, makefile = command.removeprefix("make "), (root / "Makefile").read_text("utf-8")
    said = re.search(rf"^{target}:.*\n\t\$\(BIN\)/python (.+)$", makefile, re.MULTILINE)
    return [sys.executable, *said[1].split()]


def run(root: Path, *command: str) -> str:
    """What a command prints, run in a copy with the copy's own code."""
    settings = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
    done = subprocess.run(
        command,
        cwd=root,
        env={**settings, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-4_000:]}{done.stderr[-4_000:]}"
    return done.stdout

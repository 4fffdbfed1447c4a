"""The container file: each of its steps is taken in an empty folder, and its app started there."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.browser.conftest import ROOT, free_port

FILE = ROOT / "deploy" / "Containerfile"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the container is one for Linux")


def steps() -> list[tuple[str, str]]:
    """Every instruction with what follows it."""
    lines = FILE.read_text("utf-8").replace("\\\n", " ").splitlines()
    return [tuple(line.split(None, 1)) for line in lines if line and not line.startswith("#")]


@dataclass
class Stage:
    """One stage as it stands after some steps; a folder is the root of its file system."""

    root: Path
    base: str
    where: str = "/"
    env: dict[str, str] = field(default_factory=dict)
    user: str = "root"
    command: list[str] = field(default_factory=list)
    healthy: list[str] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return self.root / self.where.removeprefix("/")


class Built:
    """The stages of the file, each step taken as nearly as it can be without a container."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._python = folder / "bin"
        self._python.mkdir()
        (self._python / "python").symlink_to(sys.executable)
        self.stages: dict[str, Stage] = {}
        for word, rest in steps():
            getattr(self, f"_on_{word.lower()}")(rest)

    @property
    def last(self) -> Stage:
        return list(self.stages.values())[-1]

    def _on_from(self, rest: str) -> None:
        base, _, name = rest.partition(" AS ")
        name = name or str(len(self.stages))
        root = self._folder / f"stage-{name}"
        root.mkdir()
        self.stages[name] = Stage(root, base)

    def _on_workdir(self, rest: str) -> None:
        self.last.where = rest
        self.last.folder.mkdir(parents=True)

    def _on_copy(self, rest: str) -> None:
        source, words = ROOT, rest.split()
        if words[0].startswith("--from="):
            stage = self.stages[words.pop(0).removeprefix("--from=")]
            source, words = stage.root, [words[0].removeprefix("/"), *words[1:]]
        *froms, to = words
        for one in froms:
            assert (source / one).exists(), f"{one} is copied and is not there"
            whole = (source / one).is_dir()
            target = self.last.folder / to / ("" if whole else Path(one).name)
            target = self.last.folder / to if to.endswith(Path(one).name) else target
            target.parent.mkdir(parents=True, exist_ok=True)
            if whole:
                left = shutil.ignore_patterns("__pycache__")
                shutil.copytree(source / one, target, symlinks=True, ignore=left)
            else:
                shutil.copy(source / one, target)

    def _on_run(self, rest: str) -> None:
        words = shlex.split(rest)
        if words[1:3] == ["-m", "pip"]:
            self._pip(words[3:])
            return
        subprocess.run(words, cwd=self.last.folder, env=self._env(), check=True)

    def _pip(self, words: list[str]) -> None:
        """Look at what would be installed, and give the environment what is installed here."""
        if "install" not in words:
            assert words[0] == "uninstall"
            return
        assert "--require-hashes" in words
        for file in (words[i + 1] for i, word in enumerate(words) if word == "-r"):
            text = (self.last.folder / file).read_text("utf-8")
            asked = re.findall(r"^[\w.-]+(?:\[\w+\])?==", text, re.MULTILINE)
            assert 0 < len(asked) <= text.count("--hash=sha256:")
        python = self.last.folder / words[words.index("--python") + 1]
        assert python.exists()
        (site,) = python.parents[1].glob("lib/python3*/site-packages")
        (site / "here.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")

    def _env(self) -> dict[str, str]:
        path = f"{self._python}{os.pathsep}/usr/bin{os.pathsep}/bin"
        return {"PATH": path, "HOME": str(self._folder)} | self.last.env

    def _on_env(self, rest: str) -> None:
        pairs = (pair.split("=", 1) for pair in shlex.split(rest))
        self.last.env |= {name: value.replace("/tmp", str(self.tmp)) for name, value in pairs}

    @property
    def tmp(self) -> Path:
        found = self._folder / "tmp"
        found.mkdir(exist_ok=True)
        return found

    def _on_user(self, rest: str) -> None:
        self.last.user = rest

    def _on_expose(self, _rest: str) -> None:
        pass

    _on_stopsignal = _on_expose

    def _on_healthcheck(self, rest: str) -> None:
        self.last.healthy = json.loads(rest.partition("CMD ")[2])

    def _on_cmd(self, rest: str) -> None:
        self.last.command = json.loads(rest)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Built(tmp_path_factory.mktemp("container"))


def test_it_stands_on_a_slim_python_runs_as_nobody_and_leaves_no_tools_behind(
    built: Built,
) -> None:
    assert re.search(r"/python:3\.1[123]-slim", built.last.base)
    assert {stage.base for stage in built.stages.values()} == {built.last.base}
    assert int(built.last.user.partition(":")[0]) > 0
    (site,) = built.last.folder.glob(".venv/lib/python3*/site-packages")
    assert [one.name for one in site.iterdir()] == ["here.pth"]
    uninstalled = next(rest for word, rest in steps() if word == "RUN" and "uninstall" in rest)
    assert {"pip", "setuptools", "wheel"} < set(uninstalled.split())


def test_its_command_serves_says_that_it_is_healthy_and_writes_nothing_but_to_tmp(
    built: Built,
) -> None:
    stage, port = built.last, str(free_port())
    command = [word.replace("8501", port) for word in stage.command]
    asked = [word.replace("8501", port) for word in stage.healthy]
    place = {"cwd": stage.folder, "env": built._env() | {"TMPDIR": str(built.tmp)}}
    before = _files(stage.folder)
    with subprocess.Popen(command, **place, stdout=subprocess.DEVNULL) as served:
        try:
            assert subprocess.run(asked, **place, check=False).returncode == 1
            until = time.monotonic() + 240
            while subprocess.run(asked, **place, check=False).returncode:
                assert served.poll() is None
                assert time.monotonic() < until
                time.sleep(2)
        finally:
            served.terminate()
    assert _files(stage.folder) == before


def _files(folder: Path) -> dict[str, int]:
    return {str(one): one.lstat().st_mtime_ns for one in folder.rglob("*")}


def test_a_path_that_is_not_there_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = [("FROM", "python"), ("WORKDIR", "/a"), ("COPY", "app.py absent.py ./")]
    monkeypatch.setattr(f"{__name__}.steps", lambda: wrong)
    with pytest.raises(AssertionError, match=r"absent\.py is copied and is not there"):
        Built(tmp_path)

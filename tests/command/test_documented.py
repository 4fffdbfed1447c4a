"""Each line of the document on the command line is typed, and prints what stands there."""

from __future__ import annotations

import configparser
import shlex
import shutil
from pathlib import Path

import pytest

from footprint.command.main import COMMANDS, main
from footprint.office.template_files import SLIDES
from footprint.one_file import write
from footprint.papers import pack_files
from footprint.papers.pack import Item, Pack
from footprint.papers.sheets import up_to_date
from footprint.store.database import Database
from footprint.store.revisions import SETTING
from tests.command.documented import Line, blocks, lines
from tests.house.code import ROOT
from tests.shared_workspace import WORK

LINES = lines()
# What ends otherwise than with 0: what is refused, and a file with faults.
STATUS = {
    "--aim split --split": 0,
    **dict.fromkeys(
        (
            *("agreed-2025'", "Clustrs", ".gif", "Lodnon", "board.docx", "slope.pdf", "none.svg"),
            *("--number-of agreed", "--scope Lodnon", "--sheet square", "--aim split"),
        ),
        2,
    ),
    **dict.fromkeys(("both.csv --choose", "--costs --choose"), 0),
    **dict.fromkeys(("faulty.csv", "both.csv", "costs.csv", "map.png", "doctor"), 1),
    "--seconds 0.001": 1,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the document speaks of."""
    folder = tmp_path_factory.mktemp("typed")
    option, faulty, both, costs = blocks("csv")
    (folder / "option.csv").write_text(option, "utf-8")
    shutil.copyfile(SLIDES, folder / "house.pptx")
    (folder / "map.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "faulty.csv").write_text(faulty, "utf-8")
    (folder / "both.csv").write_text(both, "utf-8")
    (folder / "costs.csv").write_text(costs, "utf-8")
    items = (Item("Money"), Item("Clusters", (("plan", "agreed-2025-09"),)))
    pack = Pack("Board, 3 December", items, figures=(None, None))
    (folder / "board.pack.json").write_bytes(pack_files.write(up_to_date(WORK, pack, "")))
    return folder


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store in which nothing is saved yet."""
    address = f"sqlite:///{tmp_path_factory.mktemp('store')}/options.sqlite3"
    with Database(address).writing():
        return address


@pytest.fixture(autouse=True)
def little_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """An atlas that says next to nothing; a whole one is opened and read elsewhere."""
    steps = [("front", lambda: {"plans": ["a", "b"]}), ("icbs", lambda: ["a", "b"])]
    monkeypatch.setattr(write, "_steps", lambda _: steps)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.typed)
def test_a_line_prints_what_the_document_says(
    line: Line,
    folder: Path,
    store: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv(SETTING, store)
    monkeypatch.delenv("ICB_FOOTPRINTS_ADDRESS", raising=False)
    if "restore" in line.typed and not (folder / "options.backup").exists():
        # The line before has run in another worker.
        main(["backup", "options.backup"])
        capsys.readouterr()
    before = set(folder.iterdir())
    words = shlex.split(line.typed)
    place = words.index("icb-footprints")
    settings, typed = words[:place], words[place + 1 :]
    for name, value in (one.split("=", 1) for one in settings):
        monkeypatch.setenv(name, value)
    status = main(typed)
    said = capsys.readouterr()
    assert status == next((status for word, status in STATUS.items() if word in line.typed), 0)
    assert line.tells(said.err if status == 2 else said.out), said
    written = {folder / word for word in typed if typed[typed.index(word) - 1] == "-o"}
    written |= {folder / word for word in typed[1:2] if typed[:1] == ["backup"]}
    written |= {folder / "new.sqlite3"} if settings else set()
    assert set(folder.iterdir()) - before == (written if status == 0 else set())
    assert all(file.stat().st_size > 100 for file in written if status == 0)


def test_every_command_but_the_one_that_opens_the_app_is_shown() -> None:
    typed = (line.typed.rpartition("icb-footprints ")[2] for line in LINES if " " in line.typed)
    shown = {shlex.split(one)[0] for one in typed}
    assert shown == set(COMMANDS) - {"run"}


def test_the_lines_of_the_readme_are_among_those_that_are_typed() -> None:
    readme = (ROOT / "README.md").read_text("utf-8").splitlines()
    given = {line for line in readme if line.startswith("icb-footprints ")}
    assert len(given) == 5
    assert given <= {line.typed for line in LINES}


def test_what_is_left_out_is_not_left_unsaid_elsewhere() -> None:
    assert Line("", "a…c\n…\n").tells("abc\nd\n")
    assert not Line("", "a\n").tells("b\n")
    assert not Line("", "a\n").tells("a\nb\n")


def test_the_schedules_run_the_script_at_the_same_moment() -> None:
    (cron,) = blocks("crontab")
    minute, hour, day, month, weekday, script = cron.split()
    assert (minute, hour, day, month, weekday) == ("0", "6", "1", "*", "*")
    service, timer = (configparser.ConfigParser(interpolation=None) for _ in range(2))
    for one in (service, timer):
        one.optionxform = str
    units = blocks("ini")
    service.read_string(units[0])
    timer.read_string(units[1])
    assert service["Service"]["ExecStart"] == script
    assert timer["Timer"]["OnCalendar"] == f"*-*-{int(day):02d} {int(hour):02d}:{minute:0>2}:00"

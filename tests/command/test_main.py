"""The command line itself: what is refused, in one sentence, and what it never loads."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from footprint import written
from footprint.command import batch, data, files, run
from footprint.command.main import COMMANDS, STOPPED, main
from footprint.command.parsers import CommandError
from footprint.export import batches
from footprint.export.orders import Order
from footprint.facts.manifest import ROOT, read_manifest
from footprint.office.template_files import SLIDES
from footprint.papers import sheets

_LOADS = """
import importlib, sys
from footprint.command.main import COMMANDS
for one in COMMANDS.values():
    importlib.import_module(one.function.partition(":")[0])
print(sorted(name for name in sys.modules if name.partition(".")[0] in ("streamlit", "ui")))
"""


def refused(capsys: pytest.CaptureFixture[str], *typed: str) -> str:
    """What is said of what cannot be done: one line, and nothing is printed beside it."""
    assert main(typed) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err.strip()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("papers",), "There is no command “papers”; did you mean “paper”?"),
        (("paper",), "The following arguments are required: VIEW-ADDRESS, -o/--output; see"),
        (("paper", "/Help", "-o", "x.png"), "There is no map on the page “Help”."),
        (("paper", "/", "-o", "x.zip"), "x.zip ends in .zip, which says no format; use one of"),
        (("paper", "/", "-o", "x"), "x has no ending, and that says no format; use one of"),
        (("paper", "/", "-o", "no/x.png"), "There is no folder"),
        (("paper", "/", "-o", "x.csv", "--part", "Londn"), "There is no part “londn”; did you"),
        (("paper", "/?plan=x", "-o", "x.csv"), "The link asks for a plan “x” that does not exist."),
        (("paper", "/?measure=x&xx=1", "-o", "x.csv"), "The link asks for a measure “x” that"),
        (("paper", "/", "-o", "x.csv", "--day", "Monday"), "Argument --day: “Monday” is no date"),
        (("pack", "no.json", "-o", "x.pdf"), "no.json cannot be read: no such file or directory."),
        (("measures", "--plan", "icb-2023", "--measure", "resident"), "There is no measure"),
        (("batch", "/", "-o", "away"), "There is no folder away. Make it first, or name a file"),
        (
            ("measures", "--plan", "icb-2032"),
            "There is no plan “icb-2032”; did you mean",
        ),
        (("compare", "icb-2023", "x"), "There is no plan “x”; there are: icb-2023, "),
        (("measures", "--plan", "icb-2023", "-o", "x.xlsx"), "x.xlsx is to be a table as CSV; end"),
        (("check", "no.csv", "--begun", "x"), "There is no plan “x”; there are: icb-2023, "),
        (("compare", "icb-2023"), "The following arguments are required: B; see"),
        (("data",), "The following arguments are required: check; see icb-footprints data --help."),
        (("paper", "/Local", "authorities", "-o", "x.pdf"), "“authorities” is one word too many;"),
        (("paper", "/", "-o", "x.csv", "-o", "x.pdf"), "-o/--output is there twice; leave one of"),
        (
            ("optimum", "--footprints", "abc"),
            "Argument --footprints: “abc” is no whole number; see",
        ),
        (("run", "--port", "8080"), "There is no option --port; the nearest is --server.port; see"),
        (
            ("run", "--server.port", "abc"),
            "--server.port is a whole number, and “abc” is none; see",
        ),
        (("run", "--server.port"), "--server.port is a whole number, and none follows; see"),
        (("check", "no.csv"), "no.csv cannot be read: no such file or directory."),
        (("every-option", "--bodies", "icb-2022"), "There are no bodies “icb-2022”. There are:"),
        (
            ("every-option", "--bodys", "icb-2023"),
            "There is no option --bodys; the nearest is --bodies; see",
        ),
        (("optimum", "--nearest", "icb-2022"), "There is no plan icb-2022; there are "),
        (
            ("optimum", "--nearest", "icb-2023", "--aim", "even"),
            "One footprint for all would serve --aim even: say how many with --footprints, or",
        ),
        (
            ("paper", "/Clusters", "-o", "x.pdf", "--map-only", "slide"),
            "x.pdf ends in .pdf, which says no format; use one of .png, .svg.",
        ),
        (
            ("paper", "/Clusters", "-o", "x.svg", "--leave-out", "legend"),
            "--leave-out is for --map-only, and for nothing else.",
        ),
        (("data", "chek"), "Argument check: there is no “chek”; the nearest is check; see"),
        (
            ("batch", "/", "-o", "x.pdf", "--format", "csv"),
            "x.pdf is one file, of the kind that its ending says; --format is for a folder",
        ),
        (
            ("batch", "/Sources", "-o", "x.zip"),
            "There is no page “Sources”; there are: Find_your_ICB, My_ICB, ",
        ),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, tuple) else "",
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    typed: tuple[str, ...],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert refused(capsys, *typed).startswith(said)
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_our_own_is_not_hidden_behind_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("footprint.command.data.main", lambda _: int("no number"))
    with pytest.raises(ValueError, match="no number"):
        main(["data", "check"])


def test_no_command_but_the_one_that_opens_the_app_loads_streamlit() -> None:
    said = subprocess.run(
        [sys.executable, "-c", _LOADS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "[]"


def test_the_app_is_opened_by_its_own_script_with_what_was_typed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[list[str]] = []
    monkeypatch.setattr(run.runpy, "run_module", lambda *_, **__: begun.append(sys.argv))
    monkeypatch.setattr(sys, "argv", [])
    assert main(["run", "--server.port", "8080"]) == 0
    assert begun == [["streamlit", "run", str(ROOT / "app.py"), "--server.port", "8080"]]


def test_the_version_is_that_of_the_program_and_of_its_data(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.metadata.version", lambda _: "9.8.7")
    assert main(["--version"]) == 0
    said = capsys.readouterr().out
    assert said == f"icb-footprints 9.8.7, data version {read_manifest().data_version}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_takes(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    said = capsys.readouterr().out
    # Two were there before the command was, and are modules of their own as well.
    whole = f"python -m footprint.{name.replace('-', '_')}"
    assert said.startswith((f"usage: icb-footprints {name} ", f"usage: {whole} "))


def test_a_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "board.pdf"
    files.write(file, b"first")
    assert file.read_bytes() == b"first"
    assert file.stat().st_mode & 0o777 == 0o666 & ~written._mask()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(written.os, "fsync", full)
    with pytest.raises(CommandError, match=r"cannot be written: no space left on device\."):
        files.write(file, b"second")
    assert file.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [file]


def test_a_batch_of_which_one_file_fails_writes_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(batches, "WORKER", (sys.executable, "-c", "import sys; sys.exit('no ink')"))
    folder = tmp_path / "sheets"
    folder.mkdir()
    said = refused(capsys, "batch", "/?plan=icb-2023", "--each", "region", "-o", str(folder))
    assert said == "The files could not be made. Try another format, or try again."
    assert list(folder.iterdir()) == []


def test_sheets_of_one_title_are_all_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = sheets.paper_of
    monkeypatch.setattr(sheets, "paper_of", lambda *asked: replace(told(*asked), title="A sheet"))
    monkeypatch.setattr(batch, "Batch", list)
    monkeypatch.setattr(batch, "_watched", lambda orders: [b"a file"] * len(orders))
    typed = ("batch", "/?plan=icb-2023", "--each", "region", "-o", str(tmp_path))
    assert main(typed) == 0
    assert len(list(tmp_path.iterdir())) == 7


def test_a_saved_table_holds_a_number_for_every_figure_and_null_for_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    typed = ("measures", "--plan", "merged-2026-04", "--measure", "residents", "--json")
    assert main([*typed, "--measure", "published_cost"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["units"]["residents"] == "people"
    assert len(told["footprints"]) == 36
    assert sum(one["figures"]["residents"] for one in told["footprints"]) == 58_620_101
    costs = [one["figures"]["published_cost"] for one in told["footprints"]]
    assert None in costs
    assert all(cost is None or cost > 0 for cost in costs)


@pytest.mark.parametrize(
    ("typed", "count", "annex"),
    [(("-o", "regions.pptx"), 7, False), (("-o", "regions.zip", "--format", "pptx"), 1, True)],
    ids=["one file", "files of their own"],
)
def test_the_sheets_of_a_batch_are_written_on_a_template(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], count: int, annex: bool
) -> None:
    asked: list[Order] = []

    def kept(orders: list[Order]) -> list[bytes]:
        asked.extend(orders)
        return [b"a file"] * len(orders)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(batch, "make", lambda order, _: kept([order])[0])
    monkeypatch.setattr(batch, "Batch", lambda orders: kept(orders) and orders)
    monkeypatch.setattr(batch, "_watched", lambda orders: [b"a file"] * len(orders))
    shutil.copyfile(SLIDES, "house.pptx")
    told = ("--each", "region", "--template", "house.pptx")
    assert main(["batch", "/?plan=merged-2026-04", *typed, *told]) == 0
    assert {len(one.papers) for one in asked} == {count}
    assert {(one.front.annex, one.house.slides) for one in asked} == {(annex, SLIDES.read_bytes())}


def test_a_command_that_is_stopped_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def pressed(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(data, "main", pressed)
    assert main(("data", "check")) == STOPPED
    assert capsys.readouterr() == ("", "Stopped.\n")

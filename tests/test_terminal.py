"""The terminal: what is typed is taken as it is, or refused in one sentence."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from footprint.terminal import REFUSED, Parser, ended


def test_what_is_wrong_is_one_sentence_with_where_to_read_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        Parser("doctor", "Says what is wrong.").error("there is no such thing.")
    assert ended.value.code == REFUSED == 2
    assert capsys.readouterr().err == "There is no such thing; see doctor --help.\n"


def test_half_an_option_is_not_taken_for_the_whole() -> None:
    parser = Parser("doctor", "Says what is wrong.")
    parser.add_argument("--remember", action="store_true")
    assert parser.parse_args(["--remember"]).remember
    with pytest.raises(SystemExit):
        parser.parse_args(["--rem"])


# What a command prints, what is said of all of them, what a parser says, and a module of its own.
@pytest.mark.parametrize(
    "typed",
    [
        ("footprint.command.main", "every-option", "--region", "London"),
        ("footprint.command.main", "--help"),
        ("footprint.command.main", "optimum", "--help"),
        ("footprint.optimum", "--help"),
    ],
)
def test_a_command_ends_quietly_where_nobody_reads_what_it_prints(typed: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    waiting = {name: said for name, said in os.environ.items() if name != "PYTHONUNBUFFERED"}
    run = subprocess.run(
        [sys.executable, "-m", *typed],
        stdout=write,
        stderr=subprocess.PIPE,
        env=waiting,
        text=True,
        check=False,
    )
    os.close(write)
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("command", ["every-option", "optimum"])
def test_help_names_the_command_as_it_is_typed(command: str) -> None:
    typed = [sys.executable, "-m", "footprint.command.main", command, "--help"]
    said = subprocess.run(typed, capture_output=True, text=True, check=True).stdout
    assert said.startswith(f"usage: icb-footprints {command} ")
    assert "python -m" not in said


@pytest.mark.parametrize(("code", "status"), [(None, 0), (0, 0), (2, 2)])
def test_a_command_ends_with_what_it_returns_or_with_what_its_parser_says(
    code: int | None, status: int
) -> None:
    def parsed() -> int:
        raise SystemExit(code)

    assert ended(parsed) == status
    assert ended(lambda: status) == status


def _refused(capsys: pytest.CaptureFixture[str], *typed: str) -> str:
    parser = Parser("doctor", "Says what is wrong.")
    parser.add_argument("--of", choices=("land", "people"))
    parser.add_argument("--share", type=float)
    parser.add_argument("--seen", action="append")
    with pytest.raises(SystemExit):
        parser.parse_args(typed)
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--of", "peeple"), "Argument --of: there is no “peeple”; the nearest is people; see"),
        (("--of", "x"), "Argument --of: there is no “x”; there are land, people; see"),
        (("--share", "half"), "Argument --share: “half” is no number; see"),
        (("--of", "land", "--of", "people"), "--of is there twice; leave one of them; see"),
        (("--shar", "1"), "There is no option --shar; the nearest is --share; see"),
        (("--zzzzzz",), "There is no option --zzzzzz; see"),
        (("land",), "“land” is one word too many; put what has spaces in it in quotes; see"),
    ],
)
def test_what_is_mistyped_is_told_in_words_of_our_own(
    typed: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _refused(capsys, *typed) == f"{said} doctor --help.\n"


def test_what_may_be_typed_often_is_kept_each_time() -> None:
    parser = Parser("doctor", "Says what is wrong.")
    parser.add_argument("--seen", action="append")
    parser.add_argument("--of")
    asked = parser.parse_args(["--seen", "a", "--of", "x", "--seen", "b"])
    assert vars(asked) == {"seen": ["a", "b"], "of": "x"}
    assert parser.parse_args(["--of", "y"]).of == "y"

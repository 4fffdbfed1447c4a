"""The terminal: what is typed is taken as it is, or refused in one sentence."""

from __future__ import annotations

import pytest

from footprint.terminal import REFUSED, Parser


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

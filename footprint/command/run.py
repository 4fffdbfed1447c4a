"""Run: the app itself, opened in a browser."""

from __future__ import annotations

import importlib
import runpy
import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from itertools import pairwise

from footprint.command.parsers import Parser
from footprint.facts.manifest import ROOT


def main(arguments: Sequence[str]) -> int:
    """Serve the app until it is stopped; what is typed goes on to Streamlit."""
    parser = _parser()
    parser.parse_known_args(arguments)
    if wrong := _wrong([*arguments, ""], _kinds()):
        parser.error(wrong)
    sys.argv = ["streamlit", "run", str(ROOT / "app.py"), *arguments]
    # By name, so that no other command ever loads it.
    runpy.run_module("streamlit", run_name="__main__", alter_sys=True)
    return 0


def _kinds() -> Mapping[str, type]:
    """What each option of Streamlit's is, by the flag it is typed as."""
    options = importlib.import_module("streamlit.config").get_config_options()
    return {f"--{name}": one.type for name, one in options.items()}


def _wrong(typed: Sequence[str], kinds: Mapping[str, type]) -> str:
    """What Streamlit would refuse in its own words: an option it has not, or a number that is none.

    What was typed ends with "".
    """
    for one, after in pairwise(typed):
        flag, given, value = one.partition("=")
        if not flag.startswith("-"):
            continue
        if flag not in kinds:
            near = get_close_matches(flag[:60], kinds, n=1)
            return f"there is no option {flag[:60]}" + (
                f"; the nearest is {near[0]}" if near else ""
            )
        number = value if given else after
        if kinds[flag] is int and not number.isdecimal():
            said = f"“{number[:60]}” is none" if number else "none follows"
            return f"{flag} is a whole number, and {said}"
    return ""


def _parser() -> Parser:
    return Parser("run", "Open the app; options go to Streamlit, such as --server.port 8080.")

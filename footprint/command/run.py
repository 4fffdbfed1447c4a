"""Run: the app itself, opened in a browser."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Sequence

from footprint.command.parsers import Parser
from footprint.facts.manifest import ROOT


def main(arguments: Sequence[str]) -> int:
    """Serve the app until it is stopped; what is typed goes on to Streamlit."""
    _parser().parse_known_args(arguments)
    sys.argv = ["streamlit", "run", str(ROOT / "app.py"), *arguments]
    # By name, so that no other command ever loads it.
    runpy.run_module("streamlit", run_name="__main__", alter_sys=True)
    return 0


def _parser() -> Parser:
    return Parser("run", "Open the app; options go to Streamlit, such as --server.port 8080.")

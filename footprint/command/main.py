"""The command line: icb-footprints, its commands, and every error in one sentence."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata

from footprint.command.parsers import chosen
from footprint.terminal import REFUSED, ended

STOPPED = 130


@dataclass(frozen=True)
class Command:
    """One command: what it does, and the function that does it, as module:function.

    The function takes what was typed after the command's name and returns the exit status.
    """

    said: str
    function: str = ""


_HERE = "footprint.command"
COMMANDS: Mapping[str, Command] = {
    "run": Command("Open the app in a browser", f"{_HERE}.run:main"),
    "paper": Command("One view as a file", f"{_HERE}.paper:main"),
    "pack": Command("A saved pack of board papers as one file", f"{_HERE}.pack:main"),
    "batch": Command("A sheet for each of the areas of a view", f"{_HERE}.batch:main"),
    "atlas": Command("The whole atlas as one web page", f"{_HERE}.atlas:main"),
    "measures": Command("Every measure of a plan's footprints", f"{_HERE}.figures:measures"),
    "compare": Command("What changes from one plan to another", f"{_HERE}.figures:compare"),
    "check": Command("An option file: its faults, or its scorecard", f"{_HERE}.check:main"),
    "every-option": Command(
        "Count every option that was possible", "footprint.every_option.__main__:main"
    ),
    "optimum": Command("The plan that serves an aim best", "footprint.optimum.__main__:main"),
    "data": Command("Check the published files", f"{_HERE}.data:main"),
    "backup": Command("Everything that was saved as one file", "footprint.upkeep.copies:backup"),
    "restore": Command(
        "Bring a backup back into an empty store", "footprint.upkeep.copies:restore"
    ),
    "doctor": Command("What is wrong with a deployment", "footprint.upkeep.doctor:main"),
}


def main(typed: Sequence[str]) -> int:
    """Do what was typed; 0 where it was done, 2 where it was refused, with a sentence why."""
    if not typed or typed[0] in ("-h", "--help"):
        print(_help())
        return 0
    if typed[0] in ("-V", "--version"):
        print(_version())
        return 0
    try:
        return _function(typed[0])(typed[1:])
    except SystemExit as ended:
        # A parser ends with what it says.
        return int(ended.code or 0)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return STOPPED
    except (ValueError, RuntimeError) as problem:
        # Our own errors are sentences; any other is a fault of this code.
        if not type(problem).__module__.startswith("footprint."):
            raise
        print(problem, file=sys.stderr)
        return REFUSED


def _function(name: str) -> object:
    command = COMMANDS[chosen("command", name, COMMANDS)]
    module, _, function = command.function.partition(":")
    return getattr(importlib.import_module(module), function)


def _help() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {one.said}" for name, one in COMMANDS.items()]
    return "\n".join(
        [
            "usage: icb-footprints COMMAND …",
            "",
            *lines,
            "",
            "icb-footprints COMMAND --help says more; icb-footprints --version says which it is.",
        ]
    )


def _version() -> str:
    """The version of the program, where it is installed, and that of its data."""
    manifest = importlib.import_module("footprint.facts.manifest").read_manifest()
    facts = f"data version {manifest.data_version}"
    try:
        return f"icb-footprints {metadata.version('icb-footprints')}, {facts}"
    except metadata.PackageNotFoundError:
        return f"icb-footprints, not installed, {facts}"


def entry() -> None:
    """Do what was typed in the terminal, and end with its status."""
    sys.exit(ended(lambda: main(sys.argv[1:])))


if __name__ == "__main__":
    entry()

"""Terminal: what is typed after a command, read or refused in one sentence."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from typing import NoReturn

REFUSED = 2
"""The status with which a command ends that was not done."""


def ended(command: Callable[[], int]) -> int:
    """The status of a command, which ends quietly where nobody reads on what it prints."""
    try:
        try:
            status = command()
        except SystemExit as end:
            # A parser ends with what it says.
            status = int(end.code or 0)
        # What is printed may wait until the very end, where nothing could be done about it.
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


class Parser(argparse.ArgumentParser):
    """A parser of one command, which says what is wrong in a sentence and nothing else."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Refuse what was typed, with where to read what may be."""
        said = message.rstrip(".")
        self.exit(REFUSED, f"{said[0].upper()}{said[1:]}; see {self.prog} --help.\n")

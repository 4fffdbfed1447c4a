"""Terminal: what is typed after a command, read or refused in one sentence."""

from __future__ import annotations

import argparse
from typing import NoReturn

REFUSED = 2
"""The status with which a command ends that was not done."""


class Parser(argparse.ArgumentParser):
    """A parser of one command, which says what is wrong in a sentence and nothing else."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Refuse what was typed, with where to read what may be."""
        said = message.rstrip(".")
        self.exit(REFUSED, f"{said[0].upper()}{said[1:]}; see {self.prog} --help.\n")

"""Parsers: what is typed after a command's name, read or refused in one sentence."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Iterable
from typing import NoReturn

from footprint.english import capital


class CommandError(ValueError):
    """A command cannot be done as it was typed; says why in one sentence."""


class Parser(argparse.ArgumentParser):
    """A parser of one command, which says what is wrong in a sentence and prints nothing else."""

    def __init__(self, command: str, description: str) -> None:
        super().__init__(
            prog=f"icb-footprints {command}", description=description, allow_abbrev=False
        )

    def error(self, message: str) -> NoReturn:
        """Refuse what was typed."""
        raise CommandError(f"{capital(message)}; see {self.prog} --help.")


def chosen(what: str, typed: str, offered: Iterable[str]) -> str:
    """What was typed, where it is among what is offered; refuses it with the nearest, or all."""
    known = list(offered)
    if typed in known:
        return typed
    near = difflib.get_close_matches(typed[:60], known, n=1)
    hint = f"did you mean “{near[0]}”?" if near else f"there are: {', '.join(known)}."
    raise CommandError(f"There is no {what} “{typed[:60]}”; {hint}")

"""Parsers: what is typed after a command's name, read or refused in one sentence."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from footprint import terminal


class CommandError(ValueError):
    """A command cannot be done as it was typed; says why in one sentence."""


class Parser(terminal.Parser):
    """A parser of one command of icb-footprints."""

    def __init__(self, command: str, description: str) -> None:
        super().__init__(f"icb-footprints {command}", description)


def chosen(what: str, typed: str, offered: Iterable[str]) -> str:
    """What was typed, where it is among what is offered; refuses it with the nearest, or all."""
    known = list(offered)
    if typed in known:
        return typed
    near = difflib.get_close_matches(typed[:60], known, n=1)
    hint = f"did you mean “{near[0]}”?" if near else f"there are: {', '.join(filter(None, known))}."
    raise CommandError(f"There is no {what} “{typed[:60]}”; {hint}")

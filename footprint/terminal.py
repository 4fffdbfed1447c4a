"""Terminal: what is typed after a command, read or refused in one sentence."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
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


_NUMBERS: Mapping[object, str] = {int: "whole number", float: "number"}


class _Once(argparse.Action):
    """Keeps what follows a flag, and refuses a second: of two the last would win without a word."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Keep the value of a flag that was not typed before."""
        typed = vars(namespace).setdefault(_TYPED, set())
        if option_string and self.dest in typed:
            flag = "/".join(self.option_strings)
            parser.error(f"{flag} is there twice; leave one of them")
        typed.add(self.dest)
        setattr(namespace, self.dest, values)


_TYPED = "_typed_before"


class Parser(argparse.ArgumentParser):
    """A parser of one command, which says what is wrong in a sentence and nothing else."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, allow_abbrev=False)
        for name in (None, "store"):
            self.register("action", name, _Once)

    def parse_args(
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> argparse.Namespace:
        """Read what was typed; refuses what is no part of the command."""
        asked, beyond = self.parse_known_args(args, namespace)
        if beyond:
            self.error(self._unknown(beyond))
        vars(asked).pop(_TYPED, None)
        return asked

    def _unknown(self, beyond: Sequence[str]) -> str:
        """What is wrong with what is no part of the command: a flag, or words left over."""
        flag = next((one for one in beyond if one.startswith("-")), "")
        if not flag:
            return f"“{beyond[0]}” is one word too many; put what has spaces in it in quotes"
        name = flag.partition("=")[0]
        near = get_close_matches(name[:60], self._option_string_actions, n=1)
        return f"there is no option {name}" + (f"; the nearest is {near[0]}" if near else "")

    def _get_value(self, action: argparse.Action, arg_string: str) -> object:
        kind = _NUMBERS.get(action.type)
        try:
            return super()._get_value(action, arg_string)
        except argparse.ArgumentError as problem:
            if kind is None:
                raise
            said = f"“{arg_string[:60]}” is no {kind}"
            raise argparse.ArgumentError(action, said) from problem

    def _check_value(self, action: argparse.Action, value: object) -> None:
        if action.choices is None or value in action.choices:
            return
        offered = [str(one) for one in action.choices]
        near = get_close_matches(str(value)[:60], offered, n=1)
        hint = f"the nearest is {near[0]}" if near else f"there are {', '.join(offered)}"
        raise argparse.ArgumentError(action, f"there is no “{str(value)[:60]}”; {hint}")

    def error(self, message: str) -> NoReturn:
        """Refuse what was typed, with where to read what may be."""
        said = message.rstrip(".")
        self.exit(REFUSED, f"{said[0].upper()}{said[1:]}; see {self.prog} --help.\n")

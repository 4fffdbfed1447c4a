"""What was agreed: everything that something says, kept as text beside the tests of its room.

    make agreed

writes all of it anew after a change that is meant; what changed is then read in `git diff`, as
readers will see it.
"""

from __future__ import annotations

import difflib
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from numbers import Number
from os import environ
from pathlib import Path

import numpy as np
import shapely

from footprint.content.values import Table
from footprint.facts.atlas import Atlas
from footprint.plans.plan import Plan
from footprint.view import View
from footprint.workspace.workspace import Workspace

ANEW = environ.get("ICB_FOOTPRINTS_TESTS") == "agreed"
# What is asked, or is told of elsewhere, and so is no part of what is said.
# Where names stand is drawn, and the table of every area is said by the page itself.
_ELSEWHERE = ("anchors", "frames", "every")
_LEFT_OUT = (View, Workspace, Atlas, Plan)
# What says of the facts only that some of them are others.
_VERSION = re.compile(r"data version [0-9a-f]+")
# Letters of a line that holds several things; numbers stand on one line, however many they are.
_LONG = 200


def check(room: str, name: str, value: object) -> None:
    """Hold something against the text that was agreed; or write that text, where it is asked."""
    file = Path(room).with_name("agreed") / f"{name}.txt"
    text = _VERSION.sub("data version …", "\n".join([*lines(value), ""]))
    if ANEW:
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    agreed = file.read_text(encoding="utf-8")
    changed = difflib.unified_diff(agreed.splitlines(), text.splitlines(), "agreed", "now", n=1)
    assert text == agreed, "\n".join(
        [f"{name} is not as it was agreed. If that is meant: make agreed.", *list(changed)[:40]]
    )


def lines(value: object) -> list[str]:
    """A value as text, a line for each piece of it and nothing twice."""
    return list(_lines(value, "", {}))


def _lines(value: object, indent: str, told: dict[tuple[str, ...], None]) -> Iterator[str]:
    if isinstance(value, Table):
        yield f"{indent}Table: {value.title}"
        yield f"{indent}  {' | '.join(column.heading for column in value.columns)}"
        yield from (f"{indent}  {' | '.join(row)}" for row in value.texts())
        return
    for name, part in _parts(value):
        shown = _short(part)
        if shown is None:
            inner = [line.removeprefix(indent) for line in _lines(part, f"{indent}  ", told)]
            if tuple(inner) in told and len(inner) > 1:
                inner = ["  (as above)"]
            told[tuple(inner)] = None
            yield from [f"{indent}{name}:"] if inner and name else []
            yield from (f"{indent}{line}" for line in inner)
        elif shown:
            yield f"{indent}{name}: {shown}" if name else f"{indent}{shown}"


def _short(value: object) -> str | None:
    """What fits on one line: a text, a number, or some of these; None for whatever is more."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, Enum):
        return value.name or ""
    if isinstance(value, Number):
        return f"{value:,.6g}" if isinstance(value, float) else str(value)
    if isinstance(value, shapely.Geometry):
        return f"{value.geom_type} {_short(value.bounds)}"
    if isinstance(value, np.ndarray):
        return " ".join(f"{number:,.6g}" for number in value.ravel())
    if isinstance(value, (Table, Mapping, *_LEFT_OUT)) or callable(value):
        return None
    several = [one for _, one in _parts(value)] if is_dataclass(value) else value
    if isinstance(several, (tuple, list)):
        shown = [_short(one) for one in several]
        numbers = len(shown) > 1 and all(isinstance(one, Number) for one in several)
        if None not in shown and (numbers or sum(map(len, shown)) < _LONG):
            return " | ".join(filter(None, shown))
    return None


def _parts(value: object) -> Iterable[tuple[str, object]]:
    if isinstance(value, _LEFT_OUT) or callable(value):
        return ()
    if is_dataclass(value):
        names = [field.name for field in fields(value) if field.name not in _ELSEWHERE]
        return [(name, getattr(value, name)) for name in names]
    if isinstance(value, Mapping):
        return [(str(key), one) for key, one in value.items()]
    if isinstance(value, (tuple, list)):
        return [("", one) for one in value]
    return ()


if __name__ == "__main__":
    tests = sorted(map(str, Path(__file__).parent.glob("*/test_agreed.py")))
    run = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", *tests]
    sys.exit(subprocess.call(run, env={**environ, "ICB_FOOTPRINTS_TESTS": "agreed"}))

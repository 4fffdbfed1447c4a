"""The document on the command line: its lines to type, what each prints, and its other examples."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.house.code import ROOT

DOCUMENT = ROOT / "docs" / "command-line.md"
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LEFT_OUT = "…"


@dataclass(frozen=True)
class Line:
    """One line to type, and what it prints."""

    typed: str
    printed: str

    def tells(self, said: str) -> bool:
        """Whether something said is what the document says is printed."""
        pieces = [re.escape(piece) for piece in self.printed.split(LEFT_OUT)]
        return bool(re.fullmatch(".*?".join(pieces), said, re.DOTALL))


def blocks(kind: str) -> list[str]:
    """Every block of one kind, in order."""
    return [text for named, text in _BLOCK.findall(DOCUMENT.read_text("utf-8")) if named == kind]


def lines() -> list[Line]:
    """Every line to type."""
    found = []
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            typed, _, printed = part.partition("\n")
            found.append(Line(typed, printed))
    return found

"""Settings: in which letters a chart is set, how wide, and how close its rows stand."""

from __future__ import annotations

from dataclasses import dataclass

Spec = dict[str, object]
# Under so many pixels there is little room.
_NARROW = 480
_ROOMY, _CLOSE = 20, 11


@dataclass(frozen=True, kw_only=True)
class Setting:
    """How a chart is set, in pixels; without a width it takes what there is on screen.

    With another `turn` each time, the same mark can be pressed again.
    """

    font: str
    width: int = 0
    row: int = 23
    turn: int = 0

    @property
    def letters(self) -> int:
        """How large letters are."""
        return 12 if self.row >= _ROOMY else _CLOSE

    @property
    def narrow(self) -> str:
        """Whether there is little room, as an expression that a browser can ask its window."""
        if self.width:
            return "true" if self.width < _NARROW else "false"
        return f"containerSize()[0] < {_NARROW}"

    @property
    def folds(self) -> bool:
        """Whether a name may stand on two lines."""
        return self.row >= _ROOMY


def plain(words: str) -> str:
    """Words on one line without what no drawing can hold, such as control characters."""
    return " ".join("".join(one if one.isprintable() else " " for one in words).split())

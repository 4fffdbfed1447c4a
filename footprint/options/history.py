"""History: every state an option has been in, to go back to and forward again.

The states before and after the one that is shown are also one text, short enough to stand in an
address.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pydantic import BaseModel, ConfigDict, Field

from footprint.options.option import Option
from footprint.options.wire import LinkError, Wire, opened, packed, sealed, unsealed

LONGEST_STEPS = 2_000
MOST_STEPS = 50
UNREADABLE = "The address does not tell how this was drawn, so Undo goes back to the start at once."


@dataclass(frozen=True)
class Drawing:
    """An option being drawn: all its states since the start, and which of them is shown."""

    history: tuple[Option, ...]
    position: int = 0

    @property
    def now(self) -> Option:
        """The option as it stands."""
        return self.history[self.position]

    @property
    def before(self) -> Option:
        """The option as it stood before the last edit."""
        return self.history[max(self.position - 1, 0)]

    @property
    def last(self) -> Option:
        """What the option is held against since the last edit: begun anew, only itself."""
        return self.before if _root(self.before) == _root(self.now) else self.now

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return self.position > 0

    @property
    def can_redo(self) -> bool:
        """Whether an edit was taken back."""
        return self.position + 1 < len(self.history)

    def done(self, option: Option) -> Drawing:
        """The drawing after an edit; what had been undone cannot be redone any more."""
        if option == self.now:
            return self
        return Drawing((*self.history[: self.position + 1], option), self.position + 1)

    def undone(self) -> Drawing:
        """The drawing with its last edit taken back, where there is one."""
        return replace(self, position=max(self.position - 1, 0))

    def redone(self) -> Drawing:
        """The drawing with the edit made again that was taken back last, if any."""
        return replace(self, position=min(self.position + 1, len(self.history) - 1))

    def at(self, option: Option) -> Drawing:
        """The drawing where it shows an option: the nearest such state, or a new one."""
        places = [n for n, state in enumerate(self.history) if state == option]
        if not places:
            return self.done(option)
        return replace(self, position=min(places, key=lambda n: abs(n - self.position)))


def _root(option: Option) -> tuple[str, str, str]:
    """What an option was begun from, and on which layer."""
    return option.begun_from, option.rest, option.began.seen


_MOST_OUTLINED = 40


def moved_last(drawing: Drawing) -> list[str]:
    """The blocks that the last edit moved, to be outlined; none where they are most of a map."""
    before = dict(drawing.last.drawn.pairs)
    moved = [block for block, owner in drawing.now.drawn.pairs if before.get(block) != owner]
    return moved if len(moved) <= _MOST_OUTLINED else []


class Step(BaseModel):
    """One state: what was drawn, the saved option it went on from, and the revision then open."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    wire: Wire = Field(alias="w")
    start: str = Field("", alias="s")
    saved: str = Field("", alias="k")

    @property
    def text(self) -> str:
        """What was drawn, as the text of an option."""
        return packed(self.wire)


class _Steps(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    steps: tuple[Step, ...] = Field((), alias="s", max_length=MOST_STEPS)
    undone: tuple[Step, ...] = Field((), alias="r", max_length=MOST_STEPS)


def step(text: str, start: str, saved: str) -> Step:
    """One state, by the text of its option; `start` and `saved` are keys of revisions or ""."""
    return Step(w=opened(text), s=start, k=saved)


def steps_text(steps: Sequence[Step], undone: Sequence[Step] = ()) -> str:
    """Write the first state and as many of the last as there is room for; "" where there is none.

    What is left out in between is gone over in one step. `undone` are the states to be redone, the
    next one first: of those, the furthest are left out, and before any other.
    """
    kept = list(steps) if len(steps) <= MOST_STEPS else [steps[0], *steps[1 - MOST_STEPS :]]
    later = list(undone[:MOST_STEPS])
    while (kept or later) and len(text := _sealed(kept, later)) > LONGEST_STEPS:
        if later:
            later.pop()
        else:
            kept = [*kept[:1], *kept[2:]] if len(kept) > 1 else []
    return text if kept or later else ""


def _sealed(steps: Sequence[Step], undone: Sequence[Step]) -> str:
    made = _Steps(s=tuple(steps), r=tuple(undone))
    return sealed(made.model_dump_json(by_alias=True, exclude_defaults=True).encode())


def read_steps(text: str) -> tuple[Step, ...]:
    """Read the states before; raises LinkError for whatever `steps_text` did not write."""
    return _read(text).steps


def read_undone(text: str) -> tuple[Step, ...]:
    """Read the states to be redone, the next one first; raises LinkError as `read_steps` does."""
    return _read(text).undone


def _read(text: str) -> _Steps:
    try:
        read = _Steps.model_validate_json(unsealed(text))
    except ValueError as problem:
        raise LinkError(UNREADABLE) from problem
    if not read.steps and not read.undone:
        raise LinkError(UNREADABLE)
    return read

"""History: every state an option has been in, to go back to and forward again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from footprint.options.option import Option


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
        """What the option is held against since the last edit: on another layer, only itself."""
        same = self.before.began.seen == self.now.began.seen
        return self.before if same else self.now

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


_MOST_OUTLINED = 40


def moved_last(drawing: Drawing) -> list[str]:
    """The blocks that the last edit moved, to be outlined; none where they are most of a map."""
    before = dict(drawing.last.drawn.pairs)
    moved = [block for block, owner in drawing.now.drawn.pairs if before.get(block) != owner]
    return moved if len(moved) <= _MOST_OUTLINED else []

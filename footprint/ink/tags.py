"""Tags: what each thing drawn on a sheet is to somebody who has it read out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from footprint.ink.vectors import Named, Vector

# What is drawn outside every tag is ornament, and is not read.
ORNAMENT = -1


@dataclass(frozen=True)
class Tag:
    """One element of a sheet, by its kind in a tagged PDF: H1, P, Figure, Table, TR, TH, TD.

    `inside` is the place of the element that it is a part of, or -1. `words` say what a figure
    shows. What is `late` is read after everything else.
    """

    kind: str
    inside: int = ORNAMENT
    words: str = ""
    late: bool = False


class Sheet(Figure):
    """A figure that knows what is drawn on it, in the order it is to be read.

    `vectors` are what is drawn, in the order it lies, and `named` what of it is an area of a map.
    """

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)
        self.tags: list[Tag] = []
        self.pieces: list[tuple[Artist, int]] = []
        self.vectors: list[Vector] = []
        self.named: list[tuple[Artist, Named]] = []
        self._open = ORNAMENT

    @contextmanager
    def tagged(self, kind: str, words: str = "", *, late: bool = False) -> Iterator[None]:
        """Draw what follows as one element; an empty kind is ornament.

        An element begun inside another is a part of it, and all of a figure is the figure.
        """
        before = self._open
        if before == ORNAMENT or self.tags[before].kind != "Figure":
            self._open = self._added(Tag(kind, before, words, late)) if kind else ORNAMENT
        yield
        self._open = before

    def _added(self, tag: Tag) -> int:
        self.tags.append(tag)
        return len(self.tags) - 1

    def take(self, artist: Artist) -> None:
        """Add something drawn, as a part of the element that is open."""
        self.pieces.append((artist, self._open))
        self.add_artist(artist)


def in_order(tags: Sequence[Tag]) -> list[int]:
    """The places of the elements in the order they are read."""

    def late(tag: Tag) -> bool:
        return tag.late or (tag.inside != ORNAMENT and late(tags[tag.inside]))

    return sorted(range(len(tags)), key=lambda place: late(tags[place]))

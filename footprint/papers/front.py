"""Fronts: what a pack says of itself on its cover and on every page, and the look it is given."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

MARKINGS = ("", "DRAFT", "OFFICIAL", "OFFICIAL-SENSITIVE", "CONFIDENTIAL")


@dataclass(frozen=True)
class Front:
    """What stands before, on and behind a pack's sheets, in the words of whoever made it.

    `day` is when it meets, as it is said; `marking` stands on every page. Without a `cover` the
    first view begins the file, with neither contents nor page numbers. The `annex` has every
    table, after the maps; without it only those that say what has no room on their maps follow.
    """

    meeting: str = ""
    day: str = ""
    item: str = ""
    author: str = ""
    marking: str = ""
    cover: bool = True
    annex: bool = True

    @property
    def details(self) -> tuple[tuple[str, str], ...]:
        """What is known of the meeting, each with its label."""
        told = (
            ("Meeting", self.meeting),
            ("Date of the meeting", self.day),
            ("Agenda item", self.item),
            ("Author", self.author),
        )
        return tuple((label, words) for label, words in told if words)

    @property
    def typed(self) -> dict[str, str]:
        """Everything that was typed, by its field."""
        return {name: told for name, told in asdict(self).items() if isinstance(told, str)}

    @property
    def words(self) -> dict[str, str]:
        """Everything that was typed, by what a sentence calls it."""
        return {_CALLED.get(name, name): told for name, told in self.typed.items()}


@dataclass(frozen=True)
class House:
    """A board's own look: its templates and its logo as files, empty where there is none.

    `slides` is a PowerPoint file, `document` a Word file, and `logo` a picture, PNG or JPEG.
    """

    slides: bytes = b""
    document: bytes = b""
    logo: bytes = b""


# The most bytes of each file of a house.
MOST_OF_HOUSE = {"slides": 3_000_000, "document": 3_000_000, "logo": 500_000}
# Words of a cover that are too long for paper are kept, as those of views are.
_LONGEST = 2_000
_CALLED = {
    "slides": "PowerPoint template",
    "document": "Word template",
    "logo": "logo",
    "day": "date of the meeting",
    "item": "agenda item",
}


def too_large(house: House) -> Iterator[str]:
    """Say of each file of a house that is too large how large it may be."""
    for name, most in MOST_OF_HOUSE.items():
        size = len(getattr(house, name))
        if size > most:
            yield (
                f"The {_CALLED[name]} has {size // 1000:,} kB; at most {most // 1000:,} are taken."
            )


def as_texts(house: House) -> dict[str, str]:
    """The files of a house as text that JSON can hold."""
    return {name: base64.b64encode(getattr(house, name)).decode() for name in MOST_OF_HOUSE}


def front_of(content: object) -> Front:
    """Read a front that has no problems; where there is none, the usual one."""
    return Front(**content) if isinstance(content, dict) else Front()


def house_of(content: object) -> House:
    """Read a house that has no problems; where there is none, one without files."""
    if not isinstance(content, dict):
        return House()
    return House(**{name: base64.b64decode(text) for name, text in content.items()})


def problems(content: Mapping[str, object]) -> Iterator[str]:
    """Say in a sentence each what is wrong with the front and the house of a pack's file."""
    front, house = content.get("front", asdict(Front())), content.get("house", {})
    if not isinstance(front, dict) or front.keys() != {*Front.__dataclass_fields__}:
        yield "What the pack's cover says is damaged."
    else:
        yield from _front_problems(front)
    if not isinstance(house, dict) or not house.keys() <= {*MOST_OF_HOUSE}:
        yield "The pack's templates are damaged."
        return
    files = {name: _file(text) for name, text in house.items()}
    for name in (name for name, file in files.items() if file is None):
        yield f"The pack's {_CALLED[name]} is damaged."
    yield from too_large(House(**{name: file for name, file in files.items() if file}))


def _front_problems(front: Mapping[str, object]) -> Iterator[str]:
    for name, usual in asdict(Front()).items():
        value = front[name]
        if type(value) is not type(usual):
            yield f"The cover's {_CALLED.get(name, name)} is damaged."
        elif isinstance(value, str) and len(value) > _LONGEST:
            yield f"The cover's {_CALLED.get(name, name)} has more than {_LONGEST:,} characters."
        elif isinstance(value, str) and any("\ud800" <= letter <= "\udfff" for letter in value):
            yield f"The cover's {_CALLED.get(name, name)} is not text that can be written."


def _file(text: object) -> bytes | None:
    try:
        return base64.b64decode(text, validate=True) if isinstance(text, str) else None
    except (binascii.Error, ValueError):
        return None

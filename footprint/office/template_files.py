"""Template files: what every paper is written on, checked for what a paper needs of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

SLIDES, DOCUMENT = (
    Path(__file__).parent / "templates" / name for name in ("template.pptx", "template.docx")
)

# A template by its place, or a board's own as an open file.
Template = Path | BinaryIO
# The most letters of a title that a presentation or a document keeps; its cover has all of them.
_LONGEST = 255


def opened(template: Template) -> str | BinaryIO:
    """A template as the libraries of office files take it."""
    return str(template) if isinstance(template, Path) else template


class TemplateError(ValueError):
    """A template lacks something that papers need; says what."""


class Properties(Protocol):
    """What an office file says about itself."""

    title: str
    author: str
    language: str
    comments: str
    last_modified_by: str
    revision: int


def missing(owner: str, kind: str, wanted: Iterable[str], found: Collection[str]) -> Iterator[str]:
    """Say of each thing that papers look for by name that a template has none of that name."""
    for name in wanted:
        if name not in found:
            yield f"{owner} has no {kind} called “{name}”."


def refuse(problems: Iterable[str]) -> None:
    """Raise TemplateError with every problem, where there is any."""
    if told := " ".join(problems):
        raise TemplateError(told)


def sign(properties: Properties, title: str) -> None:
    """Say what a file is, and nothing of whoever made the template it was begun from."""
    kept = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
    properties.title, properties.author, properties.language = kept, "ICB Footprints", "en-GB"
    properties.comments, properties.last_modified_by, properties.revision = "", "", 1

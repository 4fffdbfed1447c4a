"""Template files: what every paper is written on, checked for what a paper needs of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Protocol

SLIDES, DOCUMENT = (
    Path(__file__).parent / "templates" / name for name in ("template.pptx", "template.docx")
)


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


def check_names(owner: str, kind: str, wanted: Iterable[str], found: Collection[str]) -> None:
    """Refuse a template in which something that papers look for by name is not found.

    Raises TemplateError.
    """
    for name in wanted:
        if name not in found:
            raise TemplateError(f'{owner} has no {kind} called "{name}".')


def sign(properties: Properties, title: str) -> None:
    """Say what a file is, and nothing of whoever made the template it was begun from."""
    properties.title, properties.author, properties.language = title, "ICB Footprints", "en-GB"
    properties.comments, properties.last_modified_by, properties.revision = "", "", 1

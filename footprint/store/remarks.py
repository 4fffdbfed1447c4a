"""Remarks: what people say of an option beside its revisions, as comments and as tags."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from footprint.store.revisions import LONGEST, StoreError, check_text, folded, seen

LONGEST_COMMENT, LONGEST_ABOUT, LONGEST_TAG = 5_000, 300, 30
MOST_TAGS = 12
Said = Literal["commented", "tagged", "untagged"]
_TAG = re.compile(r"[^\W_]+(?:[ &’'-]+[^\W_]+)*")


@dataclass(frozen=True, kw_only=True)
class Remark:
    """One comment, or one tag put on or taken off; nothing remarked is ever changed.

    `revision` is the one that was looked at, and `about` the footprint of it that a comment is
    on, by its name, "" where it is on the whole. `tag` is as tags are compared, and the text of one
    that was put on as it was written. `intact` is whether it is still as it was made.
    """

    option: str
    number: int
    act: Said
    revision: int
    about: str
    tag: str
    text: str
    author: str
    made_at: datetime
    intact: bool = True


def checked_comment(text: str, about: str, author: str) -> str:
    """Return a comment without the space around it, or refuse it in a sentence."""
    text = text.strip()
    if not seen(text):
        raise StoreError("The comment is empty. Write one that can be seen.")
    check_text("comment", text, LONGEST_COMMENT)
    check_text("name of the footprint", about, LONGEST_ABOUT)
    check_text("author", author, LONGEST["author"])
    return text


def tag_of(text: str) -> str:
    """A tag as it is compared: in small letters and single spaces; or refuse it."""
    check_text("tag", text, LONGEST_TAG)
    tag = " ".join(folded(text).split())
    if len(tag) > LONGEST_TAG or not _TAG.fullmatch(tag):
        raise StoreError(
            f"A tag is at most {LONGEST_TAG} letters, digits, spaces and hyphens, beginning and "
            "ending with a letter or digit."
        )
    return tag


def written(text: str) -> str:
    """A tag as whoever put it on wrote it, with single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def tags_in(remarks: Iterable[Remark]) -> Mapping[str, str]:
    """The tags an option has after some remarks, in the order they were made, by the alphabet.

    Each is as it was written, by how it is compared.
    """
    last = {one.tag: one for one in remarks if one.tag and one.intact}
    # The first tags were kept only as they are compared.
    on = {tag: one.text or tag for tag, one in last.items() if one.act == "tagged"}
    return dict(sorted(on.items()))

"""Slips: the one name that a misspelt one can only have meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

_LONG = 8


def meant(text: str, words: Mapping[str, str]) -> str:
    """The code of the single name a slip away from a text, or "" where there is any doubt.

    `words` gives codes by name, all folded alike. A slip is one edit, or two in a long name, after
    the same first letter. Another name as near, or one edit further, is doubt. A code is never
    corrected.
    """
    if any(mark.isdigit() for mark in text) or len(text) > 80:
        return ""
    most = 2 if len(text) >= _LONG else 1
    near = _within(text, [*words], most + 1)
    if not near or near[0][1] > most or not text.startswith(near[0][0][:1]):
        return ""
    code, limit = words[near[0][0]], near[0][1] + 1
    rivals = {words[name] for name, far in near if far <= limit} - {code}
    return "" if rivals else code


def meant_alone(text: str, words: Mapping[str, str], others: Iterable[str]) -> str:
    """The same, where no other name that is known is as near to the text."""
    code = meant(text, words)
    if not code:
        return ""
    far = min(OSA.distance(text, name) for name, one in words.items() if one == code)
    rivals = [name for name in others if words.get(name) != code]
    return "" if _within(text, rivals, far) else code


def a_slip_apart(one: str, other: str) -> bool:
    """Whether two names, folded alike, are a single edit from each other."""
    return OSA.distance(one, other, score_cutoff=1) == 1


def _within(text: str, names: list[str], most: int) -> list[tuple[str, int]]:
    found = process.extract(text, names, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [(name, int(far)) for name, far, _ in found]

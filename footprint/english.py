"""English: the small words sentences are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable


def rounded_shares(shares: Iterable[float]) -> list[str]:
    """Say shares in whole per cent, with one decimal for those under 2% or over 98%."""
    return [f"{share:.1%}" if share < 0.02 or share > 0.98 else f"{share:.0%}" for share in shares]


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def month(date: str) -> str:
    """Say a date such as 2025-09 or 2025-09-30 as "September 2025"."""
    if not date:
        return "no date"
    year, number, *_ = date.split("-")
    return f"{_MONTHS[int(number) - 1]} {year}"


def day(date: str) -> str:
    """Say a date such as 2025-09-30 as "30 September 2025", and one without a day by its month."""
    number = date.split("-")[2:]
    return f"{int(number[0])} {month(date)}" if number else month(date)


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does: "a, b and c"."""
    *most, last = list(words)
    return f"{', '.join(most)} and {last}" if most else last


def article(words: str) -> str:
    """Put "a" or "an" before some words."""
    return f"{'an' if words[0].lower() in 'aeiou' else 'a'} {words}"


def capital(words: str) -> str:
    """Begin with a capital letter."""
    return words[0].upper() + words[1:]


def plural(count: int, one: str, many: str) -> str:
    """Say a number of things: "1 cluster", "2 clusters"."""
    return f"{count} {one if count == 1 else many}"


def ordinal(place: int) -> str:
    """Say a place in an order: "1st", "12th", "23rd"."""
    ending = "th" if 10 <= place % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"


def in_millions(count: int) -> str:
    """Say a number as "1 million" or "1.25 million", with all its digits where it is not round."""
    millions = count / 1e6
    round_enough = count >= 1e6 and round(millions, 2) == millions
    return f"{millions:g} million" if round_enough else f"{count:,}"


def percent(share: float) -> str:
    """Say a share in whole per cent, but never round some down to none or most up to all."""
    if 0 < share <= 0.005:
        return "under 1%"
    if 0.995 <= share < 1:
        return "over 99%"
    return f"{share:.0%}"


_SCILLY = "the Isles of Scilly"


def short_name(name: str) -> str:
    """Shorten a name without making it another: "Devon, Cornwall and Scilly".

    A town is left out where the county called after it stands beside it. Every other name stays as
    it is, for short forms that not everybody knows would have to be looked up.
    """
    parts = re.split(r", | and ", name.replace(_SCILLY, "Scilly"))
    counties = {part.removesuffix("shire") for part in parts if part.endswith("shire")}
    kept = [part for part in parts if part not in counties]
    return listed(kept) if len(kept) < len(parts) else name.replace(_SCILLY, "Scilly")

"""English: the small words sentences are made of."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Context

_NEARLY = 1e-9


def rounded_share(share: float) -> str:
    """Say one share in whole per cent, with one decimal where it is under 2% or over 98%.

    Some is never rounded down to none, nor most up to all.
    """
    if not _uneven(share):
        return f"{share:.0%}"
    return _in_tenths(share, round(share * 1000))


def rounded_shares(shares: Iterable[float]) -> list[str]:
    """Say the shares of one whole so that they add up to it, all with a decimal if one needs it."""
    parts = list(shares)
    if not any(map(_uneven, parts)):
        return [f"{percents}%" for percents in apportioned(parts, 100)]
    return list(map(_in_tenths, parts, apportioned(parts, 1000)))


def _uneven(share: float) -> bool:
    return not 0.02 <= share <= 0.98


def _in_tenths(share: float, tenths: int) -> str:
    if share < _NEARLY or share > 1 - _NEARLY:
        return f"{share:.0%}"
    return {0: "under 0.1%", 1000: "over 99.9%"}.get(tenths, f"{tenths / 10:.1f}%")


def apportioned(shares: Iterable[float], units: int) -> list[int]:
    """Divide a number of units by shares of one whole: those with the largest remainders round up.

    Rounded one by one, three thirds would come to 99 per cent.
    """
    exact = [share * units for share in shares]
    counts = [math.floor(part + _NEARLY) for part in exact]
    order = sorted(range(len(exact)), key=lambda place: counts[place] - exact[place])
    for place in order[: round(sum(exact)) - sum(counts)]:
        counts[place] += 1
    return counts


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


def days_in_words(words: str) -> str:
    """Say every date in some words as people do: "2025-08-28, updated 2025-10-06"."""
    return _DATES.sub(lambda found: day(found[0]), words)


_DATES = re.compile(r"\b\d{4}-\d\d(-\d\d)?\b")


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does: "a, b and c".

    Where one of them holds "and" itself, a comma stands before the last: "a and b, and c and d".
    Where one holds a comma, semicolons part them all, unless all are in quotation marks, which
    part them well enough.
    """
    *most, last = several = list(words)
    if not most:
        return last
    quoted = all(word[:1] == "“" and word[-1:] == "”" for word in several)
    if quoted or not any(" and " in word or ", " in word for word in several):
        return f"{', '.join(most)} and {last}"
    comma = _comma(several)
    return f"{f'{comma} '.join(most)}{comma} and {last}"


def parted(words: Iterable[str]) -> str:
    """Put names after each other, with commas between them, or semicolons where one holds one."""
    several = list(words)
    return f"{_comma(several)} ".join(several)


def _comma(words: Iterable[str]) -> str:
    return ";" if any(", " in word for word in words) else ","


def listed_few(words: Iterable[str], most: int, more: str = "others") -> str:
    """Join words as a sentence does, of too many the first ones and how many others there are."""
    named = list(words)
    if len(named) <= most:
        return listed(named)
    return listed([*named[: most - 1], f"{len(named) - most + 1} {more}"])


def ordinal(number: int) -> str:
    """Say a number as a place in an order: "1st", "13th", "22nd"."""
    teen = 10 <= number % 100 <= 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def ranked(place: int, count: int, most: str, least: str) -> str:
    """Say a place from the nearer end: "largest of 36", "9th largest of 36", "smallest of 36"."""
    from_end = count - place + 1
    word, number = (most, place) if place <= from_end else (least, from_end)
    return f"{word} of {count}" if number == 1 else f"{ordinal(number)} {word} of {count}"


def people(count: int) -> str:
    """Say a number of people: "1 person", "2,000 people"."""
    return "1 person" if count == 1 else f"{count:,} people"


def article(words: str) -> str:
    """Put "a" or "an" before some words."""
    return f"{'an' if words[0].lower() in 'aeiou' else 'a'} {words}"


def with_the(name: str) -> str:
    """A name as it stands within a sentence, with "the" where people say it."""
    return f"the {name}" if _SAID_WITH_THE.search(name) else name


_SAID_WITH_THE = re.compile(r"^Black Country$|\bAuthority(?: \((?:planned|proposed)\))?$")


def capital(words: str) -> str:
    """Begin with a capital letter."""
    return words[:1].upper() + words[1:]


def within(words: str) -> str:
    """A label as it stands within a sentence: only its first letter changes."""
    return words[:1].lower() + words[1:]


def plural(count: int, one: str, many: str) -> str:
    """Say a number of things: "1 cluster", "2 clusters"."""
    return f"{count:,} {one if count == 1 else many}"


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


def percents(shares: Iterable[float]) -> list[str]:
    """Say the shares of one whole in whole per cent so that they add up to it."""
    parts = list(shares)
    said = zip(parts, apportioned(parts, 100), strict=True)
    return [percent(part) if _all_but(part) else f"{whole}%" for part, whole in said]


def _all_but(share: float) -> bool:
    return share <= 0.005 or share >= 0.995


_TURNED = re.compile(r", (City|County) of$")


def everyday_name(official: str) -> str:
    """Say an authority's name as people do: "Herefordshire" for "Herefordshire, County of".

    Only the City of London keeps its word, for London is another place.
    """
    return "City of London" if official == "London, City of" else _TURNED.sub("", official)


_SCILLY = "the Isles of Scilly"


def short_name(name: str) -> str:
    """Shorten a name without making it another: "Devon, Cornwall and Scilly".

    Towns are left out where several counties are named, as boards do that share their leaders.
    Where one county alone would be left its town stays, which is no part of the county council's
    area: "Derby and Derbyshire". Every other name stays as it is, for short forms that not
    everybody knows would have to be looked up.
    """
    shorter = name.replace(_SCILLY, "Scilly")
    parts = re.split(r", | and ", shorter)
    counties = {part.removesuffix("shire") for part in parts if part.endswith("shire")}
    kept = [part for part in parts if part not in counties]
    return listed(kept) if 1 < len(kept) < len(parts) else shorter


KEPT_SPACE, KEPT_HYPHEN = "\u00a0", "\u2011"


def shortened(title: str, fits: Callable[[str], bool]) -> str:
    """As much of a title as fits: to a colon or a comma if that is possible, else whole words."""
    if fits(title):
        return title
    for ends in (_CLAUSE, _WORD):
        starts = [title[: end.start()] for end in ends.finditer(title) if end.start()]
        if known := [words for words in starts if fits(words)]:
            return known[-1]
    return title[: next((end for end in range(len(title), 1, -1) if fits(title[:end])), 1)]


def unbroken(words: str) -> str:
    """Words with spaces and hyphens that no line breaks at, wherever a figure would be torn.

    “1.5 million”, “26 of 36”, “10th largest of 36”, “£18.76 per head”, “5 km²” and “mid-2024” stay
    on one line each.
    """
    return _HYPHEN.sub(KEPT_HYPHEN, _SPACE.sub(KEPT_SPACE, words))


def breakable(words: str) -> str:
    """The same words with ordinary spaces and hyphens."""
    return words.replace(KEPT_SPACE, " ").replace(KEPT_HYPHEN, "-")


# Where a title may end: before a colon, a bracket or a comma, or before any word but a small one.
_CLAUSE = re.compile(r"[:,;]\s|\s[(–—]")
_WORD = re.compile(r"(?<!\band)(?<!\bthe)(?<!\bof)(?<!\bto)(?<!\bfor)(?<!\bin)\s")
_SPACE = re.compile(
    r"(?<=\d) (?=(?:thousand|million|billion|trillion|quadrillion|quintillion|sextillion|points"
    r"|km|per)(?![a-z])|of (?:the )?£?\d)|(?:(?<=\d of)|(?<=est of)) (?=£?\d)|(?<=\d per) |(?<=£) "
    r"|(?<=\bp\.) (?=\d)"
    r"|(?<=\d(?:st|nd|rd|th)) (?=(?:larg|small|high|low)est of \d)|(?<=est) (?=of \d)"
)
_HYPHEN = re.compile(r"(?:(?<=\d)|(?<=\b[Mm]id))-(?=\d)")

_POWERS = (
    (10**21, "sextillion"),
    (10**18, "quintillion"),
    (10**15, "quadrillion"),
    (10**12, "trillion"),
    (10**9, "billion"),
    (10**6, "million"),
)


def large(count: int) -> str:
    """Write a whole number as it is said: 38.9 trillion; below a million every digit."""
    if count < _POWERS[-1][0]:
        return f"{count:,}"
    rounded = _THREE_DIGITS.create_decimal(count)
    size, word = next(power for power in _POWERS if rounded >= power[0])
    return f"{(rounded / size).normalize():f} {word}"


_THREE_DIGITS = Context(prec=3, rounding=ROUND_HALF_UP)

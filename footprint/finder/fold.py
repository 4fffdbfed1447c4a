"""Folding: what is typed and what is written, brought to the same letters."""

from __future__ import annotations

import re
import unicodedata

ICB_WORDS = ("integrated care board", "integrated care system", "icb", "ics", "nhs")
COUNCIL_WORDS = frozenset(
    [
        "council",
        "city",
        "borough",
        "district",
        "county",
        "metropolitan",
        "royal",
        "london",
        "unitary",
        "of",
        "the",
        "ua",
    ]
)
STYLED = frozenset({"council", "city", "borough", "district", "metropolitan", "unitary", "ua"})
STYLES = {
    "lb": "london borough",
    "lbc": "london borough council",
    "rb": "royal borough",
    "mb": "metropolitan borough",
    "mbc": "metropolitan borough council",
    "mdc": "metropolitan district council",
    "met": "metropolitan",
    "bc": "borough council",
    "boro": "borough",
    "b": "borough",
    "dc": "district council",
    "dist": "district",
    # A city's council or a county's; that its name is one of the two says which.
    "cc": "council",
}
_CITY_AND = re.compile(r"\bcity and (?:county|district|borough)\b")
_AUTHORITY = re.compile(r"\b(?:unitary|local) authority\b")
_COUNTY_OF = re.compile(r"^(?:the )?county of | county of$")
HOSPITAL_WORDS = frozenset({"hospital", "hospitals", "the", "trust", "foundation"})
SAYS_HOSPITAL = frozenset({"hospital", "hospitals"})
SAYS_COUNCIL = frozenset({"council"})
SHORT_FORMS = {
    "saint": "st",
    "beds": "bedfordshire",
    "berks": "berkshire",
    "bucks": "buckinghamshire",
    "cambs": "cambridgeshire",
    "derbys": "derbyshire",
    "glos": "gloucestershire",
    "hants": "hampshire",
    "herefs": "herefordshire",
    "herts": "hertfordshire",
    "lancs": "lancashire",
    "leics": "leicestershire",
    "lincs": "lincolnshire",
    "mids": "midlands",
    "northants": "northamptonshire",
    "notts": "nottinghamshire",
    "oxon": "oxfordshire",
    "salop": "shropshire",
    "shrops": "shropshire",
    "staffs": "staffordshire",
    "warks": "warwickshire",
    "wilts": "wiltshire",
    "worcs": "worcestershire",
    "yorks": "yorkshire",
}
_POSTCODE = re.compile(r"^([a-z]{1,2}\d[a-z\d]?)\s*\d[a-z]{2}$")
_POINTS = {
    "n": "north",
    "ne": "north east",
    "nw": "north west",
    "e": "east",
    "s": "south",
    "se": "south east",
    "sw": "south west",
    "w": "west",
    "co": "county",
    "gt": "great",
}
_HALF = re.compile(r"^([a-z]{1,2}\d[a-z\d]?)\s+\d[a-z]?$")


# As official lists turn names round: "Herefordshire, County of".
_COMMA = re.compile(r"^(.*\S)\s*,\s*((?:city|county|borough|royal borough) of)\s*$", re.IGNORECASE)


def folded(text: str) -> str:
    """Small letters without accents and signs, "&" as "and", "Saint" as "St", counties in full.

    Words are parted by one space, and names that a comma turns round are turned back. "NHS", "ICB"
    and their like are left out unless nothing else is there.
    """
    text = _COMMA.sub(r"\2 \1", text)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"['’`.]", "", plain.replace("&", " and "))
    words = re.sub(r"[^a-z0-9]+", " ", plain).split()
    plain = " ".join(SHORT_FORMS.get(word, word) for word in words)
    return _without(plain, ICB_WORDS) or plain


def _without(words: str, left_out: tuple[str, ...]) -> str:
    for one in left_out:
        words = re.sub(rf"\b{one}\b", " ", words)
    return " ".join(words.split())


def in_any_order(words: str) -> str:
    """The words of a folded text in alphabetical order."""
    return " ".join(sorted(words.split()))


def bare(words: str) -> str:
    """A council's or hospital's name in alphabetical order, without what says its kind."""
    said = HOSPITAL_WORDS if says_hospital(words) else COUNCIL_WORDS
    return in_any_order(" ".join(word for word in words.split() if word not in said))


def in_full(words: str) -> str:
    """A folded text with the letters that stand for a kind of council written out."""
    said = " ".join(STYLES.get(word, word) for word in words.split())
    return _AUTHORITY.sub("unitary", _CITY_AND.sub("city", said))


def says_lower_tier(words: str) -> bool:
    """Whether a folded text says that it is of a city, a borough or a district."""
    return not {"city", "borough", "district"}.isdisjoint(in_full(words).split())


def spelled_out(words: str) -> str:
    """A folded text with the points of the compass written out: "North East Lincolnshire"."""
    return " ".join(_POINTS.get(word, word) for word in words.split())


def council_named(words: str) -> str:
    """The bare name in a folded text that says it is of a city or a council, "" for any other.

    What says "county" is left alone: a city and a county may have one name.
    """
    said = set(in_full(words).split())
    return "" if "county" in said or said.isdisjoint(STYLED) else bare(in_full(words))


def county_named(words: str) -> str:
    """The bare name in a folded text that says "County of", "" for any other."""
    return bare(words) if _COUNTY_OF.search(words) else ""


def outcode(words: str) -> str:
    """The postcode district of a whole or half typed postcode, or "" for anything else."""
    found = _POSTCODE.match(words) or _HALF.match(words)
    return found[1] if found else ""


def says_council(words: str) -> bool:
    """Whether a folded text asks for a council."""
    return not SAYS_COUNCIL.isdisjoint(words.split())


def says_hospital(words: str) -> bool:
    """Whether a folded text asks for a hospital."""
    return not SAYS_HOSPITAL.isdisjoint(words.split())


def initials(words: str) -> set[str]:
    """What a folded name of a trust may be shortened to: "uhcw", "gstt"."""
    left_out = {"and", "of", "the", "foundation", "trust", "hospital"}
    core = "".join(word[0] for word in words.split() if word not in left_out)
    return {core, f"{core}t", f"{core}ft"} if len(core) > 2 else set()

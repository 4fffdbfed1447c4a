"""Beyond: postcodes and cities outside England, where the finder has nothing to find."""

from __future__ import annotations

import re

# Where an area lies on both sides of a border, its districts in England are found before.
AREAS = frozenset(
    [
        *("cf", "ld", "ll", "np", "sa", "sy"),
        *("ab", "dd", "dg", "eh", "fk", "g", "hs", "iv", "ka", "kw", "ky", "ml", "pa", "ph"),
        *("td", "ze", "bt", "gy", "je", "im"),
    ]
)
"""The letters of the postcode areas outside England."""
CITIES = frozenset(
    [
        *("wales", "cymru", "cardiff", "swansea", "newport", "wrexham", "bangor", "st davids"),
        *("st asaph", "aberystwyth", "llandudno", "merthyr tydfil"),
        *("scotland", "edinburgh", "glasgow", "aberdeen", "dundee", "inverness", "perth"),
        *("stirling", "dunfermline", "paisley", "kilmarnock", "dumfries"),
        *("northern ireland", "belfast", "derry", "londonderry", "lisburn", "newry", "armagh"),
        *("isle of man", "jersey", "guernsey"),
    ]
)
"""Countries, cities and large towns outside England, folded."""
POSTCODE = r"([a-z]{1,2})\d[a-z\d]?(?:\s*\d(?:[a-z]{2})?)?"
"""A postcode or the first part of one, folded; its area is the first group."""


def outside_england(words: str) -> bool:
    """Whether folded words are a postcode or a city outside England."""
    found = re.fullmatch(POSTCODE, words)
    return found[1] in AREAS if found else words in CITIES

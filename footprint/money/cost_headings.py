"""Cost headings: which columns of a table are of ICBs, which of costs, and of which year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from footprint.money.cost_parts import COLUMNS
from footprint.money.cost_readings import EACH
from footprint.money.cost_units import unit_of

_ICB = re.compile(r"(icb|ods|integrated_care_board)(_?\d\d)?(_?(cdh?|nm|code|name|ods))?")
_COST = re.compile(r"cost|baseline|budget|spend|expenditure")
_YEAR = re.compile(r"\b(?:fy ?)?(20\d\d(?:[/ -](?:20)?\d\d)?|\d\d[/ -]\d\d)\b|\bfy ?(\d\d)\b", re.I)
_BESIDE_YEAR = re.compile(
    r"\b(?:year|actuals?|outturn|forecast|planned|plan|budget|estimates?|in|gbp|pounds|mn?|millions?"
    r"|k|0?00s?|thousands?|bn?|billions?)\b|£"
)
_OTHER_COST = re.compile(
    r"\bper\b|allowance|saving|reduction|target|after|change|differ|variance|%|cent(?:re|er)\b"
)
_NO_TITLE = re.compile(r"(?:sheet|table|tab|data|book|page)?[\s_]*\d*")


def heading_of(cell: str) -> str:
    """A heading as headings are compared: in small letters, its words joined by low lines."""
    return re.sub(r"[\s-]+", "_", cell.strip().lower())


def of_icbs(heading: str) -> bool:
    """Whether a heading says that its column names ICBs."""
    return bool(_ICB.fullmatch(heading))


def year_of(heading: str) -> str:
    """The year that a heading names, as it stands there, or ""."""
    found = _YEAR.search(heading)
    return found[0] if found else ""


def costs_in(header: Sequence[str], titles: Iterable[str] = ()) -> list[int]:
    """The columns of costs: ours, else by their words, else by years under such `titles`.

    Of those that say so in words, the ones that say their unit go before the rest.
    """
    own = [place for place, cell in enumerate(header) if cell == COLUMNS[2]][:1]
    some = [place for place, cell in enumerate(header) if _is_cost(cell)]
    each = [place for place, cell in enumerate(header) if _is_cost_of_each(cell)]
    worded = own or [place for place in some if unit_of(header[place])] or some or each
    years = [place for place, cell in enumerate(header) if _is_year(cell)]
    # A year that says “budget” has others beside it that only say “outturn”.
    if worded and set(worded) <= set(years):
        return years
    return worded or (years if _of_costs(titles) else [])


def _of_costs(titles: Iterable[str]) -> bool:
    """Whether a title says costs, or nothing says what the table is of."""
    said = [one for one in map(heading_of, titles) if not _NO_TITLE.fullmatch(one)]
    return not said or any(map(_is_cost, said))


def _is_year(heading: str) -> bool:
    """Whether a heading is a year, with no word beside it but a unit or whose figure it is."""
    plain = heading.replace("_", " ")
    return bool(year_of(plain)) and not _BESIDE_YEAR.sub("", _YEAR.sub("", plain)).strip(" (),:’'")


def _is_cost(heading: str) -> bool:
    plain = heading.replace("_", " ")
    return bool(_COST.search(plain)) and not _OTHER_COST.search(plain)


def _is_cost_of_each(heading: str) -> bool:
    """Whether a heading says that a cost is for each head."""
    plain, each = EACH.subn("", heading.replace("_", " "))
    return bool(each and _COST.search(plain)) and not _OTHER_COST.search(plain)

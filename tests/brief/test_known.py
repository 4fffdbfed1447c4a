"""Known: each published figure of an ICB beside England's, or with why it has no rank."""

from __future__ import annotations

import re

from footprint.brief.chapter import bodies_of
from footprint.brief.known import known_of, references, said_of
from footprint.money.positions import NO_SIZE
from tests.shared_workspace import WORK

EVERY = tuple(bodies_of(WORK).by_id)


def said(body: str) -> tuple[str, ...]:
    return said_of(WORK, known_of(WORK, body))


def test_every_figure_of_every_icb_has_englands_or_says_why_it_has_no_rank() -> None:
    lines = [said(body) for body in EVERY]
    for told in filter(None, lines):
        assert told[0] == (
            "Only some of the 36 ICBs have the figures below, so they are not ranked; the brackets "
            "say how many. England’s is given where there is one."
        )
    each = [one for told in lines for one in told[1:]]
    bare = [one for one in each if not re.search(r"; \d+ of 36\)\.", one)]
    assert len(each) > 100
    assert bare
    assert all(f": {NO_SIZE} (" in one for one in bare)


def test_what_is_published_of_england_stands_beside_it() -> None:
    (each,) = (one for one in said("S9B9J") if one.startswith("Cost before the cut: "))
    assert each == (
        "Cost before the cut: £40.00 per head (rounded, November 2025, published; 1 of "
        "36). England’s ICBs: just under £21.00 per head to £49.00 per head (April 2025)."
    )
    deficit = next(one for one in said("QF7") if "NHS trusts, outturn 2025/26" in one)
    assert "England: deficit of £563.0m (after 12 months" in deficit
    (heads,) = (one for one in said("QT6") if one.startswith("Weighted population"))
    assert heads.endswith("England’s figure and the rank stand above, worked out.")


def test_how_many_have_a_figure_is_counted_over_all_icbs() -> None:
    what = "Reduction asked for, 2026/27: "
    lines = [one for body in EVERY for one in said(body) if one.startswith(what)]
    assert len(lines) == 6
    assert all(one.endswith("; 6 of 36).") for one in lines)


def test_a_cost_that_is_implied_says_by_which_sum() -> None:
    (implied,) = (one for one in said("QWO") if one.startswith("Cost before the cut"))
    assert "£94.9m, of which a 45% cut would leave £52.2m (2024/25 to 2025/26, implied;" in implied


def test_each_source_is_told_once() -> None:
    titles = [one.title for one in references(known_of(WORK, "QKS"))]
    assert len(titles) == len(set(titles)) > 1

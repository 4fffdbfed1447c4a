"""Money: envelope and target of an ICB, what is published of it, and its staff beside England's."""

from __future__ import annotations

import pytest

from footprint.brief.money import HEADING, money
from footprint.view import TODAY
from tests.shared_workspace import WORK

THAMES_VALLEY, WARWICKSHIRE, SOMERSET = "S0E4D", "QWU", "QSL"


def test_only_what_was_shared_out_is_marked_so() -> None:
    split, whole = money(WORK, THAMES_VALLEY), money(WORK, WARWICKSHIRE)
    assert split.heading == whole.heading == HEADING
    assert split.sentences[1].startswith(
        "Envelope and target. £18.76 × 2,205,286 weighted heads (worked out by share) is an "
        "envelope of £41.4m a year (worked out by share, because an ICB was split)."
    )
    assert whole.sentences[1].startswith(
        "Envelope and target. £18.76 × 1,065,577 weighted heads (worked out) is an envelope of "
        "£20.0m a year (worked out). No target"
    )


def test_what_is_published_is_told_with_its_date_and_its_source_once() -> None:
    told = money(WORK, WARWICKSHIRE)
    assert told.sentences[-1] == (
        "ICB only, outturn 2025/26: surplus of £12.7m (March 2026, published, second-hand; "
        "16 of 36)."
    )
    titles = [one.title for one in money(WORK, THAMES_VALLEY).references]
    assert len(titles) == len(set(titles)) > 0


def test_where_nothing_is_published_that_is_said() -> None:
    told = money(WORK, SOMERSET)
    assert told.sentences[-1] == (
        "Nothing is published of what this ICB cost before the cut, or of its deficit."
    )
    assert (len(told.sentences), told.references) == (5, ())


def test_staff_stand_by_date_beside_england() -> None:
    told = money(WORK, THAMES_VALLEY).table
    assert told is not None
    rows = told.texts()
    assert rows[0] == ("July 2022", "412", "17.7", "36.9", "Lowest of 36")
    assert rows[-1] == ("March 2025", "606", "26.1", "38.9", "5th lowest of 36")


def test_what_must_be_saved_is_held_against_those_of_which_it_is_known() -> None:
    told = {body: money(WORK, body).sentences[2] for body in WORK.plans[TODAY].bodies.by_id}
    known = [said for said in told.values() if said.startswith("What it must save. From")]
    assert known
    for said in known:
        assert f" of {len(known)}" in said
        assert said.endswith(
            "ICBs with a figure; England has none, because the other ICBs have none."
        )


@pytest.mark.parametrize(
    ("body", "begins"),
    [
        ("S9B9J", "Its board papers say that it is to save £79.0m in 2026/27 (58%)."),
        ("QOP", "Its board papers say that it is to spend 39% less in 2026/27."),
        (
            "QGH",
            "It was to save £12.0m in 2025/26 (43%), as was reported in July 2025. Its board "
            "papers say that it is to save £22.0m in 2026/27 together with Coventry and "
            "Warwickshire.",
        ),
        (
            "QPM",
            "It was to spend 29% less in 2025/26, as was reported in 2025. It was to save £16.7m "
            "in 2025/26 (31%) together with Leicester, Leicestershire and Rutland, as was reported "
            "in June 2025.",
        ),
        ("QR1", "Its board papers say that it is to save £17.5m in 2026/27. What it cost"),
    ],
)
def test_a_saving_that_was_published_comes_before_what_is_not(body: str, begins: str) -> None:
    told = money(WORK, body)
    assert told.sentences[2].startswith(f"What it must save. {begins}")
    assert told.references


def test_no_saving_that_is_listed_is_told_as_none() -> None:
    for body in WORK.plans[TODAY].bodies.by_id:
        told = money(WORK, body).sentences
        if any(one.startswith(("Saving asked for", "Reduction asked for")) for one in told):
            assert "No figure in pounds" not in told[2]


def test_what_follows_from_a_cost_that_is_implied_is_told_as_such() -> None:
    (lancashire,) = (one for one in money(WORK, "QE1").sentences if one.startswith("What it must"))
    assert lancashire.endswith(
        "What it cost before the cut is not published. From the cost that is implied, £75.1m, to "
        "the envelope of £39.1m would be £36.0m (48%) less."
    )
    assert any("implied" in one for one in money(WORK, "QE1").sentences[3:])
    assert not any("implied" in one for one in money(WORK, SOMERSET).sentences)

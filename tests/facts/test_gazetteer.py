"""The gazetteer: every name leads to blocks, shares are parts of one whole, and codes are known."""

from functools import cache

import pytest

from footprint.facts.atlas import Atlas, JoinError, load_atlas
from footprint.facts.gazetteer import (
    ICB,
    ICB_BEFORE,
    Named,
    _Areas,
    read_gazetteer,
    shares_in,
)


@cache
def atlas() -> Atlas:
    return load_atlas()


@cache
def names() -> tuple[Named, ...]:
    return read_gazetteer(atlas())


def called(name: str, kind: str) -> Named:
    (found,) = {one for one in names() if (one.name, one.kind) == (name, kind)}
    return found


def test_every_name_lies_in_blocks_and_in_no_more_than_the_whole() -> None:
    blocks = set(atlas().blocks.index)
    for one in names():
        assert one.name.strip() == one.name
        assert {block for block, _ in one.shares} <= blocks
        # Shares of postcodes are published to four decimals.
        assert 0 < sum(share for _, share in one.shares) <= 1.0005


def test_shares_are_in_descending_order() -> None:
    for one in names():
        shares = [share for _, share in one.shares]
        assert shares == sorted(shares, reverse=True)


def test_an_icb_of_today_keeps_its_code_and_one_that_is_gone_says_so() -> None:
    assert called("BNSSG", ICB).area == "QUY"
    assert called("Frimley", ICB_BEFORE).area == "QNQ"
    assert called("Essex", ICB).area == "D7T5G"


def test_a_place_is_shared_by_whoever_owns_its_blocks() -> None:
    owner = atlas().blocks["icb_2026"].to_dict()
    shares = shares_in(called("Frimley", ICB_BEFORE), owner)
    assert len(shares) == 3
    assert sum(shares.values()) == pytest.approx(1)
    assert list(shares.values()) == sorted(shares.values(), reverse=True)


def test_two_towns_of_one_name_are_two_places() -> None:
    ashfords = [one for one in names() if one.name == "Ashford" and one.kind != "council"]
    assert len({one.shares for one in ashfords}) == len(ashfords) > 1


def test_a_name_of_an_unknown_code_is_refused() -> None:
    with pytest.raises(JoinError, match="names codes that are nowhere: E99"):
        _Areas(atlas()).named("Nowhere", "council", "E06000001;E99")

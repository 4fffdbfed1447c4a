"""The gazetteer: every name leads to blocks, shares are parts of one whole, and codes are known."""

from dataclasses import replace
from functools import cache

import pandas as pd
import pytest

from footprint.facts import gazetteer
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


def test_an_everyday_name_is_of_every_place_of_the_full_name() -> None:
    hospitals = [one for one in names() if one.name == "QE"]
    assert len({one.shares for one in hospitals}) == len(hospitals) == 4
    assert all("Queen Elizabeth Hospital" in one.official for one in hospitals)
    brum = called("Brum", "council")
    assert (brum.area, brum.official) == ("E08000025", "Birmingham")


def test_an_everyday_name_of_nothing_named_is_told_by_what_it_lies_in() -> None:
    ipswich = called("Ipswich Hospital", "hospital or clinic")
    assert (ipswich.area, ipswich.official) == ("", "")
    assert ipswich.shares[0][0].startswith("E07000202")
    anglia = called("East Anglia", "region")
    assert len(anglia.shares) > 3 and sum(share for _, share in anglia.shares) == pytest.approx(1)


def test_only_councils_that_go_ahead_are_to_come() -> None:
    coming = {one.name for one in names() if one.kind == "council to come"}
    assert coming == {"East Surrey Council", "West Surrey Council"}


def test_an_ambulance_trust_lies_wherever_it_serves() -> None:
    owner = atlas().blocks["icb_2026"].to_dict()
    london = called("London Ambulance Service NHS Trust", "NHS trust")
    assert len(shares_in(london, owner)) == 4
    assert sum(share for _, share in london.shares) == pytest.approx(1)
    assert len(called("Alder Hey Children's NHS Foundation Trust", "NHS trust").shares) == 1


def test_an_everyday_name_of_nothing_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    read = gazetteer.read_table

    def renamed(path: str, *more: object, **text: object) -> pd.DataFrame:
        table = read(path, *more, **text)
        return table.assign(of="Nowhere") if path.endswith("everyday_names.csv") else table

    monkeypatch.setattr(gazetteer, "read_table", renamed)
    with pytest.raises(JoinError, match="said to be “Nowhere”, which is no ICB"):
        read_gazetteer(atlas())


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


PLACES = ["name", "kind", "block", "share", "built"]


def places(monkeypatch: pytest.MonkeyPatch, toy: Atlas, *rows: tuple) -> list[Named]:
    """Places of the toy country, as a table has them."""
    table = pd.DataFrame(rows, columns=PLACES)
    monkeypatch.setattr(gazetteer, "read_table", lambda *_, **__: table)
    return list(gazetteer._places(toy, gazetteer.ROOT))


def test_towns_of_one_name_stay_apart_and_a_town_in_two_blocks_stays_whole(
    monkeypatch: pytest.MonkeyPatch, toy: Atlas
) -> None:
    found = places(
        monkeypatch,
        toy,
        ("Mill", "town", "A-1", 1, 5.0),
        ("Mill", "town", "C-4", 1, 7.0),
        ("Ford", "town", "B-1", 0.6, 9.0),
        ("Ford", "town", "B-3", 0.4, 9.0),
    )
    assert [(one.name, one.shares, one.size) for one in found] == [
        ("Mill", (("A-1", 1),), 5.0),
        ("Mill", (("C-4", 1),), 7.0),
        ("Ford", (("B-1", 0.6), ("B-3", 0.4)), 9.0),
    ]


def test_blocks_that_are_nowhere_are_named_in_their_order(
    monkeypatch: pytest.MonkeyPatch, toy: Atlas
) -> None:
    rows = [("Mill", "town", block, 1, 5.0) for block in ("Z-2", "A-1", "Z-1")]
    with pytest.raises(JoinError, match="not in blocks.csv: Z-1, Z-2$"):
        places(monkeypatch, toy, *rows)


def in_regions(toy: Atlas) -> Atlas:
    """The toy country with a region, and short names of its ICBs."""
    icbs = toy.icbs.assign(short_name=toy.icbs["name"])
    return replace(toy, blocks=toy.blocks.assign(region="Toy"), icbs=icbs)


def test_codes_that_are_nowhere_are_named(toy: Atlas) -> None:
    with pytest.raises(JoinError, match=r"“Both” names codes that are nowhere: X, Y\.$"):
        _Areas(in_regions(toy)).named("Both", "county", "A;X;Y")


def test_one_code_stands_for_a_place_and_several_or_a_region_for_none(toy: Atlas) -> None:
    areas = _Areas(in_regions(toy))
    one, two = areas.named("Ash", "council", "A"), areas.named("Both", "county", "A;B")
    assert (one.area, one.official) == ("A", "Ash")
    assert (two.area, two.official) == ("", "")
    assert areas.named("Toy", "region", "Toy").area == ""
    # 300 of Ash's 400 people live in its second block.
    assert one.shares == (("A-2", 0.75), ("A-1", 0.25))

"""The picture of the rooms shows the house as it stands."""

from dataclasses import replace

import pytest

from tests.house.picture import PICTURE, drawn, read
from tests.house.rooms import Building, Room, house
from tests.house.routes import TALL, places, routes

STALE = "docs/rooms.svg is not the house as it stands. Run: make rooms"


@pytest.fixture(scope="module")
def shown() -> tuple[Building, ...]:
    return read(PICTURE.read_text(encoding="utf-8"))


def without_lines(buildings: tuple[Building, ...]) -> tuple[Building, ...]:
    return tuple(
        replace(one, floors=tuple(tuple(replace(r, lines=0) for r in f) for f in one.floors))
        for one in buildings
    )


def lines(buildings: tuple[Building, ...]) -> list[int]:
    return [room.lines for one in buildings for floor in one.floors for room in floor]


def test_the_picture_has_the_rooms_floors_and_arrows_of_the_code(
    shown: tuple[Building, ...],
) -> None:
    assert sum(len(one.arrows) for one in shown) > 20
    assert without_lines(shown) == without_lines(house()), STALE


def test_the_rooms_of_the_picture_are_about_as_large_as_those_of_the_code(
    shown: tuple[Building, ...],
) -> None:
    # Within a tenth, so that the picture need not be drawn anew at every change.
    pairs = list(zip(lines(shown), lines(house()), strict=True))
    assert all(abs(told - true) <= max(50, true / 10) for told, true in pairs), STALE


def test_the_picture_is_what_the_script_draws(shown: tuple[Building, ...]) -> None:
    assert drawn(shown) == PICTURE.read_text(encoding="utf-8"), STALE


TOWER = Building(
    "footprint",
    ((Room("roof", 1, 500),), (Room("hall", 2, 900),), (Room("cellar", 1, 100),)),
    (("hall", "cellar"), ("roof", "cellar"), ("roof", "hall")),
)


def test_a_picture_is_read_as_it_was_drawn() -> None:
    assert read(drawn([TOWER])) == (TOWER,)


def test_an_arrow_over_several_floors_goes_round_the_rooms_between() -> None:
    where = places(TOWER, 0)
    down = float(
        routes(TOWER.arrows, where)["roof", "cellar"].split(" V")[0].split()[-1].split(",")[0]
    )
    hall = where["hall"]
    assert not hall.left <= down <= hall.left + hall.width


def test_an_arrow_begins_below_its_room_and_ends_above_the_other() -> None:
    where = places(TOWER, 0)
    path = routes(TOWER.arrows, where)["roof", "hall"]
    first, last = path.removeprefix("M").split()[0], path.split()[-1]
    assert float(first.split(",")[1]) == where["roof"].top + TALL
    assert where["roof"].top + TALL < float(last.split(",")[1]) < where["hall"].top

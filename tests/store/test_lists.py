"""Lists of options: found by words, tags and names, a page at a time, however many there are."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import sqlalchemy
from sqlalchemy import event, insert

from footprint.store import lists, rows, seals
from footprint.store.database import Database
from footprint.store.revisions import Draft, StoreError, Wanted
from footprint.store.store import OptionStore
from footprint.store.tables import options, remarks, revisions
from tests.store.conftest import postgres_server

DRAFT = Draft(name="Kent alone", content="a", base="icb-2023", data_version="v1", author="Ada")
FIRST = datetime(2026, 1, 1, tzinfo=UTC)


def test_pages_follow_each_other_and_leave_nothing_out(store: OptionStore) -> None:
    for number in range(11):
        store.save(replace(DRAFT, name=f"Option {number}"))
    seen, page = [], Wanted(most=4)
    while found := store.list_options(page):
        assert len(found) <= 4
        seen += [one.name for one in found]
        page = replace(page, after=found[-1])
    assert seen == [f"Option {number}" for number in range(10, -1, -1)]


def test_options_of_one_name_are_found_whatever_its_letters_and_spaces(store: OptionStore) -> None:
    first = store.save(DRAFT).option
    second = store.save(replace(DRAFT, name="KENT  Alone", author="Ben")).option
    gone = store.save(DRAFT).option
    store.archive(gone, author="Ada")
    renamed = store.save(DRAFT).option
    store.rename(renamed, "Sussex", author="Ada")
    assert [one.option for one in store.named("kent alone")] == [second, first]
    assert [one.author for one in store.named("Kent alone", besides=first)] == ["Ben"]
    assert store.named("Kent") == ()
    with pytest.raises(StoreError, match="name holds a character"):
        store.named("a\0")


def many(count: int) -> Callable[[sqlalchemy.Connection], None]:
    """Fill a store with options, a few of them archived and tagged, as saving them would."""

    def rows_of(number: int) -> tuple[dict, dict, dict]:
        option = str(UUID(int=number))
        act = "archived" if number % 50 == 0 else "saved"
        row = dict.fromkeys(seals.REVISION, "") | {"parent": None, "number": 1, "act": act}
        row |= {"option": option, "name": f"Option {number}", "author": "Ada", "drawn_by": "Ada"}
        row |= {"saved_at": FIRST + timedelta(seconds=number), "follows": "", "content": "a"}
        row |= {"words": f"option {number}\n\nada", "name_key": rows.name_key(row["name"])}
        row |= {"content_seal": seals.content_seal("a")}
        said = {"option": option, "number": 1, "act": "tagged", "revision": 1, "about": ""}
        said |= {"tag": "board" if number % 40 else "rare", "text": "", "author": "Ada"}
        said |= {"made_at": FIRST, "words": "", "follows": ""}
        return (
            {"id": option, "created_at": FIRST},
            row | {"seal": seals.sealed(row, seals.REVISION)},
            said | {"seal": seals.sealed(said, seals.REMARK)},
        )

    def fill(connection: sqlalchemy.Connection) -> None:
        told = [rows_of(number) for number in range(1, count + 1)]
        for place, table in enumerate((options, revisions, remarks)):
            connection.execute(insert(table), [one[place] for one in told])

    return fill


PAGES = {
    "the list": Wanted(),
    "the archived": Wanted(archived=True, most=10),
    "a later page": Wanted(most=10),
    "a tag": Wanted(tags=("rare",), most=2),
}


def asked_for(connection: sqlalchemy.Connection, name: str, count: int) -> Wanted:
    if name != "a later page":
        return PAGES[name]
    # The same place from the end, in a store of any size.
    (after,) = lists.page(connection, Wanted(most=1, search=f"{count - 45}"))
    return replace(PAGES[name], after=after)


def steps_of(address: str, name: str, count: int) -> tuple[int, int]:
    """How many steps SQLite takes for a page of options, and how many options it finds."""
    taken = [0]

    def step() -> int:
        taken[0] += 1
        return 0

    with Database(address).reading() as connection:
        wanted = asked_for(connection, name, count)
        connection.connection.dbapi_connection.set_progress_handler(step, 1)
        found = lists.page(connection, wanted)
        connection.connection.dbapi_connection.set_progress_handler(None, 1)
    return taken[0], len(found)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> dict[int, str]:
    """The addresses of a store of 150 options and of one of 20,000."""
    folder = tmp_path_factory.mktemp("many")
    addresses = {count: f"sqlite:///{folder}/{count}.sqlite3" for count in (150, 20_000)}
    for count, address in addresses.items():
        with Database(address).writing() as connection:
            many(count)(connection)
    return addresses


@pytest.mark.parametrize("name", [name for name in PAGES if name != "a tag"])
def test_a_page_of_twenty_thousand_options_takes_the_steps_of_a_page_of_a_few(
    filled: dict[int, str], name: str
) -> None:
    few, many = (steps_of(address, name, count) for count, address in filled.items())
    assert few[1] == min(many[1], 3) if name == "the archived" else few[1] == many[1]
    # A step for each row that is shown, and none for those that are not.
    assert many[0] / many[1] <= 1.1 * few[0] / few[1]


def test_a_search_by_tag_reads_what_has_the_tag_and_no_more(filled: dict[int, str]) -> None:
    few, many = (steps_of(address, "a tag", count) for count, address in filled.items())
    with_tag = {count: len(range(40, count + 1, 40)) for count in filled}
    assert many[0] / with_tag[20_000] <= 1.5 * few[0] / with_tag[150]


def test_postgresql_reads_a_page_and_not_the_list(postgres: postgres_server.Server) -> None:
    url = postgres.new_schema()
    read: list[str] = []
    with Database(url).writing() as connection:
        many(5_000)(connection)
        connection.exec_driver_sql("ANALYZE icb_footprints_revision")

    def hear(_connection: object, _cursor: object, said: str, given: object, *_: object) -> None:
        read.append((said, given))

    with Database(url).reading() as connection:
        event.listen(sqlalchemy.Engine, "before_cursor_execute", hear)
        found = lists.page(connection, Wanted(most=10))
        event.remove(sqlalchemy.Engine, "before_cursor_execute", hear)
        said, given = read[0]
        explain = f"EXPLAIN (ANALYZE, FORMAT JSON) {said}"
        ((plan,),) = connection.exec_driver_sql(explain, given).all()
    assert len(found) == 10
    assert most_read(plan[0]["Plan"]) <= 20


def most_read(plan: dict) -> int:
    """The most rows that any part of a plan gave in all."""
    mine = round(plan["Actual Rows"] * plan["Actual Loops"])
    return max([mine, *(most_read(part) for part in plan.get("Plans", []))])

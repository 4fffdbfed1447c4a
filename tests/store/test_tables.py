"""Tables: what a row has to say, what it may leave out, and what tells it from every other."""

from __future__ import annotations

import pytest

from footprint.store.tables import METADATA
from footprint.store.whose import tables as whose

# Nobody owns a pack of those who do not sign in; a first revision follows none; and signing in
# is of no revision.
MAY_BE_MISSING = {"pack.owner", "pack_revision.parent", "revision.parent", "audit.revision"}
NUMBERED = {"revision": "option", "remark": "option", "access": "option", "pack_revision": "pack"}


def named(table) -> str:
    return table.name.removeprefix("icb_footprints_")


def test_a_row_leaves_nothing_out_but_what_there_may_not_be() -> None:
    assert {whose.access, whose.audit} <= {*METADATA.tables.values()}
    missing = {
        f"{named(table)}.{column.name}"
        for table in METADATA.tables.values()
        for column in table.columns
        if column.nullable
    }
    assert missing == MAY_BE_MISSING


@pytest.mark.parametrize("table", METADATA.tables.values(), ids=named)
def test_what_follows_each_other_is_numbered_within_what_it_is_of(table) -> None:
    keys = [column.name for column in table.primary_key]
    if of := NUMBERED.get(named(table)):
        assert keys == [of, "number"]
    else:
        assert len(keys) == 1
    assert not any(index.unique for index in table.indexes)


def test_a_row_refers_to_the_revision_that_it_is_of_and_nothing_to_what_may_go() -> None:
    refers = {
        (named(table), *sorted(one.columns.keys())): named(one.referred_table)
        for table in METADATA.tables.values()
        for one in table.foreign_key_constraints
    }
    assert refers == {
        ("revision", "option"): "option",
        ("revision", "option", "parent"): "revision",
        ("remark", "option"): "option",
        ("remark", "option", "revision"): "revision",
        ("pack_revision", "pack"): "pack",
        ("access", "option"): "option",
    }

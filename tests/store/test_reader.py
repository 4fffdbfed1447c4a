"""Reading the store for a page: fresh each time, and never long waited for."""

import threading
import time

import pytest

from footprint.store.reader import Reader
from footprint.store.revisions import Draft, StoreError, Wanted
from footprint.store.store import OptionStore

DRAFT = Draft(name="Kent alone", content="x", base="icb-2023", data_version="v1", author="Ada")


@pytest.fixture
def store(tmp_path):
    return OptionStore(f"sqlite:///{tmp_path}/options.sqlite3")


def test_what_is_saved_is_there_at_the_next_look(store):
    reader = Reader(lambda: store)
    assert reader.newest().options == ()
    made = store.save(DRAFT)
    (one,) = reader.newest().options
    assert (one.option, one.number) == (made.option, 1)
    store.comment(made.option, 1, "Yes.", author="Ada")
    past = reader.past(made.option)
    assert (past.revisions, [said.text for said in past.remarks]) == ((one.facts,), ["Yes."])
    assert not past.problem
    assert reader.read(made.option, 1).content == "x"
    store.archive(made.option, author="Ada")
    assert reader.newest().options == ()
    assert [one.number for one in reader.newest(Wanted(archived=True)).options] == [2]


def test_a_page_says_whether_there_are_more(store):
    for _ in range(3):
        store.save(DRAFT)
    first = Reader(lambda: store).newest(Wanted(most=2))
    assert (len(first.options), first.more) == (2, True)
    rest = Reader(lambda: store).newest(Wanted(most=2, after=first.options[-1]))
    assert (len(rest.options), rest.more) == (1, False)


def test_what_is_wrong_is_a_sentence_and_what_is_not_there_is_refused(store):
    def refuse():
        raise StoreError("The store is gone.")

    assert Reader(refuse).newest().problem == "The store is gone."
    assert Reader(refuse).past("x").problem == "The store is gone."
    with pytest.raises(StoreError, match="not in the store"):
        Reader(lambda: store).read("5ec18b8b-056a-4c83-97ef-a39d620b9111", 1)


@pytest.fixture
def slow(store):
    """A store that opens only once it is let, and how often it was opened."""
    opened, let = [], threading.Event()

    def open_it():
        opened.append(1)
        let.wait(60)
        return store

    yield open_it, opened, let
    let.set()


def test_a_store_that_does_not_answer_holds_a_page_up_once(slow):
    open_it, opened, _ = slow
    reader = Reader(open_it, wait=0.05, rest=3600)
    for _ in range(20):
        assert "slow to answer" in reader.newest().problem
    assert len(opened) == 1


def test_a_store_that_was_slow_is_asked_again_later(slow):
    open_it, opened, let = slow
    reader = Reader(open_it, wait=0.05, rest=0.01)
    assert "slow to answer" in reader.newest().problem
    let.set()
    reader.wait = 60
    time.sleep(0.02)
    assert not reader.newest().problem
    assert len(opened) <= 2

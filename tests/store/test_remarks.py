"""Comments and tags: kept beside revisions, never changed, found again."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from footprint.store.remarks import Remark, tag_of, tags_in
from footprint.store.revisions import Draft, StoreError, Wanted
from footprint.store.store import OptionStore

DRAFT = Draft(name="Kent alone", content="a", base="icb-2023", data_version="v1", author="Ada")


def test_a_comment_is_on_a_revision_or_on_a_footprint_of_it(store: OptionStore) -> None:
    before = datetime.now(UTC)
    option = store.save(DRAFT).option
    store.save(DRAFT, option=option)
    store.comment(option, 1, "  Too <b>small</b>?\nAsk “مجلس”. ", author="Ben")
    store.comment(option, 2, "Yes.", author="Cem", about="Kent **and** Medway")
    first, second = store.remarks(option)
    assert before <= first.made_at <= second.made_at <= datetime.now(UTC)
    assert first == Remark(
        option=option,
        number=1,
        act="commented",
        revision=1,
        about="",
        tag="",
        text="Too <b>small</b>?\nAsk “مجلس”.",
        author="Ben",
        made_at=first.made_at,
    )
    assert (second.revision, second.about, second.text) == (2, "Kent **and** Medway", "Yes.")
    # A comment is no revision: nobody who draws is told that theirs is not the newest.
    assert [one.number for one in store.history(option)] == [2, 1]


@pytest.mark.parametrize(
    ("text", "about", "author", "said"),
    [
        (" \n", "", "", "comment is empty"),
        ("\u200b", "", "", "comment is empty"),
        ("x" * 5_001, "", "", "comment is 5,001 characters long. Keep it to 5,000"),
        ("a\0", "", "", "comment holds a character"),
        ("a", "x" * 301, "", "name of the footprint is 301 characters"),
        ("a", "", "x" * 201, "author is 201 characters"),
    ],
)
def test_a_comment_that_cannot_be_kept_is_refused(
    store: OptionStore, text: str, about: str, author: str, said: str
) -> None:
    option = store.save(DRAFT).option
    with pytest.raises(StoreError, match=said):
        store.comment(option, 1, text, author=author, about=about)
    with pytest.raises(StoreError, match="Revision 2 of that option is not in the store"):
        store.comment(option, 2, "Yes.", author="")
    assert store.remarks(option) == ()


def test_tags_are_put_on_and_taken_off_and_who_did_it_is_kept(store: OptionStore) -> None:
    option = store.save(DRAFT).option
    assert store.tag(option, put_on=("East of  England", "Board"), take_off=(), author="Ada") == (
        *("Board", "East of England"),
    )
    # The same tag in other letters is on already.
    assert store.tag(option, put_on=("BOARD",), take_off=("kent",), author="Ben") == (
        "Board",
        "East of England",
    )
    assert store.tag(option, put_on=(), take_off=("board", "never on"), author="Ben") == (
        "East of England",
    )
    said = [(one.act, one.tag, one.author) for one in store.remarks(option)]
    assert said[:2] == [("tagged", "board", "Ada"), ("tagged", "east of england", "Ada")]
    assert said[-1] == ("untagged", "board", "Ben")
    assert store.list_options()[0].tags == ("East of England",)
    assert store.tag(option, put_on=("BOARD",), take_off=(), author="Ben")[0] == "BOARD"
    # A search is of what options and comments say.
    assert not store.list_options(Wanted("board"))


def test_tags_of_the_first_kind_are_told_as_they_are_compared() -> None:
    told = {"option": "o", "revision": 1, "about": "", "author": "", "made_at": datetime.now(UTC)}
    old = Remark(**told, number=1, act="tagged", tag="kent", text="")
    new = Remark(**told, number=2, act="tagged", tag="board", text="The Board")
    assert tags_in([old, new]) == {"board": "The Board", "kent": "kent"}
    assert tags_in([old, new, replace(new, number=3, act="untagged", text="")]) == {"kent": "kent"}


def test_the_list_is_narrowed_to_options_with_every_tag(store: OptionStore) -> None:
    for name, tags in (("One", ("a", "b")), ("Two", ("a",)), ("Three", ())):
        option = store.save(replace(DRAFT, name=name)).option
        store.tag(option, put_on=tags, take_off=(), author="Ada")
    both = store.list_options(Wanted(tags=("a", "B")))
    assert [one.name for one in both] == ["One"]
    assert [one.name for one in store.list_options(Wanted(tags=("a",)))] == ["Two", "One"]
    store.tag(both[0].option, put_on=(), take_off=("b",), author="Ada")
    assert store.list_options(Wanted(tags=("b",))) == ()
    for nothing in ("never", "?", "\0", "' OR 1=1", "x" * 500):
        assert store.list_options(Wanted(tags=(nothing,))) == ()
    assert [one.name for one in store.list_options(Wanted("two", tags=("a",)))] == ["Two"]
    # More than any option has, which an address may well ask for.
    assert store.list_options(Wanted(tags=("a",) * 5_000)) == ()


def test_a_search_finds_words_of_comments_and_says_which_revision_they_are_on(
    store: OptionStore,
) -> None:
    option = store.save(DRAFT).option
    store.save(replace(DRAFT, name="Sussex", note="board"), option=option)
    store.comment(option, 1, "The board liked this.", author="Ben", about="Medway")
    found = {words: [one.matched for one in store.list_options(Wanted(words))] for words in WORDS}
    assert found == {"liked ben": [1], "medway": [1], "board": [2], "liked sussex": []}


WORDS = ("liked ben", "medway", "board", "liked sussex")


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("  Board ", "board"),
        ("2026-04", "2026-04"),
        ("South\tEast", "south east"),
        ("ÉLAN", "élan"),
    ],
)
def test_a_tag_has_one_form(typed: str, tag: str) -> None:
    assert tag_of(typed) == tag


@pytest.mark.parametrize(
    "typed", ["", " ", "-", "a_b", "<b>", "a,b", "x" * 31, "a\0", "a\u202eb", "ﷺﷺ"]
)
def test_what_is_no_tag_is_refused(typed: str) -> None:
    with pytest.raises(StoreError, match="tag"):
        tag_of(typed)

"""A saved option in words, and as a plan among plans."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from footprint.options import sentences
from footprint.options.option import begin
from footprint.store.remarks import Remark
from footprint.store.revisions import Revision
from tests.drawn import HOSTILE
from ui.shell import words

OPTION = "5ec18b8b-056a-4c83-97ef-a39d620b9111"


def revision(**facts):
    usual = {
        "option": OPTION,
        "number": 3,
        "act": "saved",
        "name": "Kent alone",
        "note": "",
        "author": "Ada",
        "saved_at": datetime(2026, 7, 22, 23, 30, tzinfo=UTC),
        "base": "icb-2023",
        "data_version": "v1",
        "parent": 2,
    }
    usual |= facts
    return Revision(**{"drawn_by": usual["author"], "noted_by": usual["author"]} | usual)


def test_a_key_names_one_revision_and_nothing_else_is_a_key():
    key = sentences.key_of(OPTION, 3)
    assert sentences.revision_of(key) == (OPTION, 3)
    for other in ("icb-2023", "saved-", f"saved-{OPTION}", f"{key}.1", key.upper(), f"{key}\n"):
        assert sentences.revision_of(other) is None
    for number in ("0", "03", "-1", "1e3", "9" * 12):
        assert sentences.revision_of(f"saved-{OPTION}.{number}") is None


def test_an_option_is_said_to_be_its_authors_and_nobodys_plan(today):
    plan = sentences.as_plan(
        begin(today, "icb-2023"), revision(note="Try it"), "42 ICBs", "Carried."
    )
    assert plan.title == "Option: Kent alone (revision 3, Ada)"
    assert plan.summary == (
        "“Kent alone”, revision 3, is an option drawn by Ada on 23 July 2026, begun from "
        "“42 ICBs”; nobody has adopted it."
    )
    assert plan.note == "Carried. Note by Ada: “Try it”"
    assert plan.status == "option"
    assert plan.sources == ()
    assert plan.as_of == "2026-07-23"
    assert plan.national


def test_what_is_brought_back_or_named_is_still_said_to_be_its_authors(today):
    back = revision(act="restored", parent=1, author="Ben", drawn_by="Ada", noted_by="Cem")
    assert sentences.done(back) == (
        "brought back by Ben on 23 July 2026 at 00:30, from revision 1, drawn by Ada"
    )
    plan = sentences.as_plan(begin(today, "icb-2023"), replace(back, note="Try it"), "42 ICBs")
    assert plan.title == "Option: Kent alone (revision 3, Ada)"
    assert "an option drawn by Ada and brought back by Ben on 23 July 2026, begun" in plan.summary
    assert plan.note == "Note by Cem: “Try it”"
    named = revision(act="renamed", author="Ben", drawn_by="Ada")
    assert sentences.done(named) == "renamed by Ben on 23 July 2026 at 00:30, drawn by Ada"


def test_a_copy_is_said_to_be_one_and_whose():
    copy = revision(
        act="duplicated", author="Ben", drawn_by="Ada", copied_from=f"{OPTION}.7", copied_name="It"
    )
    assert sentences.done(copy) == (
        "copied by Ben on 23 July 2026 at 00:30, from “It”, revision 7, drawn by Ada"
    )
    assert sentences.origin_key(copy) == sentences.key_of(OPTION, 7)
    older = revision(act="duplicated", author="Ben", drawn_by="", noted_by="", note="Try it")
    assert sentences.done(older).endswith(", drawn by somebody whose name was not kept")
    assert sentences.note(older) == "Note by somebody whose name was not kept: “Try it”"
    assert sentences.origin_key(older) == ""


def test_who_is_about_to_save_is_told_who_else_has_and_what_they_can_do():
    said = sentences.newer(revision(author="Bob"))
    assert said.startswith("Revision 3 is newer than the one you opened: saved by Bob on 23 July")
    assert "Yours is not saved yet." in said
    one = revision(number=1, author="Bob")
    assert sentences.same_name((one,)).startswith(
        "Another option is called “Kent alone”. It has 1 revision, the last saved by Bob on 23 July"
    )
    assert sentences.same_name((revision(), one)).startswith(
        "2 other options are called “Kent alone”. The one saved last has 3 revisions, the last "
    )


def test_a_comment_is_told_with_who_when_and_on_what():
    made = {"option": OPTION, "number": 1, "act": "commented", "revision": 2, "tag": ""}
    made |= {"made_at": datetime(2026, 7, 22, 23, 30, tzinfo=UTC), "text": "Yes."}
    assert sentences.remarked(Remark(**made, author="Ada", about="Kent")) == (
        "Ada on “Kent” in revision 2, 23 July 2026 at 00:30"
    )
    assert sentences.remarked(Remark(**made, author="", about="")) == (
        "somebody who gave no name on revision 2, 23 July 2026 at 00:30"
    )


def test_times_are_those_of_england():
    assert sentences.when(revision().saved_at) == "23 July 2026 at 00:30"
    assert sentences.done(revision(act="renamed")) == "renamed by Ada on 23 July 2026 at 00:30"


def test_who_gave_no_name_is_not_given_one():
    assert sentences.title(revision(author=" ")) == "Option: Kent alone (revision 3)"
    assert "by somebody who gave no name on" in sentences.done(revision(author=""))


def test_what_comes_from_the_right_does_not_turn_what_follows():
    assert sentences.shown("مجلس", 60) == "\u2068مجلس\u2069"
    assert sentences.shown("a\u202eb\nc", 60) == "ab c"
    assert len(sentences.shown("x" * 300, 60)) == 60


def test_two_who_save_at_once_are_both_named():
    said = sentences.conflict(5, 3, revision(number=4, author="Bob"))
    assert said.startswith("After you opened revision 3, revision 4 was saved by Bob on 23 July")
    assert said.endswith("Both are kept: yours is revision 5 and now the newest.")


@pytest.mark.parametrize(
    "name", [*HOSTILE, "1. first", "www.example.org", "a@b.org", ":+1:", ":smile: ->"]
)
def test_words_for_markdown_say_what_was_typed(name):
    said = words.literal(name)
    seen = said.replace("\\", "").replace("\u2060", "")
    assert seen == " ".join(name.split()).replace("\\", "")
    for mark in ("link](", "**", "$x$", ":red", "1. f", "www.", "a@b", ":+1:", ":smile:", "->"):
        assert mark not in said


def test_plain_sentences_are_left_as_they_are():
    said = "“26 teams”: £18.76 at 09:14, 1.5 million; St. Helens & Wirral (100%)."
    assert words.literal(said) == said

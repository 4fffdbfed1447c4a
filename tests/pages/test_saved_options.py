"""Saved options on the screen: saved, found again, shown like any plan, and never in the way."""

import dataclasses
import os
from contextlib import contextmanager
from functools import partialmethod
from pathlib import Path
from time import perf_counter

import pytest

from footprint.facts.atlas import load_atlas
from footprint.options import carry, links, sentences
from footprint.options import option as options
from footprint.options.option import OptionError, rename, replace, split_off
from footprint.plans.plan import read_plans
from footprint.store.database import default_url
from footprint.store.quotas import Quotas
from footprint.store.reader import Reader
from footprint.store.remarks import MOST_TAGS
from footprint.store.revisions import SETTING, Draft, Wanted
from footprint.store.store import OptionStore
from tests.drawn import HOSTILE
from tests.pages.test_draw import HART, move, table
from tests.pages.test_drawn_elsewhere import menu
from tests.pages.test_pages import CLUSTERS, opened, words
from ui.saved import actions, listing
from ui.shell.workspace import workspace

DRAW, COMPARE = "pages/Draw_an_option.py", "pages/Compare.py"
CHOOSING = [
    CLUSTERS,
    "pages/Local_authorities.py",
    COMPARE,
    "pages/Money.py",
    "pages/Criteria.py",
    DRAW,
]
ABSENT = "saved-5ec18b8b-056a-4c83-97ef-a39d620b9111.1"


@pytest.fixture(scope="module")
def base():
    return read_plans(load_atlas())["in-force-2026-10"]


@pytest.fixture(scope="module")
def begun(base):
    return options.begin(base, "icb-2023")


@pytest.fixture(scope="module")
def surrey(base):
    return next(one.id for one in base.footprints if one.name == "Surrey and Sussex")


@pytest.fixture
def store(tmp_path, monkeypatch):
    """A store of this test's own."""
    address = f"sqlite:///{tmp_path}/options.sqlite3"
    monkeypatch.setenv(SETTING, address)
    return OptionStore(address)


@pytest.fixture
def keep(store, base):
    """A function that saves an option and gives the key of its revision."""

    def run(drawn, name="Kent joins", author="Ada", note="", **told):
        content = carry.pack(links.write(drawn, base), base.footprint_of.index)
        draft = Draft(
            name=name,
            content=told.pop("content", content),
            base=told.pop("base", base.key),
            data_version=told.pop("data_version", workspace().manifest.data_version),
            note=note,
            author=author,
        )
        made = store.save(draft, **told)
        return sentences.key_of(made.option, made.revision)

    return run


def of(key):
    return sentences.revision_of(key)[0]


def said(app):
    """Everything on the page, without the marks that keep Markdown from reading names."""
    parts = [*app.success, *app.error]
    return (words(app) + " ".join(str(part.value) for part in parts)).replace("\\", "")


def button(app, label):
    return next(one for one in app.button if one.label == label)


def save(app, name="", author="Ada", note="", label="Save"):
    if name:
        app.text_input(key="save-name").input(name)
    app.text_input(key="save-author").input(author)
    app.text_area(key="save-note").input(note)
    return button(app, label).click().run()


def test_an_option_is_saved_opened_again_and_saved_as_the_next_revision(store, surrey):
    app = save(move(opened(DRAW), HART, surrey), "Hart moves", note="As asked by the board")
    assert "Saved as revision 1 of “Hart moves”." in said(app)
    key = app.query_params["saved"]
    assert "option" not in app.query_params
    again = opened(DRAW, saved=key)
    assert not again.warning
    assert "Open: revision 1 of “Hart moves”, saved by Ada on" in said(again)
    assert table(again).loc["Surrey and Sussex", "Since the start"] == "+103,162"
    move(again, "E07000092", surrey)
    assert "You have changed it since." in said(again)
    assert again.text_input(key="save-name").value == "Hart moves"
    save(again, author="Bob")
    assert "Saved as revision 2 of “Hart moves”." in said(again)
    assert "After you opened" not in said(again)
    newest, first = store.history(of(key))
    assert (newest.number, newest.parent, newest.author) == (2, 1, "Bob")
    assert first.note == "As asked by the board"
    assert newest.base == "in-force-2026-10"


def test_who_saves_second_is_told_first_and_both_keep_theirs(keep, begun, store, surrey):
    key = keep(begun)
    first, second = opened(DRAW, saved=key), opened(DRAW, saved=key)
    save(move(first, HART, surrey), author="Bob")
    save(move(second, "E07000092", surrey), author="Cat")
    told = said(second)
    assert "Revision 2 is newer than the one you opened: saved by Bob on" in told
    assert "Yours is not saved yet." in told
    assert len(store.history(of(key))) == 2
    # Somebody else saves once more while the second looks.
    keep(begun, author="Dan", option=of(key))
    button(second, "Save mine on top, as revision 3").click().run()
    assert "Revision 3 is newer than the one you opened: saved by Dan on" in said(second)
    assert len(store.history(of(key))) == 3
    button(second, "Save mine on top, as revision 4").click().run()
    told = said(second)
    assert "Saved as revision 4 of “Kent joins”." in told
    assert "After you opened revision 1, revision 3 was saved by Dan on" in told
    assert "Both are kept: yours is revision 4 and now the newest." in told
    button(second, "See revision 3").click().run()
    assert second.query_params["saved"] == f"saved-{of(key)}.3"
    assert [one.author for one in store.history(of(key))] == ["Cat", "Dan", "Bob", "Ada"]


def test_who_saves_second_can_look_first_or_save_as_a_new_option(keep, begun, store, surrey):
    key = keep(begun)
    app = opened(DRAW, saved=key)
    keep(options.join(begun, surrey, "QKS"), author="Bob", option=of(key))
    save(move(app, HART, surrey), author="Cat")
    button(app, "See revision 2").click().run()
    assert app.query_params["saved"] == f"saved-{of(key)}.2"
    app.button(key="draw-undo").click().run()
    save(app, author="Cat")
    button(app, "Save mine as a new option").click().run()
    # It has the name of the one it was opened from, which is told too.
    assert "Another option is called “Kent joins”. It has 2 revisions, the last saved by Bob" in (
        said(app)
    )
    button(app, "Save under this name").click().run()
    assert of(app.query_params["saved"]) != of(key)
    assert [one.author for one in store.list_options()] == ["Cat", "Bob"]
    assert len(store.history(of(key))) == 2


def test_options_of_one_name_are_told_apart_before_anything_is_saved(keep, begun, store, surrey):
    key = keep(begun)
    app = save(move(opened(DRAW), HART, surrey), "KENT  joins", author="Bob")
    told = said(app)
    assert "Another option is called “Kent joins”. It has 1 revision, the last saved by Ada" in told
    assert "Nothing is saved yet." in told
    assert len(store.list_options()) == 1
    save(app, "Hart moves", author="Bob")
    assert "Saved as revision 1 of “Hart moves”." in said(app)
    # A revision under the name the option has already is nothing to tell of.
    save(app, author="Bob", note="Again")
    assert app.query_params["saved"].endswith(".2")
    app.text_input(key="rename-name").input("Kent joins")
    button(app, "Rename").click().run()
    assert "Another option is called “Kent joins”." in said(app)
    button(app, "Rename all the same").click().run()
    assert "Now called “Kent joins”, as revision 3." in said(app)
    app.text_input(key="save-name").input("Hart moves")
    save(app, "Kent", author="Bob", note="Once more")
    app.button(key=f"open-{of(key)}").click().run()
    assert app.query_params["saved"] == key


def test_options_of_one_name_say_in_every_list_of_plans_when_each_was_saved(keep, begun, store):
    keys = [keep(begun), keep(begun), keep(begun, "Another")]
    offered = opened(CLUSTERS).selectbox(key="pick-plan").options
    for key in keys[:2]:
        when = sentences.when(store.read(of(key)).saved_at)
        assert f"Option: Kent joins (revision 1, Ada), {when}" in str(offered)
    assert len(set(offered)) == len(offered)
    assert "Option: Another (revision 1, Ada)" in offered


def test_what_is_restored_or_copied_keeps_the_name_of_who_drew_it(keep, begun, surrey):
    key = keep(options.join(begun, surrey, "QKS"), note="For the board")
    keep(begun, author="Bob", option=of(key))
    app = opened(DRAW, saved=f"saved-{of(key)}.2")
    app.text_input(key="save-author").input("Cat")
    button(app, "Restore revision 1").click().run()
    told = said(app)
    assert "Revision 1, drawn by Ada, is back, as revision 3." in told
    shown = opened(CLUSTERS, plan=f"saved-{of(key)}.3")
    assert "an option drawn by Ada and brought back by somebody who gave no name on" in said(shown)
    assert "Note by Ada: “For the board”" in said(shown)
    app.button(key=f"copy-{of(key)}").click().run()
    assert "The copy is called “Copy of Kent joins”." in said(app)
    assert "from “Kent joins”, revision 3, drawn by Ada" in said(app)


def test_comments_and_tags_are_kept_shown_and_found(keep, begun, store):
    key, other = keep(begun), keep(begun, "Essex")
    app = opened(DRAW, saved=key)
    app.selectbox(key="remark-about").select("Surrey and Sussex")
    app.text_input(key="remark-author").input("Bob")
    app.text_area(key="remark-text").input("Too large\n<b>by far</b>")
    button(app, "Add the comment").click().run()
    told = said(app)
    assert "Your comment is kept." in told
    assert "Bob on “Surrey and Sussex” in revision 1" in told
    assert "Too large<br>&lt;b&gt;by far&lt;/b&gt;" in told
    assert app.text_area(key="remark-text").value == ""
    store.tag(of(key), put_on=("Board",), take_off=(), author="Bob")
    listed = opened(DRAW, tags="board")
    assert "1 option is saved and tagged Board." in said(listed)
    assert "Tags: Board" in said(listed)
    assert f"open-{of(other)}" not in {one.key for one in listed.button}
    assert listed.multiselect(key="saved-tags").value == ["Board"]
    listed.multiselect(key="saved-tags").unselect("Board").run()
    assert "tags" not in listed.query_params
    listed.text_input(key="saved-search").input("far").run()
    assert "1 option is saved with those words." in said(listed)
    app.run().multiselect(key="remark-tags").unselect("Board").run()
    assert "No tag is left." in said(app)
    assert "No option is saved and tagged board." in said(opened(DRAW, tags="board"))


def test_what_is_pasted_too_long_stays_as_typed_and_is_told(keep, begun, surrey):
    typed = ("Surrey " * 1_500).strip()
    app = save(move(opened(DRAW), HART, surrey), "Hart moves", note=typed)
    assert "The note is 10,499 characters long. Keep it to 10,000." in said(app)
    assert app.text_area(key="save-note").value == typed
    app = opened(DRAW, saved=keep(begun, "Kent"))
    app.text_area(key="remark-text").input(typed)
    button(app, "Add the comment").click().run()
    assert "The comment is 10,499 characters long. Keep it to 5,000." in said(app)
    assert app.text_area(key="remark-text").value == typed
    # With a limit of its own a field would drop what is pasted.
    limited = [one.label for one in (*app.text_area, *app.text_input) if one.proto.max_chars]
    assert limited == []


@pytest.mark.parametrize(
    "tags", ["a" * 3_900, "_".join(f"<b>![x](http://e/{n})" for n in range(180))]
)
def test_an_address_that_asks_for_any_tags_at_all_is_answered(keep, begun, tags):
    keep(begun)
    app = opened(DRAW, tags=tags)
    assert not app.exception
    assert not app.warning
    assert "No option is saved and tagged" in said(app)
    assert len(app.multiselect(key="saved-tags").value) <= MOST_TAGS
    assert not any("![x](" in str(one.value) for one in [*app.markdown, *app.caption])


def test_words_of_an_older_revision_are_found_and_lead_to_it(keep, begun):
    key = keep(begun, "Kent", note="for the board")
    keep(begun, "Essex", author="Bob", option=of(key))
    app = opened(DRAW)
    app.text_input(key="saved-search").input("board").run()
    assert "The words are in revision 1 or in a comment on it." in said(app)
    button(app, "Open revision 1").click().run()
    assert app.query_params["saved"] == key


def test_a_revision_changed_in_the_store_is_told_and_never_shown(keep, begun, store, surrey):
    key = keep(options.join(begun, surrey, "QKS"))
    keep(begun, author="Bob", option=of(key))
    with store._database.writing() as connection:
        connection.exec_driver_sql("UPDATE icb_footprints_revision SET author = 'Zoe'")
    app = opened(DRAW)
    assert "The newest revision of an option was changed in the store after it was saved" in (
        said(app)
    )
    assert not any("Zoe" in str(one.options) for one in app.selectbox)
    again = opened(CLUSTERS, plan=f"saved-{of(key)}.2")
    assert "Revision 2 of that option was changed in the store after it was saved" in said(again)


def test_the_list_is_read_a_page_at_a_time(keep, begun, monkeypatch):
    monkeypatch.setattr(listing, "PAGE", 20)
    for number in range(25):
        keep(begun, f"Option {number}")
    monkeypatch.setattr(Reader, "newest", partialmethod(small_page, Reader.newest))
    app, seen = opened(DRAW), []
    while True:
        seen += [one.label for one in app.button if str(one.key).startswith("open-")]
        if "saved-older" not in {one.key for one in app.button}:
            break
        app.button(key="saved-older").click().run()
    assert len(seen) == 25
    assert "25 options are saved, newest first. You see 21 to 25." in said(app)
    for _ in range(2):
        app.button(key="saved-newer").click().run()
    assert "More than 20 options are saved, newest first. You see 1 to 10." in said(app)
    assert "saved-newer" not in {one.key for one in app.button}


def small_page(reader, newest, *wanted):
    (asked,) = wanted or (Wanted(),)
    return newest(reader, dataclasses.replace(asked, most=20))


def test_who_saves_too_often_is_told_and_what_is_drawn_stays(store, monkeypatch, surrey):
    monkeypatch.setattr(actions, "_QUOTAS", Quotas(most=1))
    app = save(move(opened(DRAW), HART, surrey), "One")
    move(app, "E07000092", surrey)
    save(app)
    assert "You have saved 1 times within 60 minutes" in app.error[0].value.replace("\\", "")
    assert len(store.list_options()) == 1
    assert "option" in app.query_params


def test_nothing_is_saved_without_a_name_or_without_a_change(keep, begun, store):
    app = opened(DRAW)
    button(app, "Save").click().run()
    assert "The option has no name." in said(app)
    key = keep(begun)
    app = save(opened(DRAW, saved=key))
    assert "Nothing has changed since revision 1, so nothing was saved." in said(app)
    assert len(store.history(of(key))) == 1
    assert save(app, note="Only a note").query_params["saved"].endswith(".2")


def test_a_space_after_the_name_is_no_change(keep, begun, store):
    key = keep(begun)
    app = save(opened(DRAW, saved=key), "Kent joins ")
    assert "Nothing has changed since revision 1, so nothing was saved." in said(app)
    assert len(store.history(of(key))) == 1


def test_a_saved_option_is_opened_beside_the_map(keep, begun):
    key, other = keep(begun), keep(begun, "Hart moves")
    app = opened(DRAW)
    near = app.selectbox(key="near-open")
    assert len(near.options) == 2
    assert near.value is None
    near.select(other).run()
    assert app.query_params["saved"] == other
    assert "Revision 1 of “Hart moves” is open, on the map." in said(app)
    assert app.selectbox(key="near-open").value == other
    app.selectbox(key="near-open").select(key).run()
    assert app.query_params["saved"] == key


@pytest.mark.usefixtures("store")
def test_where_nothing_is_saved_there_is_nothing_to_open():
    app = opened(DRAW)
    assert not any(one.key == "near-open" for one in app.selectbox)
    assert said(app).count("No option is saved.") == 2


def test_what_save_does_with_a_change_of_the_option_that_is_open_is_said_before(
    keep, begun, surrey
):
    app = opened(DRAW, saved=keep(begun))
    assert "“Kent joins” is open. Save makes a file that you upload its next revision." in said(app)
    becomes = "Save makes that its next revision, and Save as a new option keeps the two apart."
    assert becomes not in said(app)
    assert becomes in said(move(app, HART, surrey))
    assert "a file that you upload" not in said(opened(DRAW))


@pytest.mark.parametrize("saved", [True, False])
def test_a_file_read_while_an_option_is_open_says_what_save_makes_of_it(keep, begun, saved):
    app = opened(DRAW, **({"saved": keep(begun)} if saved else {}))
    app.get("file_uploader")[0].upload("mine.csv", b"lad,footprint\nHart,x\n", "text/csv").run()
    (told,) = (one.value for one in app.warning)
    becomes = "“Kent joins” is still open: Save makes what was read its next revision. To keep"
    assert (becomes in told) == saved
    assert "Undo takes it back." in told


def test_an_option_is_saved_as_a_new_one_renamed_copied_archived_and_brought_back(
    keep, begun, store
):
    key = keep(begun)
    app = save(opened(DRAW, saved=key), "Another", label="Save as a new option")
    assert of(app.query_params["saved"]) != of(key)
    app.text_input(key="rename-name").input("Kent alone")
    button(app, "Rename").click().run()
    assert app.query_params["saved"].endswith(".2")
    assert "Now called “Kent alone”, as revision 2." in said(app)
    app.button(key=f"copy-{of(key)}").click().run()
    assert {one.name for one in store.list_options()} == {
        *("Kent joins", "Kent alone", "Copy of Kent joins"),
    }
    app.button(key=f"away-{of(key)}").click().run()
    assert "2 options are saved" in said(app)
    assert f"open-{of(key)}" not in {one.key for one in app.button}
    app.toggle(key="saved-archived").set_value(True).run()
    assert "1 option is archived." in said(app)
    app.button(key=f"away-{of(key)}").click().run()
    assert "“Kent joins” was brought back." in said(app)
    assert store.history(of(key))[0].author == "Ada"


def test_an_earlier_revision_is_restored_as_a_new_one_and_open(keep, begun, store, surrey):
    key = keep(options.join(begun, surrey, "QKS"))
    keep(begun, author="Bob", option=of(key))
    app = opened(DRAW, saved=f"saved-{of(key)}.2")
    button(app, "Restore revision 1").click().run()
    assert app.query_params["saved"] == f"saved-{of(key)}.3"
    assert "Revision 1, drawn by Ada, is back, as revision 3." in said(app)
    assert store.read(of(key)).content == store.read(of(key), 1).content


def test_options_are_found_by_words(keep, begun):
    for name, note in (("Kent", "for the board"), ("Essex", ""), ("Devon", "Kent is next")):
        keep(begun, name, note=note)
    app = opened(DRAW)
    assert "3 options are saved" in said(app)
    app.text_input(key="saved-search").input("kent").run()
    assert "2 options are saved with those words" in said(app)
    app.text_input(key="saved-search").input("of this " * 40).run()
    assert "The search is 319 characters long. Keep it to 300." in said(app)
    app.text_input(key="saved-search").input("100%").run()
    assert "No option is saved with those words." in said(app)


def test_a_saved_option_is_open_by_button_and_undo_goes_back(keep, begun, surrey):
    key = keep(options.join(begun, surrey, "QKS"))
    app = opened(DRAW)
    app.button(key=f"open-{of(key)}").click().run()
    assert len(table(app)) == 24
    assert app.query_params["saved"] == key
    app.button(key="draw-undo").click().run()
    assert len(table(app)) == 25
    assert "saved" not in app.query_params
    app.button(key="draw-redo").click().run()
    assert app.query_params["saved"] == key


def test_to_open_a_revision_is_no_move(keep, begun, surrey):
    first = keep(options.move(begun, ["E07000089-E38000252"], surrey))
    second = keep(options.join(begun, surrey, "QKS"), option=of(first))
    app = opened(DRAW, saved=second)
    assert (table(app)["Since the last move"] == "").all()
    button(app, "See revision 1").click().run()
    assert app.query_params["saved"] == first
    assert (table(app)["Since the last move"] == "").all()
    assert "No longer in the table since the last change" not in words(app)
    assert "You see it as it was opened, and have moved nothing since." in words(app)
    again = opened(DRAW, **app.query_params)
    assert (table(again)["Since the last move"] == "").all()
    whole = move(again, HART, "QKS")
    assert (table(whole)["Since the last move"] != "").any()


def test_the_menu_leads_to_the_revision_that_is_open_and_to_what_is_changed_of_it(
    keep, begun, surrey
):
    key = keep(options.join(begun, surrey, "QKS"))
    app = opened(DRAW, saved=key)
    assert menu(app)["pages/Criteria.py"]["plan"] == key
    app.selectbox(key="draw-which").select(surrey).run()
    app.text_input(key="draw-rename").input("The South").run()
    assert menu(app)["pages/Criteria.py"]["plan"] == "drawn"
    changed = opened("pages/Criteria.py", **menu(app)["pages/Criteria.py"])
    assert "unsaved" in words(changed)
    assert not changed.warning


def test_what_was_drawn_before_another_option_was_opened_is_no_revision_of_it(
    keep, begun, store, surrey
):
    key = keep(options.join(begun, surrey, "QKS"))
    app = move(opened(DRAW), HART, surrey)
    app.button(key=f"open-{of(key)}").click().run()
    app.button(key="draw-undo").click().run()
    save(app, "Mine")
    assert of(app.query_params["saved"]) != of(key)
    move(app, "E07000092", surrey)
    app.button(key="draw-undo").click().run()
    app.button(key="draw-undo").click().run()
    app.button(key="draw-redo").click().run()
    assert "option" not in app.query_params
    assert [one.number for one in store.history(of(key))] == [1]


def test_a_new_option_begins_from_a_saved_one_and_says_so(keep, begun, store, surrey):
    key = keep(options.join(begun, surrey, "QKS"), "First", "Ada")
    app = opened(DRAW)
    app.selectbox(key="draw-start").select(key).run()
    assert app.query_params["plan"] == key
    assert "saved" not in app.query_params
    assert "Since the start, “Option: First (revision 1, Ada)”" in said(app)
    save(move(app, HART, surrey), "Second", "Bob")
    made = app.query_params["saved"]
    assert store.read(of(made)).base == key
    told = said(opened(CLUSTERS, plan=made))
    assert "“Second”, revision 1, is an option drawn by Bob on" in told
    assert "begun from “Option: First (revision 1, Ada)”; nobody has adopted it." in told
    again = opened(DRAW, saved=made)
    assert table(again).loc["Surrey and Sussex", "Since the start"] == "+103,162"


@pytest.mark.parametrize("page", CHOOSING)
def test_a_saved_option_can_be_chosen_wherever_a_plan_can(page, keep, begun, surrey):
    key = keep(options.join(begun, surrey, "QKS"))
    app = opened(page, plan=key, area="QKS")
    app = opened(page, plan=key)
    assert not app.warning
    title = "Option: Kent joins (revision 1, Ada)"
    assert any(title in str(one.options) for one in app.selectbox)
    assert "nobody has adopted it." in said(app) or page == DRAW


def test_a_published_plan_gives_way_to_a_saved_option_and_back(keep, begun, base, surrey):
    mine = split_off(begun, base.blocks_of(surrey)[:9], "Mine")
    key = keep(mine)
    app = opened(CLUSTERS)
    app.selectbox(key="pick-plan").select(key).run()
    assert app.query_params["plan"] == key
    app.text_input(key="find").set_value("Mine").run()
    app.button(key="found-0").click().run()
    assert "Mine" in [one.value for one in app.header]
    app.selectbox(key="pick-plan").select("icb-2023").run()
    assert not app.warning
    assert "area" not in app.query_params


def test_the_newest_revision_is_offered_at_once_and_a_link_keeps_the_older(keep, begun, surrey):
    watching, key = opened(CLUSTERS), keep(begun)
    keep(options.join(begun, surrey, "QKS"), author="Bob", option=of(key))
    offered = str(watching.run().selectbox(key="pick-plan").options)
    assert "(revision 2, Bob)" in offered
    assert "(revision 1, Ada)" not in offered
    older = opened(CLUSTERS, plan=key)
    assert "9 clusters" in said(older)
    assert "(revision 1, Ada)" in str(older.selectbox(key="pick-plan").options)


def test_compare_holds_two_revisions_and_further_options_against_each_other(keep, begun, surrey):
    key = keep(begun)
    second = keep(options.join(begun, surrey, "QKS"), option=of(key))
    app = opened(COMPARE, other=key, plan=second, also=f"{key}_icb-2023")
    assert not app.warning
    assert "No statutory boundary changes, and 25 leadership teams become 24." in said(app)
    assert "2 join others whole" in said(app)
    assert not opened(COMPARE, other=second, plan="merged-2026-04", measure="imd").warning


@pytest.mark.parametrize(
    "key",
    [ABSENT, "saved-", "saved-x.1", "saved-<b>.1", f"{ABSENT}9999999999", "saved-" + "é" * 300],
)
@pytest.mark.usefixtures("store")
def test_a_key_of_nothing_is_told_in_one_line_on_every_page(key):
    for page in CHOOSING:
        app = opened(page, plan=key)
        assert len(app.warning) == 1
        assert "You see “36 ICBs under 25 teams (October 2026)” instead." in said(app)
    assert len(opened(DRAW, saved=key).warning) == 1
    assert len(opened(COMPARE, also=key, other=key).warning) == 2


def test_an_unknown_revision_shows_the_newest_there_is(keep, begun):
    key = keep(begun)
    app = opened(CLUSTERS, plan=f"saved-{of(key)}.99")
    assert "You see “Option: Kent joins (revision 1, Ada)” instead." in said(app)


def test_damaged_content_is_told_and_can_still_be_offered(keep, begun):
    key = keep(begun, content="what?")
    for page in CHOOSING:
        app = opened(page, plan=key)
        assert "What was saved of this option is damaged." in app.warning[0].value
    app = opened(DRAW)
    app.button(key=f"open-{of(key)}").click().run()
    assert "damaged" in said(app)
    app.selectbox(key="draw-start").select(key).run()
    assert "damaged" in said(app)
    assert not app.exception
    app = opened(CLUSTERS, area=HART)
    app.selectbox(key="pick-plan").select(key).run()
    assert not app.exception
    assert "damaged" in app.warning[0].value


def test_an_area_that_only_a_lost_option_had_is_left_out(keep, begun, base, surrey):
    key = keep(split_off(begun, base.blocks_of(surrey)[:9], "Mine"))
    assert not opened(COMPARE, other=key, area="o1").warning
    assert not opened(COMPARE, also=f"{key}_icb-2023", area="o1").warning
    app = opened(COMPARE, also=f"saved-{of(key)}.99", area="o1")
    assert len(app.warning) == 1
    assert not app.exception


def test_an_option_of_another_data_version_says_what_that_means(keep, begun, base):
    app = opened(DRAW, saved=keep(begun, data_version="0ld"))
    assert "Saved on data version 0ld" in said(app)
    assert "Its areas are exactly as drawn" in said(app)
    blocks = list(base.footprint_of.index)
    hart = next(block for block in blocks if block.startswith(HART))
    mine = split_off(begun, [*base.blocks_of("QKS")[:2], hart], "Mine")
    text = links.write(mine, base)
    other = links.write(
        mine, base.with_assigned(replace(base.assigned, footprints=base.footprints[::-1]))
    )
    blocks[blocks.index(hart)] = "E99000089-X"
    key = keep(mine, content=carry.pack(other, blocks), data_version="0ld")
    assert links.stands_on(text, base)
    assert not links.stands_on(other, base)
    app = opened(DRAW, saved=key)
    assert "Drawn on other boundaries, of data version 0ld" in said(app)
    assert "E99000089-X could not be carried" in said(app)
    assert "Hart" in said(app)
    assert "It was drawn on older data." in said(opened(CLUSTERS, plan=key))


NASTY = [*HOSTILE, "![x](https://example.org/x.png)", "**=1+1**", "\u202eturned"]


@pytest.mark.parametrize("page", CHOOSING)
def test_hostile_names_are_shown_as_they_stand(page, keep, begun, base):
    option = begun
    for one, name in zip(base.by_id, NASTY, strict=False):
        option = rename(option, one, name)
    name = (
        "<script>alert(1)</script> **bold** ![x](https://example.org/x.png) $x$ مجلس " + "x" * 200
    )
    key = keep(option, name, author=name[:200], note=name)
    shown = list(base.by_id)[NASTY.index("![x](https://example.org/x.png)")]
    app = opened(page, plan=key, saved=key, area=shown, other="icb-2023")
    assert not app.warning
    drawn = [element.proto for element in app.get("html")]
    (script,) = (one.body for one in drawn if one.unsafe_allow_javascript)
    assert "alert" not in script
    assert not any("<script>" in one.body for one in drawn if not one.unsafe_allow_javascript)
    ours = [*app.caption, *app.markdown, *app.success]
    for part in (str(one.value) for one in ours):
        assert "![x](" not in part
    if page == DRAW:
        assert app.text_input(key="save-name").value == name
        assert "<script>alert(1)</script> **bold**" in said(app).replace("&lt;", "<").replace(
            "&gt;", ">"
        )


def test_an_option_of_many_footprints_breaks_no_page(keep, begun):
    option = begun
    for n, block in enumerate(list(begun.plan.footprint_of.index)[:60]):
        try:
            option = split_off(option, [block], f"Piece {n}")
        except OptionError:
            continue
    key = keep(option)
    for page in CHOOSING:
        assert not opened(page, plan=key).exception


@contextmanager
def refusing(folder: Path):
    folder.chmod(0o500)
    yield
    folder.chmod(0o700)


@pytest.mark.parametrize(
    "address",
    [
        "nonsense",
        "mysql://host/options",
        "postgresql://nobody@127.0.0.1:1/nothing",
        "sqlite:////proc/none/options.sqlite3",
    ],
)
def test_a_store_that_cannot_be_used_is_told_and_all_else_works(address, monkeypatch, surrey):
    monkeypatch.setenv(SETTING, address)
    for page in ["", *CHOOSING]:
        assert not opened(page).warning
    app = save(move(opened(DRAW), HART, surrey), "Mine")
    assert table(app).loc["Surrey and Sussex", "Since the start"] == "+103,162"
    assert len(app.error) == 1
    assert "option" in app.query_params


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="Root may write.")
def test_a_folder_that_may_not_be_written_to_is_told_when_saving(tmp_path, monkeypatch, surrey):
    monkeypatch.setenv(SETTING, f"sqlite:///{tmp_path}/inner/options.sqlite3")
    with refusing(tmp_path):
        app = save(move(opened(DRAW), HART, surrey), "Mine")
        assert "may not be written to" in app.error[0].value


def test_a_page_reads_the_list_once_and_soon(keep, begun, monkeypatch):
    for n in range(50):
        keep(begun, f"Option {n}")
    asked, newest = [], Reader.newest
    monkeypatch.setattr(Reader, "newest", lambda self, *_: asked.append(1) or newest(self))
    opened(CLUSTERS)
    assert len(asked) == 1
    began = perf_counter()
    opened()
    page = perf_counter() - began
    assert len(asked) == 2
    took = []
    for _ in range(10):
        began = perf_counter()
        assert len(newest(workspace().reader).options) == 50
        took.append(perf_counter() - began)
    assert min(took) < page


def test_lines_drawn_on_the_page_of_criteria_hold_here_too():
    usual, strict = opened(DRAW), opened(DRAW, least="2000000")
    missed = [table(app)["Criteria missed"].astype(int).sum() for app in (usual, strict)]
    assert missed[1] > missed[0]
    assert "by the lines you drew" in said(strict)
    assert "by the lines you drew" not in said(usual)


def test_no_test_comes_near_the_options_of_whoever_runs_it():
    assert default_url() != default_url({})

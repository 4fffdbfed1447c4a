"""Saving what is drawn: as a revision of the option that is open, or as a new option."""

from __future__ import annotations

from pathlib import Path

from footprint.options import carry, sentences
from footprint.options.history import Drawing
from footprint.rights.policy import may, refusal
from footprint.store.reader import Past
from footprint.store.revisions import Revision
from footprint.view import View
from footprint.workspace.options import area_names
from footprint.workspace.saved import SavedOption
from footprint.workspace.saved import saved as saved_at
from ui.draw.state import home_of
from ui.parts import headings
from ui.saved import actions, sharing
from ui.saved.actions import AUTHOR, NAME, NOTE, Told
from ui.shell import drawing as st
from ui.shell import words
from ui.shell.workspace import workspace
from ui.who.current import person

COMPARE = "pages/Compare.py"
_PAGES = {
    "pages/Clusters.py": "Clusters",
    "pages/Money.py": "Money",
    "pages/Criteria.py": "Criteria",
    "pages/Local_authorities.py": "Local authorities",
}
_SEEDED = "save-seeded"
_CHANGED = (
    " You have changed it since. Save makes that its next revision, and Save as a new option "
    "keeps the two apart."
)
_STYLE = Path(__file__).with_name("style.css")


def past_of(view: View) -> Past:
    """What became of the option that is open, and what was said of it, as this run finds it."""
    opened = sentences.revision_of(view.saved)
    return workspace().reader.past(opened[0]) if opened else Past()


def save(view: View, drawing: Drawing, past: Past) -> None:
    """Name what is drawn and save it; nothing saved is ever overwritten."""
    st.html(_STYLE)
    with st.container(key="save"):
        headings.part("Save", "save")
        opened = saved_at(workspace(), view.saved) if view.saved else None
        words.line(_standing(opened, drawing, past))
        if opened:
            _on_older_data(opened)
            _elsewhere(view.saved, opened)
        _seed(view.saved, opened.revision if opened else None)
        _form(opened, past)
        _told(view, actions.told("save"))
        if opened and not past.problem:
            sharing.who_sees(opened.revision, past.access)


def _standing(opened: SavedOption | None, drawing: Drawing, past: Past) -> str:
    if not opened:
        return "Not saved yet. Until you save, the option is kept only in this page’s address."
    one = opened.revision
    name = sentences.shown(one.name, sentences.LONGEST_TITLE)
    said = f"Open: revision {one.number} of “{name}”, {sentences.done(one)}."
    key = sentences.key_of(one.option, one.number)
    said += _CHANGED if drawing.now != home_of(key) else ""
    for newest in past.revisions[:1]:
        if newest.number > one.number:
            said += f" Revision {newest.number} is newer, {sentences.done(newest)}."
    return said


def _on_older_data(opened: SavedOption) -> None:
    """Say what newer data did to the revision that is open."""
    then, now = opened.revision.data_version, workspace().manifest.data_version
    if opened.report:
        said = carry.sentences(opened.report, area_names(workspace(), "block"))
        words.listed(f"Drawn on other boundaries, of data version {then}; now {now}", said)
    elif then != now:
        words.line(
            f"Saved on data version {then}; this is {now}. Its areas are exactly as drawn, and "
            "the figures are today’s."
        )


def _elsewhere(key: str, opened: SavedOption) -> None:
    """Links to the open revision on every page that shows a plan."""
    with st.container(horizontal=True, vertical_alignment="center", key="save-elsewhere"):
        st.markdown(f"Revision {opened.revision.number} on:")
        for page, label in _PAGES.items():
            st.page_link(page, label=label, query_params=View(plan=key).to_query())
        compare(opened.revision.base, key, "Compare, beside where it began", opened.option.rest)


def _seed(key: str, one: Revision | None) -> None:
    if st.session_state.get(_SEEDED) != key or NAME not in st.session_state:
        st.session_state[NAME] = one.name if one else st.session_state.get(NAME, "")
        st.session_state[_SEEDED] = key
    if not person():
        st.session_state.setdefault(AUTHOR, actions.author())


def _form(opened: SavedOption | None, past: Past) -> None:
    looks = person()
    if not may(looks, "begin"):
        words.line(refusal("begin"))
        return
    with st.form("save-form", border=False):
        left, right = (st.container(), None) if looks else st.columns([2, 1])
        with left:
            st.text_input("Name of the option", key=NAME)
        if right:
            with right:
                st.text_input("Your name", key=AUTHOR)
        st.text_area("Note (optional): what this is, or what changed", key=NOTE, height=80)
        with st.container(horizontal=True):
            mine = not opened or may(looks, "save", past.access)
            st.form_submit_button("Save", type="primary", disabled=not mine, on_click=actions.save)
            st.form_submit_button(
                "Save as a new option", disabled=not opened, on_click=actions.save_new
            )
    st.caption(
        "Each save is a new revision, and every earlier one stays. A new option is seen by you and "
        "admins alone until you share it."
        if looks
        else "Each save is a new revision, and every earlier one stays. Whoever uses this app with "
        "this store can see what is saved."
    )


def _told(view: View, told: Told) -> None:
    # A place of its own, so that what stands below it stays in place.
    with st.container(key="save-told"):
        if told.problem:
            st.error(told.problem)
        elif told.asked and told.theirs and told.mine == view.saved:
            st.warning(told.said)
            _ask(told, told.theirs)
        elif told.said and told.mine == view.saved:
            st.success(told.said)
            if told.theirs:
                _theirs(told.theirs, told.mine)


def _ask(told: Told, theirs: Revision) -> None:
    """Let whoever is about to save look at what somebody else saved, and go on as they choose."""
    key = sentences.key_of(theirs.option, theirs.number)
    with st.container(horizontal=True):
        if told.asked == "newer":
            see("theirs", key, f"See revision {theirs.number}")
            st.button("Save mine as a new option", key="ask-new", on_click=actions.save_new)
            on_top = f"Save mine on top, as revision {theirs.number + 1}"
            seen = {"seen": theirs.number, "same_name": True}
            st.button(on_top, key="ask-top", on_click=actions.save, kwargs=seen)
            return
        see("theirs", key, "See that option")
        keep = actions.save_new if told.asked == "new name" else actions.save
        same = {"same_name": True}
        st.button("Save under this name", key="ask-name", on_click=keep, kwargs=same)


def _theirs(theirs: Revision, mine: str) -> None:
    key = sentences.key_of(theirs.option, theirs.number)
    with st.container(horizontal=True, vertical_alignment="center"):
        see("theirs", key, f"See revision {theirs.number}")
        compare(key, mine, f"Compare revision {theirs.number} with yours")


def see(where: str, key: str, label: str) -> None:
    """A button in one part of the page that opens a revision; Undo goes back to what was drawn."""
    st.button(label, key=f"see-{where}-{key}", on_click=actions.open_saved, args=(where, key))


def compare(before: str, after: str, label: str, rest: str = View().base) -> None:
    """A link that holds a plan against another."""
    query = View(other=before, plan=after, base=rest).to_query()
    st.page_link(COMPARE, label=label, query_params=query)

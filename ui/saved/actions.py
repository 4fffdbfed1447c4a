"""What a reader does to saved options, each told in one sentence that stays until the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footprint.options import sentences
from footprint.options.links import LinkError
from footprint.store.revisions import Draft, Revision, Saved, StoreError
from footprint.workspace.saved import saved as saved_at
from footprint.workspace.saved import saved_content
from ui.draw import state as draw_state
from ui.draw.state import current, home_of, keep_as, opened_key
from ui.shell import drawing as st
from ui.shell.workspace import workspace

if TYPE_CHECKING:
    from footprint.store.store import OptionStore


AUTHOR, NAME, NOTE = "save-author", "save-name", "save-note"
_KEPT_AUTHOR = "saved-author"
_TOLD = "saved-told"


@dataclass(frozen=True)
class Told:
    """What came of the last thing done, and the part of the page to say it in.

    `mine` is the key of the revision it made, `theirs` one that came in between.
    """

    where: str
    said: str = ""
    problem: str = ""
    theirs: Revision | None = None
    mine: str = ""


def author() -> str:
    """Who the reader said they are, on whichever page that was."""
    return st.session_state.get(_KEPT_AUTHOR, "")


def told(where: str) -> Told:
    """What to say in one part of the page."""
    last = st.session_state.get(_TOLD)
    return last if last and last.where == where else Told(where)


def save_new() -> None:
    """Save what is drawn as a new option."""
    _do("save", lambda: _saved(None, None))


def save() -> None:
    """Save what is drawn as a revision of the option that is open, or as a new one."""
    opened = sentences.revision_of(opened_key())
    _do("save", lambda: _saved(*(opened or (None, None))))


def open_saved(where: str, key: str) -> None:
    """Open a revision, and say so where it was asked for."""
    _do(where, lambda: _opened(where, key))


def _opened(where: str, key: str) -> Told:
    draw_state.open_saved(key)
    one = saved_at(workspace(), key).revision
    name = sentences.shown(one.name, sentences.LONGEST_TITLE)
    return Told(where, f"Revision {one.number} of “{name}” is open, on the map above.")


def _do(where: str, act: Callable[[], Told]) -> None:
    st.session_state[_KEPT_AUTHOR] = st.session_state.get(AUTHOR, author()).strip()
    try:
        st.session_state[_TOLD] = act()
    except (StoreError, LinkError) as problem:
        st.session_state[_TOLD] = Told(where, problem=str(problem))


def _draft() -> Draft:
    option = current().now
    return Draft(
        name=st.session_state.get(NAME, ""),
        content=saved_content(workspace(), option),
        base=option.begun_from,
        data_version=workspace().manifest.data_version,
        note=st.session_state.get(NOTE, "").strip(),
        author=author(),
    )


def _saved(option: str | None, started_from: int | None) -> Told:
    draft, opened = _draft(), opened_key()
    if started_from and _same(draft, opened):
        said = f"Nothing has changed since revision {started_from}, so nothing was saved."
        return Told("save", said, mine=opened)
    if option and (newest := _said_already(draft, option)):
        key = sentences.key_of(option, newest.number)
        keep_as(key)
        return Told("save", f"Revision {newest.number} says this already.", mine=key)
    made = _store().save(draft, option=option, started_from=started_from)
    key = sentences.key_of(made.option, made.revision)
    keep_as(key)
    st.session_state[NOTE] = ""
    name = sentences.shown(draft.name, sentences.LONGEST_TITLE)
    said = f"Saved as revision {made.revision} of “{name}”."
    if not made.conflict or not started_from:
        return Told("save", said, mine=key)
    said += f" {sentences.conflict(made.revision, started_from, made.conflict)}"
    return Told("save", said, theirs=made.conflict, mine=key)


def _said_already(draft: Draft, option: str) -> Revision | None:
    """The newest revision, where it is this very draft: Save was pressed twice."""
    newest = _store().read(option)
    same = all(
        getattr(newest, field) == getattr(draft, field) for field in ("name", "author", "content")
    )
    return newest.facts if same and draft.note in ("", newest.note) else None


def _same(draft: Draft, key: str) -> bool:
    """Whether a draft would only say again what the open revision says."""
    before = saved_at(workspace(), key)
    unchanged = current().now == home_of(key)
    return unchanged and not before.report and not draft.note and draft.name == before.revision.name


def duplicate(one: Revision) -> None:
    """Start a new option that equals another, and leave what is drawn alone."""
    why = "copied. The copy is on the list below."
    _do("list", lambda: _listed(_store().duplicate(one.option, author=author()), one, why))


def archive(one: Revision) -> None:
    """Take an option off the list."""
    why = "archived. Nothing is lost: show archived options to bring it back."
    _do("list", lambda: _listed(_store().archive(one.option, author=author()), one, why))


def bring_back(one: Revision) -> None:
    """Put an archived option on the list again."""
    why = "brought back. It is on the list again."
    _do("list", lambda: _listed(_store().restore(one.option, author=author()), one, why))


def rename(one: Revision, name: str) -> None:
    """Give the open option another name; where its newest revision is open, it stays so."""
    _do("history", lambda: _renamed(_store().rename(one.option, name, author=author()), name))


def restore(one: Revision) -> None:
    """Make an earlier revision the newest again, and open it."""
    _do("history", lambda: _restored(_again(one), one))


def _again(one: Revision) -> Saved:
    return _store().restore(one.option, one.number, author=author())


def _store() -> OptionStore:
    return workspace().reader.store()


def _listed(made: Saved, one: Revision, done: str) -> Told:
    _stay_open(made)
    name = sentences.shown(one.name, sentences.LONGEST_TITLE)
    return Told("list", f"“{name}” was {done}")


def _renamed(made: Saved, name: str) -> Told:
    _stay_open(made)
    said = sentences.shown(name, sentences.LONGEST_TITLE)
    return Told("history", f"Now called “{said}”, as revision {made.revision}.")


def _restored(made: Saved, one: Revision) -> Told:
    draw_state.open_saved(sentences.key_of(made.option, made.revision))
    return Told("history", f"Revision {one.number} is back, as revision {made.revision}.")


def _stay_open(made: Saved) -> None:
    """Keep the newest revision open where the newest was, so that the next save is no surprise."""
    if sentences.revision_of(opened_key()) == (made.option, made.revision - 1):
        key = sentences.key_of(made.option, made.revision)
        keep_as(key)

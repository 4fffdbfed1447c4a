"""What a reader does to saved options, each told in one sentence that stays until the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar
from uuid import uuid4

from footprint.options import sentences
from footprint.options.links import LinkError
from footprint.store.quotas import MOST_TOGETHER, Quotas
from footprint.store.revisions import Draft, NewerError, Revision, Saved, StoreError
from footprint.workspace.saved import saved as saved_at
from footprint.workspace.saved import saved_content
from ui.draw import state as draw_state
from ui.draw.state import current, home_of, keep_as, opened_key
from ui.shell import drawing as st
from ui.shell.workspace import workspace
from ui.who.current import person

if TYPE_CHECKING:
    from footprint.store.store import OptionStore


AUTHOR, NAME, NOTE = "save-author", "save-name", "save-note"
_KEPT_AUTHOR, _PERSON = "saved-author", "saved-person"
_TOLD = "saved-told"
_QUOTAS = Quotas()
# Where nobody signs in, whoever opens the page anew is somebody new; all together they are not.
_TOGETHER = Quotas(MOST_TOGETHER, "Everybody together has")
_ALL = "everybody"
Asked = Literal["", "newer", "name", "new name"]
_Made = TypeVar("_Made")


@dataclass(frozen=True)
class Told:
    """What came of the last thing done, and the part of the page to say it in.

    `mine` is the key of the revision it made, or that is open where nothing was saved yet because
    something is `asked` first: whether to save though theirs is newer, or has the name already.
    `theirs` is that one, or one that came in between.
    """

    where: str
    said: str = ""
    problem: str = ""
    theirs: Revision | None = None
    mine: str = ""
    asked: Asked = ""


def author() -> str:
    """Who the reader is, or said they are on whichever page that was where nobody signs in."""
    looks = person()
    return st.session_state.get(_KEPT_AUTHOR, "") if looks is None else looks.name


def told(where: str) -> Told:
    """What to say in one part of the page."""
    last = st.session_state.get(_TOLD)
    return last if last and last.where == where else Told(where)


def save_new(*, same_name: bool = False) -> None:
    """Save what is drawn as a new option; `same_name` is that others may have its name."""
    do("save", lambda: _saved(None, None, None, same_name))


def save(*, seen: int | None = None, same_name: bool = False) -> None:
    """Save what is drawn as a revision of the option that is open, or as a new one.

    `seen` is the newest revision the reader was told of, where it is not the one that is open.
    """
    option, started_from = sentences.revision_of(opened_key()) or (None, None)
    do("save", lambda: _saved(option, started_from, seen or started_from, same_name))


def open_saved(where: str, key: str) -> None:
    """Open a revision, and say so where it was asked for."""
    do(where, lambda: _opened(where, key))


def _opened(where: str, key: str) -> Told:
    draw_state.open_saved(key)
    one = saved_at(workspace(), key).revision
    name = sentences.shown(one.name, sentences.LONGEST_TITLE)
    return Told(where, f"Revision {one.number} of “{name}” is open, on the map.")


def do(where: str, act: Callable[[], Told]) -> None:
    """Do something, and keep what came of it to be told in one part of the page."""
    remember_author()
    try:
        st.session_state[_TOLD] = act()
    except (StoreError, LinkError) as problem:
        st.session_state[_TOLD] = Told(where, problem=str(problem))


def remember_author() -> None:
    """Keep the name that the reader gave, for every page that asks for it."""
    st.session_state[_KEPT_AUTHOR] = st.session_state.get(AUTHOR, author()).strip()


def write(act: Callable[[OptionStore], _Made]) -> _Made:
    """Put something into the store, unless this reader has done so too often."""
    return counted(lambda: act(workspace().reader.store()))


def counted(act: Callable[[], _Made]) -> _Made:
    """Save something, be it options or packs, unless this reader has done so too often, or all."""
    looks = person()
    who = looks.id if looks else st.session_state.setdefault(_PERSON, uuid4().hex)
    _QUOTAS.check(who)
    _TOGETHER.check(_ALL)
    made = act()
    _QUOTAS.count(who)
    _TOGETHER.count(_ALL)
    return made


def _draft() -> Draft:
    option = current().now
    return Draft(
        name=st.session_state.get(NAME, "").strip(),
        content=saved_content(workspace(), option),
        base=option.begun_from,
        data_version=workspace().manifest.data_version,
        note=st.session_state.get(NOTE, "").strip(),
        author=author(),
    )


def _saved(option: str | None, started_from: int | None, seen: int | None, same_name: bool) -> Told:
    draft, opened = _draft(), opened_key()
    if started_from and _same(draft, opened):
        said = f"Nothing has changed since revision {started_from}, so nothing was saved."
        return Told("save", said, mine=opened)
    if option and (newest := _said_already(draft, option)):
        key = sentences.key_of(option, newest.number)
        keep_as(key)
        return Told("save", f"Revision {newest.number} says this already.", mine=key)
    if not same_name and (others := _others_called(draft.name, option)):
        asked: Asked = "name" if option else "new name"
        said = sentences.same_name(others)
        return Told("save", said, theirs=others[0], mine=opened, asked=asked)
    place = {"option": option, "started_from": started_from, "seen": seen}
    try:
        made = write(lambda store: store.save(draft, **place))
    except NewerError as newer:
        said = sentences.newer(newer.newest)
        return Told("save", said, theirs=newer.newest, mine=opened, asked="newer")
    return _kept(made, draft, started_from)


def _kept(made: Saved, draft: Draft, started_from: int | None) -> Told:
    key = sentences.key_of(made.option, made.revision)
    keep_as(key)
    st.session_state[NOTE] = ""
    name = sentences.shown(draft.name, sentences.LONGEST_TITLE)
    said = f"Saved as revision {made.revision} of “{name}”."
    if not made.conflict or not started_from:
        return Told("save", said, mine=key)
    said += f" {sentences.conflict(made.revision, started_from, made.conflict)}"
    return Told("save", said, theirs=made.conflict, mine=key)


def _others_called(name: str, option: str | None) -> tuple[Revision, ...]:
    """Other options of a name, unless the option that is open has that very name already."""
    store = workspace().reader.store()
    others = store.named(name.strip(), besides=option)
    if option and others and store.newest(option).name == name.strip():
        return ()
    return others


def _said_already(draft: Draft, option: str) -> Revision | None:
    """The newest revision, where it is this very draft: Save was pressed twice."""
    newest = workspace().reader.store().newest(option)
    told = ("name", "author")
    if not newest.intact or any(getattr(newest, one) != getattr(draft, one) for one in told):
        return None
    content = workspace().reader.store().read(option, newest.number).content
    return newest if content == draft.content and draft.note in ("", newest.note) else None


def _same(draft: Draft, key: str) -> bool:
    """Whether a draft would only say again what the open revision says."""
    before = saved_at(workspace(), key)
    unchanged = current().now == home_of(key)
    return unchanged and not before.report and not draft.note and draft.name == before.revision.name


def stay_open(made: Saved) -> None:
    """Keep the newest revision open where the newest was, so that the next save is no surprise."""
    if sentences.revision_of(opened_key()) == (made.option, made.revision - 1):
        key = sentences.key_of(made.option, made.revision)
        keep_as(key)

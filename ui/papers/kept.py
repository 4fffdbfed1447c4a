"""What a reader does to packs in the store, each told in one sentence that stays until the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from footprint.papers.pack import PackError
from footprint.shelf import sentences, texts
from footprint.shelf.values import KeptPack, NewerPackError
from footprint.store.revisions import StoreError
from footprint.view import View
from ui.papers import basket
from ui.saved import actions
from ui.shell import drawing as st
from ui.shell.address import show

_TOLD, _REFUSED = "pack-told", "pack-refused"
Asked = Literal["", "newer", "name"]


@dataclass(frozen=True)
class Told:
    """What came of the last thing done: sentences, or what is wrong.

    `asked` is whether to save though the revision `newest` is newer, or though another pack has
    the name already; it was `new` that was to be saved, or the next revision of what was open
    under the key `opened`.
    """

    said: tuple[str, ...] = ()
    problem: str = ""
    asked: Asked = ""
    newest: int | None = None
    new: bool = False
    opened: str = ""


def told() -> Told:
    """What came of the last thing that was done to a pack."""
    last: Told = st.session_state.get(_TOLD, Told())
    return last if not last.asked or last.opened == basket.opened_key() else Told()


def do(act: Callable[[], Told]) -> None:
    """Do something, and keep what came of it to be told."""
    actions.remember_author()
    try:
        st.session_state[_TOLD] = act()
    except (StoreError, PackError) as problem:
        st.session_state[_TOLD] = Told(problem=str(problem))


def save(*, new: bool = False, seen: int | None = None, same_name: bool = False) -> None:
    """Save the pack as a revision of the one that is open, or as a new one.

    `seen` is the newest revision the reader was told of, where it is not the one that is open.
    """
    do(lambda: _saved(new, seen, same_name))


def _saved(new: bool, seen: int | None, same_name: bool) -> Told:
    opened = basket.opened_key()
    of, number = (None, None) if new else texts.revision_of(opened) or (None, None)
    if of and not basket.is_changed():
        return Told((f"Nothing has changed since revision {number}, so nothing was saved.",))
    pack = basket.up_to_date(basket.current())
    draft, shelf = texts.draft_of(pack, actions.author()), basket.shelf().store()
    others = () if same_name else shelf.named(draft.name, besides=of)
    if others and not (of and shelf.read(of, number).name == draft.name.strip()):
        said = (sentences.same_name(others),)
        return Told(said, asked="name", newest=seen, new=new, opened=opened)
    try:
        made = actions.counted(lambda: shelf.save(draft, pack=of, seen=seen or number))
    except NewerPackError as newer:
        said = (sentences.newer(newer.newest),)
        return Told(said, asked="newer", newest=newer.newest.number, opened=opened)
    key = texts.key_of(made.pack, made.number)
    basket.go_on(pack, key, pack)
    show(pack=key)
    return Told((f"Saved as revision {made.number} of {sentences.named(made)}.",))


def follow(view: View) -> None:
    """Open the pack that the address names, where another is open."""
    # What the tab kept comes first: it may be that very pack, changed since.
    basket.current()
    # What could not be opened is told once, and does not take the place of what is told later.
    if view.pack and view.pack not in (basket.opened_key(), st.session_state.get(_REFUSED)):
        do(lambda: Told(tuple(basket.open_kept(view.pack))))
        st.session_state[_REFUSED] = "" if view.pack == basket.opened_key() else view.pack


def open_pack(one: KeptPack) -> None:
    """Open a revision of a pack, and put it into the address."""
    do(lambda: _opened(texts.key_of(one.pack, one.number)))


def _opened(key: str) -> Told:
    said = tuple(basket.open_kept(key))
    show(pack=key)
    return Told(said)


def archive(one: KeptPack) -> None:
    """Take a pack off the list."""
    done = "was archived. Nothing is lost: show archived packs to bring it back."
    do(lambda: _listed(one, done, archived=True))


def bring_back(one: KeptPack) -> None:
    """Put an archived pack on the list again."""
    do(lambda: _listed(one, "was brought back. It is on the list again.", archived=False))


def _listed(one: KeptPack, done: str, *, archived: bool) -> Told:
    shelf = basket.shelf().store()
    act = shelf.archive if archived else shelf.restore
    made = actions.counted(lambda: act(one.pack, author=actions.author()))
    if basket.opened_key() == texts.key_of(one.pack, one.number):
        # The newest stays open, so that the next save is no surprise.
        basket.moved_to(key := texts.key_of(made.pack, made.number))
        show(pack=key)
    return Told((f"{sentences.named(one)} {done}",))


def restore(one: KeptPack) -> None:
    """Make an earlier revision the newest again, and open it."""
    do(lambda: _restored(one))


def _restored(one: KeptPack) -> Told:
    shelf = basket.shelf().store()
    made = actions.counted(lambda: shelf.restore(one.pack, one.number, author=actions.author()))
    said = f"Revision {one.number} is back, as revision {made.number}."
    return Told((said, *_opened(texts.key_of(made.pack, made.number)).said))

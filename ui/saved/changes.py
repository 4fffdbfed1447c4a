"""What a reader does to options that are saved already: copy, put away, name, restore, remark."""

from __future__ import annotations

from footprint.options import sentences
from footprint.rights.policy import Audience
from footprint.store.revisions import Revision, Saved
from footprint.store.whose import sharing
from ui.draw import state as draw_state
from ui.saved.actions import AUTHOR, Told, author, do, stay_open, write
from ui.shell import drawing as st
from ui.shell.workspace import workspace


def duplicate(one: Revision) -> None:
    """Start a new option that equals another, and leave what is drawn alone."""
    do("list", lambda: _copied(one))


def _copied(one: Revision) -> Told:
    made = write(lambda store: store.duplicate(one.option, author=author()))
    copy = workspace().reader.store().newest(made.option).name
    name, copy = (sentences.shown(said, sentences.LONGEST_TITLE) for said in (one.name, copy))
    return Told("list", f"“{name}” was copied. The copy is called “{copy}”.")


def archive(one: Revision) -> None:
    """Take an option off the list."""
    why = "archived. Nothing is lost: show archived options to bring it back."
    do("list", lambda: _listed(write(lambda to: to.archive(one.option, author=author())), one, why))


def bring_back(one: Revision) -> None:
    """Put an archived option on the list again."""
    why = "brought back. It is on the list again."
    do("list", lambda: _listed(write(lambda to: to.restore(one.option, author=author())), one, why))


def _listed(made: Saved, one: Revision, done: str) -> Told:
    stay_open(made)
    name = sentences.shown(one.name, sentences.LONGEST_TITLE)
    return Told("list", f"“{name}” was {done}")


def rename(one: Revision, name: str, *, same_name: bool = False) -> None:
    """Give the open option another name; where its newest revision is open, it stays so."""
    do("history", lambda: _renamed(one, name, same_name))


def _renamed(one: Revision, name: str, same_name: bool) -> Told:
    others = workspace().reader.store().named(name.strip(), besides=one.option)
    if others and not same_name:
        mine = sentences.key_of(one.option, one.number)
        said = sentences.same_name(others)
        return Told("history", said, theirs=others[0], mine=mine, asked="name")
    made = write(lambda store: store.rename(one.option, name, author=author()))
    stay_open(made)
    said = sentences.shown(name, sentences.LONGEST_TITLE)
    return Told("history", f"Now called “{said}”, as revision {made.revision}.")


def restore(one: Revision) -> None:
    """Make an earlier revision the newest again, and open it."""
    do("history", lambda: _restored(one))


def _restored(one: Revision) -> Told:
    made = write(lambda store: store.restore(one.option, one.number, author=author()))
    draw_state.open_saved(sentences.key_of(made.option, made.revision))
    drawn = sentences.drawn_by(one)
    return Told(
        "history", f"Revision {one.number}, drawn by {drawn}, is back, as revision {made.revision}."
    )


def comment(one: Revision, text: str, about: str, by: str) -> None:
    """Keep a comment on a revision, or on a footprint of it; `by` is who somebody says they are."""
    st.session_state[AUTHOR] = by
    do("remarks", lambda: _commented(one, text, about))


def _commented(one: Revision, text: str, about: str) -> Told:
    told = {"author": author(), "about": about}
    write(lambda store: store.comment(one.option, one.number, text, **told))
    return Told("remarks", "Your comment is kept.")


def share(one: Revision, audience: Audience, team: str) -> None:
    """Change who sees an option."""
    do("share", lambda: _shared(one, audience, team))


def _shared(one: Revision, audience: Audience, team: str) -> Told:
    now = write(lambda store: store.share(one.option, audience, team))
    return Told("share", f"{sharing.sentence(now)} from now on.")


def tag(one: Revision, put_on: tuple[str, ...], take_off: tuple[str, ...]) -> None:
    """Put tags on an option, and take others off."""
    do("remarks", lambda: _tagged(one, put_on, take_off))


def _tagged(one: Revision, put_on: tuple[str, ...], take_off: tuple[str, ...]) -> Told:
    told = {"put_on": put_on, "take_off": take_off, "author": author()}
    tags = write(lambda store: store.tag(one.option, **told))
    said = f"Tagged now: {', '.join(tags)}." if tags else "No tag is left."
    return Told("remarks", said)

"""The policy: who may do what to an option or a pack, in one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from footprint.rights.person import Person, Role

Act = Literal["see", "begin", "save", "remark", "rename", "archive", "restore", "share", "audit"]
Standing = Literal["own", "shared", "hidden", "none"]
"""What an option is to somebody: their own, shared with them, not for them; or no option at all."""

Audience = Literal["private", "team", "everybody"]
"""Who may see an option besides its owner and admins; everybody is who is signed in."""

_LOOK: frozenset[Act] = frozenset({"see"})
_WORK = _LOOK | {"save", "remark"}
_KEEP = _WORK | {"rename", "archive", "restore", "share"}
_NOTHING: frozenset[Act] = frozenset()

TABLE: Mapping[tuple[Role, Standing], frozenset[Act]] = {
    ("reader", "own"): _LOOK,
    ("reader", "shared"): _LOOK,
    ("reader", "hidden"): _NOTHING,
    ("reader", "none"): _NOTHING,
    ("editor", "own"): _KEEP,
    ("editor", "shared"): _WORK,
    ("editor", "hidden"): _NOTHING,
    ("editor", "none"): frozenset({"begin"}),
    ("admin", "own"): _KEEP,
    ("admin", "shared"): _KEEP,
    ("admin", "hidden"): _KEEP,
    ("admin", "none"): frozenset({"begin", "audit"}),
}
"""An option that was somebody's own stays so when they become readers, who only look."""


@dataclass(frozen=True)
class Access:
    """Whose an option is and who may see it; `team` where that is one team.

    Without an owner it was saved before people signed in, or past them. `intact` is whether what
    is kept of it is still what was kept.
    """

    owner: str = ""
    owner_name: str = ""
    audience: Audience = "everybody"
    team: str = ""
    intact: bool = True


def standing(person: Person, access: Access | None) -> Standing:
    """What an option is to somebody; without access, what no option is."""
    if access is None:
        return "none"
    if not access.intact or not person.id:
        return "hidden"
    if access.owner == person.id:
        return "own"
    theirs = access.audience == "team" and access.team in person.teams
    return "shared" if theirs or access.audience == "everybody" else "hidden"


def may(person: Person | None, act: Act, access: Access | None = None) -> bool:
    """Whether somebody may do something to an option, or at all where there is no option yet.

    Without a person nobody signs in here, and everybody may do everything but read an audit.
    """
    if person is None:
        return act != "audit"
    return bool(person.id) and act in TABLE[person.role, standing(person, access)]


_REFUSED: Mapping[Act, str] = {
    "begin": "Readers cannot save. Ask whoever looks after this app to make you an editor.",
    "save": "Readers cannot save. Ask whoever looks after this app to make you an editor.",
    "remark": "Readers cannot comment or tag. Ask whoever looks after this app to make you an "
    "editor.",
    "rename": "Only its owner and admins rename this option. Save what is drawn as a new option.",
    "archive": "Only its owner and admins archive this option.",
    "restore": "Only its owner and admins restore this option.",
    "share": "Only its owner and admins change who sees this option.",
    "audit": "Only admins read who did what.",
}


_REFUSED_OF_PACKS: Mapping[Act, str] = {
    "rename": "Only its owner and admins save this pack. Save yours as a new pack.",
    "archive": "Only its owner and admins archive this pack.",
    "restore": "Only its owner and admins bring this pack back.",
}


def refusal(act: Act) -> str:
    """Why somebody who may see an option may not do something to it, and what they can do."""
    return _REFUSED[act]


def refusal_of_pack(act: Act) -> str:
    """Why somebody who may see a pack may not do something to it, and what they can do."""
    return _REFUSED_OF_PACKS.get(act, _REFUSED[act])

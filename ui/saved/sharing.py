"""Who sees the saved option that is open, and the choice of it for whoever may choose."""

from __future__ import annotations

from footprint.rights.policy import Access, Audience, may
from footprint.store.revisions import Revision
from footprint.store.whose import sharing
from ui.saved import actions, changes
from ui.shell import drawing as st
from ui.shell import words
from ui.who.current import person

_PICK = "share-with"
_Choice = tuple[Audience, str]


def who_sees(one: Revision, access: Access) -> None:
    """Say who sees an option, and let its owner and admins change it; where people sign in."""
    looks = person()
    if not looks:
        return
    with st.container(key="share"):
        if not may(looks, "share", access):
            words.line(f"{sharing.sentence(access)}.")
            return
        now: _Choice = (access.audience, access.team)
        teams = sorted(looks.teams | ({access.team} if access.team else set()))
        choices = [("private", ""), *(("team", team) for team in teams), ("everybody", "")]
        st.session_state[_PICK] = now
        st.selectbox(
            "Who can see this option",
            choices,
            key=_PICK,
            format_func=lambda choice: _said(choice, access, looks.id),
            on_change=_share,
            args=(one,),
        )
        last = actions.told("share")
        if last.problem:
            st.error(last.problem)
        elif last.said:
            st.success(last.said)


def _said(choice: _Choice, access: Access, me: str) -> str:
    audience, team = choice
    if audience == "everybody":
        return "Everybody signed in"
    if audience == "team":
        return f"The team {team}"
    owner = "you" if access.owner == me else access.owner_name
    return f"Only {owner} and admins" if owner else "Only admins"


def _share(one: Revision) -> None:
    changes.share(one, *st.session_state[_PICK])

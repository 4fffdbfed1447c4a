"""Lists of footprints, each kept by what its choice is and not by what that is called.

A list holds the words of its choice, and by itself goes to another line where those change.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from footprint.plans.plan import Plan
from ui.shell import drawing as st


def pick(label: str, words: Mapping[str, str], key: str, placeholder: str = "") -> str | None:
    """Show a list of footprints, which stays at the same one when its name or place changes."""
    chosen = st.session_state.get(_kept(key))
    st.session_state[key] = chosen if chosen in words else None
    return st.selectbox(
        label,
        list(words),
        format_func=words.__getitem__,
        key=key,
        placeholder=placeholder,
        filter_mode="contains",
        on_change=_choose,
        args=(key, tuple(words)),
    )


def pick_always(label: str, words: Mapping[str, str], key: str, plan: Plan) -> str:
    """Show a list that is never at none: where its footprint goes, whatever took it over stays."""
    standing = _standing(plan, st.session_state.get(_kept(key)), _blocks(key)) or next(iter(words))
    keep(key, standing)
    pick(label, words, key)
    st.session_state[_held(key)] = frozenset(plan.blocks_of(standing))
    return standing


def keep(key: str, footprint: str | None) -> None:
    """Let a list be at one footprint, or at none."""
    st.session_state[_kept(key)] = footprint
    st.session_state[_held(key)] = frozenset()


def _choose(key: str, offered: Collection[str]) -> None:
    chosen = st.session_state[key]
    # Words that were sent before a new name arrived stand for no footprint.
    if chosen is None or chosen in offered:
        keep(key, chosen)


def _standing(plan: Plan, footprint: str | None, blocks: frozenset[str]) -> str | None:
    """The same footprint, or the one that holds most of the blocks it had."""
    owners = [owner for block, owner in plan.assignment if block in blocks]
    if footprint in (owners or plan.by_id):
        return footprint
    return max(sorted(set(owners)), key=owners.count, default=None)


def _blocks(key: str) -> frozenset[str]:
    return st.session_state.get(_held(key), frozenset())


def _kept(key: str) -> str:
    return f"{key}-kept"


def _held(key: str) -> str:
    return f"{key}-blocks"

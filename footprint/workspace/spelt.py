"""Spelt: plans whose key says all there is to know of them, and that nobody has to keep."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from footprint.every_option.as_plans import is_counted
from footprint.options.option import Option
from footprint.plans.plan import Plan, bare_key, noun
from footprint.workspace.counts import as_option, counted_plan
from footprint.workspace.options import begun_plan, option
from footprint.workspace.published import as_asked
from footprint.workspace.workspace import Workspace, kept

_DRAWN = "drawn-"
# An underscore parts the keys of several plans in an address.
_UNDERSCORE, _INSTEAD = "_", "."


def key_of(text: str) -> str:
    """The key of the option that a text holds, among all plans."""
    return f"{_DRAWN}{text.replace(_UNDERSCORE, _INSTEAD)}"


def is_spelt(key: str) -> bool:
    """Whether a plan's key spells it out: an option of the count, or one by its text."""
    return is_counted(key) or _is_drawn(key)


def spelt_plan(work: Workspace, key: str) -> Plan:
    """The plan that a key spells out; raises LinkError where it spells none."""
    return _drawn_plan(work, key) if _is_drawn(key) else counted_plan(work, key)


def spelt_option(work: Workspace, key: str) -> Option:
    """The plan that a key spells out, to be drawn on; raises LinkError where it spells none."""
    if not _is_drawn(key):
        return as_option(work, key)
    return option(work, bare_key(key).removeprefix(_DRAWN).replace(_INSTEAD, _UNDERSCORE))


def _is_drawn(key: str) -> bool:
    return key.startswith(_DRAWN)


@kept(200)
def _drawn_plan(work: Workspace, key: str) -> Plan:
    drawn = spelt_option(work, key)
    mark, count = sha256(bare_key(key).encode()).hexdigest()[:4].upper(), len(drawn.plan.by_id)
    plan = replace(
        drawn.plan,
        key=bare_key(key),
        title=f"Option {mark}: {count} {noun(drawn.plan, count)}",
        summary=f"An option that starts from “{begun_plan(work, drawn).title}”.",
        note="Nobody has proposed it.",
    )
    return as_asked(plan, key)

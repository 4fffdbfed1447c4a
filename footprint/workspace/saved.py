"""Saved options: revisions of the store, ready to show."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.options import carry, links
from footprint.options.links import LinkError
from footprint.options.option import Option
from footprint.options.sentences import as_plan, revision_of, title
from footprint.plans.plan import Plan, bare_key
from footprint.store.revisions import Revision, StoreError
from footprint.workspace.options import area_names, base_of, how_read, option, option_text
from footprint.workspace.published import as_asked, is_published
from footprint.workspace.workspace import Workspace, kept


@dataclass(frozen=True, eq=False)
class SavedOption:
    """One revision of a saved option, ready to show; `report` is of its move to newer blocks."""

    revision: Revision
    option: Option
    plan: Plan
    report: carry.Report | None


@kept(200)
def saved(work: Workspace, key: str) -> SavedOption:
    """The revision a key names; raises StoreError or LinkError where it cannot be shown."""
    asked = revision_of(bare_key(key))
    if not asked:
        raise StoreError("That option is not in the store. Choose one from the list.")
    reading = work.reader.read(*asked)
    drawn, report = _opened(work, reading.content)
    changed = carry.sentences(report, area_names(work, "block")) if report else []
    carried = " ".join(["It was drawn on older data.", *changed]) if changed else ""
    carried = " ".join(filter(None, (how_read(work, carry.unpack(reading.content)[0]), carried)))
    plan = as_plan(drawn, reading, begun_title(work, reading.base), carried)
    return SavedOption(reading.facts, drawn, as_asked(plan, key), report)


def _opened(work: Workspace, content: str) -> tuple[Option, carry.Report | None]:
    """What was saved, with a report where it stands on other blocks or another plan than now."""
    text, blocks = carry.unpack(content)
    base = base_of(work, *links.base_of(text))
    if links.stands_on(text, base):
        return option(work, text), None
    try:
        held = links.held(text, blocks)
        return carry.carry(held, blocks, base, carry.NO_CHANGES)
    except carry.CarryError as problem:
        raise LinkError(str(problem)) from problem


def saved_content(work: Workspace, drawn: Option) -> str:
    """What is saved of an option."""
    return carry.pack(option_text(work, drawn), drawn.plan.footprint_of.index)


def begun_title(work: Workspace, key: str) -> str:
    """The title of the plan or the saved option that one was begun from.

    Where people sign in, a saved option is not named here: who sees one may not see the other.
    """
    if is_published(work, key):
        return work.plans[bare_key(key)].title
    if work.person is not None:
        return "another saved option"
    asked = revision_of(key)
    try:
        return title(work.reader.read(*asked)) if asked else "another plan"
    except StoreError:
        return "another saved option"

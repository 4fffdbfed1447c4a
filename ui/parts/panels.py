"""Panels: the larger parts of a page, each shown in one call."""

from __future__ import annotations

from collections.abc import Iterable

from streamlit.delta_generator import DeltaGenerator

from footprint.content.figures import every_measure
from footprint.content.values import About, Card, Sentence, Table
from footprint.maps.layer import ATTRIBUTION
from footprint.plans.drawn import is_drawn
from footprint.plans.plan import Plan, Reference
from footprint.view import View
from footprint.workspace.plans import is_users
from ui.parts import headings, pickers, tables
from ui.parts.glossary import explained
from ui.shell import drawing as st
from ui.shell import words
from ui.shell.address import show
from ui.shell.workspace import workspace


def sentence(told: Sentence) -> None:
    """Show the one sentence to take away; how many footprints it speaks of may stand out."""
    counted, rest = told.counted, told.text[len(told.counted) :]
    strong = f"<b>{explained(counted)}</b>" if counted else ""
    with st.container(key="sentence"):
        st.html(f"<p>{strong}{explained(rest)}</p>")


def caption(told: str) -> None:
    """Show small print, whatever names it holds; nothing where there is none."""
    if told:
        st.caption(told)


def plan_controls(view: View, plan: Plan) -> None:
    """Say whose a user's option is, and offer what only a regional plan needs."""
    # Of a drawing the sentence says it already.
    if is_users(plan.key) and not is_drawn(plan.key):
        caption(plan.summary)
    rest_of_england(view, plan)


def rest_of_england(view: View, plan: Plan) -> None:
    """Choose what surrounds a regional plan; a plan for England has nothing around it."""
    if not plan.national:
        pickers.pick_base(view)


def two_columns() -> tuple[DeltaGenerator, DeltaGenerator]:
    """The map's column and the one beside it; on a phone the map comes first."""
    left, right = st.columns([2.1, 1], gap="medium")
    return left, right


def area_card(card: Card) -> None:
    """Tell the selected area's story with a way to clear it, or how to select one."""
    if card.story:
        tables.card(card)
    if card.hint:
        hint(card.hint)
    else:
        clear()


def clear() -> None:
    """Offer to choose nothing."""
    st.button("Clear the selection", key="clear", on_click=show, kwargs={"area": ""})


def hint(said: str) -> None:
    """Say how to use the screen, which no paper needs."""
    with st.container(key="hint"):
        st.caption(said)


def opened(label: str, key: str) -> DeltaGenerator | None:
    """A box to open, or nothing while it is closed, so that what is not seen is never sent."""
    box = st.expander(label, key=key, on_change="rerun")
    return box if box.open else None


def about(told: About) -> None:
    """Something to read on request, with where it was published."""
    with st.expander(told.heading):
        strong = words.bullets(words.marked("**{}:** {}.", *one) for one in told.strong)
        st.markdown(words.paragraphs(filter(None, (strong, *told.paragraphs))))
        references(told.references)


def references(told: Iterable[Reference]) -> None:
    """Say where something was published, a line each."""
    for source in told:
        title = words.link(source.title, source.url)
        said = words.joined(filter(None, (title, source.publisher, source.date)), ", ")
        st.markdown(words.bullets([said]))


def all_about(told: Iterable[About]) -> None:
    """Several things to read on request, one under the other."""
    for one in told:
        about(one)


def table(shown: Table, key: str, base: str) -> None:
    """Show the map's figures as a table, and every other measure of the plan on request."""
    headings.part("Table")
    tables.figures(shown)
    tables.download(shown, key)
    if st.toggle("Show every measure", key="every-measure"):
        tables.every_measure(every_measure(workspace(), key, base), key)


def footer() -> None:
    """Say whose data this is."""
    st.caption(ATTRIBUTION)

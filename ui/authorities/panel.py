"""The parts of the page on local authorities."""

from __future__ import annotations

from footprint.pages.authorities import HOW_TO_READ, Authorities
from ui.parts import headings
from ui.parts.glossary import explained
from ui.parts.panels import clear, hint
from ui.parts.tables import headed, plain
from ui.shell import drawing as st


def what_changed(told: Authorities) -> None:
    """Say what the plan changes beside the plan it is compared with."""
    st.markdown(told.change)


def card(told: Authorities) -> None:
    """Tell the selected authority, or how to select one."""
    if told.card is None:
        hint(told.hint)
        return
    with st.container(border=True, key="card"):
        headings.part(told.card.name)
        st.caption(told.card.verdict)
        st.html(f"<p>{explained(told.card.sentence)}</p>")
        plain(told.card.pieces, f"Where the people of {told.card.name} are")
        if told.card.about:
            st.markdown(told.card.about)
            st.caption(f"Source: {told.card.source}")
    clear()


def tables(told: Authorities) -> None:
    """Show every authority, and the other way round every footprint."""
    everything, split = told.authorities, told.split
    one_by_one = f"{told.tier.label}, one by one"
    headed(one_by_one, everything, one_by_one)
    rest = "those with one footprint too" if told.tier.wide else "whole ones too"
    if st.toggle(f"Show all {len(everything)}, {rest}", key="all-authorities"):
        st.dataframe(everything, height=480)
    elif split.empty:
        st.markdown("None works with several." if told.tier.wide else "None is split.")
    else:
        some = "with more than one footprint" if told.tier.wide else "that are split"
        plain(split, f"{told.tier.label} {some}")
    said = f"{told.tier.label} of each footprint"
    headed("The other way round: each footprint", told.footprints, said)
    st.caption(HOW_TO_READ)
    plain(told.footprints, said, headed=True)

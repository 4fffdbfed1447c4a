"""The parts of the page on local authorities."""

from __future__ import annotations

from footprint.pages.authorities import HOW_TO_READ, Authorities, AuthorityCard
from footprint.parts.holding import HoldingCard
from ui.parts import headings
from ui.parts.glossary import explained
from ui.parts.panels import clear, hint
from ui.parts.tables import headed, plain
from ui.shell import drawing as st


def what_changed(told: Authorities) -> None:
    """Say what the plan changes beside the plan it is compared with."""
    st.markdown(told.change)


def card(told: Authorities) -> None:
    """Tell the selected authority or the place that was asked for, or how to select one."""
    if told.card is None and told.held is None:
        hint(told.hint)
        return
    with st.container(border=True, key="card"):
        if told.card:
            _authority(told.card)
        else:
            _place(told.held)
    clear()


def _authority(card: AuthorityCard) -> None:
    headings.part(card.name)
    st.caption(card.verdict)
    st.html(f"<p>{explained(card.sentence)}</p>")
    plain(card.pieces, f"Where the people of {card.name} are")
    if card.about:
        st.markdown(card.about)
        st.caption(f"Source: {card.source}")


def _place(card: HoldingCard) -> None:
    headings.part(card.name)
    st.caption(card.what)
    st.html(f"<p>{explained(card.sentence)}</p>")
    if not card.authorities.empty:
        plain(card.authorities, card.title)
        st.caption(card.note)


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

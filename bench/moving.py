"""What both pages of moves share: an option, and a button that moves its next district."""

import streamlit as st

from footprint.options.option import Option, begin, move
from footprint.workspace.plans import plan
from ui.shell.workspace import workspace

PLAN = "agreed-2025-09"
DISTRICTS = (
    *("Hart", "Rushmoor", "Waverley", "Guildford", "Woking", "East Hampshire", "Surrey Heath"),
    *("Elmbridge", "Mole Valley", "Runnymede", "Spelthorne", "Tandridge"),
)
MOVE, TO = "Move the next district", "Devon, Cornwall and the Isles of Scilly"


def option_so_far() -> Option:
    """The option with as many districts moved as the button was pressed."""
    st.button(MOVE, on_click=_count)
    return drawn(st.session_state.get("moved", 0))


def _count() -> None:
    st.session_state["moved"] = st.session_state.get("moved", 0) + 1


def drawn(count: int) -> Option:
    """The option after some moves."""
    option = begin(plan(workspace(), PLAN), "icb-2023")
    to = next(one.id for one in option.plan.footprints if one.name == TO)
    names = workspace().atlas.blocks["lad"].map(workspace().atlas.authorities["lad_name"])
    for district in DISTRICTS[:count]:
        option = move(option, names.index[names == district], to)
    return option

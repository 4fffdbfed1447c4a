"""The whole atlas as one file, for whom the app is out of reach."""

from __future__ import annotations

from footprint.export.whole import WholeAtlas, WholePress
from ui.papers import press
from ui.parts import headings
from ui.shell import drawing as st
from ui.shell.workspace import workspace

_TAKEN = "atlas-press"


def take() -> None:
    """Make the whole atlas as one file, with its progress and a way to stop."""
    headings.part("The whole atlas as one file")
    st.caption(
        "Every published plan, measure and criterion, every local authority and every ICB, as a "
        "web page of under 3 MB. It opens in any browser from a disk or a mail, without a network. "
        "The first time after the data has changed it takes some minutes to make."
    )
    st.button("Make the file", on_click=_make, key="atlas-make")
    press.watch(_TAKEN)


def _make() -> None:
    press.stop(_TAKEN)
    st.session_state[_TAKEN] = WholePress(WholeAtlas(workspace().manifest.data_version)).start()

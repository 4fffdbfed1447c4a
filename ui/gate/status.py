"""Status: one line that tells people whether everything works now."""

from __future__ import annotations

from ui.gate.ready import status_line, watch
from ui.shell import drawing as st


def works() -> None:
    """Say whether everything works, looked up when somebody asks."""
    box = st.expander("Is everything working now?", key="working", on_change="rerun")
    if box.open:
        with box:
            st.markdown(status_line(watch().look()))

"""Our way on a page as bare as the naive one: a select box and the map, nothing else."""

import streamlit as st

from footprint.content.footprints import measure_picture
from footprint.measures.catalogue import MEASURES
from footprint.view import View
from ui.parts.map import map_panel
from ui.shell import server
from ui.shell.workspace import workspace

KEY = "icb-2023"


def draw(measure: str) -> None:
    """Paint one measure."""
    (shown,) = measure_picture(workspace(), View(), KEY, measure).maps
    map_panel(shown)


if __name__ == "__main__":
    server.settle()
    words = {measure.key: measure.label for measure in MEASURES}
    draw(st.selectbox("What the map shows", words, format_func=words.__getitem__))

"""Our way on a page as bare as the naive one: a select box and the map, nothing else."""

import streamlit as st

from footprint.measures.catalogue import MEASURES
from ui.parts.map import map_panel
from ui.shell import cache, server

KEY = "icb-2023"


def draw(measure: str) -> None:
    """Paint one measure."""
    layer = cache.choropleth(KEY, KEY, measure, "quantiles", 5, ())
    map_panel(layer, cache.plan(KEY), cache.anchors(KEY), selected="", key="bench")


if __name__ == "__main__":
    server.settle()
    words = {measure.key: measure.label for measure in MEASURES}
    draw(st.selectbox("What the map shows", words, format_func=words.__getitem__))

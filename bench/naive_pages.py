"""The usual way over several pages: each draws its whole map anew."""

import streamlit as st

from bench.naive import draw
from footprint.measures.catalogue import BY_KEY

MEASURES = ("area", "imd")


def _area() -> None:
    draw(MEASURES[0])


def _deprivation() -> None:
    draw(MEASURES[1])


if __name__ == "__main__":
    drawn = zip(MEASURES, (_area, _deprivation), strict=True)
    pages = [st.Page(page, title=BY_KEY[key].label, url_path=key) for key, page in drawn]
    st.navigation(pages, position="top").run()

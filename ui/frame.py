"""The frame every page calls: masthead, links, and the view the address bar asks for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from footprint import measures, views
from footprint.classes import MOST_CLASSES, SCHEMES
from footprint.views import View
from ui import cache

PAGES: Mapping[str, str] = {
    "app.py": "ICBs today",
    "pages/1_Clusters.py": "Clusters",
    "pages/7_Data_and_sources.py": "Data and sources",
}
TODAY_PLANS: Mapping[str, str] = {
    "icb-2023": "42 ICBs (to March 2026)",
    "merged-2026-04": "36 ICBs (since April 2026)",
}
_STYLE = Path(__file__).with_name("style.css")


def frame(title: str) -> View:
    """Draw what every page shares, and return what the reader asked to see.

    Stops the page, saying why, where a published file is missing or is not as described.
    """
    st.set_page_config(page_title=f"{title} – ICB Footprints", layout="wide")
    st.html(_STYLE)
    _refuse_wrong_files()
    view, said = views.from_query(st.query_params.to_dict(), _choices())
    _masthead(view)
    st.header(title, anchor=False)
    for sentence in said:
        st.warning(sentence, icon=":material/link_off:")
    return view


def _refuse_wrong_files() -> None:
    if problems := cache.file_problems():
        st.error(
            "The app has stopped, because its figures cannot be trusted.\n\n"
            + "\n".join(f"- {sentence}" for sentence in problems)
        )
        st.stop()


def _choices() -> dict[str, Mapping[str, object]]:
    plans = cache.all_plans()
    return {
        "icbs": TODAY_PLANS,
        "plan": plans,
        "base": {key: plan for key, plan in plans.items() if plan.national},
        "measure": measures.BY_KEY,
        "area": cache.all_places(),
        "scheme": SCHEMES,
        "classes": {str(count): None for count in range(2, MOST_CLASSES + 1)},
    }


def _masthead(view: View) -> None:
    with st.container(key="masthead", horizontal=True):
        st.markdown("**ICB Footprints**")
        for path, label in PAGES.items():
            st.page_link(path, label=label, query_params=view.to_query())

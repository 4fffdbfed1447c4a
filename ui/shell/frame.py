"""The frame every page calls: masthead, links, and the view the address bar asks for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from footprint.criteria.catalogue import OF_FOOTPRINTS
from footprint.measures import catalogue as measures
from footprint.measures.classes import MOST_CLASSES, SCHEMES
from footprint.view import View, from_query
from ui.shell import cache, choices, server, words

PAGES: Mapping[str, str] = {
    "app.py": "ICBs today",
    "pages/Clusters.py": "Clusters",
    "pages/Money.py": "Money",
    "pages/Criteria.py": "Criteria",
    "pages/Local_authorities.py": "Local authorities",
    "pages/Compare.py": "Compare",
    "pages/Draw_an_option.py": "Draw an option",
    "pages/Board_papers.py": "Board papers",
    "pages/Data_and_sources.py": "Data and sources",
}


TODAY_PLANS: Mapping[str, str] = {
    "icb-2023": "42 ICBs (to March 2026)",
    "merged-2026-04": "36 ICBs (since April 2026)",
}


SHOWN: Mapping[str, str] = {"two": "Two maps", "moves": "What changes hands"}


# The parts of a view that name a plan: a page that looks at one offers saved options too.
_PICKING = {"plan", "other", "also"}


_STYLE = Path(__file__).with_name("style.css")


def frame(title: str, *used: str) -> View:
    """Draw what every page shares, and return what the reader asked to see.

    `used` names the parts of the view the page looks at; what is wrong with others is not told.
    Stops the page, saying why, where a published file is missing or is not as described.
    """
    server.settle()
    st.set_page_config(page_title=f"{title} – ICB Footprints", layout="wide")
    st.html(_STYLE)
    _refuse_wrong_files()
    query, picked = st.query_params.to_dict(), not _PICKING.isdisjoint(used)
    view, said = read(query, *used)
    if view.area and view.area not in choices.places_of(view):
        # Its plan was left out, which has been said.
        view = view.with_(area="")
    trouble = choices.look() if picked else ""
    _masthead(view)
    with st.container(key="heading"):
        st.title(title, anchor=False)
    # A place of its own, so that a warning that goes does not make the map below start anew.
    with st.container(key="warnings"):
        for sentence in said:
            st.warning(words.literal(sentence))
        if trouble:
            st.caption(f"Saved options cannot be chosen now. {words.literal(trouble)}")
    return view


def read(query: Mapping[str, str], *used: str) -> tuple[View, list[str]]:
    """Read a view from its part of an address, and say in a sentence each what was put right."""
    saved, refused = choices.asked(query)
    return from_query(query, _choices(saved), used, refused)


def _refuse_wrong_files() -> None:
    if problems := cache.file_problems():
        st.error(
            "The app has stopped, because its figures cannot be trusted.\n\n"
            + "\n".join(f"- {sentence}" for sentence in problems)
        )
        st.stop()


def _choices(saved: Mapping[str, str]) -> dict[str, Mapping[str, str]]:
    titles = {key: plan.title for key, plan in cache.all_plans().items()} | dict(saved)
    national = [key for key, plan in cache.all_plans().items() if plan.national]
    tiers = {key: tier.label for key, tier in cache.tiers().items()}
    return {
        "icbs": TODAY_PLANS,
        "plan": titles,
        "other": titles,
        "also": titles,
        "tier": tiers,
        "whole": tiers,
        "base": {key: titles[key] for key in national},
        "measure": {key: measure.label for key, measure in measures.BY_KEY.items()},
        "area": {code: place.name for code, place in cache.places_with(tuple(saved)).items()},
        "scheme": SCHEMES,
        "criterion": {key: one.label for key, one in OF_FOOTPRINTS.items()},
        "show": SHOWN,
        "saved": saved,
        "classes": {str(count): str(count) for count in range(2, MOST_CLASSES + 1)},
    }


def _masthead(view: View) -> None:
    with st.container(key="masthead", horizontal=True):
        st.markdown("**ICB Footprints**")
        for path, label in PAGES.items():
            st.page_link(path, label=label, query_params=view.to_query())

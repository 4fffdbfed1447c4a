"""Saved options wherever a plan is chosen: which are offered, and which an address asks for."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping

import streamlit as st

from footprint.options import sentences
from footprint.options.links import LinkError
from footprint.plans.places import Place
from footprint.store.reader import Listing
from footprint.store.revisions import StoreError
from footprint.view import View
from ui.shell import cache

_FIELDS = ("plan", "other", "saved")


_LISTED = "saved-listed"


def look() -> str:
    """Read the list for this run of a page, and say what is wrong with the store, if anything."""
    st.session_state[_LISTED] = listing = cache.reader().newest()
    return listing.problem


def listed() -> Listing:
    """The options on the list, as this run of the page found them."""
    return st.session_state.get(_LISTED) or Listing()


def plans(*chosen: str) -> dict[str, str]:
    """Every plan that can be chosen, with its title: the published, then users' options.

    `chosen` are there too, even where they are archived or a newer revision is on the list.
    """
    offered = {key: plan.title for key, plan in cache.all_plans().items()}
    for one in listed().options:
        offered[sentences.key_of(one.option, one.number)] = sentences.title(one)
    offered |= {key: cache.plan(key).title for key in chosen if key not in offered}
    return dict(_told_apart(offered))


def _told_apart(titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    # A list that says two things in the same words cannot be chosen from.
    said: set[str] = set()
    for key, title in titles.items():
        words = title if title not in said else f"{title} {key.removeprefix('saved-')[:8]}"
        said.add(words)
        yield key, words


def places_of(view: View) -> Mapping[str, Place]:
    """Every place under the plans a view shows, with the footprints of users' options.

    The option that is open on another page lends a place only where no plan in view has it.
    """
    keys = dict.fromkeys((view.plan, view.other, *view.also))
    shown = cache.places_with(tuple(filter(sentences.is_saved, keys)))
    return ChainMap(shown, cache.places_with((view.saved,))) if view.saved else shown


def asked(query: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Titles of the saved options an address asks for, and why others cannot be shown.

    Where a revision cannot be shown, the newest of the same option is found in its place.
    """
    titles: dict[str, str] = {}
    refused: dict[str, str] = {}
    for key in dict.fromkeys(_keys(query)):
        if problem := _problem(key):
            refused[key] = problem
            key = _newest_of(key)
        if key:
            titles[key] = cache.plan(key).title
    return titles, refused


def _keys(query: Mapping[str, str]) -> Iterator[str]:
    keys = [query.get(field, "") for field in _FIELDS] + query.get("also", "").split("_")
    return (key for key in keys if sentences.is_saved(key))


def _problem(key: str) -> str:
    try:
        cache.saved(key)
    except (StoreError, LinkError) as problem:
        return str(problem)
    return ""


def _newest_of(key: str) -> str:
    option = key.removeprefix(sentences.PREFIX).partition(".")[0]
    newest = cache.reader().history(option).options[:1]
    keys = [sentences.key_of(one.option, one.number) for one in newest]
    return next((key for key in keys if not _problem(key)), "")

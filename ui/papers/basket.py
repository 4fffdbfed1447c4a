"""The basket: views collected while browsing, kept as a pack while the tab is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

import streamlit as st

from footprint.papers.combined import combine
from footprint.papers.pack import Item, Pack, PackError, added, differences, remade
from footprint.papers.paper import Paper, file_stem
from footprint.view import View
from ui.papers import views
from ui.shell import cache, frame
from ui.shell.page_links import PAGE_AT, home, link_of, url_path

_BASKET = "basket"


def nothing() -> Pack:
    """A pack without a view."""
    return Pack("Board papers", data_version=cache.manifest().data_version)


def current() -> Pack:
    """The pack as it stands in this browser tab."""
    return st.session_state.get(_BASKET) or nothing()


def put(pack: Pack) -> None:
    """Make this the pack of the tab."""
    st.session_state[_BASKET] = pack


def set_field(field: str, value: str | bool) -> None:
    """Change one thing that is said of the whole pack."""
    put(replace(current(), **{field: value}))


def add(page: str, view: View, part: str) -> None:
    """Add a view to the pack, and say how many are in it."""
    item = Item(url_path(page), tuple(view.to_query().items()), part=part)
    try:
        put(added(current(), item))
    except PackError as problem:
        st.toast(str(problem))
        return
    count = len(current().items)
    st.toast(f"Added to “Board papers”, which now has {count} {'views' if count > 1 else 'view'}.")


def paper_of(item: Item) -> Paper:
    """The paper of one item; raises PackError where there is no such page or view."""
    return _paper_of(item, home(), date.today())


@lru_cache(maxsize=100)
def _paper_of(item: Item, at: str, day: date) -> Paper:
    page, view, _ = _read(item)
    link = link_of(page, view, at)
    made = views.paper(page, view, item.part, link=link, day=day, caption=item.caption)
    return replace(made, title=item.title or made.title)


def _read(item: Item) -> tuple[str, View, list[str]]:
    if item.page not in PAGE_AT:
        raise PackError(f"There is no page “{item.page}” here.")
    return PAGE_AT[item.page], *frame.read(dict(item.query))


def sheets_of(pack: Pack) -> tuple[Paper, ...]:
    """The papers of a pack, one for each sheet; raises PackError where some cannot share one."""
    groups: list[list[Item]] = []
    for item in pack.items:
        if item.beside and groups:
            groups[-1].append(item)
        else:
            groups.append([item])
    return tuple(_sheet(group) for group in groups)


def _sheet(group: list[Item]) -> Paper:
    papers = [paper_of(item) for item in group]
    if len(papers) == 1:
        return papers[0]
    captions = " ".join(filter(None, (item.caption for item in group)))
    return replace(combine(papers, papers[0].title), caption=captions)


def up_to_date(pack: Pack) -> Pack:
    """The pack knowing what each of its views says now."""
    for place, item in enumerate(pack.items):
        pack = remade(pack, place, paper_of(item))
    return replace(pack, data_version=cache.manifest().data_version)


def file_name(pack: Pack) -> str:
    """What the file of a saved pack is called."""
    return f"{file_stem(pack.title)}.pack.json"


def open_pack(pack: Pack) -> list[str]:
    """Go on with a pack that was saved, and say what is not as it was."""
    told = [f"“{pack.title}” is open: {len(pack.items)} views."]
    now = cache.manifest().data_version
    for place, (item, before) in enumerate(zip(pack.items, pack.figures, strict=True), start=1):
        try:
            _, _, put_right = _read(item)
            paper = paper_of(item)
        except PackError as problem:
            told.append(f"{place}. {problem}")
            continue
        changed = differences(before, paper) if before else ()
        told += [f"{place}. {paper.title}: {sentence}" for sentence in (*put_right, *changed)]
    if len(told) == 1:
        told.append("Every figure is as it was when the pack was saved.")
    if pack.data_version not in ("", now):
        told.append(f"It was saved on data version {pack.data_version}; this is {now}.")
    put(pack)
    return told

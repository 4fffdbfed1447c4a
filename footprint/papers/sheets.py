"""Sheets: the views of a pack as papers, made from the newest facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from footprint.content.values import Page, Picture
from footprint.pages.addresses import link_of, read
from footprint.pages.catalogue import BY_ADDRESS
from footprint.papers.combined import combine
from footprint.papers.contents import paper, parts
from footprint.papers.pack import (
    Item,
    Pack,
    PackError,
    differences,
    faults_of_length,
    remade,
)
from footprint.papers.paper import Paper
from footprint.view import View
from footprint.workspace.workspace import Workspace, kept


def picture_of(work: Workspace, page: Page, view: View) -> Picture:
    """What can be taken away of a page; raises PackError for a page that has no picture."""
    if page.content is None:
        raise PackError(f"There is no map on the page “{page.label}”.")
    return page.content(work, view).picture


def paper_of(work: Workspace, item: Item, home: str) -> Paper:
    """The paper of one item as of today; raises PackError where there is no such page or view.

    `home` is the address of the app, for the link that opens the view again.
    """
    return _paper_of(work, item, home, date.today())


@kept(100)
def _paper_of(work: Workspace, item: Item, home: str, day: date) -> Paper:
    page, view, _ = _read(work, item)
    link, picture = link_of(page, view, home), picture_of(work, page, view)
    made = paper(work, picture, item.part, link=link, day=day, caption=item.caption)
    subtitle = f"{_whose(picture, made)} {made.subtitle}".strip()
    return replace(made, title=item.title or made.title, subtitle=subtitle, brief=item.brief)


def _whose(picture: Picture, made: Paper) -> str:
    """Say that the key figures are of one area where the map is of England, else nothing."""
    chosen = picture.plans[-1].by_id.get(picture.selected)
    if not chosen or made.scope:
        return ""
    own = bool(picture.chapters) or any(text == chosen.name for _, text in made.figures)
    return f"Key figures of {chosen.name}, map of England." if own else ""


@kept(100)
def parts_of(work: Workspace, item: Item) -> dict[str, str]:
    """How much of one item's map can be shown, with the words for each; the usual one first.

    Raises PackError where there is no such page or view.
    """
    page, view, _ = _read(work, item)
    return parts(work, picture_of(work, page, view))


def _read(work: Workspace, item: Item) -> tuple[Page, View, list[str]]:
    if item.page not in BY_ADDRESS:
        raise PackError(f"There is no page “{item.page}” here.")
    view, put_right = read(work, dict(item.query))
    return BY_ADDRESS[item.page], view, [one.on_page for one in put_right]


def sheets_of(work: Workspace, pack: Pack, home: str) -> tuple[Paper, ...]:
    """The papers of a pack, one for each sheet.

    Raises PackError where some views cannot share one, or words have no room.
    """
    if long := faults_of_length(pack):
        raise PackError(" ".join(long))
    groups: list[list[Item]] = []
    for item in pack.items:
        if item.beside and groups:
            groups[-1].append(item)
        else:
            groups.append([item])
    return tuple(_sheet(work, group, home) for group in groups)


def _sheet(work: Workspace, group: list[Item], home: str) -> Paper:
    papers = [paper_of(work, item, home) for item in group]
    if len(papers) == 1:
        return papers[0]
    captions = " ".join(filter(None, (item.caption for item in group)))
    return replace(combine(papers, papers[0].title), caption=captions)


def up_to_date(work: Workspace, pack: Pack, home: str) -> Pack:
    """The pack knowing what each of its views says now."""
    for place, item in enumerate(pack.items):
        pack = remade(pack, place, paper_of(work, item, home))
    return replace(pack, data_version=work.manifest.data_version)


def since_saved(work: Workspace, pack: Pack, home: str) -> list[str]:
    """Say of a pack that was saved what is not as it was, view by view."""
    told = [f"“{pack.title}” is open: {len(pack.items)} views."]
    for place, (item, before) in enumerate(zip(pack.items, pack.figures, strict=True), start=1):
        try:
            _, _, put_right = _read(work, item)
            made = paper_of(work, item, home)
        except PackError as problem:
            told.append(f"{place}. {problem}")
            continue
        changed = differences(before, made) if before else ()
        told += [f"{place}. {made.title}: {sentence}" for sentence in (*put_right, *changed)]
    if len(told) == 1:
        told.append("Every figure is as it was when the pack was saved.")
    now = work.manifest.data_version
    if pack.data_version not in ("", now):
        told.append(f"It was saved on data version {pack.data_version}; this is {now}.")
    return told

"""The panel on every page that takes the map away, in whatever format a paper needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from footprint.binding.links import coded
from footprint.content.values import Page, Picture
from footprint.export.orders import CODE, FORMATS, Order, file_name
from footprint.export.press import expect
from footprint.pages.addresses import link_of
from footprint.papers.contents import paper, title_of
from footprint.papers.paper import file_stem
from footprint.papers.sheets import picture_of
from footprint.papers.words import without_link
from footprint.plans.drawn import drawn_text
from footprint.view import View
from ui.papers import basket, choices, copying, press
from ui.papers import batch as batches
from ui.papers.choices import Choices
from ui.parts.panels import opened
from ui.parts.tables import to_copy
from ui.shell import drawing as st
from ui.shell.address import asked, home
from ui.shell.workspace import workspace
from ui.who.visitors import asker, presence


def _whole(view: View) -> View:
    return view.with_(option=drawn_text(view.drawings[0])) if view.drawings else view


def export(page: Page, view: View, whole: Callable[[View], View] = _whole) -> None:
    """Offer what a page shows, as it is now, as a file or for a pack of board papers.

    `whole` puts into a view what the address bar cannot hold. Nothing is worked out until the
    panel is opened.
    """
    title = f"Take this {page.taken} away: for a paper, a slide or a spreadsheet"
    if box := opened(title, "export"):
        with box:
            _panel(page, whole(view), whole)


def _panel(page: Page, view: View, whole: Callable[[View], View]) -> None:
    picture = picture_of(workspace(), page, view)
    wanted = choices.choose(page, view, picture)
    link, day = link_of(page, view, home()), date.today()
    expect()

    def order() -> Order:
        made = paper(workspace(), picture, wanted.part, link=link, day=day)
        return wanted.order(made)

    title = title_of(workspace(), picture, wanted.part)
    with st.container(horizontal=True, key="export-buttons"):
        _download(order, wanted, title)
        _add_button(page, whole, wanted.brief)
        if wanted.format == "png":
            copying.offer(order)
        if coded(link):
            _code_button(order, title)
    copying.watch(order)
    st.caption(
        "A file takes a few seconds. It carries its title, date, sources and licence, and where "
        "the app’s address is set the link back to this view; a CSV holds the table alone."
    )
    if why := without_link(link):
        st.caption(why)
    _areas(picture, wanted.part)
    batches.take(page, view)


def _download(order: Callable[[], Order], wanted: Choices, title: str) -> None:
    st.download_button(
        "Make and download",
        _made(order),
        file_name=file_name(wanted.format, title, wanted.heading),
        mime=FORMATS[wanted.format].mime,
        on_click="ignore",
        type="primary",
    )


def _made(order: Callable[[], Order]) -> Callable[[], bytes]:
    """What makes a file when it is asked for, which is after the page was drawn."""
    whose, is_there = asker(), presence()
    return lambda: press.made(order(), whose, is_there)


def _code_button(order: Callable[[], Order], title: str) -> None:
    """Offer the link as a code for telephones, to put beside a map."""
    st.download_button(
        "QR code of the link",
        _made(lambda: replace(order(), format=CODE)),
        file_name=f"{file_stem(title)}-code.png",
        mime="image/png",
        on_click="ignore",
        key="export-code",
    )


def _add_button(page: Page, whole: Callable[[View], View], brief: bool) -> None:
    count = len(basket.current().items)
    words = f"Add to board papers ({count} there)" if count else "Add to board papers"
    st.button(words, on_click=_add, args=(page, whole, brief), key="basket-add")


def _add(page: Page, whole: Callable[[View], View], brief: bool) -> None:
    # Read anew, for the view may be another one since the button was drawn.
    view, _ = asked()
    basket.add(page, whole(view), st.session_state["export-part"], brief=brief)


def _areas(picture: Picture, part: str) -> None:
    if st.toggle("Show the areas of each footprint in words, to copy", key="export-areas"):
        made = paper(workspace(), picture, part, link="", day=date.today())
        told = "\n\n".join(f"{name}: {words}" for name, words in made.lists)
        to_copy("The areas of each footprint, to copy", told)

"""Page links: where each page is served, and the address that opens one of its views."""

from __future__ import annotations

import os
from urllib.parse import urlencode, urlsplit

import streamlit as st

from footprint.view import View
from ui.shell.frame import PAGES

_LONGEST = 4_000


def url_path(page: str) -> str:
    """Where Streamlit serves a page: its file's name without folder and ending."""
    name = page.removeprefix("pages/").removesuffix(".py")
    return "" if name == "app" else name


PAGE_AT = {url_path(page): page for page in PAGES}


def home() -> str:
    """The address of the app itself, as this reader sees it; "" where there is none.

    Where the environment names the address that everybody is to use, it is that one.
    """
    if named := os.environ.get("ICB_FOOTPRINTS_ADDRESS"):
        return named.rstrip("/")
    here = urlsplit(st.context.url or "")
    path = here.path.rstrip("/")
    for part in filter(None, PAGE_AT):
        path = path.removesuffix(f"/{part}")
    return here._replace(path=path, query="", fragment="").geturl() if here.netloc else ""


def link_of(page: str, view: View, at: str) -> str:
    """The address of a view; "" where the app has none or it is too long for a browser."""
    query = urlencode(view.to_query())
    link = f"{at}/{url_path(page)}" + (f"?{query}" if query else "")
    return link if at and len(link) <= _LONGEST else ""

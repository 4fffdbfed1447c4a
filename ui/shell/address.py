"""The address bar: the one copy of what a reader asked to see."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

import streamlit as st

from footprint.fields import Value
from footprint.pages.catalogue import BY_ADDRESS
from footprint.view import in_address


def show(**changes: Value) -> None:
    """Change the address bar, leaving out whatever is as it would be anyway."""
    for name, value in changes.items():
        text = in_address(name, value)
        if text is None:
            st.query_params.pop(name, None)
        else:
            st.query_params[name] = text


def home() -> str:
    """The address of the app itself, as this reader sees it; "" where there is none.

    Where the environment names the address that everybody is to use, it is that one.
    """
    if named := os.environ.get("ICB_FOOTPRINTS_ADDRESS"):
        return named.rstrip("/")
    here = urlsplit(st.context.url or "")
    path = here.path.rstrip("/")
    for address in filter(None, BY_ADDRESS):
        path = path.removesuffix(f"/{address}")
    return here._replace(path=path, query="", fragment="").geturl() if here.netloc else ""

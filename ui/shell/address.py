"""The address bar: the one copy of what a reader asked to see."""

from __future__ import annotations

import os
from collections.abc import Collection
from urllib.parse import urlsplit

from footprint.fields import Value
from footprint.pages.addresses import read
from footprint.pages.catalogue import BY_ADDRESS
from footprint.view import View, in_address
from ui.shell import drawing as st
from ui.shell.workspace import workspace

_LONG = "long-texts"


def asked(used: Collection[str] | None = None) -> tuple[View, list[str]]:
    """The view the address bar asks for, and in a sentence each what had to be put right."""
    view, put_right = read(workspace(), st.query_params.to_dict(), used, long_texts())
    return view, [one.on_page for one in put_right]


def long_texts() -> dict[str, str]:
    """The texts of drawings that the address has no room for, by what stands there for them."""
    return st.session_state.setdefault(_LONG, {})


def show(**changes: Value) -> None:
    """Change the address bar, leaving out whatever is as it would be anyway."""
    before = st.query_params.to_dict()
    texts = {name: in_address(name, value) for name, value in changes.items()}
    after = {name: text for name, text in (before | texts).items() if text is not None}
    # All at once, for each change of the address is a step that Back takes.
    if after != before:
        st.query_params.from_dict(after)


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

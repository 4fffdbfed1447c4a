"""Drawing: Streamlit's own calls, in which whatever is not `Marked` shows as it stands.

Streamlit reads Markdown in what it shows, in labels, in help and in some options, and whoever
types a name or makes a link can write some. Every module of `ui` draws through this one, so that
only words that the app itself marked up are read as Markdown.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from typing import Any

import streamlit
from streamlit.runtime.scriptrunner import get_script_run_ctx

from footprint.rights.person import SIGNED_OUT
from ui.shell.words import literal
from ui.who.current import person

# Names of parameters in which Streamlit reads Markdown, and of calls that read none in them.
_READ = ("label", "body", "text", "title", "help", "caption")
_PLAIN = ("html", "text", "code")
# Calls that read Markdown in other places still, which nothing here needs.
_CLOSED = (
    *("chat_message", "latex", "menu_button", "metric", "navigation", "Page"),
    *("table", "tabs", "write", "write_stream"),
)
# Calls that read Markdown in each of their options.
_CHOICES = ("pills", "radio", "segmented_control", "select_slider")


def fragment(part: Callable[..., Any], **options: object) -> Callable[..., Any]:
    """A part of a page that is drawn again alone; not for whoever has signed out since.

    The frame of the page does not stand before it then, so the whole page is asked for.
    """

    @wraps(part)
    def guarded(*args: object, **named: object) -> Any:
        if person() == SIGNED_OUT:
            streamlit.rerun()
        return part(*args, **named)

    return streamlit.fragment(guarded, **options)


@contextmanager
def staying() -> Iterator[None]:
    """Draw what stays where it is while the reader goes on to another page.

    Streamlit takes away what the last page drew, and keeps what the app drew around its pages. So
    is drawn here, and a map that is drawn so in the same place on each page need not be loaded
    anew, but only painted. All that holds it, and all that stands before it in each of those, has
    to stay too.
    """
    run = get_script_run_ctx()
    with run.run_with_active_hash(run.pages_manager.main_script_hash):
        yield


def __getattr__(name: str) -> Any:
    """What Streamlit has of that name, as it is or with every text made literal."""
    if name in _CLOSED:
        raise AttributeError(f"st.{name} reads Markdown in places that are not guarded here.")
    found = getattr(streamlit, name)
    reads = name not in _PLAIN and inspect.isroutine(found)
    return _careful(name, found) if reads else found


@cache
def _careful(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
    """The same call, made with literal texts; itself where it reads none."""
    signature = inspect.signature(call)
    read = [one for one in _READ if one in signature.parameters]
    if not read:
        return call

    @wraps(call)
    def draw(*args: object, **named: object) -> Any:
        given = signature.bind(*args, **named)
        for one in read:
            if isinstance(text := given.arguments.get(one), str):
                given.arguments[one] = literal(text)
        if name in _CHOICES:
            said = given.arguments.get("format_func", str)
            given.arguments["format_func"] = lambda option: literal(said(option))
        return call(*given.args, **given.kwargs)

    return draw

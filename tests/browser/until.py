"""Until: wait for something that a page says of itself, by asking it again and again.

Playwright's own way has the page itself turn text into a program at every look, which the app lets
no page do.
"""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Error, Frame, Page

_PAUSE = 40
_MOVED = ("context was destroyed", "Cannot find context")


def until(where: Page | Frame, asked: str, arg: object = None, timeout: float = 60) -> Any:
    """Ask a page or a frame until it says something true, and return that.

    `asked` is an expression, or a function of `arg`; `timeout` is in seconds. Raises TimeoutError.
    """
    page = where if isinstance(where, Page) else where.page
    late = time.monotonic() + timeout
    while True:
        if said := _said(where, asked, arg):
            return said
        if time.monotonic() > late:
            raise TimeoutError(f"Within {timeout} seconds this never came to be: {asked}")
        page.wait_for_timeout(_PAUSE)


def _said(where: Page | Frame, asked: str, arg: object) -> Any:
    try:
        return where.evaluate(asked, arg)
    except Error as problem:
        # Where the page goes on to another address meanwhile, it is asked there.
        if not any(one in problem.message for one in _MOVED):
            raise
        return None

"""What stands around Streamlit's server, from the outside in, and the routes of the app's own."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route
from streamlit.starlette import App

from footprint.pages.catalogue import FIRST
from ui.gate import endings, metrics, ready
from ui.gate.door import Door
from ui.gate.guard import Guard
from ui.gate.log import AccessLog
from ui.gate.messages import Messages
from ui.gate.uploads import Uploads
from ui.gate.versions import Versions, hand_down, version
from ui.shell import server
from ui.shell.delivery import Delivery

# Warns of a component that is declared outside a page, as those of a map are meant to be.
_WARNS = "streamlit.runtime.scriptrunner_utils.script_run_context"

MIDDLEWARE = (
    Middleware(AccessLog),
    Middleware(metrics.Metrics),
    Middleware(Guard),
    Middleware(Messages, ran=metrics.counts().ran),
    Middleware(Door),
    Middleware(Uploads),
    Middleware(Delivery),
    Middleware(Versions),
)


def to_first_page(request: Request) -> RedirectResponse:
    """Lead whoever names the first page as the others are named to where it is, with their view."""
    query = request.url.query
    return RedirectResponse(f"./?{query}" if query else "./", 308)


# A second time for an app below a path of its own.
ROUTES = tuple(
    Route(path, answer)
    for name, answer in (
        ("ready", ready.answer),
        ("metrics", metrics.answer),
        (FIRST, to_first_page),
    )
    for path in (f"/{name}", f"/{{base:path}}/{name}")
)


@asynccontextmanager
async def lifespan(app: App) -> AsyncIterator[None]:
    """Make ready what a map needs and what every visit needs, and let go of it in the end."""
    logging.getLogger(_WARNS).setLevel(logging.ERROR)
    await asyncio.to_thread(_declare)
    async with server.lifespan(app):
        learning = asyncio.create_task(endings.learn())
        yield
        learning.cancel()


def _declare() -> None:
    # Loads the map, which declares its component.
    from ui.parts import leaflet

    leaflet.ready()
    version()
    hand_down()

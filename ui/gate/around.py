"""What stands around Streamlit's server, from the outside in, and the routes of the app's own."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit.starlette import App

from ui.gate.guard import Guard
from ui.gate.log import AccessLog
from ui.gate.ready import answer
from ui.gate.uploads import Uploads
from ui.shell import server
from ui.shell.delivery import Delivery

# Warns of a component that is declared outside a page, as those of a map are meant to be.
_WARNS = "streamlit.runtime.scriptrunner_utils.script_run_context"

MIDDLEWARE = (
    Middleware(AccessLog),
    Middleware(Guard),
    Middleware(Uploads),
    Middleware(Delivery),
)
# A second time for an app below a path of its own.
ROUTES = (Route("/ready", answer), Route("/{base:path}/ready", answer))


@asynccontextmanager
async def lifespan(app: App) -> AsyncIterator[None]:
    """Make ready what a map needs and what every visit needs, and let go of it in the end."""
    logging.getLogger(_WARNS).setLevel(logging.ERROR)
    await asyncio.to_thread(_declare)
    async with server.lifespan(app):
        yield


def _declare() -> None:
    # Loads the map, which declares its component.
    from ui.parts.leaflet import ready

    ready()

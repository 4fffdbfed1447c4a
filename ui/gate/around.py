"""What stands around Streamlit's server, from the outside in, and the routes of the app's own."""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.routing import Route

from ui.gate.guard import Guard
from ui.gate.log import AccessLog
from ui.gate.ready import answer
from ui.shell.delivery import Delivery
from ui.shell.uploads import Uploads

MIDDLEWARE = (
    Middleware(AccessLog),
    Middleware(Guard),
    Middleware(Uploads),
    Middleware(Delivery),
)
# A second time for an app below a path of its own.
ROUTES = (Route("/ready", answer), Route("/{base:path}/ready", answer))

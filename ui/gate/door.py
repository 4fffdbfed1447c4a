"""The door: where people sign in, nothing but what it takes to do so is given to anybody else.

It also takes away what a request says of itself without proof: headers that are a proxy's to tell,
and cookies of a visit that has ended or never held. Streamlit takes both as they come.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from urllib.parse import quote, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from footprint.pages.catalogue import BY_ADDRESS, FIRST
from footprint.store.revisions import StoreError
from ui.shell.workspace import shared
from ui.who.claims import sign_in_of
from ui.who.settings import CALLBACK, OpenId, SignIn, sign_in
from ui.who.visits import (
    COOKIE,
    PROOF,
    claims_of,
    end,
    header_names,
    person_at,
    told_by_proxy,
)

OPEN = ("static/", "component/")
"""What begins so is the same for everybody: Streamlit's own files, and those of maps, which hold
published boundaries and no option of anybody's."""
OPEN_ALONE = {
    *("", "index.html", "favicon.png", "manifest.json", "ready", "metrics"),
    *("_stcore/health", "_stcore/script-health-check", "_stcore/host-config", "_stcore/stream"),
    *("auth/login", "auth/logout", CALLBACK),
    *(FIRST, *BY_ADDRESS),
}
"""The document of every page, which is empty until a session fills it; what machines ask; and
the way in. A session opens for anybody, and every page's frame shows it no more than the way in."""
WAY_BACK = "icb_footprints_way_back"
_LONGEST_WAY = 3_000
_REFUSED = "Sign in first. Open the app’s own page to do so."
_LOG = logging.getLogger(__name__)


class Door:
    """Stands behind the guard and before everything that gives out anything."""

    def __init__(self, app: ASGIApp, how: Callable[[], SignIn | None] = sign_in) -> None:
        self._app = app
        self._how = how

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or turn away whoever has not signed in."""
        how = self._how() if scope["type"] in ("http", "websocket") else None
        if how is None:
            await self._app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        person = person_at(request.headers, request.cookies, how)
        asked = _asked(scope["path"])
        if person is None and not (asked in OPEN_ALONE or asked.startswith(OPEN)):
            await _turn_away(scope, receive, send)
            return
        if asked == "auth/logout":
            await _leave(request.cookies, how)
        scope = {**scope, "headers": _proved(scope, request, how, known=person is not None)}
        if scope["type"] == "http" and isinstance(how.by, OpenId):
            send = _telling(send, how.by, asked, request, known=person is not None)
        await self._app(scope, receive, send)


def _asked(path: str) -> str:
    """What is asked for, below the path that the app itself stands at."""
    base = config.get_option("server.baseUrlPath").strip("/")
    path = path.removeprefix("/")
    return path.removeprefix(base).removeprefix("/") if base else path


async def _turn_away(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008, "reason": ""})
    else:
        told = {"Cache-Control": "no-store"}
        await PlainTextResponse(_REFUSED, 401, headers=told)(scope, receive, send)


def _proved(
    scope: Scope, request: HTTPConnection, how: SignIn, *, known: bool
) -> list[tuple[bytes, bytes]]:
    """The headers of a request, without those that say who sends it and do not hold."""
    if isinstance(how.by, OpenId):
        return scope["headers"] if known else [_without_visit(pair) for pair in scope["headers"]]
    unheard = {PROOF}
    if not told_by_proxy(request.headers, how.by):
        unheard |= {name.lower() for name in header_names(how.by)}
    return [pair for pair in scope["headers"] if pair[0].decode("latin-1").lower() not in unheard]


def _without_visit(pair: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    """A header as it is, or the cookies in it but for those that say who somebody is."""
    name, told = pair
    if name.lower() != b"cookie":
        return pair
    kept = [one for one in told.split(b";") if not one.strip().startswith(COOKIE.encode())]
    return name, b";".join(kept)


async def _leave(cookies: Mapping[str, str], how: SignIn) -> None:
    """Let a visit end everywhere, for a copy of its cookie would hold for a month."""
    if not isinstance(how.by, OpenId) or not (claims := claims_of(cookies, how.by)):
        return
    person, mark = person_at(Headers(), cookies, how), sign_in_of(claims)
    end([mark])
    if person:
        try:
            reader = shared().seen_by(person).reader
            # Other processes learn of it there.
            await asyncio.to_thread(lambda: reader.store().note("signed out", mark))
        except StoreError:
            _LOG.log(logging.WARNING, "That somebody signed out could not be kept in the audit")


def _telling(send: Send, by: OpenId, asked: str, request: HTTPConnection, *, known: bool) -> Send:
    """Send an answer with the way back to what was asked for, and cookies for this line alone."""

    async def tell(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            _keep_to_line(headers, by)
            if asked == CALLBACK and message["status"] == 302:
                _go_back(headers, request.cookies)
            elif not known and asked in BY_ADDRESS and message["status"] == 200:
                _keep_way(headers, request)
        await send(message)

    return tell


def _keep_to_line(headers: MutableHeaders, by: OpenId) -> None:
    """Have cookies that say who somebody is sent on encrypted lines alone, where there is one."""
    if not by.redirect_uri.startswith("https:"):
        return
    for place, (name, told) in enumerate(headers.raw):
        if name == b"set-cookie" and b"secure" not in told.lower():
            headers.raw[place] = (name, told + b"; Secure")


def _keep_way(headers: MutableHeaders, request: HTTPConnection) -> None:
    query = request.scope.get("query_string", b"").decode("latin-1")
    way = quote(request.scope["path"] + (f"?{query}" if query else ""), safe="")
    if len(way) <= _LONGEST_WAY:
        headers.append(
            "set-cookie", f"{WAY_BACK}={way}; Path=/; Max-Age=900; HttpOnly; SameSite=Lax"
        )


def _go_back(headers: MutableHeaders, cookies: Mapping[str, str]) -> None:
    """Lead to the page somebody asked for before they signed in, which is one of this app's."""
    way = unquote(cookies.get(WAY_BACK, ""))
    if not way:
        return
    headers.append("set-cookie", f"{WAY_BACK}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")
    parts = urlsplit(way)
    plain = way.startswith("/") and not way.startswith("//") and not {"\\", "\r", "\n"} & set(way)
    if plain and not parts.netloc and _asked(parts.path) in BY_ADDRESS:
        headers["location"] = way

"""The guard: turns away strange hosts and pages, and tells browsers what a page of ours may do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.gate import hosts
from ui.shell.document import digests

_READS = ("GET", "HEAD", "OPTIONS")
_STRANGE_HOST = (
    "This app does not answer to that name. Whoever runs it can give it the name in "
    f"{hosts.ADDRESS}."
)
_STRANGE_PAGE = "This app takes nothing from pages of other sites. Open it by its own address."
_UNHEARD = 1008

_POLICY: Mapping[str, str] = {
    "default-src": "'self'",
    # Streamlit writes its styles into the page while it runs.
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "frame-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}
_TOLD: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    # The address holds the whole view, drawings too: nobody else is told it.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


# A map's frame is told its script in a message. It holds nothing that strangers wrote as markup.
_IN_A_FRAME = {
    "script-src": "'self' 'unsafe-inline' 'unsafe-eval'",
    "frame-ancestors": "'self'",
}


def policy(path: str) -> str:
    """What a page may run and fetch, and who may frame it.

    In a page no script runs but files of the app and those known by their digest. Only maps stand
    in frames, and in ours alone.
    """
    known = " ".join(f"'{one}'" for one in digests())
    in_a_page = {"script-src": f"'self' {known}", "frame-ancestors": "'none'"}
    rules = {**_POLICY, **(_IN_A_FRAME if "/component/" in path else in_a_page)}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


class Guard:
    """Stands before everything else that answers."""

    def __init__(self, app: ASGIApp, names: Callable[[], Sequence[str]] = hosts.names) -> None:
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or turn it away before anybody looks into it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
        elif refused := self._refused(scope):
            await _turn_away(scope, receive, send, *refused)
        else:
            await self._app(scope, receive, _telling(scope["path"], send))

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not hosts.known(host, self._names()):
            return 421, _STRANGE_HOST
        changes = scope["type"] == "websocket" or scope["method"] not in _READS
        if changes and not hosts.same(headers.get("origin"), host):
            return 403, _STRANGE_PAGE
        return None


async def _turn_away(scope: Scope, receive: Receive, send: Send, status: int, why: str) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": _UNHEARD, "reason": ""})
    else:
        answer = PlainTextResponse(why, status)
        await answer(scope, receive, _telling(scope["path"], send))


def _telling(path: str, send: Send) -> Send:
    """Send an answer with what browsers are told."""

    async def tell(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _TOLD.items():
                headers[name] = value
            headers["Content-Security-Policy"] = policy(path)
        await send(message)

    return tell

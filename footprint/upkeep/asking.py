"""Asking: single requests to a deployment, as a browser or a stranger would send them."""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from types import MappingProxyType
from urllib.parse import urlsplit

from footprint.command.parsers import CommandError

LONGEST = 20.0
_NONE: Mapping[str, str] = MappingProxyType({})
_KEY = "dGhlIHNhbXBsZSBub25jZQ=="


@dataclass(frozen=True)
class Answer:
    """What came back: a status, the headers by their names in small letters, and the body.

    A status of 0 says that nothing came.
    """

    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True)
class Site:
    """One deployment by its address; `authority` is a file with whose certificates are trusted.

    `trusting` takes any certificate, for what is asked after the certificate was found wanting.
    """

    encrypted: bool
    host: str
    port: int | None
    base: str
    authority: str | None = None
    trusting: bool = False

    @property
    def netloc(self) -> str:
        """Host and port, as a browser sends them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}" if self.port else host

    @property
    def origin(self) -> str:
        """Where a page of the app comes from."""
        return f"http{'s' * self.encrypted}://{self.netloc}"

    @property
    def local(self) -> bool:
        """Whether only this machine can be meant."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    def connected(self) -> HTTPConnection:
        """A line to it; raises OSError where nobody is there or the certificate is not good."""
        if self.encrypted:
            line = HTTPSConnection(self.host, self.port, timeout=LONGEST, context=self._context())
        else:
            line = HTTPConnection(self.host, self.port, timeout=LONGEST)
        line.connect()
        return line

    def _context(self) -> ssl.SSLContext:
        context = ssl.create_default_context(cafile=self.authority)
        if self.trusting:
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        return context

    def ask(
        self,
        path: str,
        headers: Mapping[str, str] = _NONE,
        *,
        announcing: int | None = None,
        longest: float = LONGEST,
    ) -> Answer:
        """What it answers; `announcing` says that so many bytes follow, and sends none of them."""
        try:
            line = self.connected()
        except OSError:
            return Answer()
        try:
            line.sock.settimeout(longest)
            method = "GET" if announcing is None else "PUT"
            bare = {"skip_host": "Host" in headers, "skip_accept_encoding": True}
            line.putrequest(method, self.base + path, **bare)
            for name, value in headers.items():
                line.putheader(name, value)
            if announcing is not None:
                line.putheader("Content-Length", str(announcing))
            line.endheaders()
            came = line.getresponse()
            told = {name.lower(): value for name, value in came.getheaders()}
            body = b"" if came.status == 101 else came.read()
            return Answer(came.status, told, body)
        except (OSError, HTTPException):
            return Answer()
        finally:
            line.close()

    def opens(self, origin: str) -> Answer:
        """What it answers to a page of some origin that wants a session."""
        asked = {
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": _KEY,
            "Sec-WebSocket-Protocol": "streamlit",
            "Origin": origin,
        }
        return self.ask("/_stcore/stream", asked)


def site_of(address: str, authority: str | None = None) -> Site:
    """A deployment by its address, with or without a path; refuses what is no web address."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise CommandError(
            f"“{address[:60]}” is no address of a deployment; write https://icb.example.nhs.uk"
        )
    return Site(parts.scheme == "https", parts.hostname, port, parts.path.rstrip("/"), authority)


def trusting(site: Site) -> Site:
    """The same deployment, whatever its certificate."""
    return replace(site, trusting=True)

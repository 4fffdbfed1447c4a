"""Hosts: the names this app answers to, so that no other site can borrow a visitor's browser."""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlsplit

from streamlit import config

ADDRESS = "ICB_FOOTPRINTS_ADDRESS"


@cache
def names() -> tuple[str, ...]:
    """Every host name that somebody has given this app, a `*.` before it for all below it."""
    machine = socket.gethostname()
    told = (
        "localhost",
        machine,
        f"{machine}.local",
        urlsplit(os.environ.get(ADDRESS, "")).hostname,
        config.get_option("browser.serverAddress"),
        *config.get_option("server.allowedHosts"),
    )
    return tuple(name.lower().rstrip(".") for name in told if name)


def known(host: str, given: Iterable[str]) -> bool:
    """Whether a request's Host is an address in numbers or one of the names given.

    A page elsewhere can have its own name lead here, but no page can be of a number.
    """
    name = _name(host)
    return name is not None and (
        _is_number(name)
        or any(
            one in ("*", name) or (one.startswith("*.") and name.endswith(one[1:])) for one in given
        )
    )


def same(origin: str | None, host: str) -> bool:
    """Whether what asks is a page of this app; programs other than browsers name no origin."""
    return origin is None or urlsplit(origin).netloc.lower() == host.lower()


def _name(host: str) -> str | None:
    try:
        parts = urlsplit(f"//{host}")
        # To read the port is to check that it is one.
        _ = parts.port
    except ValueError:
        return None
    plain = parts.hostname and "@" not in host and parts.netloc == host
    return parts.hostname.lower().rstrip(".") if plain else None


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True

"""Settings: how people sign in, read from the one file that the environment names."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from footprint.rights.person import ROLES, Role

SETTING = "ICB_FOOTPRINTS_SIGN_IN"
ADDRESS = "ICB_FOOTPRINTS_ADDRESS"
CALLBACK = "oauth2callback"
LEAST_SECRET = 32
"""Letters of a secret below which it might be guessed."""
_OPENID = {
    *("server_metadata_url", "client_id", "client_secret", "cookie_secret", "redirect_uri"),
    *("scope", "hours"),
}
_PROXY = {"secret", "user", "name", "role", "teams", "sign_in", "sign_out"}
_CLAIMS = {"name": "name", "role": "roles", "teams": "groups"}
_Table = Mapping[str, object]


class SignInError(ValueError):
    """How people sign in is not settled as it must be; says what to change."""


@dataclass(frozen=True)
class OpenId:
    """A provider of OpenID Connect, and what this app is to it; a visit lasts `hours`."""

    server_metadata_url: str
    client_id: str
    client_secret: str
    cookie_secret: str
    redirect_uri: str
    scope: str = "openid email profile"
    hours: float = 10


@dataclass(frozen=True)
class Proxy:
    """A proxy that has signed people in: the headers it tells who they are in.

    `secret` is what it proves itself with. `sign_in` and `sign_out` are addresses of its own.
    """

    secret: str
    user: str
    name: str = ""
    role: str = ""
    teams: str = ""
    sign_in: str = ""
    sign_out: str = ""


@dataclass(frozen=True)
class SignIn:
    """How people sign in: by one of the two, and what their claims mean.

    `claims` are the names of the claims for name, role and teams; `roles` are the values that each
    role has there.
    """

    by: OpenId | Proxy
    claims: Mapping[str, str]
    roles: Mapping[Role, Collection[str]]


def sign_in() -> SignIn | None:
    """How people sign in here; None where nobody does."""
    path = os.environ.get(SETTING, "").strip()
    return _kept(path, os.environ.get(ADDRESS, "")) if path else None


@cache
def _kept(path: str, address: str) -> SignIn:
    return read(path, address)


def read(path: str, address: str = "") -> SignIn:
    """Read the file; raises SignInError with a sentence where it cannot be used.

    `address` is the one that people use, which the provider sends them back to.
    """
    try:
        told = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise SignInError(f"The file that {SETTING} names cannot be read: {problem}.") from problem
    _only(told, {"openid", "proxy", "claims", "roles"}, "the file")
    openid, proxy = _table(told, "openid"), _table(told, "proxy")
    if bool(openid) == bool(proxy):
        raise SignInError(
            "People sign in by OpenID Connect or by a proxy, never by both: the file that "
            f"{SETTING} names has {'both' if openid else 'neither'} of [openid] and [proxy]. Keep "
            "one of them."
        )
    by = _openid(openid, address) if openid else _proxy(proxy)
    claims = _table(told, "claims")
    # A proxy's headers are named where they are told.
    _only(claims, _CLAIMS if openid else (), "[claims]")
    return SignIn(
        by, {one: _text(claims, one) or usual for one, usual in _CLAIMS.items()}, _roles(told)
    )


def _openid(told: _Table, address: str) -> OpenId:
    _only(told, _OPENID, "[openid]")
    back = _text(told, "redirect_uri") or (f"{address.rstrip('/')}/{CALLBACK}" if address else "")
    needed = ("server_metadata_url", "client_id", "client_secret", "cookie_secret")
    values = {name: _needed(told, name, "[openid]") for name in needed}
    _check_secret(values["cookie_secret"], "cookie_secret")
    parts = urlsplit(back)
    if not parts.netloc or not parts.path.endswith(f"/{CALLBACK}"):
        raise SignInError(
            f"Write the address that people use into {ADDRESS}, or one that ends in /{CALLBACK} "
            "into redirect_uri of [openid]."
        )
    for one in (back, values["server_metadata_url"]):
        if not _is_safe(one):
            raise SignInError(f"{one} must begin with https:// unless it is this machine itself.")
    hours = told.get("hours", OpenId.hours)
    if isinstance(hours, bool) or not isinstance(hours, (int, float)) or not 0 < hours <= 24:
        raise SignInError("hours of [openid] is more than 0 and at most 24.")
    return OpenId(
        **values, redirect_uri=back, scope=_text(told, "scope") or OpenId.scope, hours=float(hours)
    )


def _proxy(told: _Table) -> Proxy:
    _only(told, _PROXY, "[proxy]")
    values = {name: _text(told, name) for name in _PROXY}
    values |= {name: _needed(told, name, "[proxy]") for name in ("secret", "user")}
    _check_secret(values["secret"], "secret")
    headers = [values[one].lower() for one in ("user", "name", "role", "teams") if values[one]]
    if len(headers) != len(set(headers)):
        raise SignInError("Each header of [proxy] tells one thing. Name each of them once.")
    return Proxy(**values)


def _roles(told: _Table) -> Mapping[Role, Collection[str]]:
    given = _table(told, "roles")
    _only(given, ROLES, "[roles]")
    return {role: _texts(given, role) if role in given else (role,) for role in ROLES}


def _is_safe(address: str) -> bool:
    parts = urlsplit(address)
    here = parts.hostname in ("localhost", "127.0.0.1", "::1")
    return parts.scheme == "https" or (parts.scheme == "http" and here)


def _check_secret(secret: str, name: str) -> None:
    if len(secret) < LEAST_SECRET:
        raise SignInError(
            f"{name} has {len(secret)} letters, and {LEAST_SECRET} is the least. Make one with: "
            'python3 -c "import secrets; print(secrets.token_hex(32))"'
        )


def _only(told: _Table, known: Collection[str], where: str) -> None:
    if strange := sorted(set(told) - set(known)):
        raise SignInError(f"{strange[0]} means nothing in {where} that {SETTING} names.")


def _table(told: _Table, name: str) -> _Table:
    found = told.get(name, {})
    if not isinstance(found, Mapping):
        raise SignInError(f"Write {name} as a table, [{name}].")
    return found


def _text(told: _Table, name: str) -> str:
    found = told.get(name, "")
    if not isinstance(found, str):
        raise SignInError(f"{name} must be text, in quotation marks.")
    return found.strip()


def _texts(told: _Table, name: str) -> tuple[str, ...]:
    found = told[name]
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise SignInError(f"{name} of [roles] must be a list of texts.")
    return tuple(found)


def _needed(told: _Table, name: str, where: str) -> str:
    if not (found := _text(told, name)):
        raise SignInError(f"{where} needs {name}.")
    return found

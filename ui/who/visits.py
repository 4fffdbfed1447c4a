"""Visits: what a request brings with it to say who sends it, and whether that still holds."""

from __future__ import annotations

import hmac
import json
import time
from collections.abc import Iterable, Mapping
from threading import Lock

from cachetools import TTLCache
from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.datastructures import Headers
from streamlit.auth_util import get_cookie_with_chunks

from footprint.rights.person import Person
from ui.who.claims import USER, Claims, holds, person_of, sign_in_of
from ui.who.settings import OpenId, Proxy, SignIn

COOKIE = "_streamlit_user"
"""What Streamlit keeps in a browser of who signed in; its other cookies of them begin so too."""
PROOF = "x-icb-footprints-proxy"
"""The header in which a proxy says its secret."""
LONGEST_SECONDS = 24 * 3600
# Each time of signing in that was ended before its time, as long as its cookie might still hold.
_ended: TTLCache[str, bool] = TTLCache(100_000, LONGEST_SECONDS)
_turn = Lock()


def end(marks: Iterable[str]) -> None:
    """Let times of signing in hold no longer, in whichever window and by whichever copy.

    Each is told by its `sign_in_of`.
    """
    with _turn:
        _ended.update(dict.fromkeys(marks, True))


def is_ended(claims: Claims) -> bool:
    """Whether somebody signed out since."""
    with _turn:
        return sign_in_of(claims) in _ended


def claims_of(cookies: Mapping[str, str], by: OpenId, now: float | None = None) -> Claims | None:
    """What a browser's cookies say of who is signed in, where that holds now."""
    signed: list[float] = []

    def one(name: str) -> bytes | None:
        reader = URLSafeTimedSerializer(by.cookie_secret, salt=name)
        try:
            told, when = reader.loads(
                cookies.get(name, ""), max_age=LONGEST_SECONDS, return_timestamp=True
            )
        except BadSignature:
            return None
        signed.append(when.timestamp())
        return told.encode()

    try:
        found = json.loads(get_cookie_with_chunks(one, COOKIE) or b"null")
    except ValueError:
        return None
    now = time.time() if now is None else now
    if not isinstance(found, dict) or not holds(found, by, now, max(signed, default=now)):
        return None
    return None if is_ended(found) else found


def told_by_proxy(headers: Headers, by: Proxy) -> bool:
    """Whether a request comes from the proxy, each of its headers being there once at most."""
    proofs = headers.getlist(PROOF)
    known = len(proofs) == 1 and hmac.compare_digest(proofs[0].encode(), by.secret.encode())
    return known and all(len(headers.getlist(name)) <= 1 for name in header_names(by))


def header_names(by: Proxy) -> Mapping[str, str]:
    """The headers that tell who somebody is, each with what it is called among claims."""
    named = {by.user: USER, by.name: "name", by.role: "roles", by.teams: "groups"}
    return {header: claim for header, claim in named.items() if header}


def person_at(headers: Headers, cookies: Mapping[str, str], how: SignIn) -> Person | None:
    """Who sends a request; None where nobody has signed in."""
    now = time.time()
    if isinstance(how.by, OpenId):
        claims = claims_of(cookies, how.by, now)
        return person_of(claims, how, now) if claims else None
    if not told_by_proxy(headers, how.by):
        return None
    told = {claim: headers.get(name) for name, claim in header_names(how.by).items()}
    return person_of(told, how, now)

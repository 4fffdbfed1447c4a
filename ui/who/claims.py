"""Claims: what is said of somebody who signed in, and the person that makes of them."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping

from footprint.rights.person import ROLES, Person, Role
from ui.who.settings import OpenId, SignIn

LONGEST_NAME, LONGEST_ID, MOST_TEAMS = 200, 500, 1_000
# What a proxy's headers are called among claims.
USER = "footprints_user"
AHEAD_SECONDS = 120
"""By how much the clock of a provider may be ahead of this one."""
Claims = Mapping[str, object]


def person_of(claims: Claims, how: SignIn, now: float) -> Person | None:
    """The person whom claims speak of at a moment; None where they do not hold."""
    if isinstance(how.by, OpenId):
        if not holds(claims, how.by, now):
            return None
        # What a provider calls somebody is theirs alone only beside the provider's own name.
        who = f"{claims['iss']} {claims['sub']}"
    else:
        claims = {name: _read(told) for name, told in claims.items()}
        who = _line(claims.get(USER))
    if not who or len(who) > LONGEST_ID:
        return None
    name = _line(claims.get(how.claims["name"])) or _line(claims.get("email")) or who
    return Person(
        who,
        name[:LONGEST_NAME],
        _role(_values(claims.get(how.claims["role"])), how),
        frozenset(sorted(_values(claims.get(how.claims["teams"])))[:MOST_TEAMS]),
    )


def holds(claims: Claims, by: OpenId, now: float, signed: float | None = None) -> bool:
    """Whether a token's claims are for this app, whole, and not of another time.

    `signed` is when the app took the token, where that is known: it must not have run out then. A
    visit ends some hours after the token was issued, whatever the token says of itself.
    """
    issued, ends = claims.get("iat"), claims.get("exp")
    if claims.get("is_logged_in") is not True or not _is_number(issued) or not _is_number(ends):
        return False
    if not all(isinstance(claims.get(one), str) and claims[one] for one in ("iss", "sub", "nonce")):
        return False
    taken = issued if signed is None else signed
    in_time = taken < ends and issued <= now + AHEAD_SECONDS and now < issued + by.hours * 3600
    return in_time and _is_for(claims, by.client_id)


def sign_in_of(claims: Claims) -> str:
    """What is the same for one time of signing in, and for no other."""
    told = "\n".join(str(claims.get(one, "")) for one in ("iss", "sub", "nonce", "iat", USER))
    return hashlib.sha256(told.encode()).hexdigest()


def _is_for(claims: Claims, client: str) -> bool:
    audience = claims.get("aud")
    audience = [audience] if isinstance(audience, str) else audience
    if not isinstance(audience, list) or client not in audience:
        return False
    party = claims.get("azp")
    return party == client if party is not None or len(audience) > 1 else True


def _role(values: Iterable[str], how: SignIn) -> Role:
    """The highest role that is told; whoever has none that is known reads."""
    found = [role for role in ROLES if set(values) & set(how.roles[role])]
    return found[-1] if found else "reader"


def _values(told: object) -> frozenset[str]:
    """The values of a claim: a list of texts, or one text; a header has commas between them."""
    values = told.split(",") if isinstance(told, str) else told if isinstance(told, list) else []
    return frozenset(filter(None, (_line(one) for one in values)))


def _read(told: object) -> object:
    """A header as it was written: letters beyond English come as the bytes of UTF-8."""
    try:
        return told.encode("latin-1").decode() if isinstance(told, str) else told
    except UnicodeError:
        return told


def _line(told: object) -> str:
    """A text on one line, without what cannot be seen; "" for what is no text."""
    if not isinstance(told, str):
        return ""
    seen = "".join(one for one in told if unicodedata.category(one)[0] != "C")
    return " ".join(seen.split())


def _is_number(told: object) -> bool:
    return isinstance(told, (int, float)) and not isinstance(told, bool)

"""A small provider of OpenID Connect on this machine, which can be told to misbehave."""

from __future__ import annotations

import base64
import hashlib
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = "icb-footprints", "the app’s own word to the provider".encode().hex()
ADA = {"sub": "ada", "name": "Ada Lovelace", "roles": ["editor"], "groups": ["planning"]}
BEN = {"sub": "ben", "name": "Ben Okri", "roles": ["editor"], "groups": ["planning"]}
CY = {"sub": "cy", "name": "Cy Twombly", "roles": ["admin"]}


@dataclass
class Provider:
    """Says who `who` is to whoever asks; `spoil` may change the claims, `key` signs them."""

    address: str = ""
    who: dict = field(default_factory=lambda: dict(ADA))
    spoil: Callable[[dict], dict] = dict
    published: RSAKey = field(default_factory=lambda: _key())
    key: RSAKey | None = None
    codes: dict[str, dict] = field(default_factory=dict)

    def well(self, who: dict = ADA) -> None:
        """Behave, and say that somebody signs in."""
        self.who, self.spoil, self.key = dict(who), dict, None

    def _told(self, _request: Request) -> Response:
        return JSONResponse(
            {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "jwks_uri": f"{self.address}/keys",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
            }
        )

    def _keys(self, _request: Request) -> Response:
        return JSONResponse({"keys": [self.published.as_dict(private=False)]})

    def _authorize(self, request: Request) -> Response:
        asked, code = dict(request.query_params), secrets.token_urlsafe()
        self.codes[code] = asked
        back = {"code": code, "state": asked["state"]}
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(back)}", 302)

    async def _token(self, request: Request) -> Response:
        given = {name: told[0] for name, told in parse_qs((await request.body()).decode()).items()}
        asked = self.codes.pop(given.get("code", ""), None)
        proof = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        proved = base64.urlsafe_b64encode(proof).rstrip(b"=").decode()
        if not asked or proved != asked["code_challenge"]:
            return JSONResponse({"error": "invalid_grant"}, 400)
        now = int(time.time())
        claims = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 300}
        claims |= {"nonce": asked["nonce"], **self.who}
        header = {"alg": "RS256", "kid": self.published.kid}
        token = jwt.encode(header, self.spoil(claims), self.key or self.published)
        return JSONResponse(
            {"access_token": "-", "token_type": "Bearer", "expires_in": 300, "id_token": token}
        )

    def app(self) -> Starlette:
        """What answers."""
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._told),
                Route("/keys", self._keys),
                Route("/authorize", self._authorize),
                Route("/token", self._token, methods=["POST"]),
            ]
        )


def _key() -> RSAKey:
    return RSAKey.generate_key(2048, parameters={"kid": "one"})


def forged() -> RSAKey:
    """Another key, under the name of the one that is published."""
    return _key()


@contextmanager
def providing() -> Iterator[Provider]:
    """A provider on a port of its own until the block ends."""
    provider = Provider()
    server = uvicorn.Server(uvicorn.Config(provider.app(), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    provider.address = f"http://127.0.0.1:{port}"
    yield provider
    server.should_exit = True
    thread.join()

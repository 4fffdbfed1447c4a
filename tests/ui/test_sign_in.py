"""Signing in with a real provider: who gets in, who does not, and what the others are given."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import httpx
import pytest
from itsdangerous import URLSafeTimedSerializer
from joserfc import jwt
from joserfc.jwk import OctKey
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from footprint.rights.person import Person
from footprint.store.revisions import SETTING as STORE
from footprint.store.store import OptionStore
from tests.browser.conftest import ROOT, serving
from tests.ui.provider import ADA, BEN, CLIENT, CY, SECRET, Provider, forged, providing
from tests.ui.visitor import LONGEST, Visitor, visitor
from ui.who.settings import SETTING
from ui.who.visits import COOKIE, PROOF

COOKIES = "c" * 40
WELCOME, SCREEN = "What this shows", "Only people with an account can use this app"


class Looker(Visitor):
    """A session that tells everything it was sent."""

    def sees(self, query: str = "", page: str = "") -> str:
        self.sends(rerun_script={"query_string": query, "page_name": page})
        shown: list[str] = []
        while True:
            message = ForwardMsg.FromString(self._line.recv(timeout=LONGEST))
            shown.append(str(message))
            if message.WhichOneof("type") == "script_finished":
                return "\n".join(shown)


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with providing() as one:
        yield one


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sign-in")


@pytest.fixture(scope="module")
def store(place: Path) -> str:
    return f"sqlite:///{place}/options.sqlite3"


@pytest.fixture(scope="module")
def app(provider: Provider, place: Path, store: str) -> Iterator[str]:
    told = place / "sign-in.toml"
    told.write_text(
        f"""
        [openid]
        server_metadata_url = "{provider.address}/.well-known/openid-configuration"
        client_id = "{CLIENT}"
        client_secret = "{SECRET}"
        cookie_secret = "{COOKIES}"
        redirect_uri = "http://localhost:{{port}}/oauth2callback"
        """
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, str(told))
        patch.setenv(STORE, store)
        with serving() as address:
            yield address


@pytest.fixture
def browser(app: str, provider: Provider) -> Iterator[httpx.Client]:
    provider.well()
    with httpx.Client(base_url=app, timeout=60) as client:
        yield client


def begun(browser: httpx.Client) -> str:
    """Ask to sign in as the button does, and return the address that leads back to the app."""
    key = OctKey.import_key(COOKIES)
    told = jwt.encode({"alg": "HS256"}, {"provider": "default", "exp": time.time() + 60}, key)
    asked = browser.get("/auth/login", params={"provider": told}).headers["location"]
    return browser.get(asked).headers["location"]


def signed_in(browser: httpx.Client) -> httpx.Response:
    """Sign in all the way, and return the app’s answer."""
    return browser.get(begun(browser))


@contextmanager
def session(browser: httpx.Client) -> Iterator[Looker]:
    """A page opened with what a browser keeps."""
    browser.get("/_stcore/host-config")
    browser.get("/_stcore/health")
    kept = dict(browser.cookies)
    cookie = "; ".join(f"{name}={told}" for name, told in kept.items())
    token = kept.get("_streamlit_xsrf", "")
    place = str(browser.base_url).rstrip("/")
    told = {"additional_headers": {"Cookie": cookie}, "origin": place}
    with visitor(place, protocols=("streamlit", token), **told) as one:
        yield Looker(one._line)


def seen(browser: httpx.Client, query: str = "") -> str:
    with session(browser) as one:
        return one.sees(query)


def test_the_signed_out_are_shown_how_to_sign_in_and_no_more(browser: httpx.Client) -> None:
    shown = seen(browser)
    assert SCREEN in shown
    print(len(shown))


def test_whoever_signs_in_well_sees_the_page(browser: httpx.Client) -> None:
    answer = signed_in(browser)
    print(answer.status_code, answer.headers, dict(browser.cookies))
    shown = seen(browser)
    assert SCREEN not in shown and "Ada Lovelace" in shown

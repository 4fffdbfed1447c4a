"""Signing in with a real provider: who gets in, who does not, and what the others are given."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import httpx
import pytest
from itsdangerous import URLSafeTimedSerializer
from joserfc import jwt
from joserfc.jwk import OctKey
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from footprint.options import sentences
from footprint.options.option import begin
from footprint.pages.catalogue import BY_ADDRESS
from footprint.rights.person import Person
from footprint.store.revisions import SETTING as STORE
from footprint.store.revisions import Draft, StoreError
from footprint.store.store import OptionStore
from footprint.workspace.saved import saved_content
from footprint.workspace.workspace import ACCESS_SECONDS, Workspace
from tests.browser.conftest import serving
from tests.ui.provider import ADA, BEN, CLIENT, SECRET, Provider, forged, providing
from tests.ui.visitor import LONGEST, Visitor, visitor
from ui.gate.door import WAY_BACK
from ui.who.settings import SETTING
from ui.who.visits import COOKIE

COOKIES = "c" * 40
SCREEN = "Only people with an account can use this app"


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
def settings(provider: Provider, place: Path, store: str) -> Iterator[None]:
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
        yield


@pytest.fixture(scope="module")
def app(settings: None) -> Iterator[str]:
    del settings
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


def seen(browser: httpx.Client, query: str = "", page: str = "") -> str:
    with session(browser) as one:
        return one.sees(query, page)


def inside(browser: httpx.Client) -> bool:
    """Whether a browser is taken for somebody’s: what is not there is told to people alone."""
    return browser.get("/media/nothing.png").status_code != 401


def waits(holds: Callable[[], bool]) -> None:
    """Wait until something holds; fails where it never does."""
    until = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.2)


def cookie(claims: dict, secret: str = COOKIES) -> dict[str, str]:
    """What Streamlit would keep of claims in a browser."""
    told = json.dumps(claims)
    return {COOKIE: URLSafeTimedSerializer(secret, salt=COOKIE).dumps(told)}


@pytest.mark.parametrize("page", BY_ADDRESS)
def test_the_signed_out_are_shown_how_to_sign_in_and_no_more(app: str, page: str) -> None:
    with visitor(app) as one:
        shown = Looker(one._line).sees("plan=agreed-2025-09&area=QRL", page)
    assert SCREEN in shown
    assert shown.count("new_element") < 12 and "Hampshire" not in shown


@pytest.mark.parametrize(
    "path",
    [
        *("/media/0123.png", "/_stcore/upload_file/a/b", "/_stcore/metrics", "/app/static/a.txt"),
        *("/Nowhere", "/media/static/a.js", "//media/0123.png", "/static/../media/0123.png"),
    ],
)
def test_what_may_hold_what_somebody_made_is_not_given_to_the_signed_out(app, path) -> None:
    place = urlsplit(app)
    line = HTTPConnection(place.hostname, place.port, timeout=60)
    line.request("GET", path)
    answer = line.getresponse()
    # What steps out of its folder, Streamlit refuses before anybody.
    assert answer.status == 401 or (answer.status == 400 and ".." in path)


def test_a_file_of_the_signed_out_is_not_taken(browser: httpx.Client) -> None:
    assert browser.put("/_stcore/upload_file/a/b", content=b"x").status_code == 401


@pytest.mark.parametrize("path", ["/", "/Money", "/ready", "/_stcore/health", "/favicon.png"])
def test_what_holds_nothing_of_anybody_is_open(browser: httpx.Client, path: str) -> None:
    assert browser.get(path).status_code == 200


def test_whoever_signs_in_well_comes_to_the_page_they_asked_for(browser: httpx.Client) -> None:
    assert not inside(browser)
    browser.get("/Money?plan=agreed-2025-09", headers={"Accept": "text/html"})
    answer = signed_in(browser)
    assert (answer.status_code, answer.headers["location"]) == (302, "/Money?plan=agreed-2025-09")
    assert inside(browser)
    shown = seen(browser)
    assert SCREEN not in shown and "Ada Lovelace" in shown and "58,620,101" in shown


@pytest.mark.parametrize("way", ["//evil.example/", "/\\evil.example", "/auth/logout", "https:x"])
def test_the_way_back_leads_nowhere_but_to_a_page(browser: httpx.Client, way: str) -> None:
    browser.cookies.set(WAY_BACK, quote(way, safe=""))
    assert signed_in(browser).headers["location"] == "/"


def _later(seconds: float) -> Callable[[dict], dict]:
    return lambda claims: claims | {"exp": int(time.time() + seconds)}


def _without(name: str) -> Callable[[dict], dict]:
    return lambda claims: {one: told for one, told in claims.items() if one != name}


def _with(**told: object) -> Callable[[dict], dict]:
    return lambda claims: claims | told


# How each token is spoilt, and whether Streamlit and Authlib take it.
SPOILT = {
    "run out an hour ago": (_later(-3600), False),
    "run out a moment ago": (_later(-30), True),
    "without an end": (_without("exp"), False),
    "for another app": (_with(aud="another"), False),
    "for several, and this one is not among them": (_with(aud=["one", "two"], azp="one"), False),
    "asked for by another": (_with(aud=[CLIENT, "other"], azp="other"), False),
    "for several, and nobody says who asked": (_with(aud=[CLIENT, "other"]), False),
    "of another provider": (_with(iss="https://evil.example"), False),
    "with an earlier nonce": (_with(nonce="earlier"), False),
    "without a nonce": (_without("nonce"), False),
    "of nobody": (_without("sub"), False),
    "of tomorrow": (_with(iat=int(time.time()) + 86_400, exp=int(time.time()) + 90_000), False),
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_token_lets_nobody_in(browser, provider, how) -> None:
    provider.spoil, taken = SPOILT[how]
    signed_in(browser)
    assert not inside(browser)
    assert (COOKIE in browser.cookies) == taken


def test_a_forged_signature_lets_nobody_in(browser: httpx.Client, provider: Provider) -> None:
    provider.key = forged()
    signed_in(browser)
    assert not inside(browser)


def test_a_way_in_is_good_once_and_in_one_browser(app: str, browser: httpx.Client) -> None:
    back = begun(browser)
    with httpx.Client(base_url=app) as another:
        another.get(back)
        assert not inside(another)
    browser.get(back)
    assert inside(browser)
    browser.cookies.delete(COOKIE)
    browser.get(back)
    assert not inside(browser)
    # An old code with a new state: the provider takes a code once.
    code = parse_qs(urlsplit(back).query)["code"][0]
    state = parse_qs(urlsplit(begun(browser)).query)["state"][0]
    browser.get("/oauth2callback", params={"code": code, "state": state})
    assert not inside(browser)


def test_whoever_signs_out_is_out_in_every_window_and_with_every_copy(app, browser) -> None:
    signed_in(browser)
    with httpx.Client(base_url=app, cookies=dict(browser.cookies)) as copy:
        with session(browser) as window:
            assert "Ada Lovelace" in window.sees(page="Help")
            browser.get("/auth/logout")
            assert not inside(browser)
            assert SCREEN in window.sees(page="Help")
        assert not inside(copy)
        signed_in(browser)
        assert inside(browser) and not inside(copy)


def test_a_sign_out_holds_in_every_process_and_past_a_restart(browser) -> None:
    signed_in(browser)
    kept = dict(browser.cookies)
    with serving() as elsewhere, httpx.Client(base_url=elsewhere, cookies=kept) as copy:
        assert inside(copy)
        browser.get("/auth/logout")
        waits(lambda: not inside(copy))
        signed_in(browser)
        assert inside(browser) and not inside(copy)
    with serving() as anew, httpx.Client(base_url=anew, cookies=kept) as copy:
        waits(lambda: not inside(copy))


def test_a_cookie_of_ones_own_making_or_of_yesterday_lets_nobody_in(browser, provider) -> None:
    now = time.time()
    claims = {"is_logged_in": True, "iss": provider.address, "sub": "ada", "aud": CLIENT}
    claims |= {"nonce": "n", "iat": now, "exp": now + 300, "origin": str(browser.base_url)}
    for made, holds in (
        (cookie(claims), True),
        (cookie(claims, "d" * 40), False),
        (cookie(claims | {"iat": now - 11 * 3600}), False),
        (cookie(claims | {"is_logged_in": "yes"}), False),
        ({COOKIE: "nonsense"}, False),
    ):
        browser.cookies.clear()
        browser.cookies.update(made)
        assert inside(browser) == holds


def test_of_two_people_one_sees_an_option_and_the_other_once_it_is_shared(
    browser, provider, store
) -> None:
    theirs = [
        Person(f"{provider.address} {who['sub']}", who["name"], "editor", frozenset({"planning"}))
        for who in (ADA, BEN)
    ]
    ada, ben = (OptionStore(store).seen_by(one) for one in theirs)
    plan = workspace_plan()
    made = ada.save(plan)
    key = sentences.key_of(made.option, made.revision)
    signed_in(browser)
    assert plan.name in seen(browser, f"plan={key}", "Clusters")
    provider.well(BEN)
    browser.cookies.clear()
    signed_in(browser)
    hidden = seen(browser, f"plan={key}", "Clusters")
    assert plan.name not in hidden and "not in the store" in hidden
    ada.share(made.option, "team", "planning")
    time.sleep(ACCESS_SECONDS)
    assert plan.name in seen(browser, f"plan={key}", "Clusters")
    with pytest.raises(StoreError, match="Only its owner and admins archive"):
        ben.archive(made.option, author="")


def workspace_plan() -> Draft:
    """A plan as it is, to be saved as an option."""
    work = Workspace()
    drawn = begin(work.plans["icb-2023"], "icb-2023")
    return Draft(
        name="Thames and Trent",
        content=saved_content(work, drawn),
        base="icb-2023",
        data_version=work.manifest.data_version,
    )

"""How people sign in, as the file says; what a proxy’s headers count; who that makes somebody."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send
from streamlit.web.server.starlette.starlette_websocket import gather_user_info

from footprint.rights.person import Person
from tests.house.code import ROOT
from ui.gate.door import Door
from ui.who import claims, settings
from ui.who.settings import OpenId, Proxy, SignIn, SignInError
from ui.who.visits import PROOF, header_names

LONG = "s" * 40
OPENID = f"""
    [openid]
    server_metadata_url = "https://sign-in.example/.well-known/openid-configuration"
    client_id = "icb"
    client_secret = "x"
    cookie_secret = "{LONG}"
"""
PROXY = f"""
    [proxy]
    secret = "{LONG}"
    user = "X-User"
    name = "X-Name"
    role = "X-Role"
    teams = "X-Teams"
"""
HOME = "https://icb.example"
HOW = SignIn(
    Proxy(LONG, "X-User", "X-Name", "X-Role", "X-Teams"),
    {"name": "name", "role": "roles", "teams": "groups"},
    {"reader": ("reader",), "editor": ("editor", "icb-editors"), "admin": ("admin",)},
)


def read(place: Path, told: str, address: str = HOME) -> SignIn:
    file = place / "sign-in.toml"
    file.write_text(told)
    return settings.read(str(file), address)


def test_a_file_says_how_people_sign_in(tmp_path: Path) -> None:
    found = read(tmp_path, OPENID + '\n[claims]\nrole = "posts"\n[roles]\nadmin = ["chief"]')
    assert isinstance(found.by, OpenId)
    assert found.by.redirect_uri == f"{HOME}/oauth2callback"
    assert (found.claims["role"], found.claims["name"]) == ("posts", "name")
    assert (found.roles["admin"], found.roles["editor"]) == (("chief",), ("editor",))
    assert isinstance(read(tmp_path, PROXY).by, Proxy)


@pytest.mark.parametrize(
    ("told", "address", "said"),
    [
        (OPENID + PROXY, HOME, "never by both"),
        ("", HOME, "has neither"),
        (OPENID.replace(LONG, "short"), HOME, "cookie_secret has 5 letters"),
        (PROXY.replace(LONG, "short"), HOME, "secret has 5 letters"),
        (OPENID, "", "ICB_FOOTPRINTS_ADDRESS"),
        (OPENID, "http://icb.example", "must begin with https://"),
        (OPENID.replace("https", "http"), HOME, "must begin with https://"),
        (OPENID.replace('client_id = "icb"', ""), HOME, "needs client_id"),
        (OPENID + "hours = 100", HOME, "at most 24"),
        (OPENID + "hour = 1", HOME, "hour means nothing in [openid]"),
        (PROXY.replace("X-Name", "x-user"), HOME, "once"),
        (PROXY + '[claims]\nname = "n"', HOME, "name means nothing in [claims]"),
        (OPENID + "[roles]\nchief = []", HOME, "chief means nothing in [roles]"),
        (OPENID + '[roles]\nadmin = "a"', HOME, "list of texts"),
        ("[openid", HOME, "cannot be read"),
    ],
)
def test_what_is_not_settled_is_refused_in_a_sentence(tmp_path, told, address, said) -> None:
    with pytest.raises(SignInError) as refused:
        read(tmp_path, told, address)
    assert said in str(refused.value) and LONG not in str(refused.value)


@pytest.mark.parametrize(
    ("told", "before"),
    [
        (OPENID + PROXY, "pass"),
        (OPENID, "config.set_option('server.trustedUserHeaders', {'X-User': 'sub'})"),
        (PROXY, "secrets.secrets_singleton.merge_programmatic_secrets({'auth': {'a': 'b'}})"),
    ],
)
def test_the_app_does_not_begin_with_both(tmp_path, told, before, monkeypatch) -> None:
    file = tmp_path / "sign-in.toml"
    file.write_text(told)
    monkeypatch.setenv(settings.SETTING, str(file))
    monkeypatch.setenv(settings.ADDRESS, HOME)
    code = "from streamlit import config; from streamlit.runtime import secrets; "
    code += f"from ui.who.streamlits import settled; {before}; settled()"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 1 and "never by both" in ran.stderr and "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("told", "role", "teams"),
    [
        ({"roles": ["editor"]}, "editor", set()),
        ({"roles": "icb-editors"}, "editor", set()),
        ({"roles": ["reader", "admin", "editor"]}, "admin", set()),
        ({"roles": ["Admin", "owner"]}, "reader", set()),
        ({"roles": {"admin": True}}, "reader", set()),
        ({"roles": [["admin"], None, 1]}, "reader", set()),
        ({}, "reader", set()),
        ({"groups": "planning, finance,,"}, "reader", {"planning", "finance"}),
        ({"groups": ["planning", "", 3]}, "reader", {"planning"}),
    ],
)
def test_a_role_and_teams_follow_from_claims_and_whoever_has_none_reads(told, role, teams) -> None:
    found = claims.person_of({claims.USER: "ada", **told}, HOW, time.time())
    assert found == Person("ada", "ada", role, frozenset(teams))


@pytest.mark.parametrize("name", ["", "   ", "\u200b\u202e", None, 7])
def test_a_name_that_cannot_be_seen_is_none(name) -> None:
    found = claims.person_of({claims.USER: "ada", "name": name}, HOW, time.time())
    assert found and found.name == "ada"


@pytest.mark.parametrize("user", ["", " ", None, "x" * 501, 7])
def test_without_an_account_there_is_nobody(user) -> None:
    assert claims.person_of({claims.USER: user, "name": "Ada"}, HOW, time.time()) is None


class Behind:
    """What stands behind the door: it keeps what came through."""

    def __init__(self) -> None:
        self.heard: dict[str, str] = {}

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        self.heard = {name.decode(): told.decode("latin-1") for name, told in scope["headers"]}
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})


@pytest.mark.parametrize(
    ("headers", "known"),
    [
        ([(PROOF, LONG), ("X-User", "ada")], True),
        ([(PROOF, LONG.upper()), ("X-User", "ada")], False),
        ([("X-User", "ada")], False),
        ([(PROOF, LONG), (PROOF, LONG), ("X-User", "ada")], False),
        ([(PROOF, LONG), ("X-User", "ada"), ("x-user", "cy")], False),
        ([(PROOF, LONG), ("X-User", "ada"), ("X-Role", "admin"), ("X-Role", "reader")], False),
        ([(PROOF, LONG), ("X-Name", "Ada")], False),
        ([(PROOF, "ü"), ("X-User", "ada")], False),
        ([("X-Forwarded-For", "127.0.0.1"), ("X-User", "ada")], False),
    ],
)
def test_headers_count_from_the_proxy_alone_and_reach_nobody_otherwise(headers, known) -> None:
    behind = Behind()
    client = TestClient(Door(behind, lambda: HOW), base_url="http://localhost")
    raw = [(name.encode(), told.encode("latin-1")) for name, told in headers]
    assert client.get("/media/x.png", headers=raw).status_code == (200 if known else 401)
    assert client.get("/", headers=raw).status_code == 200
    assert PROOF not in behind.heard
    assert ("x-user" in behind.heard) == known or "X-Name" in dict(headers)


def test_streamlit_alone_would_take_such_a_header_from_anybody(monkeypatch) -> None:
    from starlette.datastructures import Headers
    from streamlit import config

    told = {"server.trustedUserHeaders": dict(header_names(HOW.by))}
    monkeypatch.setattr(config, "get_option", told.__getitem__)
    assert gather_user_info(Headers({"X-User": "cy"}))[claims.USER] == "cy"


def test_a_name_with_letters_beyond_english_comes_through_a_header() -> None:
    told = {claims.USER: "zoe", "name": "Zoë".encode().decode("latin-1")}
    assert claims.person_of(told, HOW, time.time()).name == "Zoë"


def test_where_nobody_signs_in_the_door_stands_open() -> None:
    behind = Behind()
    client = TestClient(Door(behind, lambda: None), base_url="http://localhost")
    assert client.get("/media/x.png", headers={"X-User": "ada"}).status_code == 200
    assert behind.heard["x-user"] == "ada"

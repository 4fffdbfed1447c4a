"""Pages where people sign in: what each role is offered, and under whose name it is kept."""

import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from footprint.rights.person import SIGNED_OUT, Person
from footprint.store.revisions import SETTING as STORE
from footprint.store.store import OptionStore
from tests.pages.test_pages import opened, words
from tests.ui.test_sign_in import workspace_plan
from ui.shell import drawing
from ui.who.settings import SETTING

DRAW = "pages/Draw_an_option.py"
FROM, CLIENT = "https://sign-in.example", "icb"
SCREEN = "Only people with an account can use this app"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OptionStore:
    """A store of this test's own, where people sign in."""
    told = tmp_path / "sign-in.toml"
    told.write_text(
        f"""
        [openid]
        server_metadata_url = "{FROM}/.well-known/openid-configuration"
        client_id = "{CLIENT}"
        client_secret = "x"
        cookie_secret = "{"s" * 40}"
        redirect_uri = "https://icb.example/oauth2callback"
        """
    )
    address = f"sqlite:///{tmp_path}/options.sqlite3"
    monkeypatch.setenv(SETTING, str(told))
    monkeypatch.setenv(STORE, address)
    return OptionStore(address)


def person(name: str, role: str) -> Person:
    return Person(f"{FROM} {name}", name, role)


def shown(page: str, name: str, role: str, *, hours: float = 0, **query: str) -> AppTest:
    """A page as somebody sees it who signed in some hours ago."""
    at = opened(page, **query)
    signed = time.time() - hours * 3600
    at.user = {
        **{"is_logged_in": True, "iss": FROM, "sub": name, "name": name, "roles": [role]},
        **{"aud": CLIENT, "nonce": "n", "iat": signed, "exp": signed + 300},
    }
    return at.run()


def labels(at: AppTest) -> set[str]:
    fields = (*at.button, *at.text_input, *at.text_area, *at.selectbox)
    return {one.label for one in fields} | {one.label for one in at.expander}


def test_a_reader_looks_at_what_is_shared_and_is_offered_no_change(store: OptionStore) -> None:
    ada = store.seen_by(person("Ada", "editor"))
    option = ada.save(workspace_plan()).option
    key = f"saved-{option}.1"
    hidden = shown(DRAW, "Dot", "reader", saved=key)
    assert "Thames and Trent" not in words(hidden) and "not in the store" in words(hidden)
    ada.share(option, "everybody")
    at = shown(DRAW, "Dot", "reader", saved=key)
    assert "Thames and Trent" in words(at) and "Everybody signed in sees it." in words(at)
    assert "Readers cannot save" in words(at) and "Readers cannot comment or tag" in words(at)
    offered = labels(at)
    assert offered.isdisjoint(
        {"Save", "Your name", "Duplicate", "Archive", "Add the comment", "Rename"}
        | {"Who can see this option", "Who did what: the audit"}
    )
    assert "Open" in offered and not at.exception


def test_an_editor_saves_in_their_own_name_and_says_who_sees_it(store: OptionStore) -> None:
    at = shown(DRAW, "Ada", "editor", plan="icb-2023")
    assert "Ada (editor)" in words(at)
    assert labels(at).isdisjoint({"Your name", "Comment by", "Who did what: the audit"})
    at.text_input(key="save-name").set_value("Thames and Trent")
    next(one for one in at.button if one.label == "Save").click().run()
    assert not at.exception
    admin = store.seen_by(person("Cy", "admin"))
    (saved,) = admin.list_options()
    assert (saved.author, saved.access.owner, saved.access.audience) == (
        "Ada",
        f"{FROM} Ada",
        "private",
    )
    at.selectbox(key="share-with").set_value(("everybody", "")).run()
    assert admin.access(saved.option).audience == "everybody"
    assert {"Archive", "Duplicate", "Rename"} <= labels(at)


def test_an_admin_reads_who_did_what(store: OptionStore) -> None:
    store.seen_by(person("Ada", "editor")).save(workspace_plan())
    at = shown(DRAW, "Cy", "admin")
    assert "Who did what: the audit" in labels(at) and "Thames and Trent" in words(at)
    at.session_state["audit"] = True
    at.run()
    table = next(one.value for one in at.dataframe if "Did" in one.value)
    assert table[["Who", "Did", "More"]].values.tolist()[-1] == ["Ada", "saved", "Thames and Trent"]


@pytest.mark.parametrize("hours", [11, -1])
def test_a_visit_that_is_over_or_to_come_shows_how_to_sign_in(store: OptionStore, hours) -> None:
    del store
    at = shown("", "Ada", "admin", hours=hours)
    assert SCREEN in words(at) and [one.label for one in at.button] == ["Sign in"]


def test_what_somebody_began_cannot_be_finished_once_they_are_out(store: OptionStore) -> None:
    at = shown(DRAW, "Ada", "editor", plan="icb-2023")
    at.text_input(key="save-name").set_value("Thames and Trent")
    at.user = {}
    next(one for one in at.button if one.label == "Save").click().run()
    assert SCREEN in words(at)
    assert store.list_options() == ()


def test_a_part_that_is_drawn_again_alone_is_not_for_the_signed_out(monkeypatch) -> None:
    def again() -> None:
        raise InterruptedError

    monkeypatch.setattr("streamlit.rerun", again)
    seen: list[str] = []
    # Outside a page Streamlit runs no part itself.
    monkeypatch.setattr("streamlit.fragment", lambda part: part)
    part = drawing.fragment(lambda: seen.append("seen"))
    part()
    monkeypatch.setattr(drawing, "person", lambda: SIGNED_OUT)
    with pytest.raises(InterruptedError):
        part()
    assert seen == ["seen"]

"""The doctor says each fault of a deployment in a sentence, and nothing of a healthy one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
import sqlalchemy

from footprint.command.main import main
from footprint.store.revisions import Draft
from footprint.store.store import OptionStore
from footprint.upkeep import doctor, inside, outside
from footprint.upkeep.asking import Site, site_of
from tests.browser.conftest import ROOT, free_port
from tests.upkeep.stub import Deployment, certificate, deployed

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate(tmp_path_factory.mktemp("tls"), "-days", "90")


@pytest.fixture(scope="module")
def running(both: Path) -> Iterator[Deployment]:
    with deployed(both) as server:
        yield server


@pytest.fixture
def stub(running: Deployment, monkeypatch: pytest.MonkeyPatch) -> Deployment:
    monkeypatch.setattr(outside, "_SOON_REFUSED", 0.5)
    monkeypatch.setattr(outside, "_TIMES", 4)
    running.fault = ""
    return running


def site(stub: Deployment, both: Path | None) -> Site:
    address = f"http{'s' * bool(both)}://localhost:{stub.server_port}/maps"
    return site_of(address, str(both) if both else None)


FAULTS = {
    "without: Strict-Transport-Security": "Browsers are not told to come by TLS alone",
    "with: Strict-Transport-Security=max-age=300": "Browsers are not told to come by TLS alone",
    "without: Content-Security-Policy": "Any site may frame the pages",
    "with: Content-Security-Policy=default-src 'self'": "Any site may frame the pages",
    "with: Content-Security-Policy=default-src 'self'; img-src https://a.test; "
    "frame-ancestors 'none'": "Content-Security-Policy lets pages fetch from other sites",
    "without: X-Content-Type-Options": "Browsers may guess what a file is",
    "without: Referrer-Policy": "Other sites may be told the addresses of pages",
    "with: Referrer-Policy=unsafe-url": "Other sites may be told the addresses of pages",
    "plain": "Scripts travel uncompressed",
    "no websockets": "Websockets do not pass",
    "any origin": "A page of another site can open a session",
    "any host": "The app answers to any name",
    "limit: small": "The proxy refuses files of 10 MB",
    "limit: any": "Files of any size are taken in",
    "metrics": "Anybody can read /metrics",
    "late": "The clock there and the clock here are 10 minutes apart",
    "not ready to say": "/ready says nothing (status 502)",
    "another app": "/ready says nothing (status 200)",
    "failing: data": "The app is not ready, because a published file",
    "failing: store": "The app is not ready, because saved options",
    "failing: disk": "The app is not ready, because a disk",
    "failing: workers": "The app is not ready, because no process",
    "failing: more": "The app is not ready, because its check “more” fails",
    "two versions": "The processes are of 2 versions",
    "not sticky": "A person’s requests go to any process",
    "no cookie": "A person’s requests go to any process",
}


def test_nothing_is_wrong_with_a_healthy_deployment(
    stub: Deployment, both: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = f"https://localhost:{stub.server_port}/maps/"
    assert main(["doctor", address, "--authority", str(both)]) == 0
    assert capsys.readouterr().out == f"Nothing is wrong: {len(outside.CHECKS)} checks hold.\n"


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_said_in_one_sentence_and_no_other_is_found(
    fault: str, stub: Deployment, both: Path
) -> None:
    stub.fault = fault
    said = list(doctor.from_outside(site(stub, both)))
    assert said[0].startswith(FAULTS[fault])
    assert ": " in said[0]
    # Where numbers are open to all, both kinds are.
    assert len(said) == (2 if fault == "metrics" else 1)


def test_a_certificate_that_browsers_do_not_trust_is_said_and_the_rest_is_looked_at(
    stub: Deployment,
) -> None:
    stub.fault = "plain"
    first, second = doctor.from_outside(site_of(f"https://localhost:{stub.server_port}/maps"))
    assert first.startswith("Browsers do not trust the certificate (self-signed certificate)")
    assert second.startswith("Scripts travel uncompressed")


def test_a_certificate_that_ends_soon_is_said(tmp_path: Path) -> None:
    both = certificate(tmp_path / "soon", "-days", "5")
    with deployed(both) as server:
        (said,) = outside.encryption(site(server, both))
    assert said == "The certificate ends in 5 days: renew it and reload nginx."


def test_pages_without_tls_are_said_where_others_can_be_on_the_way() -> None:
    (said,) = outside.encryption(site_of("http://icb.example.nhs.uk"))
    assert said.startswith("Pages travel without TLS")
    assert not list(outside.encryption(site_of("http://localhost:8501")))


def test_where_nobody_answers_that_is_all_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    address = f"http://localhost:{free_port()}"
    assert main(["doctor", address]) == 1
    assert capsys.readouterr().out.startswith(f"Nothing answers at {address}: ")


@pytest.mark.parametrize("typed", [[], ["ftp://a"], ["icb.example.nhs.uk"], ["http://a:b"]])
def test_what_is_no_address_is_refused(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["doctor", *typed]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The settings that are described, filled in."""
    text = (ROOT / "deploy" / "icb-footprints.env").read_text("utf-8")
    (store,) = (line for line in text.splitlines() if line.startswith("ICB_FOOTPRINTS_STORE="))
    text = text.replace(store, f"ICB_FOOTPRINTS_STORE=sqlite:///{tmp_path}/options.sqlite3")
    text = text.replace("COOKIE_SECRET=", f"COOKIE_SECRET={'5ec7' * 16}")
    file = tmp_path / "icb-footprints.env"
    file.write_text(text, "utf-8")
    file.chmod(0o600)
    return file


def wrong(file: Path) -> list[str]:
    settings = inside.settings_in(file)
    return [said for check in inside.CHECKS for said in check(file, settings)]


def test_nothing_is_wrong_with_the_settings_that_are_described(config: Path) -> None:
    assert wrong(config) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (inside.SECRET, "STREAMLIT_SERVER_COOKIE_SECRET is missing or short"),
        (inside.ADDRESS, "ICB_FOOTPRINTS_ADDRESS is not set"),
        (inside.SETTING, "ICB_FOOTPRINTS_STORE is not set"),
        (inside.ASSETS, "ICB_FOOTPRINTS_ASSETS is not set"),
    ],
)
def test_each_setting_that_is_missing_is_said(config: Path, name: str, said: str) -> None:
    lines = config.read_text("utf-8").splitlines()
    config.write_text("\n".join(one for one in lines if not one.startswith(name)), "utf-8")
    (found,) = wrong(config)
    assert found.startswith(said)


def test_settings_that_others_can_read_are_said(config: Path) -> None:
    config.chmod(0o644)
    assert wrong(config) == [
        f"Others on this machine can read {config}, which holds secrets: chmod 600 {config}"
    ]


def test_a_store_that_cannot_be_used_is_said(config: Path, tmp_path: Path) -> None:
    (tmp_path / "options.sqlite3").write_bytes(b"x" * 5000)
    (said,) = wrong(config)
    assert said.startswith("Options cannot be read or kept: The store of options is damaged")


def test_a_clock_that_was_turned_back_is_said(config: Path, tmp_path: Path) -> None:
    store = OptionStore(f"sqlite:///{tmp_path}/options.sqlite3")
    store.save(Draft(name="a", content="a", base="b", data_version="c"))
    assert wrong(config) == []
    with store._database.writing() as connection:
        later = {"at": str(datetime.now(UTC) + timedelta(hours=2))[:26]}
        change = sqlalchemy.text("UPDATE icb_footprints_revision SET saved_at = :at")
        connection.execute(change, later)
    (said,) = wrong(config)
    assert "the clock of this machine was turned back" in said


def test_a_disk_that_is_nearly_full_is_said(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def usage(folder: Path) -> SimpleNamespace:
        return SimpleNamespace(free=2**20 if folder == tmp_path else 2**40)

    monkeypatch.setattr(inside.shutil, "disk_usage", usage)
    assert wrong(config) == [f"Less than 1 GB is free on the disk of {tmp_path}: make room."]


def test_with_settings_the_address_in_them_is_looked_at(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = f"http://localhost:{free_port()}"
    text = config.read_text("utf-8").replace("https://icb.example.nhs.uk", address)
    config.write_text(text, "utf-8")
    assert main(["doctor", "--config", str(config)]) == 1
    assert capsys.readouterr().out.startswith(f"Nothing answers at {address}: ")


def test_folders_that_are_nearly_full_are_said_by_the_alphabet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inside.shutil, "disk_usage", lambda _: SimpleNamespace(free=2**30 - 1))
    monkeypatch.setattr(inside.tempfile, "gettempdir", lambda: str(tmp_path))
    settings = {inside.ASSETS: str(tmp_path.parent), inside.SETTING: "sqlite:////a.sqlite3"}
    said = list(inside.disk(tmp_path, settings))
    folders = ["/", str(tmp_path.parent), str(tmp_path)]
    assert said == [f"Less than 1 GB is free on the disk of {one}: make room." for one in folders]
    monkeypatch.setattr(inside.shutil, "disk_usage", lambda _: SimpleNamespace(free=2**30))
    assert not list(inside.disk(tmp_path, settings))


@pytest.mark.parametrize(("letters", "faults"), [(31, 1), (32, 0)])
def test_a_secret_has_thirty_two_letters(tmp_path: Path, letters: int, faults: int) -> None:
    assert len(list(inside.secret(tmp_path, {inside.SECRET: "x" * letters}))) == faults


@pytest.mark.parametrize(
    ("content", "read"),
    [("# A=1\n;B=2\nC=3\n\n D = 'x=y' \nE\n", {"C": "3", "D": "x=y"}), ("", {})],
)
def test_settings_are_read_as_systemd_reads_them(
    tmp_path: Path, content: str, read: dict[str, str]
) -> None:
    (tmp_path / "env").write_text(content, "utf-8")
    assert inside.settings_in(tmp_path / "env") == read

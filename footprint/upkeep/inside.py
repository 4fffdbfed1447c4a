"""Inside: what is wrong with a deployment as its own machine sees it, each in one sentence."""

from __future__ import annotations

import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from footprint.command import files
from footprint.store.database import default_url
from footprint.store.ready import check
from footprint.store.revisions import SETTING, StoreError
from footprint.store.store import OptionStore

ADDRESS = "ICB_FOOTPRINTS_ADDRESS"
ASSETS = "ICB_FOOTPRINTS_ASSETS"
SECRET = "STREAMLIT_SERVER_COOKIE_SECRET"
LEAST_FREE = 2**30
"""Bytes of disk below which there is no longer a week to make room."""
LEAST_SECRET = 32
Settings = Mapping[str, str]


def settings_in(file: Path) -> Settings:
    """The settings in an environment file, as systemd reads it."""
    lines = files.content_of(file).decode("utf-8", "replace").splitlines()
    pairs = (line.split("=", 1) for line in map(str.strip, lines) if _is_setting(line))
    return {name.strip(): value.strip().strip("\"'") for name, value in pairs}


def _is_setting(line: str) -> bool:
    return "=" in line and not line.startswith(("#", ";"))


def privacy(file: Path, _settings: Settings) -> Iterator[str]:
    """That the file with the password and the secret is read by its owner alone."""
    if file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        yield f"Others on this machine can read {file}, which holds secrets: chmod 600 {file}"


def secret(_file: Path, settings: Settings) -> Iterator[str]:
    """That all processes have one secret, long enough not to be guessed."""
    if len(settings.get(SECRET, "")) < LEAST_SECRET:
        yield (
            f"{SECRET} is missing or short, so that uploads fail where another process answers: "
            "write a word of chance of 32 letters or more, the same for all processes."
        )


def address(_file: Path, settings: Settings) -> Iterator[str]:
    """That the app knows the name it is called by."""
    if not settings.get(ADDRESS):
        yield (
            f"{ADDRESS} is not set, so that the app does not answer to its name and papers carry "
            "no link: write the address that people use."
        )


def store(_file: Path, settings: Settings) -> Iterator[str]:
    """That the store can be read and written, and nothing in it comes from days to come."""
    if not settings.get(SETTING):
        yield (
            f"{SETTING} is not set, so that options are kept in a file among one user’s own data: "
            "name a PostgreSQL database that all processes share."
        )
        return
    try:
        url = default_url(settings)
        check(url)
        newest = OptionStore(url).list_options()[:1]
    except StoreError as problem:
        yield f"Options cannot be read or kept: {problem}"
        return
    if any(one.saved_at > datetime.now(UTC) + timedelta(minutes=1) for one in newest):
        yield (
            "The newest option was saved at a time that has not come yet, so the clock of this "
            "machine was turned back: set it by the network (timedatectl set-ntp true)."
        )


def shared(_file: Path, settings: Settings) -> Iterator[str]:
    """That there is a folder in which each version finds the files of the others."""
    if not settings.get(ASSETS):
        yield (
            f"{ASSETS} is not set, so that pages may break while a new version takes over: name a "
            "folder that all processes can write to."
        )


def disk(_file: Path, settings: Settings) -> Iterator[str]:
    """That there is room for what people save and take away."""
    folders = {Path(tempfile.gettempdir()), Path(settings.get(ASSETS) or tempfile.gettempdir())}
    kept = settings.get(SETTING, "")
    if kept.startswith("sqlite:///"):
        folders.add(Path(kept.removeprefix("sqlite:///")).parent)
    for folder in sorted(folders):
        if folder.exists() and shutil.disk_usage(folder).free < LEAST_FREE:
            yield f"Less than 1 GB is free on the disk of {folder}: make room."


CHECKS: tuple[Callable[[Path, Settings], Iterator[str]], ...] = (
    privacy,
    secret,
    address,
    store,
    shared,
    disk,
)

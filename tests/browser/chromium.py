"""Finds a Chromium to test in, and installs one where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

# The shell is the same engine without a window's furniture: a page costs it two thirds as much.
_NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)
HOW = "No Chromium was found. Get one with: playwright install chromium, or: apt install chromium"


def find() -> str | None:
    """Return the path of an installed Chromium or Chrome, or None."""
    on_path = (shutil.which(name) for name in _NAMES)
    in_place = (place for place in _PLACES if Path(place).exists())
    installed = next((path for path in (*on_path, *in_place) if path), None)
    return installed or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        path = play.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> str | None:
    """Try Playwright's own Chromium, then Debian's; return the path of whichever came."""
    _quietly([sys.executable, "-m", "playwright", "install", "chromium"])
    if not (found := find()) and shutil.which("apt-get") and os.geteuid() == 0:
        _quietly(["apt-get", "update"])
        _quietly(["apt-get", "install", "-y", "--no-install-recommends", "chromium"])
        found = find()
    return found


def _quietly(command: list[str]) -> None:
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main() -> int:
    """Make sure there is a Chromium; say in one line how to get one where there cannot be."""
    if find() or install():
        return 0
    print(HOW, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())

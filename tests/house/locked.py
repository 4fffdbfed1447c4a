"""What is installed, by the lock files: each package with version, hashes and licence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

from tests.house.code import ROOT

LOCKS = (
    "requirements",
    "requirements-postgres",
    "requirements-sign-in",
    "requirements-dev",
    "requirements-lock",
)
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(?: ; (.+?))?(?: \\)?$")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")

# What a wheel says in other words than an SPDX expression.
_SPDX = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD 3-Clause": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
# Whose wheels name no licence, or not in words that say which: the licence, and where it stands.
STATED_ELSEWHERE = {
    "axe-playwright-python": ("MIT", "the licence text in its wheel"),
    "colorama": ("BSD-3-Clause", "the licence text in its wheel, which Windows alone installs"),
    "cycler": ("BSD-3-Clause", "the licence text in its wheel"),
    "streamlit-folium": (
        "MIT",
        "LICENSE in its repository, “Copyright (c) 2020-2022 Randy Zwitch”; its wheel has none",
    ),
    "xstatic-leaflet": ("BSD-2-Clause", "its wheel says “same as Leaflet”, which is BSD-2-Clause"),
}


@dataclass(frozen=True)
class Package:
    """One package that is pinned; `where` is the kind of machine it is for, "" for any."""

    name: str
    version: str
    where: str
    hashes: tuple[str, ...]


def locked(lock: str) -> dict[str, Package]:
    """Every package of a lock file, by its normal name."""
    text = (ROOT / f"{lock}.txt").read_text(encoding="utf-8")
    found = {}
    for entry in re.split(r"\n(?=[A-Za-z0-9])", text.partition("\n\n")[2] or text):
        first, *rest = [line for line in entry.splitlines() if not line.startswith("#")] or [""]
        if one := _PINNED.match(first):
            name = normal(one[1])
            hashes = tuple(_HASH.findall("\n".join(rest)))
            found[name] = Package(name, one[2], one[3] or "", hashes)
    return found


def normal(name: str) -> str:
    """A package's name as indexes write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence(name: str) -> str:
    """The licence of a package as an SPDX expression; "" where nothing says which."""
    if name in STATED_ELSEWHERE:
        return STATED_ELSEWHERE[name][0]
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return ""
    return next(filter(None, map(_expression, _stated(told))), "")


def _stated(told: PackageMetadata) -> list[str]:
    named = [one.split(" :: ")[-1] for one in told.get_all("Classifier") or () if "License" in one]
    return [told.get("License-Expression") or "", told.get("License") or "", *named]


def _expression(said: str) -> str:
    # A whole licence text stands where some put a name.
    first = said.strip().split("\n")[0].strip()
    known = re.fullmatch(r"[A-Z][A-Za-z0-9.-]+( (AND|OR|WITH) [A-Z0-9][A-Za-z0-9.-]+)*", first)
    return _SPDX.get(first, first if known else "")


def read(path: Path) -> dict[str, str]:
    """What a file written by hand pins: versions by normal names."""
    lines = path.read_text(encoding="utf-8").splitlines()
    pinned = (line.split("==") for line in lines if "==" in line)
    return {normal(name.split("[")[0]): version for name, version in pinned}

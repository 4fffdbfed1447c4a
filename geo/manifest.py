"""The manifest: data/sources.toml lists every file with its checksum."""

import hashlib
import re
import tomllib
from pathlib import Path

WORDS = ("README.md", "sources.toml")
"""Files in data/ and geo/ that describe the others and so are not listed."""


class ManifestError(ValueError):
    """The manifest and the files do not agree."""


def files(root: Path) -> list[str]:
    """Every file the manifest must list, as a path from the root."""
    found = [path for folder in ("data", "geo") for path in (root / folder).rglob("*")]
    kept = (
        p for p in found if p.is_file() and p.suffix not in {".py", ".pyc"} and p.name not in WORDS
    )
    return sorted(path.relative_to(root).as_posix() for path in kept)


def checksum(path: Path) -> str:
    """The sha256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def data_version(checksums: dict[str, str]) -> str:
    """Ten characters that change when any file does."""
    lines = "\n".join(f"{path} {checksums[path]}" for path in sorted(checksums))
    return hashlib.sha256(lines.encode()).hexdigest()[:10]


def refreshed(text: str, root: Path) -> str:
    """The manifest's text with the checksums and version of the files as they are now.

    The words are kept as written; a file without an entry, or an entry without a file, is
    a ManifestError.
    """
    entries = [entry["path"] for entry in tomllib.loads(text)["file"]]
    differ = sorted(set(entries) ^ set(files(root)))
    if differ:
        raise ManifestError(f"data/sources.toml and the files differ: {', '.join(differ)}.")
    checksums = {path: checksum(root / path) for path in entries}
    for path, value in checksums.items():
        entry = rf'(path = "{re.escape(path)}"(?:\n(?!\[\[).*)*?\nsha256 = )"[0-9a-f]*"'
        text = re.sub(entry, rf'\1"{value}"', text, count=1)
    return re.sub(
        r'(?m)^data_version = ".*"$', f'data_version = "{data_version(checksums)}"', text, count=1
    )

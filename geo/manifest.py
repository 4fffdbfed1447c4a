"""The manifest: data/sources.toml lists every file with its checksum.

Run as a command it brings the checksums up to date, and says which entries changed.
"""

import csv
import hashlib
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

MANIFEST = "data/sources.toml"

WORDS = ("README.md", "sources.toml")
"""Files in data/ and geo/ that describe the others and so are not listed."""

WANTED = ("title", "publisher", "date", "retrieved_from", "licence", "attribution", "done", "gaps")
"""What an entry says besides its path and checksum."""


OWN_CHECKSUM = re.compile(r'(?m)^own_sha256 = "([0-9a-f]*)"$')
"""The manifest's checksum of itself without these digits, so that any other change shows."""


class ManifestError(ValueError):
    """The manifest and the files do not agree."""


def files(root: Path) -> list[str]:
    """Every file the manifest must list, as a path from the root."""
    found = [path for folder in ("data", "geo") for path in (root / folder).rglob("*")]
    return sorted(path.relative_to(root).as_posix() for path in found if _listed(path))


def _listed(path: Path) -> bool:
    # Desktops and spreadsheets leave hidden files and locks in any folder that is looked at.
    left_behind = path.name.startswith((".", "~$")) or path.name in {"Thumbs.db", "desktop.ini"}
    code_or_words = path.suffix in {".py", ".pyc"} or path.name in WORDS
    return path.is_file() and not left_behind and not code_or_words


def checksum(path: Path) -> str:
    """The sha256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def data_version(checksums: dict[str, str]) -> str:
    """Ten characters that change when any file does."""
    lines = "\n".join(f"{path} {checksums[path]}" for path in sorted(checksums))
    return hashlib.sha256(lines.encode()).hexdigest()[:10]


def listed(text: str) -> dict[str, str]:
    """The checksum that a manifest's text gives each file, "" where it gives none."""
    try:
        entries = tomllib.loads(text)["file"]
    except (tomllib.TOMLDecodeError, KeyError) as reason:
        raise ManifestError(f"{MANIFEST} cannot be read ({reason}).") from reason
    return {entry["path"]: entry.get("sha256", "") for entry in entries}


def refreshed(text: str, root: Path) -> str:
    """The manifest's text with the checksums and version of the files as they are now.

    The words are kept as written; a file without an entry, or an entry without a file or
    without a line for its checksum, is a ManifestError that says what to do.
    """
    known, found = listed(text), files(root)
    if said := [*_unlisted(root, known, found), *_gone(known, found)]:
        raise ManifestError("\n".join(said))
    checksums = {path: checksum(root / path) for path in known}
    for path, value in checksums.items():
        entry = rf'(path = "{re.escape(path)}"(?:\n(?!\[\[).*)*?\nsha256 = )"[0-9a-f]*"'
        text, count = re.subn(entry, rf'\1"{value}"', text, count=1)
        if not count:
            raise ManifestError(f'{MANIFEST}: the entry of {path} has no line sha256 = "".')
    version = f'data_version = "{data_version(checksums)}"'
    return sealed(re.sub(r'(?m)^data_version = ".*"$', version, text, count=1))


def sealed(text: str) -> str:
    """A manifest's text with its own checksum brought up to date."""
    rest, count = OWN_CHECKSUM.subn('own_sha256 = ""', text, count=1)
    if not count:
        raise ManifestError(f'{MANIFEST} has no line own_sha256 = "".')
    own = hashlib.sha256(rest.encode()).hexdigest()
    return rest.replace('own_sha256 = ""', f'own_sha256 = "{own}"', 1)


def _unlisted(root: Path, known: dict[str, str], found: list[str]) -> Iterator[str]:
    for path in found:
        if path not in known:
            yield (
                f"{path} is not listed in {MANIFEST}. Add a [[file]] there with its path, "
                f'{", ".join(WANTED)} and sha256 = ""{_and_columns(root / path)}.'
            )


def _and_columns(path: Path) -> str:
    if path.suffix != ".csv":
        return ""
    with path.open(encoding="utf-8", newline="") as table:
        columns = next(csv.reader(table), [])
    return f", and under [file.columns] what each means: {', '.join(columns)}"


def _gone(known: dict[str, str], found: list[str]) -> Iterator[str]:
    for path in known:
        if path not in found:
            yield f"{MANIFEST} lists {path}, which is not there. Restore it, or take its entry out."


def main(root: Path = ROOT) -> int:
    """Bring the checksums up to date and say what changed, or say what is missing."""
    manifest = root / MANIFEST
    text = manifest.read_text(encoding="utf-8")
    try:
        fresh = refreshed(text, root)
    except ManifestError as error:
        print(error, file=sys.stderr)
        return 1
    before, after = listed(text), listed(fresh)
    changed = [path for path in after if after[path] != before[path]]
    manifest.write_text(fresh, encoding="utf-8", newline="\n")
    for path in changed:
        print(f"{path} has changed; its checksum is now {after[path]}.")
    print(_version(text, fresh))
    return 0


def _version(text: str, fresh: str) -> str:
    if text == fresh:
        return f"Every file is the one {MANIFEST} describes; nothing was written."
    return f"The data version is now {tomllib.loads(fresh)['data_version']}."


if __name__ == "__main__":
    sys.exit(main())

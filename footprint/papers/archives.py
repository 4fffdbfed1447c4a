"""Archives: zip files whose bytes depend on nothing but what is in them and the day."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date

# Readers find out what an office file is by its first entry.
_FIRST = ("[Content_Types].xml", "_rels/.rels")
_CORE = "docProps/core.xml"
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def packed(files: Mapping[str, bytes], day: date) -> bytes:
    """Pack files into a zip, in the order given, each dated the day given."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(_entry(name, day), content)
    return written.getvalue()


def settled(content: bytes, day: date) -> bytes:
    """Write an office file again so that the moment it was made leaves no trace.

    Entries are dated the day given and sorted, and so are the dates in its properties.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if _CORE in parts:
        stamp = b"\\g<1>%bT00:00:00Z\\g<3>" % day.isoformat().encode()
        parts[_CORE] = _STAMP.sub(stamp, parts[_CORE])
    names = sorted(parts, key=lambda name: (name not in _FIRST, name))
    return packed({name: parts[name] for name in names}, day)


def _entry(name: str, day: date) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    # The default names the system it was made on.
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry

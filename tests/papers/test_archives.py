"""Archives: the same input gives the same bytes, whenever it is written."""

import io
import zipfile
from datetime import date

from footprint.papers.archives import packed, settled

DAY = date(2026, 11, 22)
CORE = (
    b'<cp:coreProperties xmlns:dcterms="http://purl.org/dc/terms/">'
    b'<dcterms:created xsi:type="dcterms:W3CDTF">2013-12-23T23:15:00Z</dcterms:created>'
    b"<dcterms:modified>2031-01-01T01:02:03Z</dcterms:modified></cp:coreProperties>"
)


def made(names):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name in names:
            archive.writestr(name, CORE)
    return written.getvalue()


def test_neither_the_order_nor_the_moment_shows():
    names = ["word/document.xml", "docProps/core.xml", "[Content_Types].xml"]
    assert settled(made(names), DAY) == settled(made(names[::-1]), DAY)


def test_an_office_file_begins_with_what_its_parts_are():
    content = settled(made(["a.xml", "_rels/.rels", "[Content_Types].xml"]), DAY)
    assert content[30:].startswith(b"[Content_Types].xml")


def test_every_date_is_the_day():
    with zipfile.ZipFile(io.BytesIO(settled(made(["docProps/core.xml"]), DAY))) as archive:
        assert archive.infolist()[0].date_time == (2026, 11, 22, 0, 0, 0)
        core = archive.read("docProps/core.xml")
    assert core.count(b">2026-11-22T00:00:00Z<") == 2
    assert b"2013" not in core
    assert b"2031" not in core


def test_files_are_packed_as_they_are():
    content = packed({"b.csv": b"1", "ä.csv": b"2"}, DAY)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "b.csv": b"1",
            "ä.csv": b"2",
        }

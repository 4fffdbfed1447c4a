"""Office files opened by programs that did not write them: LibreOffice and poppler."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from PIL import Image

from footprint.papers.paper import Paper, Sheet
from tests.paper_samples import HOSTILE, SAMPLES, membership

MISSING = [name for name in ("soffice", "pdftotext", "pdftoppm") if not shutil.which(name)]
needs_office = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
# Every sheet of a workbook as its own UTF-8 file, with cells as they are shown.
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
NAMES = {
    "formula": "=HYPERLINK(1)",
    "at": "@SUM(1+1)",
    "plus": "+1",
    "minus": "-2+3",
    "quotes": "\"It's\" & 'that' <script>alert(1)</script>",
    "coded": "_x0041_ stays",
    "control": "bell\x07 tab\t line\n escape\x1b lone\ud800 last\ufffe",
    "arabic": "شمال إنجلترا 2026 (NHS)",
    "emoji": "🗺️ map 🧑‍⚕️",
    "error": "#N/A",
    "truth": "TRUE",
    "number": "0012",
    "long": HOSTILE,
}


@dataclass(frozen=True)
class Word:
    """One word on a page of a PDF, in millimetres from the top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def converted(files: Mapping[str, bytes], to: str, folder: Path) -> Path:
    """Convert files in one run of LibreOffice, and return the folder of what came out."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    made = folder / "made"
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", to, "--outdir", made, *(folder / name for name in files)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return made


def said(pdf: Path) -> str:
    """Return the words of a PDF in the order they were written, one space between them."""
    done = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True)
    return " ".join(done.stdout.decode().split())


def words(pdf: Path) -> list[list[Word]]:
    """Return where each word stands, page by page."""
    done = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True)
    # Poppler leaves characters in the title that XML does not allow.
    text = re.sub(rb"<title>.*?</title>", b"", done.stdout, flags=re.DOTALL)
    found = etree.fromstring(text, etree.XMLParser(recover=True))
    return [[_word(word) for word in page.iter("{*}word")] for page in found.iter("{*}page")]


def sizes(pdf: Path) -> list[tuple[float, float]]:
    """Return how wide and how high each page is, in millimetres."""
    with pikepdf.open(pdf) as opened:
        boxes = [[float(side) for side in page.mediabox] for page in opened.pages]
    return [((box[2] - box[0]) * 25.4 / 72, (box[3] - box[1]) * 25.4 / 72) for box in boxes]


def _word(element: etree._Element) -> Word:
    sides = (float(element.get(side)) * 25.4 / 72 for side in ("xMin", "yMin", "xMax", "yMax"))
    return Word(element.text or "", *sides)


def drawn(pdf: Path) -> list[Image.Image]:
    """Return the pages of a PDF as small grey pictures."""
    subprocess.run(["pdftoppm", "-r", "24", "-gray", pdf, pdf.with_suffix("")], check=True)
    return [Image.open(path) for path in sorted(pdf.parent.glob(f"{pdf.stem}-*.pgm"))]


def marked(picture: Image.Image) -> float:
    """Return the share of a picture that is not white."""
    counts = picture.histogram()
    return 1 - sum(counts[250:]) / sum(counts)


@cache
def picture(sheet: Sheet) -> bytes:
    """A plain picture of the shape of a sheet; coarse, as LibreOffice is slow with fine ones."""
    size = (round(sheet.width), round(sheet.height))
    written = io.BytesIO()
    Image.new("RGB", size, "#41b6e6").save(written, "png")
    return written.getvalue()


def awkward() -> Paper:
    """A paper in which every word is one that breaks files."""
    paper = membership()
    rows = tuple((name, float(line), None) for line, name in enumerate(NAMES.values()))
    return replace(
        paper,
        title=NAMES["control"],
        subtitle=NAMES["arabic"],
        summary=NAMES["quotes"],
        table=replace(paper.table, title=NAMES["formula"], rows=rows),
        figures=tuple((name, name) for name in NAMES.values()),
        lists=tuple((name, name) for name in NAMES.values()),
        notes=(NAMES["control"],),
        sources=(NAMES["quotes"], NAMES["control"]),
        caption=NAMES["arabic"],
    )


def long_table() -> Paper:
    """A table of several pages, with more columns than stand side by side."""
    paper = membership()
    columns = (*paper.table.columns, *paper.table.columns[1:])
    rows = tuple((*row, *row[1:]) for row in paper.table.rows * 5)
    return replace(paper, table=replace(paper.table, columns=columns, rows=rows))


def short_table() -> Paper:
    """A table that has room beside its map."""
    paper = membership()
    return replace(paper, table=replace(paper.table, rows=paper.table.rows[:4]))


def bare() -> Paper:
    """A paper with nothing but its map."""
    paper = membership()
    empty = replace(paper.table, rows=())
    return replace(
        paper, subtitle="", table=empty, figures=(), lists=(), notes=(), sources=(), link=""
    )


def east() -> Paper:
    """Two models for a part of England, whose maps have no page of their own."""
    paper = SAMPLES["east"]()
    return replace(paper, panels=paper.panels[:2])


PAPERS = {name: make for name, make in SAMPLES.items() if name != "one_icb"} | {
    made.__name__: made for made in (awkward, long_table, short_table, bare, east)
}

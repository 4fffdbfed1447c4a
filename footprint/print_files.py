"""Files for paper: a figure as bytes, the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from io import BytesIO
from threading import Lock

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from footprint.print_pages import DOTS_PER_INCH

# Matplotlib keeps its settings for the whole process, so one file is written at a time.
_WRITING = Lock()
_SETTINGS = {"svg.hashsalt": "footprints", "svg.fonttype": "path", "pdf.fonttype": 42}


def png(figure: Figure) -> bytes:
    """Return a figure as a picture, without a word about who made it when."""
    file = BytesIO()
    with _WRITING:
        FigureCanvasAgg(figure).print_png(
            file, metadata={"Software": None}, pil_kwargs={"dpi": (DOTS_PER_INCH,) * 2}
        )
    return file.getvalue()


def svg(figure: Figure, title: str, description: str) -> bytes:
    """Return a figure as a drawing, with a title and a description."""
    file = BytesIO()
    with _WRITING, mpl.rc_context(_SETTINGS):
        FigureCanvasSVG(figure).print_svg(
            file, metadata={"Date": None, "Title": title, "Description": description}
        )
    return file.getvalue()


def pdf(figures: Iterable[Figure], title: str, day: date) -> bytes:
    """Return figures as one document, a page each, dated with the day it speaks of."""
    file = BytesIO()
    made = datetime(day.year, day.month, day.day, tzinfo=UTC)
    about = {"Title": title, "CreationDate": made, "Author": "ICB Footprints"}
    pages = PdfPages(file, metadata=about)
    for figure in figures:
        with _WRITING, mpl.rc_context(_SETTINGS):
            pages.savefig(figure)
    # The fonts are written last.
    with _WRITING, mpl.rc_context(_SETTINGS):
        pages.close()
    return file.getvalue()

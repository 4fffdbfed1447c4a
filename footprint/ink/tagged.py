"""Tagged PDF: sheets as one document whose headings, tables and figures are read out in order.

Matplotlib writes no tags. Here each thing it draws is marked in the page as a part of an element,
and the tree of the elements, the language, the bookmarks and the page labels are added after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO

import matplotlib as mpl
from matplotlib.backends.backend_pdf import Name, PdfFile, RendererPdf
from pikepdf import Array, Dictionary, Object, OutlineItem, Page, Pdf, String
from pikepdf import Name as Key

from footprint.ink.pages import SETTINGS, WRITING
from footprint.ink.tags import ORNAMENT, Sheet, Tag, in_order
from footprint.ink.words import clean

# What matplotlib draws one by one; it draws an image in a group without its number.
_GROUPS = ("patch", "text")
LANGUAGE = "en-GB"


@dataclass(frozen=True)
class Bookmark:
    """A line of a document's outline, and the page it opens, from 0."""

    words: str
    page: int


@dataclass(frozen=True)
class _Written:
    """A page as it was written: its elements, and the element of each thing marked on it."""

    tags: Sequence[Tag]
    marks: Sequence[int]


class _Renderer(RendererPdf):
    """Marks whatever is drawn as a part of its element, or as ornament."""

    def __init__(self, file: PdfFile, sheet: Sheet) -> None:
        wide, high = sheet.get_size_inches()
        super().__init__(file, 72, high, wide)
        self.marks: list[int] = []
        self._sheet = sheet

    def open_group(self, s: str, gid: str | None = None) -> None:
        if s not in _GROUPS:
            return
        place = int(gid) if gid else ORNAMENT
        if place == ORNAMENT:
            self.file.output(Name("Artifact"), _BMC)
            return
        mark = {"MCID": len(self.marks)}
        self.marks.append(place)
        self.file.output(Name(self._sheet.tags[place].kind), mark, _BDC)

    def close_group(self, s: str) -> None:
        if s in _GROUPS:
            self.file.output(_EMC)


class _Operator:
    """An operator of PDF that matplotlib has no name for."""

    def __init__(self, name: bytes) -> None:
        self._name = name

    def pdfRepr(self) -> bytes:  # noqa: N802 - matplotlib's own name
        return self._name


_BMC, _BDC, _EMC = (_Operator(name) for name in (b"BMC", b"BDC", b"EMC"))


def pdf(
    sheets: Iterable[Sheet], title: str, day: date, bookmarks: Sequence[Bookmark] = ()
) -> bytes:
    """Return sheets as one tagged document, a page each, dated with the day it speaks of."""
    file = BytesIO()
    made = datetime(day.year, day.month, day.day, tzinfo=UTC)
    about = {"Title": title, "CreationDate": made, "Author": "ICB Footprints"}
    with WRITING, mpl.rc_context(SETTINGS):
        document = PdfFile(file, metadata=about)
    written = []
    for sheet in sheets:
        with WRITING, mpl.rc_context(SETTINGS):
            written.append(_page(document, sheet))
    # The fonts are written last.
    with WRITING, mpl.rc_context(SETTINGS):
        document.finalize()
    return _finished(file, written, title, bookmarks)


def _page(document: PdfFile, sheet: Sheet) -> _Written:
    for artist, place in sheet.pieces:
        artist.set_gid(None if place == ORNAMENT else str(place))
    sheet.set_dpi(72)
    document.newPage(*sheet.get_size_inches())
    renderer = _Renderer(document, sheet)
    sheet.draw(renderer)
    renderer.finalize()
    document.endStream()
    return _Written(sheet.tags, renderer.marks)


def _finished(
    file: BytesIO, written: Sequence[_Written], title: str, bookmarks: Sequence[Bookmark]
) -> bytes:
    made = BytesIO()
    with Pdf.open(file) as document:
        _add_tree(document, written)
        root = document.Root
        root.Lang, root.MarkInfo = String(LANGUAGE), Dictionary(Marked=True)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
            about["dc:title"], about["dc:language"] = title, [LANGUAGE]
            about["pdfuaid:part"] = "1"
        with document.open_outline() as outline:
            outline.root.extend(OutlineItem(one.words, one.page) for one in bookmarks)
        document.save(made, deterministic_id=True)
    return made.getvalue()


def _add_tree(document: Pdf, written: Sequence[_Written]) -> None:
    root = document.make_indirect(Dictionary(Type=Key.StructTreeRoot))
    whole = document.make_indirect(Dictionary(Type=Key.StructElem, S=Key.Document, P=root))
    children: list[Object] = []
    parents: list[Object] = []
    for page, told in zip(document.pages, written, strict=True):
        elements = _elements(document, page, told, whole)
        children += [
            elements[place] for place in in_order(told.tags) if told.tags[place].inside == ORNAMENT
        ]
        page.obj.StructParents, page.obj.Tabs = len(parents), Key.S
        parents.append(Array([elements[place] for place in told.marks]))
    for page in document.pages:
        page.obj.Annots = Array(map(document.make_indirect, page.obj.get("/Annots", ())))
        for link in page.obj.Annots:
            link.StructParent = len(parents)
            parents.append(_link(document, page, link, whole))
            children.append(parents[-1])
    whole.K, root.K = Array(children), Array([whole])
    numbers = (entry for pair in enumerate(parents) for entry in pair)
    root.ParentTree = document.make_indirect(Dictionary(Nums=Array(numbers)))
    root.ParentTreeNextKey = len(parents)
    document.Root.StructTreeRoot = root


def _elements(document: Pdf, page: Page, told: _Written, whole: Object) -> list[Object]:
    """The elements of a page, each knowing its parts and what of the page it marks."""
    made = [document.make_indirect(_element(page, tag)) for tag in told.tags]
    inner: dict[int, list[Object | int]] = {place: [] for place in range(len(made))}
    for mark, place in enumerate(told.marks):
        inner[place].append(mark)
    for place, tag in enumerate(told.tags):
        made[place].P = whole if tag.inside == ORNAMENT else made[tag.inside]
        if tag.inside != ORNAMENT:
            inner[tag.inside].append(made[place])
    for place, element in enumerate(made):
        element.K = Array(inner[place])
    return made


def _element(page: Page, tag: Tag) -> Dictionary:
    element = Dictionary(Type=Key.StructElem, S=Key(f"/{tag.kind}"), Pg=page.obj)
    if tag.words:
        element.Alt = String(clean(tag.words))
    if tag.kind == "Figure":
        element.A = Dictionary(O=Key.Layout, BBox=page.mediabox, Placement=Key.Block)
    if tag.kind == "TH":
        element.A = Dictionary(O=Key.Table, Scope=Key.Column)
    return element


def _link(document: Pdf, page: Page, link: Object, whole: Object) -> Object:
    """The element of an address that can be pressed; its words say where it leads."""
    action = link.get("/A", {})
    link.Contents = String(f"Opens {action.get('/URI', 'a page')}")
    link.F = 4
    held = Dictionary(Type=Key.OBJR, Obj=link, Pg=page.obj)
    return document.make_indirect(
        Dictionary(Type=Key.StructElem, S=Key.Link, P=whole, Pg=page.obj, K=Array([held]))
    )

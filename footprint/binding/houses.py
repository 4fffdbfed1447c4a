"""Houses: whether a board's own templates and logo have what papers need, fault by fault.

Such files come from a reader, so they are opened here, in a process that makes files, and nowhere
else.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from xml.etree import ElementTree

import docx
import pptx
from PIL import Image

from footprint.office import document_parts
from footprint.office.template_files import TemplateError, refuse
from footprint.papers.front import House, too_large
from footprint.slides import decks

# What a template may hold once it is unpacked; markup takes forty times its size to read.
_MOST_PARTS, _MOST_BYTES, _MOST_MARKUP = 2_000, 80_000_000, 8_000_000
_MOST_PIXELS = 25_000_000
_MARKUP = (".xml", ".rels")
Look = Callable[[bytes], Iterator[str]]


def problems(house: House) -> list[str]:
    """Say in a sentence each what is wrong with the files of a house; none where all is well."""
    large = list(too_large(house))
    if large:
        return large
    return [said for name, look in _LOOKS.items() for said in _looked(house, name, look)]


def checked(house: House) -> House:
    """Return a house all of whose files can be used; raises TemplateError with every fault."""
    refuse(problems(house))
    return house


def _looked(house: House, name: str, look: Look) -> Iterator[str]:
    file = getattr(house, name)
    try:
        yield from look(file) if file else ()
    except Exception:
        # A damaged file can break a library anywhere, and in ways of its own.
        yield _DAMAGED[name]


def _slides(file: bytes) -> Iterator[str]:
    _unpacked(file)
    yield from (f"PowerPoint: {said}" for said in _elsewhere(file))
    for said in decks.problems(pptx.Presentation(io.BytesIO(file))):
        yield f"PowerPoint: {said}"


def _document(file: bytes) -> Iterator[str]:
    _unpacked(file)
    yield from (f"Word: {said}" for said in _elsewhere(file))
    for said in document_parts.problems(docx.Document(io.BytesIO(file))):
        yield f"Word: {said}"


def _logo(file: bytes) -> Iterator[str]:
    with Image.open(io.BytesIO(file), formats=("PNG", "JPEG")) as picture:
        wide, high = picture.size
        if wide * high > _MOST_PIXELS:
            yield "The logo has too many dots. Save it smaller than 5,000 by 5,000."
            return
        picture.load()


def _unpacked(file: bytes) -> None:
    """Refuse a file that would not fit into memory; raises TemplateError."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        parts = archive.infolist()
    size = sum(part.file_size for part in parts)
    markup = sum(part.file_size for part in parts if part.filename.lower().endswith(_MARKUP))
    if len(parts) > _MOST_PARTS or size > _MOST_BYTES or markup > _MOST_MARKUP:
        raise TemplateError("The template is too large once it is unpacked.")


def _elsewhere(file: bytes) -> Iterator[str]:
    """Say what whoever opens a paper would fetch from elsewhere; links wait to be pressed."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith(".rels")]
    kinds = {
        one.get("Type", "").rpartition("/")[2]
        for part in parts
        for one in ElementTree.fromstring(part)
        if one.get("TargetMode") == "External"
    }
    if _ATTACHED in kinds:
        yield "The template is attached to another. Attach it to Normal, and save it again."
    if kinds - {_ATTACHED, "hyperlink"}:
        yield "The template shows what lies elsewhere. Put pictures and objects into it."


_ATTACHED = "attachedTemplate"
_LOOKS: Mapping[str, Look] = {"slides": _slides, "document": _document, "logo": _logo}
_DAMAGED = {
    "slides": "The PowerPoint template cannot be opened. It has to be a .pptx file.",
    "document": "The Word template cannot be opened. It has to be a .docx file.",
    "logo": "The logo cannot be opened. It has to be a picture, PNG or JPEG.",
}

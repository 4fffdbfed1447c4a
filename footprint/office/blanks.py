"""Blanks: an empty document begun from a template, with its styles and its footer."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.document import Document

from footprint.office.template_files import DOCUMENT, TemplateError, check_names, sign

# What a template's footer says where the day goes.
_DAY = "[day]"
_STYLES = (
    *("Normal", "Heading 1", "Heading 2", "Subtitle", "Caption", "List Bullet", "Body Text"),
    *("Table Text", "Table Heading", "Figures", "Hyperlink"),
)


def blank(title: str, day: str, template: Path = DOCUMENT) -> Document:
    """Return a document without content, in the look of a template, its footer dated.

    Raises TemplateError if the template lacks a style, or a place for the day.
    """
    new = docx.Document(str(template))
    check_names("The template", "style", _STYLES, {style.name for style in new.styles})
    dated = [
        run
        for section in new.sections
        for line in section.footer.paragraphs
        for run in line.runs
        if _DAY in run.text
    ]
    if not dated:
        raise TemplateError(f"The template's footer has no {_DAY} where the day of a paper goes.")
    for run in dated:
        run.text = run.text.replace(_DAY, day)
    sign(new.core_properties, title)
    return new


def text_width(document: Document) -> float:
    """Return how wide lines are between the margins, in millimetres."""
    section = document.sections[0]
    # Word keeps lengths in twentieths of a point.
    return round((section.page_width - section.left_margin - section.right_margin) / 36000, 1)

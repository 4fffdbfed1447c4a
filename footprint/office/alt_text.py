"""Alt text: what a picture or table of an office file is to somebody who cannot see it."""

from __future__ import annotations

from lxml import etree

from footprint.papers.words import legal


def describe(element: etree._Element, name: str, words: str) -> None:
    """Give a drawing of a PPTX or DOCX its name and the words read out for it.

    Neither library has a call for it: both formats keep it beside the drawing's number.
    """
    for kept in element.iter("{*}cNvPr", "{*}docPr"):
        kept.set("name", legal(name))
        kept.set("descr", legal(words))


def describe_group(element: etree._Element, name: str, words: str) -> None:
    """Give a group of shapes its name and words; each shape in it keeps its own."""
    kept = next(element.iter("{*}cNvPr"))
    kept.set("name", legal(name))
    kept.set("descr", legal(words))

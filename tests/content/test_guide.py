"""The guide: headings are headings, and what is said of the maps names what is on them."""

from __future__ import annotations

from footprint.content.glossary import GLOSSARY
from footprint.content.guide import Guide


def test_each_part_has_its_heading_and_its_paragraphs() -> None:
    guide = Guide()
    assert guide.reading.heading == "How to read the maps"
    assert guide.whence.heading == "Where the figures come from"
    paragraphs = (*guide.reading.paragraphs, *guide.whence.paragraphs)
    assert all(said.endswith(".") for said in paragraphs)
    assert guide.words == GLOSSARY
    assert {len(row) for row in guide.keys.rows} == {len(guide.keys.columns)} == {2}

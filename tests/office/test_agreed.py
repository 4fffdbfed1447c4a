"""A document and a workbook of one paper: every paragraph, cell and width."""

from __future__ import annotations

from footprint.office import document_pages, documents, workbooks
from tests.agreed import check
from tests.office_reading import picture
from tests.paper_agreed import parts, whole


def test_a_document_is_as_was_agreed() -> None:
    made = documents.docx([whole()], [picture(document_pages.PICTURE)])
    check(__file__, "document", parts(made, "word/document", "word/footer"))


def test_a_workbook_is_as_was_agreed() -> None:
    made = workbooks.xlsx([whole()])
    check(__file__, "workbook", parts(made, "xl/worksheets", "xl/styles", "xl/sharedStrings"))

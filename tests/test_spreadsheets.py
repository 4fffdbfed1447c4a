"""Spreadsheets: what is handed in is read as rows of text or refused, and what is written stays."""

from __future__ import annotations

import io
import random
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint import spreadsheets
from footprint.office.template_files import DOCUMENT, SLIDES
from footprint.spreadsheets import (
    UploadError,
    csv_bytes,
    inert,
    rows,
    sheets,
    xlsx_bytes,
)

TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1
)


def read_back(table):
    """What a workbook of a table says, without the empty cells beside the table."""
    wide = max(map(len, table))
    return [row[:wide] for row in rows(xlsx_bytes(table, title="Table"))]


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_what_is_written_to_a_workbook_is_read_from_it(table):
    whole = [("first", "second"), *table]
    assert read_back(whole) == [[inert(cell).strip() for cell in row] for row in whole]


def test_words_of_several_looks_are_read_whole_and_without_how_they_are_pronounced() -> None:
    written = io.BytesIO(xlsx_bytes([["marker", "plain"]], title="a"))
    rich = b"<r><t>Hart</t></r><r><rPr><b/></rPr><t> and</t></r><rPh><t>x</t></rPh>"
    content = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<t>marker</t>", rich))
    assert rows(content.getvalue()) == [["Hart and", "plain"]]


@pytest.mark.parametrize("text", ["<r><t>markup</t></r>", "<r></r>", "#N/A", "TRUE", "http://a/"])
def test_text_that_looks_like_something_else_stays_text(text):
    assert read_back([[text]]) == [[text]]
    assert rows(csv_bytes([[text]])) == [[text]]


def test_numbers_and_empty_cells_are_written_as_they_are():
    found = read_back([["a", None, 1.5], [2, "", "b"]])
    assert found == [["a", "", "1.5"], ["2", "", "b"]]


def workbook(*lines: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(line)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def swollen(content: bytes, size: int) -> bytes:
    """The same workbook with a part that unpacks to so many bytes more."""
    written = io.BytesIO(content)
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as packed:
        # A sixteenth of it cannot be packed, so that it is not refused for being packed too well.
        luck = random.Random(size)
        part = b"".join(luck.randbytes(4) + b"\0" * 60 for _ in range(size // 64 + 1))
        packed.writestr("xl/media/empty.bin", part[:size])
    return written.getvalue()


def test_a_workbook_that_unpacks_to_more_than_three_megabytes_is_refused() -> None:
    small = workbook(("block", "footprint"))
    with zipfile.ZipFile(io.BytesIO(small)) as packed:
        own = sum(part.file_size for part in packed.infolist())
    exactly = swollen(small, 3_000_000 - own)
    over = swollen(small, 3_000_001 - own)
    assert len(over) < 1_000_000
    assert rows(exactly)[0][:2] == ["block", "footprint"]
    with pytest.raises(UploadError, match="too large once unpacked"):
        rows(over)


def test_a_workbook_that_is_packed_more_than_a_hundred_to_one_is_refused() -> None:
    small = workbook(("block", "footprint"))
    written = io.BytesIO(small)
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("spaces.xml", b" " * 200_000)
    with pytest.raises(UploadError, match="packed more than 100 to 1"):
        rows(written.getvalue())


def test_a_workbook_of_formats_is_refused_before_they_are_read() -> None:
    written = io.BytesIO(workbook(("block", "footprint")))
    formats = b"".join(b'<xf numFmtId="%d"/>' % (n * 7919 % 99_991) for n in range(30_000))
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/more/styles.xml", formats)
    with pytest.raises(UploadError, match="more formatting than a table needs"):
        rows(written.getvalue())


def test_a_file_of_exactly_one_megabyte_is_read_and_one_byte_more_is_refused() -> None:
    line = b"a,b\n"
    assert rows(line * (1_000_000 // len(line)))[0] == ["a", "b"]
    with pytest.raises(UploadError, match="larger than 1 MB"):
        rows(line * (1_000_000 // len(line)) + b"x")


@pytest.mark.parametrize("make", [spreadsheets.csv_bytes, lambda table: workbook(*table)])
def test_so_many_rows_and_columns_are_read_and_one_row_more_to_tell_by(make) -> None:
    row = (0, *[None] * (48), *range(49, 55))
    wide = [row] * (2_005)
    read = rows(make(wide))
    assert len(read) == 2_001
    assert {len(row) for row in read} == {50}
    assert read[0][-1] == "49"


def test_a_row_keeps_its_place_after_empty_ones() -> None:
    table = [("a", "b"), (None, None), ("c", "")]
    assert [row[:2] for row in rows(workbook(*table))] == [["a", "b"], ["", ""], ["c", ""]]
    assert rows(b"a,b\n,\nc,\n") == [["a", "b"], ["", ""], ["c", ""]]


@pytest.mark.parametrize("content", [b"", b"\n \n", b",,\n,", workbook()])
def test_a_file_without_a_word_is_empty(content: bytes) -> None:
    with pytest.raises(UploadError, match=r"^The file is empty\.$"):
        rows(content)


def test_a_file_that_only_begins_like_a_workbook_is_refused() -> None:
    with pytest.raises(UploadError, match="not a workbook Excel could open"):
        rows(b"PK and more")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.4 ...", "a PDF"),
        (b"\n<html><table><tr><td>ICB</td></tr></table></html>", "a web page"),
        (b"<!DOCTYPE html><p>", "a web page"),
        (b"\x89PNG\r\n\x1a\n" + bytes(2_000_000), "a picture"),
        (b"\xff\xd8\xff\xe0 JFIF", "a picture"),
        (SLIDES.read_bytes(), "a presentation"),
        (DOCUMENT.read_bytes(), "a Word document"),
    ],
)
def test_what_is_no_table_is_called_what_it_is(content: bytes, what: str) -> None:
    with pytest.raises(UploadError, match=f"This is {what}. Send the table in it as .xlsx or as C"):
        rows(content)


def test_an_old_workbook_is_told_from_a_damaged_one() -> None:
    with pytest.raises(UploadError, match=r"an old Excel file \(\.xls\)"):
        rows(b"\xd0\xcf\x11\xe0" + b"\0" * 600)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_first_line_with_words_says_what_parts_the_cells(mark: str) -> None:
    content = f"\n a {mark} b\nc, d;e\tf{mark}g\n".encode()
    assert rows(content)[1] == ["a", "b"]
    assert rows(content)[2][-1] == "g"


def test_a_table_with_a_comma_in_every_line_is_parted_by_its_tabs() -> None:
    content = b"Name, full\tTeam\nBristol, City of\tA\nHereford, County of\tB\tseen\nYork, C\n"
    assert spreadsheets.rows(content)[1:3] == [
        ["Bristol, City of", "A"],
        ["Hereford, County of", "B", "seen"],
    ]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_right_however_they_were_saved(coding: str) -> None:
    assert rows("Ynys Môn,£1\n".encode(coding)) == [["Ynys Môn", "£1"]]


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r"])
def test_what_begins_as_a_formula_is_written_as_text(first: str) -> None:
    written = f"{first}1+1"
    assert spreadsheets.inert(written) == f"'{written}"
    assert spreadsheets.inert(f"1{written}") == f"1{written}"
    book = openpyxl.load_workbook(
        io.BytesIO(spreadsheets.xlsx_bytes([("name", 7), ("@SUM(A1)", -7)], title="A sheet"))
    )
    assert book.sheetnames == ["A sheet"]
    assert list(book.active.values) == [("name", 7), ("'@SUM(A1)", -7)]
    assert spreadsheets.csv_bytes([("@SUM(A1)", -7)]) == b"\xef\xbb\xbf'@SUM(A1),-7\r\n"


def test_a_sheet_with_an_empty_row_among_others_is_one_that_can_be_read() -> None:
    (only,) = sheets(b"a,b\n,\nc,d\n")
    assert [row[0] for row in only.rows] == ["a", "", "c"]


@pytest.mark.parametrize("content", [b"a,b,,\n,c,,\n", workbook(("a", "b", "", None), ("", "c"))])
def test_empty_columns_at_the_right_are_left_out(content: bytes) -> None:
    assert rows(content) == [["a", "b"], ["", "c"]]


def test_twelve_sheets_of_a_workbook_are_read() -> None:
    book = openpyxl.Workbook()
    book.active.append(("sheet", 1))
    for number in range(2, 14):
        book.create_sheet().append(("sheet", number))
    written = io.BytesIO()
    book.save(written)
    assert [one.rows[0][1] for one in spreadsheets.sheets(written.getvalue())] == [
        str(number) for number in range(1, 13)
    ]


def test_long_words_that_many_cells_share_are_too_much_though_their_file_is_small() -> None:
    words = "".join(random.Random(1).choices("abcdefghijklmnop ", k=30_000))
    content = xlsx_bytes([[words] * 50] * 20, title="a")
    assert len(content) < 30_000
    with pytest.raises(UploadError, match="too large once unpacked"):
        spreadsheets.sheets(content)


def document(body: str) -> bytes:
    """An OpenDocument spreadsheet with such tables in it."""
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"'
        for short, one in (("o", "office"), ("t", "table"), ("x", "text"))
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", f"<o:document-content {spaces}>{body}</o:document-content>")
    return written.getvalue()


ROWS = """<t:table t:name="Plan">
<t:table-row><t:table-cell><x:p>ICB</x:p></t:table-cell>
<t:table-cell><x:p>Cost <x:span>(£m)</x:span></x:p></t:table-cell></t:table-row>
<t:table-row t:number-rows-repeated="2"><t:table-cell t:number-columns-repeated="9"/></t:table-row>
<t:table-row><t:table-cell><x:p>Kent</x:p><x:p>and Medway</x:p></t:table-cell>
<t:table-cell o:value-type="float" o:value="1234.5"><x:p>1,234.50</x:p></t:table-cell></t:table-row>
<t:table-row t:number-rows-repeated="1048000"><t:table-cell/></t:table-row>
</t:table>"""


def test_an_open_document_is_read_as_a_workbook_is() -> None:
    (sheet,) = spreadsheets.sheets(document(ROWS))
    assert sheet.name == "Plan"
    assert sheet.rows == [["ICB", "Cost (£m)"], [], [], ["Kent\nand Medway", "1234.5"]]


def test_an_open_document_that_repeats_without_end_is_read_no_further_than_others() -> None:
    cell = '<t:table-cell t:number-columns-repeated="99999999"><x:p>x</x:p></t:table-cell>'
    row = f'<t:table-row t:number-rows-repeated="99999999">{cell}</t:table-row>'
    (sheet,) = spreadsheets.sheets(document(f'<t:table t:name="x">{row}</t:table>'))
    assert len(sheet.rows) == spreadsheets.MOST_ROWS + 1
    assert {len(row) for row in sheet.rows} == {spreadsheets.MOST_COLUMNS}


@pytest.mark.parametrize("body", ["<t:table", "", '<t:table-row t:number-rows-repeated="x"/>'])
def test_an_open_document_without_a_table_is_refused_in_a_sentence(body: str) -> None:
    with pytest.raises(UploadError, match=r"(Save it again|is empty)\.$"):
        spreadsheets.sheets(document(body))


def test_a_zip_of_something_else_says_to_unpack_it() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        packed.writestr("option.csv", "ICB,Footprint\nQKS,South\n")
    with pytest.raises(UploadError, match="Unpack it, and send the table"):
        spreadsheets.sheets(written.getvalue())

"""Documents: real headings, captions and tables, and words for every picture."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.enum.text import WD_TAB_ALIGNMENT
from lxml import etree

from footprint.charts.flow_places import NAMED
from footprint.content.flows import flow_of
from footprint.english import breakable, unbroken
from footprint.ink import drawings
from footprint.ink.words import MM
from footprint.maps.layer import ATTRIBUTION
from footprint.office import document_pages, documents
from footprint.office.document_sections import (
    height_across,
    lie,
    text_height,
    text_width,
    width_across,
)
from footprint.papers.paper import Panel
from footprint.papers.words import legal
from tests.office_reading import NAMES, PAPERS, picture
from tests.paper_samples import LINK, dotted, envelope
from tests.shared_workspace import WORK

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The order Word insists on, of those we write ourselves.
ORDERS = {
    "tblPr": ("tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar")
    + ("tblLook", "tblDescription"),
    "tcPr": ("tcW", "shd", "vAlign"),
    "pPr": ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "tabs", "bidi", "spacing")
    + ("ind", "jc", "rPr", "sectPr"),
    "rPr": ("rStyle", "rFonts", "b", "bCs", "color", "sz", "u", "rtl"),
}


def made(*papers):
    return documents.docx(papers, [picture(document_pages.PICTURE)] * len(papers))


@pytest.fixture(scope="module")
def files():
    return {name: made(make()) for name, make in PAPERS.items()}


def part(content, name="word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def text(element):
    """What is written, with ordinary spaces and hyphens: those within a figure keep it together."""
    return breakable("".join(one.text or _HYPHEN.get(one.tag, "") for one in element.iter(*_SAID)))


_HYPHEN = {f"{W}noBreakHyphen": "-"}
_SAID = (f"{W}t", *_HYPHEN)


def styled(document, style):
    return [
        text(line)
        for line in document.iter(f"{W}p")
        if (name := line.find(f"{W}pPr/{W}pStyle")) is not None and name.get(f"{W}val") == style
    ]


@pytest.mark.parametrize("name", PAPERS)
def test_the_table_is_native_and_says_every_figure(files, name):
    paper = PAPERS[name]()
    found = [
        [[text(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        for table in part(files[name]).iter(f"{W}tbl")
    ]
    head = [legal(column.heading) for column in paper.table.columns]
    shown = [head, *([legal(cell) for cell in row] for row in paper.table.texts())]
    assert found == ([shown] if paper.table.rows else [])


@pytest.mark.parametrize("name", PAPERS)
def test_the_head_of_a_table_stands_on_each_page_and_no_row_is_torn(files, name):
    for table in part(files[name]).iter(f"{W}tbl"):
        rows = list(table.iter(f"{W}tr"))
        repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert repeated == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert table.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val")


def test_a_hyphen_within_a_figure_is_words_own(files):
    written = part(files["membership"])
    assert next(written.iter(f"{W}noBreakHyphen")).getparent().tag == f"{W}r"
    assert not any("\u2011" in (one.text or "") for one in written.iter(f"{W}t"))
    assert "2023-2026" in text(written)


def test_figures_are_set_to_the_right(files):
    for row in part(files["envelope"]).iter(f"{W}tr"):
        ways = [cell.find(f".//{W}pPr/{W}jc") for cell in row.iter(f"{W}tc")]
        assert [way is not None and way.get(f"{W}val") for way in ways] == [False, "right", "right"]


@pytest.mark.parametrize("name", PAPERS)
def test_headings_and_captions_are_real_ones(files, name):
    paper, document = PAPERS[name](), part(files[name])
    assert styled(document, "Heading1") == [legal(paper.title)]
    figure, *tables = styled(document, "Caption")
    assert figure == f"Figure 1: {legal(paper.caption or paper.title)}"
    assert tables == ([f"Table 1: {legal(paper.table.title)}"] if paper.table.rows else [])
    fields = [field.get(f"{W}instr") for field in document.iter(f"{W}fldSimple")]
    assert [field.split()[:2] for field in fields][0] == ["SEQ", "Figure"]


@pytest.mark.parametrize("name", PAPERS)
def test_everything_a_reader_needs_is_there(files, name):
    paper, whole = PAPERS[name](), text(part(files[name]))
    pairs = [said for pair in (*paper.figures, *paper.lists) for said in pair]
    for words in (
        paper.summary,
        *paper.every_note,
        *paper.sources,
        *pairs,
        ATTRIBUTION,
        paper.dated,
    ):
        assert legal(words) in whole


@pytest.mark.parametrize("name", PAPERS)
def test_pictures_have_words_and_are_as_large_as_they_were_drawn(files, name):
    (shown,) = part(files[name]).iter("{*}inline")
    assert shown.find("{*}docPr").get("descr") == legal(PAPERS[name]().description)
    size = shown.find("{*}extent")
    drawn = document_pages.picture_of(documents.blank("", ""), PAPERS[name](), alone=False)
    assert int(size.get("cx")) == drawn.width * 36000
    assert int(size.get("cy")) == drawn.height * 36000


@pytest.mark.parametrize("name", PAPERS)
def test_properties_stand_in_the_order_word_insists_on(files, name):
    for kind, order in ORDERS.items():
        for kept in part(files[name]).iter(f"{W}{kind}"):
            names = [etree.QName(child).localname for child in kept]
            assert names == sorted(names, key=order.index)


def test_the_link_opens():
    content = made(envelope())
    (link,) = part(content).iter(f"{W}hyperlink")
    key = link.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
    targets = {
        each.get("Id"): each.get("Target") for each in part(content, "word/_rels/document.xml.rels")
    }
    assert targets[key] == LINK == text(link)


def test_title_and_language_are_set(files):
    core = part(files["envelope"], "docProps/core.xml")
    assert core.findtext("{*}title") == envelope().title
    assert core.findtext("{*}language") == "en-GB"
    languages = part(files["envelope"], "word/styles.xml").iter(f"{W}lang")
    assert {each.get(f"{W}val") for each in languages} == {"en-GB"}


def test_word_does_not_take_it_for_an_old_file(files):
    settings = part(files["envelope"], "word/settings.xml").iter(f"{W}compatSetting")
    modes = {each.get(f"{W}name"): each.get(f"{W}val") for each in settings}
    assert modes["compatibilityMode"] == "15"


def test_a_map_of_many_names_lies_across_a_page_under_its_title():
    paper = replace(envelope(), caption="For decision.")
    assert paper.crowd > 12
    several = docx.Document(io.BytesIO(made(paper, few(paper))))
    lying = [one.page_width > one.page_height for one in several.sections]
    assert lying == [True, False]
    said = [line.text for line in several.paragraphs]
    # The number is a field, which is no text.
    figure = said.index("Figure : For decision.")
    title, under, _ = several.paragraphs[:figure]
    assert (title.text, title.style.name) == (unbroken(paper.title), "Heading 1")
    assert under.style.name == "Subtitle"
    # Nothing but the title, the map and its caption lies across, and the caption ends the page.
    assert several.paragraphs[figure]._p.xpath("./w:pPr/w:sectPr")
    assert said[figure + 1] == unbroken(paper.summary)
    # A map of few names stands under the first words, as large as it can be there.
    assert [round(one.width.mm) for one in several.inline_shapes] == [273, 170]


def test_a_map_across_has_what_its_title_and_its_caption_leave_of_the_page():
    blank, paper = documents.blank("", ""), envelope()
    wide, high = width_across(blank), height_across(blank)
    short, long = (
        document_pages.picture_of(blank, replace(paper, caption=said), alone=False)
        for said in ("For decision.", "For decision. " * 40)
    )
    assert short.width == long.width == wide
    assert 110 < long.height < short.height - 10 < high - 25


def test_the_page_number_stands_at_the_right_edge_of_pages_across_too():
    new = docx.Document(io.BytesIO(made(envelope())))
    across, upright = new.sections
    for section in (across, upright):
        wide = section.page_width - section.left_margin - section.right_margin
        stops = section.footer.paragraphs[0].paragraph_format.tab_stops
        assert [stop.position for stop in stops] == [pytest.approx(wide, abs=20_000)]
        assert "Page " in section.footer.paragraphs[0].text


def test_tab_stops_of_a_footers_style_move_to_the_edge_of_pages_across():
    new = documents.blank("", "")
    line = new.sections[0].footer.paragraphs[0]
    for stop in [*line.paragraph_format.tab_stops]:
        line.style.paragraph_format.tab_stops.add_tab_stop(stop.position, stop.alignment)
    line.paragraph_format.tab_stops.clear_all()
    new.add_paragraph("Words.")
    lie(new, across=True)
    (end,) = (
        stop
        for stop in new.sections[1].footer.paragraphs[0].paragraph_format.tab_stops
        if stop.alignment != WD_TAB_ALIGNMENT.CLEAR
    )
    assert end.position.mm == pytest.approx(width_across(new), abs=0.5)
    assert end.alignment == WD_TAB_ALIGNMENT.RIGHT


def test_maps_that_follow_each_other_need_no_page_between_them():
    paper = envelope()
    panels = tuple(Panel(paper.panels[0].layer, heading) for heading in "AB")
    pair = replace(paper, panels=panels)
    content = documents.docx([pair], [picture(document_pages.PICTURE)] * 3)
    lying = [
        one.page_width > one.page_height for one in docx.Document(io.BytesIO(content)).sections
    ]
    assert lying == [False, True, False]
    heads = [line for line in docx.Document(io.BytesIO(content)).paragraphs if line.text in "AB"]
    assert [line.style.name for line in heads if line.text] == ["Heading 2"] * 2


def test_letters_are_of_nine_points_however_many_the_names():
    blank, paper = documents.blank("", ""), envelope()
    across = document_pages.picture_of(blank, paper, alone=False)
    assert (across.width, across.least) == (273, 9)
    assert document_pages.picture_of(blank, crowded(paper), alone=False) == across
    assert document_pages.picture_of(blank, few(paper), alone=True) == document_pages.WHOLE_PAGE


@pytest.mark.parametrize("count", [2, 3, 4])
def test_several_maps_of_all_england_have_what_the_first_words_leave_of_their_page(count):
    paper, blank = replace(envelope(), notes=("What is to be known.",)), documents.blank("", "")
    panels = tuple(Panel(paper.panels[0].layer, heading) for heading in "ABCD"[:count])
    several = replace(paper, panels=panels)
    size = document_pages.picture_of(blank, several, alone=False)
    assert size.width == text_width(blank)
    assert size.height == 120 if count == 2 else 150 < size.height < 205
    long = replace(several, summary="Very long. " * 400)
    assert document_pages.picture_of(blank, long, alone=False) == document_pages.WHOLE_PAGE
    content = documents.docx([several], [picture(document_pages.PICTURE)] * (count + 1))
    said = [line.text for line in docx.Document(io.BytesIO(content)).paragraphs]
    maps = [n for n, one in enumerate(said) if one.startswith("Figure")][: count + 1]
    assert said.index(unbroken(paper.summary)) < said.index(f"Figure : {unbroken(paper.title)}")
    assert maps[-1] < said.index("Key figures") < said.index("What is to be known.")


def test_only_pages_across_have_narrow_margins():
    new = docx.Document(io.BytesIO(made(envelope())))
    margins = [(round(one.left_margin.mm), round(one.right_margin.mm)) for one in new.sections]
    assert margins == [(12, 12), (20, 20)]


def few(paper):
    """The paper with names on only some of its areas."""
    return _named(paper, paper.panels[0].layer.areas[:10])


def crowded(paper):
    """The paper with more names than one of its kind has."""
    return _named(paper, paper.panels[0].layer.areas * 2)


def _named(paper, areas):
    (panel,) = paper.panels
    return replace(paper, panels=(replace(panel, layer=replace(panel.layer, areas=areas)),))


def test_a_pack_counts_on_and_begins_each_paper_on_a_page():
    papers = [PAPERS[name]() for name in ("envelope", "bare", "east")]
    document = part(made(*papers))
    captions = [caption.partition(":")[0] for caption in styled(document, "Caption")]
    assert captions == ["Figure 1", "Table 1", "Figure 2", "Figure 3", "Table 2"]
    heads = [
        line.find(f"{W}pPr/{W}pageBreakBefore")
        for line in document.iter(f"{W}p")
        if (name := line.find(f"{W}pPr/{W}pStyle")) is not None
        and name.get(f"{W}val") == "Heading1"
    ]
    breaks = [each is not None and each.get(f"{W}val") not in ("0", "false") for each in heads]
    # The second lies across, and so its section begins a page.
    assert breaks == [False, False, True]


def test_words_read_right_to_left_are_set_so(files):
    document = part(files["awkward"])
    lines = [line for line in document.iter(f"{W}p") if text(line) == NAMES["arabic"]]
    assert lines
    for line in lines:
        assert line.find(f"{W}pPr/{W}bidi") is not None
        assert line.find(f"{W}r/{W}rPr/{W}rtl") is not None


def test_same_input_same_bytes_dated_the_day_of_the_paper(files):
    assert made(envelope()) == files["envelope"]
    with zipfile.ZipFile(io.BytesIO(files["envelope"])) as archive:
        dates = {date(*entry.date_time[:3]) for entry in archive.infolist()}
    assert dates == {envelope().day}


def test_key_figures_stand_before_the_charts_and_no_chart_asks_for_a_page():
    document = docx.Document(io.BytesIO(made(replace(dotted(), scope=(1, 2, 3)))))
    heads = [line for line in document.paragraphs if line.style.name == "Heading 2"]
    said = [line.text for line in heads]
    assert said.index("Key figures") < said.index(dotted().charts[0].heading)
    assert not any(line.paragraph_format.page_break_before for line in heads)


@pytest.mark.parametrize(("count", "torn"), [(5, False), (23, False), (24, True), (40, True)])
def test_a_short_table_is_not_torn_and_a_long_one_begins_a_page(count, torn):
    paper = replace(envelope(), scope=(1, 2, 3))
    rows = (*paper.table.rows, *paper.table.rows[:1] * 40)[:count]
    table = replace(paper.table, rows=rows, estimated=frozenset(), codes=())
    document = docx.Document(io.BytesIO(made(replace(paper, table=table))))
    (title,) = (line for line in document.paragraphs if line.text.startswith("Table "))
    assert bool(title.paragraph_format.page_break_before) == torn
    *before, last = document.tables[-1].rows
    stays = {row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in before}
    assert stays == {None if torn else True}
    assert last.cells[0].paragraphs[0].paragraph_format.keep_with_next is None


def test_letters_of_a_chart_in_word_are_nine_points_where_a_page_has_room():
    (chart,) = dotted().charts
    wide, row = document_pages.fitted(chart, 160.0, 205.0)
    assert 160 / wide * drawings.setting(0, row).letters / MM >= 8.9


def test_a_flow_in_word_takes_a_page_so_that_its_names_can_be_read():
    page = documents.blank("", "")
    across, high = text_width(page), text_height(page) - document_pages.AROUND
    assert (across, high) == (170.0, 229.0)
    flow = flow_of(WORK)
    wide, row = document_pages.fitted(flow, across, high)
    assert across / wide * NAMED / MM >= 7.3
    assert documents.height(flow, row) * across / wide <= high


@pytest.mark.parametrize(("scope", "first"), [((), True), ((1, 2, 3), False)])
def test_notes_stand_before_the_table_of_a_map_that_has_a_page_across_and_else_after(scope, first):
    paper = replace(envelope(), scope=scope, notes=("What is to be known.",))
    document = docx.Document(io.BytesIO(made(paper)))
    said = [line.text for line in document.paragraphs]
    table = next(n for n, line in enumerate(said) if line.startswith("Table : "))
    assert said.count("What is to be known.") == 1
    assert (said.index("What is to be known.") < table) == first


@pytest.mark.parametrize(("rows", "early"), [(40, True), (3, False)], ids=["a page", "a corner"])
def test_sources_fill_the_page_of_words_where_the_chart_after_them_begins_another(rows, early):
    (chart,) = dotted().charts
    dots = tuple(replace(chart.rows[1 + n % 20], id=f"{n}") for n in range(rows))
    few = replace(chart, rows=dots, selected="")
    paper = replace(dotted(), charts=(few,), sources=("A publisher, “A table”, 2026.",))
    document = docx.Document(io.BytesIO(made(paper)))
    heads = {line.text: line for line in document.paragraphs if line.style.name == "Heading 2"}
    said = list(heads)
    assert (said.index("Sources and licence") < said.index(few.heading)) == early
    assert bool(heads[few.heading].paragraph_format.page_break_before) == early

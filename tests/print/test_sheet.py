"""The print map: every word and figure of a paper, on every sheet, the same bytes each time."""

import functools
import gc
import io
import itertools
import re
import shutil
import subprocess
import warnings
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from coloraide import Color
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.text import Text
from PIL import Image

from footprint.content.values import Chapter
from footprint.ink import pages, tagged
from footprint.ink.marks import ink_on, lightness, paints, patterns_of
from footprint.ink.vectors import Filled, Written
from footprint.ink.words import clean
from footprint.maps.layer import Area, Layer
from footprint.maps.marks import Mark
from footprint.maps.palette import (
    INK,
    NO_FIGURE_FILL,
    OUT_OF_SCOPE_FILL,
    PATTERN_INK,
    QUALITATIVE,
    SEQUENTIAL,
)
from footprint.papers.paper import SHEETS, Paper
from footprint.print import sheet as print_map
from tests.paper_samples import SAMPLES, membership
from tests.shared_workspace import WORK

A4 = SHEETS["a4-landscape"]
DRAWN = [
    *(("envelope", sheet) for sheet in SHEETS),
    ("membership", A4.key),
    ("authorities", "a4-portrait"),
    ("one_icb", A4.key),
    ("east", "slide"),
    ("east", "square"),
]
ENGLAND = ("membership", "envelope", "authorities")
ENDS = {"png": print_map.png, "svg": print_map.svg}


@pytest.fixture(scope="session")
def shapes():
    return WORK.shapes


@pytest.fixture(scope="session")
def drawn(shapes):
    """Each sample drawn on each sheet once, for tests that only look."""

    @functools.cache
    def figure(sample: str, sheet: str, *, bare: bool) -> Figure:
        return print_map.figure(SAMPLES[sample](), SHEETS[sheet], shapes, bare=bare)

    return lambda sample, sheet=A4.key, bare=False: figure(sample, sheet, bare=bare)


@pytest.fixture(scope="session")
def written(drawn):
    """Each sample written in each format once, for tests that only read."""

    @functools.cache
    def file(end: str, sample: str, sheet: str = A4.key) -> bytes:
        paper, figure = SAMPLES[sample](), drawn(sample, sheet)
        return {
            "png": lambda: pages.png(figure),
            "svg": lambda: drawing(figure, paper),
            "pdf": lambda: tagged.pdf([figure], paper.title, paper.day),
        }[end]()

    return file


def drawing(figure: Figure, paper: Paper) -> bytes:
    """A figure as a drawing, which leaves it with other dots than pictures have."""
    made = pages.svg(figure, paper.title, paper.description)
    figure.set_dpi(pages.DOTS_PER_INCH)
    return made


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", clean(words))


def words_of(figure: Figure) -> str:
    return squeezed(" ".join(text.get_text() for text in figure.findobj(Text)))


@pytest.mark.parametrize(("sample", "sheet"), DRAWN)
def test_every_word_and_figure_of_a_paper_is_on_the_sheet(sample, sheet, drawn):
    paper = SAMPLES[sample]()
    said = words_of(drawn(sample, sheet))
    wanted = [paper.title, paper.summary, paper.key.legend_title, paper.dated, paper.link]
    wanted += [f"{row.words} ({row.counted or row.count})" for row in paper.key.legend]
    wanted += [words for figure in paper.figures for words in figure]
    wanted += [*paper.every_note, *paper.sources, paper.key.attribution]
    wanted += [panel.heading for panel in paper.panels]
    assert [words for words in wanted if squeezed(words) not in said] == []


@pytest.mark.parametrize(("sample", "sheet"), [pair for pair in DRAWN if pair[0] in ENGLAND])
def test_every_name_and_value_is_on_a_map_of_england(sample, sheet, drawn):
    paper = SAMPLES[sample]()
    said = words_of(drawn(sample, sheet))
    areas = [area for area in paper.panels[0].layer.areas if area.labelled]
    lost = [a.name for a in areas if squeezed(a.short) not in said or squeezed(a.value) not in said]
    assert lost == []


@pytest.mark.parametrize(
    ("sample", "sheet", "bare"),
    [*((*pair, False) for pair in DRAWN), ("envelope", A4.key, True), ("east", "slide", True)],
)
def test_no_words_leave_the_sheet_or_stand_on_others(sample, sheet, bare, drawn):
    figure = drawn(sample, sheet, bare)
    figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in figure.findobj(Text) if text.get_text()]
    page = figure.bbox
    inner = [b for b in boxes if b.x0 > 0 and b.y0 > 0 and b.x1 < page.x1 and b.y1 < page.y1]
    assert len(inner) == len(boxes)
    on_others = [
        (one, other)
        for n, one in enumerate(boxes)
        for other in boxes[n + 1 :]
        if min(one.x1, other.x1) - max(one.x0, other.x0) > 4
        and min(one.y1, other.y1) - max(one.y0, other.y0) > 0.35 * min(one.height, other.height)
    ]
    assert on_others == []


def test_nothing_is_smaller_than_can_be_read(drawn):
    for sheet in SHEETS:
        figure = drawn("envelope", sheet)
        assert min(text.get_fontsize() for text in figure.findobj(Text)) >= 6.5


def test_no_text_is_taken_for_mathematics(shapes):
    paper = replace(SAMPLES["one_icb"](), title=r"$\frac{1}{2}$ of £5 and $6")
    figure = print_map.figure(paper, A4, shapes)
    assert not any(text.get_parse_math() for text in figure.findobj(Text))
    assert pages.png(figure)


def test_a_bare_sheet_has_the_map_the_legend_and_the_source_only(drawn):
    paper = SAMPLES["envelope"]()
    said = words_of(drawn("envelope", A4.key, True))
    assert squeezed(paper.key.legend_title) in said
    assert squeezed(paper.key.attribution) in said
    for words in (paper.title, paper.summary, paper.dated, "Key figures"):
        assert squeezed(words) not in said


@pytest.mark.parametrize("end", ENDS)
def test_the_same_paper_is_the_same_bytes(end, shapes, written):
    assert ENDS[end](SAMPLES["one_icb"](), A4, shapes) == written(end, "one_icb")


def two() -> list[Paper]:
    return [SAMPLES["one_icb"](), SAMPLES["envelope"]()]


@pytest.fixture(scope="session")
def document(shapes):
    """Two papers as one document."""
    return print_map.pdf(two(), A4, shapes)


def test_the_same_papers_are_the_same_document(document, drawn):
    figures = [drawn("one_icb"), drawn("envelope")]
    assert document == tagged.pdf(figures, two()[0].title, two()[0].day)


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.key)
def test_a_picture_has_three_hundred_dots_an_inch(sheet, written):
    picture = Image.open(io.BytesIO(written("png", "one_icb", sheet.key)))
    assert picture.size == tuple(round(mm / 25.4 * 300) for mm in (sheet.width, sheet.height))
    assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert "Software" not in picture.info


def test_pictures_and_documents_are_small(written):
    assert len(written("png", "envelope")) < 1_500_000
    assert len(written("pdf", "envelope")) < 1_000_000
    assert len(written("svg", "envelope")) < 1_000_000


def test_how_many_sheets_a_paper_takes_is_known_before_they_are_drawn(shapes):
    paper = SAMPLES["one_icb"]()
    notes = tuple(f"What is to be known of place {number}, in a sentence." for number in range(90))
    for told, count in ((paper, 1), (replace(paper, notes=notes), 2)):
        (one,) = print_map.laid(told, SHEETS["square"], shapes)
        assert (one.count, len(list(one.drawn()))) == (count, count)


def test_hostile_names_are_drawn_without_a_warning_and_a_drawing_is_xml_with_a_title(shapes):
    paper = SAMPLES["hostile"]()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        figure = print_map.figure(paper, A4, shapes)
        assert pages.png(figure, A4.dots)
        root = ElementTree.fromstring(drawing(figure, paper))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert paper.title in "".join(root.itertext())
    assert not root.findall(".//{http://www.w3.org/2000/svg}b")


def told(command: str, document: bytes, tmp_path: Path, *after: str) -> str:
    if shutil.which(command) is None:
        pytest.skip(f"{command} is not installed (poppler-utils)")
    path = tmp_path / "paper.pdf"
    path.write_bytes(document)
    return subprocess.run(
        [command, str(path), *after], capture_output=True, check=True, text=True
    ).stdout


def test_every_word_of_a_document_can_be_searched(written, tmp_path):
    paper = SAMPLES["envelope"]()
    said = squeezed(told("pdftotext", written("pdf", "envelope"), tmp_path, "-"))
    wanted = [row.words for row in paper.key.legend]
    wanted += [paper.title, paper.summary, *(text for _, text in paper.figures)]
    wanted += [area.value for area in paper.panels[0].layer.areas]
    wanted += ["Key figures", "Staffordshire,"]
    assert [words for words in wanted if squeezed(words) not in said] == []


def test_a_document_carries_its_fonts_and_its_title(document, tmp_path):
    fonts = told("pdffonts", document, tmp_path).splitlines()[2:]
    assert fonts
    assert all("DejaVuSans" in font and re.search(r" yes yes yes ", font) for font in fonts)
    about = told("pdfinfo", document, tmp_path)
    assert two()[0].title in about
    assert re.search(r"Pages:\s+2\n", about)


def test_the_link_of_a_document_can_be_followed(shapes, written):
    paper = SAMPLES["one_icb"]()
    assert paper.link.encode() in written("pdf", "one_icb")
    bad = replace(paper, link="javascript:alert(1)")
    texts = print_map.figure(bad, A4, shapes).findobj(Text)
    assert not [text for text in texts if text.get_url()]


def key(fills: list[str]) -> Layer:
    areas = tuple(Area(id=fill, name=fill, fill=fill) for fill in fills)
    return replace(SAMPLES["envelope"]().key, areas=areas)


@pytest.mark.parametrize("sample", ["envelope", "authorities"])
def test_classes_in_grey_keep_their_order_and_stay_apart(sample):
    layer = SAMPLES[sample]().key
    greys = paints(layer, layer, monochrome=True)
    assert not any(greys[row.fill].stripes for row in layer.legend)
    light = [lightness(greys[row.fill].fill) for row in layer.legend]
    assert light == sorted(light, reverse=True)
    inks = [Color(greys[row.fill].fill) for row in layer.legend]
    assert min(a.delta_e(b, method="2000") for a, b in itertools.pairwise(inks)) >= 9


def test_footprints_in_grey_stay_apart():
    layer = key(list(QUALITATIVE))
    greys = paints(layer, layer, monochrome=True)
    assert len({greys[fill] for fill in QUALITATIVE}) == len(QUALITATIVE)
    assert all(ink_on(greys[fill].fill) == INK for fill in QUALITATIVE)


@pytest.mark.parametrize("fills", [list(QUALITATIVE), list(SEQUENTIAL)])
def test_only_what_is_out_of_scope_is_crossed_in_grey(fills):
    layer = key([*fills, OUT_OF_SCOPE_FILL, NO_FIGURE_FILL])
    greys = paints(layer, layer, monochrome=True)
    crossed = [fill for fill, paint in greys.items() if paint.stripes == "crossed"]
    assert crossed == [OUT_OF_SCOPE_FILL]
    assert patterns_of(Mark.NONE, greys[OUT_OF_SCOPE_FILL]) == ["crossed"]


def slants(figure: Figure) -> set[int]:
    """Which way the lines of patterns rise: 1 to the right, -1 to the left, 0 level or upright."""
    ruled = [one for one in figure.findobj(PathPatch) if to_hex(one.get_ec()) == PATTERN_INK]
    ends = np.concatenate([one.get_path().vertices.reshape(-1, 2, 2) for one in ruled])
    return {int(rise) for rise in np.sign(np.prod(ends[:, 1] - ends[:, 0], axis=1).round(6))}


def test_on_a_black_and_white_printer_what_is_out_of_scope_is_crossed(shapes):
    east = SAMPLES["east"]()
    in_colour, in_grey = (
        print_map.figure(east, A4, shapes, monochrome=monochrome) for monochrome in (False, True)
    )
    assert slants(in_colour) == {0}
    assert slants(in_grey) == {-1, 0, 1}


def alive() -> int:
    gc.collect()
    return sum(isinstance(thing, Figure) for thing in gc.get_objects())


def test_figures_are_forgotten_when_they_are_written(shapes):
    before = alive()
    for _ in range(2):
        print_map.png(SAMPLES["one_icb"](), A4, shapes)
    assert alive() == before


def test_several_maps_of_england_are_each_on_a_sheet_of_their_own_as_well(shapes) -> None:
    (panel,) = membership().panels
    headed = tuple(replace(panel, heading=f"{letter}: a plan") for letter in "AB")
    pair = replace(membership(), panels=headed)
    first, *others = (_written(one) for one in print_map.figures(pair, A4, shapes))
    assert len(others) == 2
    # What has no room beside the other map is no number there; alone every area has its name.
    key = "Numbers on the map"
    assert key not in [words for words, _ in first]
    named = {word for area in panel.layer.areas for word in area.short.split()}
    assert min(size for words, size in first if set(words.split()) <= named) >= 8
    for sheet, letter in zip(others, "AB", strict=True):
        said = " ".join(words for words, _ in sheet)
        assert f"{letter}: a plan" in said
        assert all(set(area.short.split()) <= set(said.split()) for area in panel.layer.areas)
    told = " ".join(words for words, _ in first)
    assert "Each map is on a sheet of its own after this one, with every footprint’s name." in told
    # A picture is one sheet, and what has no room on it is a number with its meaning beside.
    assert key in [words for words, _ in _written(print_map.figure(pair, A4, shapes))]
    brief = replace(pair, chapters=(Chapter("In five lines", ("Its people. 400.",)),))
    assert len(list(print_map.figures(brief, A4, shapes))) == 1


def four() -> Paper:
    """Four plans beside each other, with a note each."""
    (panel,) = membership().panels
    panels = [
        replace(panel, heading=f"{letter}: a plan", note=f"Of {letter}. " + "It is so. " * 25)
        for letter in "ABCD"
    ]
    return replace(membership(), panels=tuple(panels), notes=("Colours tell neighbours apart.",))


def test_of_four_maps_each_sheet_has_its_note_and_the_first_leaves_the_land_its_room(
    shapes,
) -> None:
    first, *others = print_map.figures(four(), SHEETS["slide"], shapes)
    told = " ".join(words for words, _ in _written(first))
    assert "Colours tell neighbours apart." in told and "Of A." not in told
    assert "sheet of its own after this one, with its notes and every footprint’s name." in told
    for sheet, letter in zip(others, "ABCD", strict=True):
        said = " ".join(words for words, _ in _written(sheet))
        assert f"Of {letter}. It is so." in said and said.count("Of ") == 1
    land = [one.shape.bounds for one in first.vectors if isinstance(one, Filled) and one.named]
    deep = max(north for *_, north in land) - min(south for _, south, *_ in land)
    # A third of a slide that is 190 mm high.
    assert deep > 190 / 3


def test_insets_of_several_maps_are_of_one_size_though_one_alone_has_the_scale_bar(shapes) -> None:
    _, plots = print_map.placed(four().overview, SHEETS["slide"], shapes)
    assert [bool(plot.bar) for plot in plots] == [True, False, False, False]
    sizes = {(plot.inset.window.box.width, plot.inset.window.box.height) for plot in plots}
    assert len(sizes) == 1
    inset = plots[0].inset.window.box
    assert not inset.meets(plots[0].bar)


def _written(sheet) -> list[tuple[str, float]]:
    return [(one.words, one.size) for one in sheet.vectors if isinstance(one, Written)]

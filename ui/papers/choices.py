"""What somebody wants of a view they take away: map or chart, format, part, size and look."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace

from footprint.content.values import Page, Picture
from footprint.english import capital
from footprint.export.orders import FORMATS, Order
from footprint.papers.contents import ALONE, SELECTED, WHOLE, charts_of, only_whole, parts
from footprint.papers.paper import PICTURES, SHEETS, Paper
from footprint.print.plain import LEFT_OUT
from footprint.view import View
from ui.shell import drawing as st
from ui.shell.workspace import workspace

# The page and the view that a part, or a chart, was chosen for.
_CHOSEN_FOR = "export-chosen-for"
# What is remembered from page to page; a part of a map and a chart are not, for they are of one
# view.
_KEPT = "export-kept"
_CHOICES = (
    *("export-format", "export-sheet", "export-mono"),
    *("export-left-out", "export-editable", "export-all-slides"),
)
_CHOOSE_FIRST = "Choose an area on the map first, and you can take it alone here."
# The formats whose maps can be edited, with the words for it.
_EDITABLE = {
    "pptx": "Map as shapes to recolour, one for each area",
    "svg": "Words to edit, and a named group for each area",
}
_EDITABLE_CHART = "Words to edit"
_ALL_SLIDES = "More than one slide: also tables and charts"


@dataclass(frozen=True)
class Choices:
    """What was chosen; `chart` is 0 for the map, or a chart's number, and `heading` is its own."""

    format: str
    part: str
    sheet: str
    monochrome: bool
    left_out: tuple[str, ...]
    editable: bool
    chart: int
    heading: str
    brief: bool = False

    def order(self, made: Paper) -> Order:
        """The order for a paper of the part that was chosen."""
        return Order(
            self.format,
            (replace(made, brief=self.brief),),
            self.sheet,
            self.monochrome,
            left_out=self.left_out,
            editable=self.editable,
            chart=self.chart,
        )


def choose(page: Page, view: View, picture: Picture) -> Choices:
    """Ask what is wanted of a view's picture."""
    _recall()
    _forget(page, view)
    above = st.container()
    left, middle, right = st.columns(3)
    with middle:
        part = _pick_part(picture)
    # What charts there are depends on the part.
    headings = ("", *(chart.heading for chart in charts_of(workspace(), picture, part)))
    with above:
        chart = _pick_chart(page.taken, headings)
    with left:
        kind = _pick_format(chart, sheets=bool(picture.chapters))
    with right:
        sheet = _pick_sheet(kind, chart)
    if why := only_whole(workspace(), picture):
        st.caption(why)
    left_out = _pick_left_out(sheet)
    monochrome = st.toggle("Safe for black-and-white printing", key="export-mono")
    words = _EDITABLE_CHART if chart else _EDITABLE.get(kind, "")
    editable = kind in _EDITABLE and st.toggle(words, key="export-editable")
    brief = _pick_brief(picture, kind, part)
    _remember()
    heading = headings[chart]
    return Choices(kind, part, sheet, monochrome, left_out, editable, chart, heading, brief)


def _pick_brief(picture: Picture, kind: str, part: str) -> bool:
    """Ask whether one slide with the whole answer is enough, where there is one."""
    if kind != "pptx" or not picture.chapters or part == WHOLE:
        return False
    return not st.toggle(_ALL_SLIDES, key="export-all-slides")


def _forget(page: Page, view: View) -> None:
    """Let go of what was chosen for another view; each is about something else."""
    now = (page.address, view)
    if st.session_state.get(_CHOSEN_FOR) != now:
        st.session_state[_CHOSEN_FOR] = now
        st.session_state.pop("export-part", None)
        st.session_state.pop("export-chart", None)


def _pick_chart(taken: str, headings: tuple[str, ...]) -> int:
    """Ask whether all that is taken or one of its charts is wanted; 0 is all."""
    if len(headings) == 1:
        return 0
    _keep_to("export-chart", range(len(headings)))
    return st.selectbox(
        f"{capital(taken)} or chart",
        range(len(headings)),
        format_func=lambda chart: f"Chart: {headings[chart]}" if chart else f"The {taken}",
        key="export-chart",
    )


def _pick_format(chart: int, *, sheets: bool) -> str:
    """Ask for a format; what is said on several sheets is usually wanted as a PDF."""
    kinds = sorted(FORMATS, key=lambda key: not sheets or bool(chart) or key != "pdf")
    offered = {
        key: FORMATS[key].label
        for key in kinds
        if (FORMATS[key].drawn if chart else FORMATS[key].single)
    }
    _keep_to("export-format", offered)
    return st.selectbox("Format", offered, format_func=offered.__getitem__, key="export-format")


def _pick_part(picture: Picture) -> str:
    offered = parts(workspace(), picture)
    chosen = {SELECTED, ALONE} & set(offered)
    return st.selectbox(
        "What the picture shows",
        offered,
        format_func=offered.__getitem__,
        key="export-part",
        help=None if chosen or len(offered) == 1 else _CHOOSE_FIRST,
    )


def _pick_sheet(kind: str, chart: int) -> str:
    # A map alone needs no more than its drawing; a chart's letters would be too small.
    sizes = SHEETS | PICTURES if FORMATS[kind].drawn and not chart else SHEETS
    _keep_to("export-sheet", sizes)
    return st.selectbox(
        "Size",
        sizes,
        format_func=lambda key: sizes[key].label,
        key="export-sheet",
        disabled=not FORMATS[kind].sized,
        help=None if FORMATS[kind].sized else "This format has a size of its own.",
    )


def _keep_to(key: str, offered: Container[object]) -> None:
    """Let go of what was chosen where it is no longer offered."""
    if st.session_state.get(key) not in offered:
        st.session_state.pop(key, None)


def _pick_left_out(sheet: str) -> tuple[str, ...]:
    if sheet not in PICTURES:
        return ()
    return tuple(
        st.multiselect(
            "Leave out",
            LEFT_OUT,
            format_func=LEFT_OUT.__getitem__,
            key="export-left-out",
            placeholder="Nothing",
        )
    )


def _recall() -> None:
    """Choose what was chosen on the page before; Streamlit forgets what a page no longer shows."""
    for key, choice in st.session_state.get(_KEPT, {}).items():
        st.session_state.setdefault(key, choice)


def _remember() -> None:
    kept = st.session_state.setdefault(_KEPT, {})
    kept |= {key: st.session_state[key] for key in _CHOICES if key in st.session_state}

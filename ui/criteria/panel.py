"""The parts of the page on criteria."""

from __future__ import annotations

import html

from footprint.content.lines import thresholds
from footprint.criteria.catalogue import BY_KEY, LINES, OF_FOOTPRINTS, Quote
from footprint.criteria.criterion import Choice, Line, label_of
from footprint.criteria.remedies import MENDABLE
from footprint.pages import draw
from footprint.pages.criteria import (
    Criteria,
    Judged,
    Section,
    musts_of,
    remedies_to_draw,
    remedy_words,
)
from footprint.view import View
from ui.parts import headings, panels, tables
from ui.parts.glossary import explained
from ui.shell import drawing as st
from ui.shell import words
from ui.shell.address import show
from ui.shell.workspace import workspace


def pick_criterion(view: View) -> None:
    """Choose the criterion the map shows."""
    lines = thresholds(view)
    st.session_state["pick-criterion"] = view.criterion
    st.selectbox(
        "Criterion on the map",
        OF_FOOTPRINTS,
        format_func=lambda key: label_of(BY_KEY[key], lines),
        key="pick-criterion",
        on_change=lambda: show(criterion=st.session_state["pick-criterion"]),
    )


def card(view: View, told: Criteria) -> None:
    """Tell every verdict on the selected footprint, or which footprints miss the criterion."""
    if not told.picture.selected:
        _missing(told)
        return
    with st.container(border=True, key="card", gap="xxsmall"):
        headings.part(told.name)
        st.caption(told.tally)
        for one in told.verdicts:
            _verdict(view, told.picture.selected, one)
    panels.clear()


def _verdict(view: View, footprint: str, one: Judged) -> None:
    kind = one.verdict.replace(" ", "-")
    st.html(
        f'<p class="verdict"><b>{html.escape(one.label)}</b> '
        f'<span class="{kind}">{html.escape(one.said)}</span><br>{explained(one.reason)}</p>'
    )
    if one.verdict not in MENDABLE:
        return
    if one.criterion == view.criterion:
        _remedy(view, footprint, one.criterion, f"<p><b>{_RIGHT}</b></p>")
    elif box := panels.opened(_RIGHT, f"remedy-{one.criterion}"):
        with box:
            _remedy(view, footprint, one.criterion, "")


_RIGHT = "What would put it right"


def _remedy(view: View, footprint: str, criterion: str, head: str) -> None:
    with st.spinner("Looking for the smallest change …"):
        found = remedy_words(workspace(), view, criterion, footprint)
    parts = "".join(f"<p>{html.escape(part)}</p>" for part in found)
    st.html(f'<div class="remedy">{head}{parts}</div>')
    with st.container(horizontal=True, gap="xsmall"):
        for tried in remedies_to_draw(workspace(), view, criterion, footprint):
            st.page_link(draw.PAGE.script, label=tried.label, query_params=tried.view.to_query())


def _missing(told: Criteria) -> None:
    if not told.missing:
        panels.hint("Choose a footprint on the map, or type a name above, to read its verdicts.")
        return
    with st.container(key="misses"):
        st.markdown(
            words.marked("**These miss it.** Choose one to see why, and what would put it right.")
        )
        for footprint, name in told.missing:
            st.button(
                name,
                key=f"miss-{footprint}",
                on_click=show,
                kwargs={"area": footprint},
            )


def lines(view: View) -> None:
    """Where the lines are drawn, and which tests the reader calls musts."""
    with st.container(border=True, key="thresholds"):
        headings.part("What counts")
        st.caption(
            "Change a line and every verdict changes with it. The link in the address bar keeps "
            "your lines."
        )
        for line, column in zip(LINES, st.columns(len(LINES)), strict=True):
            with column:
                _move(view, line)
        for line in LINES:
            if isinstance(line, Line) and line.asked:
                _asked(view, line)
        _pick_musts(view)
        usual = {name: getattr(View(), name) for name in (*(one.field for one in LINES), "must")}
        if any(getattr(view, name) != value for name, value in usual.items()):
            st.button("Back to the usual lines", on_click=show, kwargs=usual)


def _move(view: View, line: Line | Choice) -> None:
    if isinstance(line, Choice):
        _choice(view, line)
    else:
        _number(view, line)


def _number(view: View, line: Line) -> None:
    key, value = f"line-{line.field}", getattr(view, line.field) / line.per
    st.session_state[key] = round(value) if line.whole else value
    st.number_input(
        line.label,
        min_value=float(line.low),
        max_value=float(line.high),
        step=float(line.step),
        format="%g",
        key=key,
        on_change=lambda: show(**{line.field: st.session_state[key] * line.per}),
    )


def _asked(view: View, line: Line) -> None:
    """Offer the values that somebody asked for; to press the chosen one again changes nothing."""
    key, words, value = f"asked-{line.field}", dict(line.asked), getattr(view, line.field)
    st.session_state[key] = value if value in words else None
    st.pills(
        f"{line.label}: what was asked for",
        words,
        format_func=words.__getitem__,
        key=key,
        on_change=lambda: show(**{line.field: st.session_state[key] or value}),
    )


def _choice(view: View, line: Choice) -> None:
    key, value = f"line-{line.field}", getattr(view, line.field)
    st.session_state[key] = value if value in line.values else getattr(View(), line.field)
    st.selectbox(
        line.label,
        line.values,
        format_func=line.values.__getitem__,
        key=key,
        on_change=lambda: show(**{line.field: st.session_state[key]}),
    )


def _pick_musts(view: View) -> None:
    drawn = thresholds(view)
    st.session_state["line-must"] = list(musts_of(view))
    st.multiselect(
        "Tests you call a must",
        OF_FOOTPRINTS,
        format_func=lambda key: label_of(BY_KEY[key], drawn),
        key="line-must",
        placeholder="None: every test below is only measured",
        on_change=lambda: show(must=tuple(st.session_state["line-must"])),
    )


def scorecard(sections: tuple[Section, ...]) -> None:
    """The scorecard in its three kinds, which are never added up."""
    headings.part("Scorecard")
    st.caption(
        "How many footprints meet each criterion. The three kinds are never added up to one score."
    )
    for section in sections:
        headings.under(section.heading)
        tables.plain(section.table, f"Scorecard: {section.heading}", headed=True)
        _in_whose_words(section)


def _in_whose_words(section: Section) -> None:
    kind = section.heading.lower()
    if box := panels.opened(f"Who asked for this, and how it is judged: {kind}", f"asked-{kind}"):
        with box:
            for one in section.criteria:
                st.markdown(words.marked("**{}.** {} {}", one.label, one.basis, one.start))
                for quote in one.quotes:
                    st.markdown(words.bullets([_quoted(quote)]))


def _quoted(quote: Quote) -> words.Marked:
    source = words.link(quote.source, quote.url)
    return words.marked("“{}” {}, {}, {}", quote.text, source, quote.publisher, quote.date)


def table(told: Criteria) -> None:
    """Every footprint with its verdict on the criterion of the map, and the reason."""
    tables.headed(told.heading, told.table, f"Verdicts on {told.heading}")
    st.caption(told.basis)
    tables.plain(told.table, f"Verdicts on: {told.heading}", headed=True)

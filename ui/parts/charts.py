"""Charts on the page: sent once a reader comes near them, and a press on one chooses an area."""

from __future__ import annotations

import html
from collections.abc import Callable, Collection

from footprint.charts import vega
from footprint.charts.dots import Dots
from footprint.charts.flow import Flow
from footprint.charts.setting import Setting
from footprint.charts.vega import PICK, Chart, picked
from footprint.content.values import Table
from footprint.web.small_dots import small_dots
from footprint.web.small_flow import small_flow
from ui.parts import headings, panels, tables
from ui.parts.once import once
from ui.shell import drawing as st
from ui.shell.address import show

_FONT = '"Source Sans", Arial, sans-serif'
_LEAD = "Follow everybody from 2023 to what is asked for 2027"
_SEEN, _TURN = "charts-seen", "charts-turn"


def charts(
    shown: Collection[Chart], choose: Callable[[str], None] | None = None, *, after: int = 0
) -> None:
    """Show charts, each as high from the start as it will be.

    A press chooses an area, or does what `choose` does with the key of what is pressed. `after` is
    how many the page shows in another place.

    What draws them is a third of a megabyte, which the map of a first visit must not wait for: a
    script presses the button once it is in sight (`ui/shell/seen.js`).
    """
    for number, chart in enumerate(shown, start=after + 1):
        with st.container(key=f"picture-{number}"):
            headings.part(chart.heading)
            _place(chart, number, choose or _area)
            _told(chart)
            panels.caption(chart.key)


def beside(shown: Collection[Chart]) -> None:
    """Show two charts beside each other; on a phone they are one under the other."""
    for number, (column, chart) in enumerate(zip(st.columns(2, gap="medium"), shown, strict=False)):
        with column:
            charts((chart,), after=number)


def lead(shown: Collection[Chart]) -> None:
    """Draw a flow or ranked dots small beside the map, and lead down to them."""
    for number, chart in enumerate(shown, start=1):
        leads = f'data-leads="picture-{number}"'
        if isinstance(chart, Flow):
            with st.container(key="lead"):
                st.html(_small_flow(chart, leads))
        if isinstance(chart, Dots):
            with st.container(key="lead"):
                st.html(_small_dots(chart, leads))


def _small_flow(chart: Flow, leads: str) -> str:
    """A small flow, with where those went who are traced in it."""
    steps = "".join(f"<li>{html.escape(step)}</li>" for step in chart.traced)
    told = f"<ol>{steps}</ol>" if steps else ""
    button = f'<button type="button" {leads}>{_LEAD}</button>'
    return f"{button}<div {leads}>{small_flow(chart)}</div>{told}"


@once
def _small_dots(chart: Dots, leads: str) -> str:
    """Small dots, to point at and press; what leads to them all is a button of its own."""
    said = html.escape(f"{chart.heading}: every name and figure")
    return f'<button type="button" {leads}>{said}</button>{small_dots(chart)}'


def behind(table: Table | None) -> None:
    """Offer a chart's figures as a table, where they stand nowhere else."""
    if not table:
        return
    if box := panels.opened(f"{table.title}, as a table ({len(table.rows)} rows)", "behind"):
        with box:
            tables.figures(table)
            tables.download(table, "chart")


def _area(key: str) -> None:
    show(area=key)


def _place(chart: Chart, number: int, choose: Callable[[str], None]) -> None:
    with st.container(key=f"chart-{number}", height=vega.height(chart) + 2, border=False):
        if st.session_state.get(_SEEN):
            _drawn(chart, f"chart-drawn-{number}", choose)
        else:
            st.button("Show the chart", key=f"show-chart-{number}", on_click=_see)


def _told(chart: Chart) -> None:
    """What it shows in words, once, for whoever cannot see it.

    Streamlit repeats a chart's own name in that of each of its buttons, which is why it is short.
    """
    st.html(f'<p class="for-readers">{html.escape(chart.words)}</p>')


def _see() -> None:
    st.session_state[_SEEN] = True


def _drawn(chart: Chart, key: str, choose: Callable[[str], None]) -> None:
    setting = Setting(font=_FONT, turn=st.session_state.get(_TURN, 0))
    listening = {"on_select": lambda: _pressed(key, choose), "selection_mode": PICK}
    st.vega_lite_chart(
        spec=vega.spec(chart, setting),
        theme=None,
        width="stretch",
        height=vega.height(chart),
        key=key,
        alt=chart.heading,
        **(listening if vega.pressed(chart) else {}),
    )


def _pressed(key: str, choose: Callable[[str], None]) -> None:
    told = st.session_state[key].selection.get(PICK)
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    if told:
        choose(picked(told[0][PICK]))

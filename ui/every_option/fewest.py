"""The optimum where ICBs may be divided: what is asked, how far the search is, and the answer."""

from __future__ import annotations

from footprint.content.values import Page
from footprint.export.searches import Search, SearchError
from footprint.optimum.answer import Answer
from footprint.pages import compare, draw
from footprint.standing import fewest
from footprint.standing.aims import MOVERS, aims
from footprint.standing.movers import JOINING, how_far
from footprint.view import View
from ui.every_option import controls
from ui.parts import headings, panels, tables
from ui.shell import drawing as st
from ui.shell import words
from ui.shell.workspace import workspace
from ui.who.visitors import asker

_SOUGHT = "fewest-search"
_LOOK = 0.4


def section(view: View) -> None:
    """Ask for the plan that serves an aim best, watch the search, and read the answer."""
    with st.container(key="fewest"):
        headings.part(fewest.heading(workspace(), view))
        panels.caption(fewest.about(workspace(), view))
        _question(view)
        st.button("Find the plan", key="fewest-find", on_click=_start, args=(view,), type="primary")
        _watch(view)


def _question(view: View) -> None:
    with st.container(horizontal=True, key="fewest-question"):
        controls.pick("aim", "Aim", aims(workspace().tiers), view.aim)
        controls.pick("begin", "People move from", fewest.begins(workspace(), view), view.begin)
        controls.pick("intact", "Kept whole", fewest.kept_whole(workspace()), view.intact)
        controls.pick("moving", "What moves whole", fewest.MOVING, view.moving)
    with st.container(horizontal=True, key="fewest-conditions"):
        controls.pick_least(view, "Residents of each footprint, at least", "fewest")
        controls.pick_inside(view, "fewest")
    count = fewest.more(view)
    if box := panels.opened(
        f"More conditions ({count} set)" if count else "More conditions", "fewest-more"
    ):
        with box:
            controls.several(
                *("locked", "Footprints that stay exactly as they are"),
                *(fewest.lockable(workspace(), view), view.locked, "None"),
            )
            without = "any" if view.aim == MOVERS else "as many as now"
            controls.number(view, "into", f"Number of footprints there are to be (0: {without})")


def _start(view: View) -> None:
    _stop()
    st.session_state[_SOUGHT] = Search(fewest.sought(workspace(), view), whose=asker()).start()


def _stop() -> None:
    if search := st.session_state.get(_SOUGHT):
        search.stop()


def _watch(view: View) -> None:
    """Show how far the search is, then its answer; nothing where it was of another question."""
    search = st.session_state.get(_SOUGHT)
    if search is None or search.order != fewest.sought(workspace(), view):
        return
    if not search.finished:
        st.fragment(_progress, run_every=_LOOK)(search)
        return
    try:
        _answer(view, search.answer())
    except SearchError as problem:
        st.warning(str(problem))


def _progress(search: Search) -> None:
    if search.finished:
        st.rerun()
    most = search.order.seconds
    st.progress(min(search.seconds / most, 1.0), text=_how_far(search))
    st.button("Stop", on_click=_stop, key="fewest-stop")


def _how_far(search: Search) -> str:
    if search.waiting:
        return "Waiting: other searches come first."
    if search.progress is None:
        return "Starting: looking for a first plan."
    most = search.order.seconds
    told = how_far(search.progress, search.order.asked, workspace().tiers)
    return f"{search.seconds:.0f} of {most:.0f} seconds. {told}"


def _answer(view: View, answer: Answer) -> None:
    told = fewest.content(workspace(), view, answer)
    with st.container(border=True, key="fewest-answer"):
        st.markdown(words.marked("**{}**", told.sentence))
        with st.container(horizontal=True):
            _link(draw.PAGE, "Open this plan in Draw", told.drawn)
            _link(compare.PAGE, "Compare it with the plan before", told.compared)
        for note in told.notes:
            panels.caption(note)
    if told.table:
        tables.figures(told.table)
        panels.caption(JOINING)
        tables.download(told.table, fewest.heading(workspace(), view).lower())


def _link(page: Page, label: str, to: View | None) -> None:
    if to:
        st.page_link(page.script, label=label, query_params=to.to_query())

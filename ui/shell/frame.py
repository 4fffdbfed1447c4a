"""The frame every page calls: masthead, links, and the view the address bar asks for."""

from __future__ import annotations

from footprint.content.asked import places_of
from footprint.content.values import Page
from footprint.pages import draw
from footprint.pages.addresses import APP, drawing, tab_title
from footprint.pages.catalogue import PAGES
from footprint.view import View
from footprint.workspace.plans import option_at
from ui.shell import choices, server, sign_in, tab, words
from ui.shell import drawing as st
from ui.shell.address import asked, long_texts
from ui.shell.document import PAGE_SCRIPT
from ui.shell.finder import finder
from ui.shell.workspace import workspace

# The fields of a view that name a plan: a page that looks at one offers saved options too.
_PICKING = {"plan", "other", "also"}


def frame(page: Page) -> View:
    """Draw what every page shares, and return what the reader asked to see.

    Only what is wrong with the fields the page looks at is told. Stops the page, saying why,
    where a published file is missing or is not as described. Where people sign in, whoever has
    not is shown how to, and no page goes on.
    """
    server.settle()
    sign_in.require()
    st.session_state[words.MET] = {}
    _refuse_wrong_files()
    work = workspace()
    view, put_right = asked(page.fields)
    drawn, _ = drawing(work, long_texts().get(view.option, view.option))
    if view.area and view.area not in places_of(work, view):
        # Its plan was left out, which has been said.
        view = view.with_(area="")
    st.set_page_config(page_title=tab_title(work, page, view), layout="wide")
    trouble = "" if _PICKING.isdisjoint(page.fields) else choices.look()
    # On the page that draws it a drawing is no plan to begin from.
    choices.offer("" if page == draw.PAGE else drawn)
    _masthead(_elsewhere(view, drawn) if page == draw.PAGE else view)
    with st.staying():
        heading = st.container(key="heading", horizontal=True, vertical_alignment="center")
        warnings = st.container(key="warnings")
    with heading:
        with st.staying():
            st.title(page.label, anchor=False, width="content")
        finder(page, view)
        sign_in.who()
    # A place of its own, so that a warning that goes does not make the map below start anew.
    with warnings:
        for sentence in put_right:
            st.warning(sentence)
        if trouble:
            st.caption(f"Saved options cannot be chosen now. {trouble}")
    # A pack is open on one page, and no other shows anything of it.
    return view if "pack" in page.fields else view.with_(pack="")


def _refuse_wrong_files() -> None:
    if problems := workspace().file_problems:
        st.set_page_config(page_title=APP, layout="wide")
        st.error(
            words.paragraphs(
                (
                    "The app has stopped, because its figures cannot be trusted.",
                    words.bullets(problems),
                )
            )
        )
        st.stop()


def _elsewhere(view: View, drawn: str) -> View:
    """What the menu of Draw leads to: what is drawn, or the revision that is open, as the plan."""
    if not drawn:
        return view.with_(plan=view.saved or view.plan)
    # Compared with what it began from, a drawing shows its own changes alone.
    return view.with_(plan=drawn, other=option_at(workspace(), drawn).begun_from)


def _masthead(view: View) -> None:
    with st.staying():
        masthead = st.container(key="masthead", horizontal=True)
    with masthead, st.staying():
        st.markdown(words.marked("**ICB Footprints**"))
        for page in PAGES:
            st.page_link(page.script, label=page.label, query_params=view.to_query())
        with st.container(key="scripts"):
            st.html(f"<script>{PAGE_SCRIPT}</script>", unsafe_allow_javascript=True)
            tab.mirror()

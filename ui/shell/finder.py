"""The finder: one box on every page that understands what people call places."""

from __future__ import annotations

import html

from footprint.content.answers import Answer, Answers, answers
from footprint.content.values import Page
from footprint.english import plural
from footprint.pages import my_icb
from footprint.view import View
from ui.shell import drawing as st
from ui.shell import words
from ui.shell.address import show
from ui.shell.workspace import workspace

_TYPED = "find"


@st.fragment
def finder(page: Page, view: View) -> None:
    """Find an ICB, a council, a town, a postcode district or a hospital by its name.

    A page with a map shows the place on it; every other leads to the page of its ICB.
    """
    with st.container(key="finder"):
        typed = st.text_input(
            "Find your ICB",
            key=_TYPED,
            type="search",
            live="200ms",
            placeholder="Town, council, postcode, hospital or ICB",
            label_visibility="collapsed",
        )
        if typed and typed.strip():
            own = view if _shows_places(page) else None
            tier = view.tier if "tier" in page.fields else ""
            with st.container(key="found"):
                _found(answers(workspace(), typed, own, tier), page, view)


def _shows_places(page: Page) -> bool:
    """Whether a page has a map on which a place found is shown."""
    return "area" in page.fields and page.address not in ("", my_icb.PAGE.address)


def _found(found: Answers, page: Page, view: View) -> None:
    for place, answer in enumerate(found.places):
        if _shows_places(page) and answer.area and len(answer.choices) == 1:
            _chooses(answer.area, answer, _in_bold(answer, answer.choices[0].words), str(place))
        else:
            _each(answer, page, view, key=str(place))
    # Drawn last and shown first, so that whoever sees it knows that all the rest is there.
    said = found.problem or found.note or plural(len(found.places), "place", "places")
    sure = " data-sure" if found.sure else ""
    st.html(
        f'<p class="found-for" role="status" data-for="{html.escape(found.typed)}"{sure}>'
        f"{html.escape(said)}</p>"
    )


def _each(answer: Answer, page: Page, view: View, *, key: str) -> None:
    """A place by its ICBs: one line to choose, or the place and a line for each.

    A page that shows places shows one in several ICBs too.
    """
    several = len(answer.choices) > 1
    if several and _shows_places(page) and answer.area:
        _chooses(answer.area, answer, answer.words, f"{key}-place")
    elif several:
        words.line(answer.words)
    for number, choice in enumerate(answer.choices):
        said = choice.words if several else _in_bold(answer, choice.words)
        if "area" in page.fields and page.address:
            _chooses(choice.body, answer, said, f"{key}-{number}")
        else:
            asked = view.with_(area=choice.body, find=answer.name).to_query()
            st.page_link(my_icb.PAGE.script, label=said, query_params=asked)


def _in_bold(answer: Answer, icb: str) -> words.Marked:
    return words.marked("**{}**, {}: {}", answer.name, answer.kind, icb)


def _chooses(area: str, answer: Answer, said: str, key: str) -> None:
    if st.button(said, key=f"found-{key}", type="tertiary"):
        del st.session_state[_TYPED]
        show(area=area, find=answer.name)
        st.rerun()

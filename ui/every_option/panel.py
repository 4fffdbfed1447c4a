"""The parts of the page on every option."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from footprint.charts.vega import Chart
from footprint.english import capital, plural
from footprint.every_option.as_plans import is_counted
from footprint.every_option.measures import SPLIT_TIERS, catalogue
from footprint.every_option.sampled import SAMPLED
from footprint.fields import Value
from footprint.frontier.counting import NoSuchOptionError
from footprint.pages import compare, draw
from footprint.pages.every_option import NOT_COUNTED, EveryOption, Found, samples
from footprint.plans.plan import bare_key
from footprint.standing import found as finding
from footprint.standing.asked import BODIES, BY, question_of
from footprint.standing.pictures import figures_of, points_of
from footprint.standing.place import size_there
from footprint.standing.rare import Rare
from footprint.view import TODAY, View
from footprint.web.small import small_map
from ui.every_option import controls, more
from ui.parts import headings, panels, tables
from ui.shell import drawing as st
from ui.shell.address import show
from ui.shell.workspace import workspace

_SAID = "every-option-said"
_ABOVE = "every-option-above"


def question(view: View) -> None:
    """What is counted: of which ICBs, in how many footprints, and under which conditions."""
    regions = sorted(workspace().atlas.blocks["nhs_region"].unique())
    made_of = {key: capital(said.removeprefix("the ")) for key, said in BODIES.items()}
    kinds = {key: workspace().tiers[key].label for key in SPLIT_TIERS}

    def follows(region: str) -> dict[str, Value]:
        # The number of footprints of all England would leave no option in a part of it.
        return {"footprints": size_there(workspace(), view.with_(region=region))}

    first, second = st.columns(2, gap="small")
    with first:
        controls.pick("bodies", "Made of", made_of, view.bodies)
        controls.number(view, "footprints", "Number of footprints")
    with second:
        controls.pick("region", "Where", _everywhere(regions), view.region, follows)
        controls.pick_inside(view)
    controls.several("keep", "Keep whole", kinds, view.keep, "No kind of authority")
    controls.pick_least(view, f"{BY[view.by]} of each footprint, at least")
    more.conditions(view)


def _everywhere(regions: Iterable[str]) -> dict[str, str]:
    return {"": "All of England"} | {name: name for name in regions}


def named(told: EveryOption) -> str:
    """What an option of the count is called here; "" for any other plan."""
    return told.plan.title if is_counted(told.plan.key) else ""


def exactly(told: EveryOption) -> None:
    """The whole number, or what can be had instead, and which ICBs it is about."""
    for said in (told.found.exact, told.found.chosen) if told.found else ():
        panels.caption(said)


def answer(told: EveryOption) -> None:
    """Where the plan shown stands, or why nothing was counted."""
    if told.problem:
        st.warning(told.problem)
    if not told.found:
        return
    if st.session_state.pop(_ABOVE, False):
        st.toast(f"{told.plan.title}: it is on the map at the top of the page.")
    with st.container(border=True, key="card"):
        headings.part("Where this plan stands")
        st.markdown(told.found.told)
        panels.caption(told.found.still_to_say)


def measures(view: View) -> None:
    """Choose what options are told apart by."""
    known = {key: one.label for key, one in catalogue(workspace().tiers).items()}
    headings.part("What options are told apart by")
    first, second = st.columns(2)
    with first:
        controls.pick("counted", "Judged by", known, view.counted)
    with second:
        controls.pick("against", "Traded against", known, view.against)


def show_one(view: View, told: EveryOption) -> None:
    """Draw an option on the map: the best on the measure, any, or the nearest to the plan."""
    if not told.found or not told.found.total:
        return
    measure = told.found.answer.measures[0]
    with st.container(key="show-one"):
        headings.part("Show me one")
        with st.container(horizontal=True):
            _shower("best", f"Fewest {measure.of[1]}", told.asked)
            _shower("any", "Any one", told.asked)
            _shower("near", "Nearest to this plan", told.asked)
        about, words = st.session_state.get(_SAID, (None, ""))
        panels.caption(words if about == _about(view, view.plan) else "")
        # A drawing in the address would be opened in place of the plan that is shown.
        asked = (view if view.drawings else view.with_(option="", saved="")).to_query()
        with st.container(horizontal=True):
            st.page_link(draw.PAGE.script, label="Change it in Draw", query_params=asked)
            if bare_key(view.plan) != TODAY:
                st.page_link(
                    compare.PAGE.script,
                    label="Compare it with today’s teams",
                    query_params=view.with_(other=TODAY, layer="teams").to_query(),
                )


def _shower(kind: str, label: str, view: View) -> None:
    st.button(label, key=f"show-{kind}", on_click=_show, args=(kind, view))


def _show(kind: str, view: View) -> None:
    work = workspace()
    try:
        if kind == "near":
            near = finding.nearest(work, view, view.plan)
            key = near.key
            st.session_state[_SAID] = _about(view, key), finding.apart_words(near)
        else:
            key = (finding.best if kind == "best" else finding.any_one)(work, view)
    except NoSuchOptionError as problem:
        words = f"No option can be said to be nearest. {problem}"
        st.session_state[_SAID] = _about(view, view.plan), words
    else:
        show(plan=key, layer="", area="")


def _about(view: View, plan: str) -> tuple[object, ...]:
    """What is said of the nearest option stays as long as this does."""
    return plan, view.bodies, view.footprints, question_of(view)


def _rare(one: Rare) -> None:
    """One of a few options as a small map, with a button that draws it large."""
    with st.container(key=f"rare-{one.number}", width=200):
        words_for_it = f"Option {one.called}. Together: {one.words}."
        st.html(small_map(workspace().shapes, one.plan, one.apart, words_for_it))
        st.button(
            f"Show option {one.number}",
            key=f"show-rare-{one.number}",
            on_click=_show_above,
            args=(one.plan.key,),
        )


def _show_above(key: str) -> None:
    """Show an option that was chosen so far down that the map is out of sight, and say where."""
    st.session_state[_ABOVE] = True
    show(plan=key, layer="", area="")


def pictures(told: EveryOption) -> tuple[Chart, ...]:
    """The charts, where anything was counted."""
    return told.found.charts if told.found else ()


def choose(view: View) -> Callable[[str], None]:
    """What a press on a point does: draw an option that has these figures."""

    def draw_one(key: str) -> None:
        figures = figures_of(key)
        _show_above(finding.with_figures(workspace(), view, figures))

    return draw_one


def trade(told: EveryOption) -> None:
    """The points of the trade as a table, and one of them to choose without a mouse."""
    if not told.found or not told.found.trade:
        return
    shown = told.found.trade
    panels.caption("Press a dot to see an option that has its figures.")
    if box := panels.opened(
        f"{shown.title}, as a table ({plural(len(shown.rows), 'row', 'rows')})", "every-trade"
    ):
        with box:
            tables.figures(shown)
            tables.download(shown, "Every option")
            _choose_pair(told.asked, points_of(told.found.charts))


def _choose_pair(view: View, points: Mapping[str, str]) -> None:
    controls.seed("every-pair", None)

    def chosen() -> None:
        if key := st.session_state["every-pair"]:
            choose(view)(key)

    st.selectbox(
        "See an option that has",
        points,
        format_func=points.__getitem__,
        key="every-pair",
        placeholder="Choose a pair of figures",
        on_change=chosen,
    )


def tables_of(told: EveryOption) -> None:
    """What each condition leaves, where plans stand, what was sampled, and what is rare."""
    if not (found := told.found):
        return
    if found.rare and found.rare_table:
        tables.headed("The options themselves", found.rare_table, "Every option themselves")
        with st.container(horizontal=True, key="rare"):
            for one in found.rare:
                _rare(one)
        panels.caption(told.picture.subtitle)
        tables.figures(found.rare_table)
        panels.caption(found.rare_named)
    for heading, table in (
        ("What each condition leaves", found.narrowing),
        ("Where plans stand", found.places),
    ):
        if table:
            tables.headed(heading, table, f"Every option {heading}")
            tables.figures(table)
    if found.total:
        _sampled(told.asked, found)
    panels.caption(NOT_COUNTED)


def _sampled(view: View, found: Found) -> None:
    if box := panels.opened(
        f"Measures that take too many figures to be listed ({len(SAMPLED)})", "every-samples"
    ):
        table = samples(workspace(), view, found)
        with box:
            tables.figures(table)
            tables.download(table, "Every option Measures that take too many figures")

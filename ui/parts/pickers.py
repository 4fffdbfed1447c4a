"""Pickers: controls that show what the address bar says, and change it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from footprint.content.charts import line_words
from footprint.content.flows import step_before
from footprint.english import article, listed, month
from footprint.fields import CutError, read_cuts
from footprint.maps.sentences import layers_in_words
from footprint.measures import catalogue as measures
from footprint.measures.classes import MOST_CLASSES, SCHEMES, USUAL
from footprint.options.links import LinkError
from footprint.plans.plan import SEEN_WORDS, Plan, Seen
from footprint.plans.tiers import Tier
from footprint.store.revisions import StoreError
from footprint.view import GROUNDS, View, range_of
from footprint.workspace.maps import class_problem
from footprint.workspace.plans import all_places
from footprint.workspace.plans import plan as plan_at
from ui.shell import choices
from ui.shell import drawing as st
from ui.shell.address import show
from ui.shell.workspace import workspace

_Choice = TypeVar("_Choice", bound=str)


def _seed(key: str, value: object) -> None:
    # The address bar decides on every run, so Back, Forward and a copied link all agree.
    st.session_state[key] = value


def _pick(name: str) -> None:
    chosen = st.session_state[f"pick-{name}"]
    if chosen is not None:
        show(**{name: chosen})


def when_and_layer(view: View, plan: Plan, *, lines: bool = True) -> None:
    """The timeline and the switch between the law's two layers, the same on every page."""
    with st.container(key="when-and-layer", horizontal=True, vertical_alignment="center"):
        step_plan(view, plan.seen)
        pick_layer(plan)
        pick_ground(view)
        if lines:
            _pick_lines(view)
        else:
            # What comes after it keeps its place from page to page, and so does the map below.
            st.empty()
        # A place of its own, so that words that come and go do not make the map start anew.
        with st.container(key="layers-said", width="content"):
            if said := layers_in_words(plan):
                st.caption(said)


def pick_layer(plan: Plan) -> None:
    """Choose whether statutory bodies or leadership teams are looked at."""
    _pick_one("layer", "Layer", SEEN_WORDS, plan.seen)


def pick_ground(view: View) -> None:
    """Choose whether areas are as large as their land or as their people are many."""
    _pick_one("map", "Ground of the map", GROUNDS, view.map)


def _pick_one(name: str, label: str, options: Mapping[_Choice, str], chosen: _Choice) -> None:
    key = f"pick-{name}"
    _seed(key, chosen)
    st.segmented_control(
        label,
        options,
        format_func=options.__getitem__,
        key=key,
        on_change=_pick,
        args=(name,),
        label_visibility="collapsed",
    )


def _pick_lines(view: View) -> None:
    _seed("pick-lines", view.lines == "both")
    st.checkbox(
        "Show the other layer’s boundaries",
        key="pick-lines",
        on_change=lambda: show(lines="both" if st.session_state["pick-lines"] else "one"),
    )


def pick_since(view: View, plan: Plan) -> None:
    """Choose whether what changed since the step before is outlined, where there is one."""
    if not (before := step_before(workspace(), plan)):
        return
    _seed("pick-since", bool(view.since))
    st.checkbox(
        f"Outline what changed since {month(before.effective)}",
        key="pick-since",
        on_change=lambda: show(since="before" if st.session_state["pick-since"] else ""),
    )


def pick_measure(view: View, first: str = "", among: Iterable[str] = measures.BY_KEY) -> None:
    """Choose what the map shows; `first` names a picture without a measure, if there is one.

    `among` are the measures a page offers; one of another page shows the first of them.
    """
    options = ([""] if first else []) + list(among)
    words = {"": first} | {key: measure.label for key, measure in measures.BY_KEY.items()}
    _seed("pick-measure", view.measure if view.measure in options else options[0])
    st.selectbox(
        "What the map shows",
        options,
        format_func=words.__getitem__,
        key="pick-measure",
        on_change=_pick_measure,
        args=(options[0],),
    )


def _pick_measure(usual: str) -> None:
    chosen = st.session_state["pick-measure"]
    # What is drawn anew in the middle of a choice may tell the words of an option in its place.
    known = chosen in measures.BY_KEY and chosen != usual
    show(measure=chosen if known else "", cuts=())


def step_plan(view: View, seen: Seen) -> None:
    """Step through the plans for the whole of England in the order of their dates."""
    plans = {key: plan for key, plan in workspace().plans.items() if plan.national}
    _seed("step-plan", view.plan if view.plan in plans else None)
    st.segmented_control(
        "Step through time",
        plans,
        format_func=lambda key: step_words(plans[key], seen),
        key="step-plan",
        on_change=_step_plan,
        args=(seen,),
        label_visibility="collapsed",
    )


def step_words(plan: Plan, seen: Seen) -> str:
    """Say one step of the timeline: when, how many of the layer looked at, and how firm."""
    looked_at = plan.seen_as(seen)
    count = len(looked_at.by_id)
    firm = f", {plan.status}" if seen == plan.usual and plan.status not in _FIRM else ""
    return f"{month(plan.effective)}: {count} {_SHORT[seen]}{firm}"


_SHORT: Mapping[Seen, str] = {"bodies": "ICBs", "teams": "teams"}
_FIRM = ("in force", "replaced")


def pick_plan(view: View, named: str = "") -> None:
    """Choose any plan by name, regional ones and users' options too.

    `named` is what an option of the count is called where its number is known.
    """
    offered = choices.plans(view.plan)
    published = workspace().plans
    words = {
        key: f"{title}: {published[key].status}" if key in published else title
        for key, title in offered.items()
    }
    if named:
        words[view.plan] = named
    _seed("pick-plan", view.plan)
    st.selectbox(
        "Plan or option",
        words,
        format_func=words.__getitem__,
        key="pick-plan",
        help=choices.beyond(),
        filter_mode="contains",
        on_change=lambda: show_plan("plan", st.session_state["pick-plan"]),
    )


def show_plan(name: str, key: str, **also: str) -> None:
    """Show another plan, and what else is asked for with it.

    An area that only the option before it knew is left out.
    """
    area = st.query_params.get("area", "")
    try:
        known = area in all_places(workspace()) or area in plan_at(workspace(), key).by_id
    except (StoreError, LinkError):
        # The next run of the page says what is wrong with that option.
        known = False
    show(**{name: key}, area=area if known else "", **also)


def _step_plan(seen: Seen) -> None:
    """Go to a step on the layer that is looked at, named where it is not the step’s usual one."""
    if chosen := st.session_state["step-plan"]:
        named = "layer" in st.query_params or workspace().plans[chosen].usual != seen
        show_plan("plan", chosen, since="before", layer=seen if named else "")


def pick_base(view: View) -> None:
    """Choose what a regional option's neighbours look like."""
    plans = {key: plan for key, plan in workspace().plans.items() if plan.national}
    _seed("pick-base", view.base)
    st.selectbox(
        "Rest of England",
        plans,
        format_func=lambda key: plans[key].title,
        key="pick-base",
        on_change=_pick,
        args=("base",),
    )


def pick_classes(view: View, key: str, measure: str) -> None:
    """Choose how values are cut into classes, and say where the cuts given make none."""
    with st.expander("Change the colour classes", key="classing"):
        _seed("pick-scheme", view.scheme)
        st.radio(
            "How to cut the values",
            SCHEMES,
            format_func=SCHEMES.__getitem__,
            key="pick-scheme",
            on_change=_pick_scheme,
            label_visibility="collapsed",
        )
        if view.scheme == "own":
            _pick_cuts(view, key, measure)
        else:
            _pick_count(view)
        if view.scheme == USUAL and (lines := measures.BY_KEY[measure].lines):
            unit = measures.BY_KEY[measure].unit
            said = listed([line_words(line, unit) for line in lines])
            st.caption(f"Colours change at each line this measure is judged by: {said}.")


def _pick_scheme() -> None:
    show(scheme=st.session_state["pick-scheme"], cuts=())


def _pick_count(view: View) -> None:
    _seed("pick-classes", str(view.classes))
    st.select_slider(
        "Number of classes",
        [str(count) for count in range(2, MOST_CLASSES + 1)],
        key="pick-classes",
        on_change=lambda: show(classes=int(st.session_state["pick-classes"])),
    )


def _pick_cuts(view: View, key: str, measure: str) -> None:
    unit = measures.BY_KEY[measure].unit
    problem = st.session_state.pop("cuts-problem", "")
    if not problem:
        _seed("pick-cuts", "; ".join(f"{cut:,.10g}" for cut in view.cuts))
    st.text_input(
        f"Where classes begin, separated by semicolons ({unit.name})",
        key="pick-cuts",
        placeholder="for example 1,000,000; 2,000,000",
        on_change=_write_cuts,
    )
    if problem := problem or class_problem(workspace(), key, view.base, measure, view.cuts):
        st.caption(f"{problem} Until then the map has equal numbers in each class.")


def _write_cuts() -> None:
    try:
        show(cuts=read_cuts(st.session_state["pick-cuts"]), scheme="own")
    except CutError as problem:
        st.session_state["cuts-problem"] = str(problem)


def pick_tier(view: View) -> None:
    """Choose which kind of authority to hold the plan against."""
    tiers = workspace().tiers
    _seed("pick-tier", view.tier)
    st.selectbox(
        "Kind of authority",
        tiers,
        format_func=lambda key: tiers[key].label,
        key="pick-tier",
        on_change=_pick,
        args=("tier",),
    )


def pick_authority(tier: Tier, selected: str) -> None:
    """Find an authority of a tier by typing its name."""
    names = dict(sorted(tier.names.items(), key=lambda item: item[1]))
    _seed("pick-authority", selected or None)
    st.selectbox(
        f"Find {article(tier.one)}",
        names,
        format_func=names.__getitem__,
        key="pick-authority",
        placeholder="Type a name",
        filter_mode="contains",
        on_change=lambda: show(area=st.session_state["pick-authority"] or ""),
    )


def pick_other(view: View) -> None:
    """Choose the plan to compare with."""
    plans = choices.plans(view.other)
    _seed("pick-other", view.other)
    st.selectbox(
        "Compare with",
        plans,
        format_func=plans.__getitem__,
        key="pick-other",
        help=choices.beyond(),
        filter_mode="contains",
        on_change=_pick,
        args=("other",),
    )


def pick_tolerance(view: View, tier: Tier) -> None:
    """Choose how many people may live outside an authority's main footprint."""
    _seed("pick-tolerance", view.tolerance)
    whose = article(tier.one) if tier.wide else "an authority"
    least, most = range_of("tolerance")
    st.number_input(
        f"Tolerance: how many of {whose}’s people, in per cent, may live outside its main "
        "footprint before it counts as being in two",
        min_value=float(least),
        max_value=float(most),
        step=0.5,
        format="%g",
        key="pick-tolerance",
        on_change=lambda: show(tolerance=st.session_state["pick-tolerance"]),
    )

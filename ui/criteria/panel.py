"""The parts of the page on criteria."""

from __future__ import annotations

import html

import pandas as pd
import streamlit as st

from footprint.criteria import scorecard as scorecards
from footprint.criteria.case import MISSES, Case, Thresholds
from footprint.criteria.catalogue import (
    BY_KEY,
    KINDS,
    OF_FOOTPRINTS,
    VERDICTS,
    Criterion,
    Quote,
    counts,
    label_of,
)
from footprint.criteria.scorecard import by_kind, own, rows_of
from footprint.maps.layer import Layer
from footprint.money import baselines
from footprint.plans.plan import Plan
from footprint.view import View, plain
from ui.parts import tables
from ui.shell import cache, words
from ui.shell.address import show

_TESTS = ("people", "authorities", "strategic", "cap", "region", "pieces", "trusts")


_TIERS = {"utla": "Upper tier and unitary", "lad": "Districts"}


_Asked = tuple[str, str, Thresholds, cache.Costs]


def _thresholds(view: View) -> Thresholds:
    return Thresholds(
        least=round(float(view.least)),
        tier=view.whole if view.whole in _TIERS else Thresholds().tier,
        tolerance=float(view.tolerance) / 100,
        cap=float(view.cap),
        trusts=round(float(view.trusts)),
    )


def basis(view: View) -> tuple[Thresholds, cache.Costs]:
    """The lines the reader drew, and the costs the reader gave."""
    costs, _ = baselines.parse(view.baseline, cache.icb_names())
    return _thresholds(view), costs


def _asked(view: View) -> _Asked:
    return view.plan, view.base, *basis(view)


def _case(view: View) -> Case:
    return cache.case(*_asked(view))


def _card(view: View) -> pd.DataFrame:
    return cache.scorecard(*_asked(view))


def judged(view: View) -> tuple[Case, pd.DataFrame]:
    """The plan put up for judgement, and every verdict on it."""
    return _case(view), _card(view)


def _musts(view: View) -> list[str]:
    return [key for key in view.must.split("_") if key in _TESTS]


def layer(view: View) -> Layer:
    """The map of one criterion."""
    return cache.verdict_layer(*_asked(view), view.criterion)


def take_away(view: View) -> str:
    """The one sentence on what a plan passes and misses."""
    return scorecards.take_away(_case(view), _card(view), _musts(view))


def pick_criterion(view: View) -> None:
    """Choose the criterion the map shows."""
    drawn = _thresholds(view)
    st.session_state["pick-criterion"] = view.criterion
    st.selectbox(
        "Criterion on the map",
        OF_FOOTPRINTS,
        format_func=lambda key: label_of(BY_KEY[key], drawn),
        key="pick-criterion",
        on_change=lambda: show(criterion=st.session_state["pick-criterion"]),
    )


def card(view: View, plan: Plan, selected: str) -> None:
    """Tell every verdict on the selected footprint, or which footprints miss the criterion."""
    if not selected:
        _misses(view, plan)
        return
    rows = _card(view)
    rows = rows[rows["footprint"] == selected]
    chosen = rows["criterion"] == view.criterion
    with st.container(border=True, key="card"):
        st.subheader(words.literal(plan.by_id[selected].name), anchor=False)
        st.caption(_tally(rows))
        for row in pd.concat([rows[chosen], rows[~chosen]]).itertuples():
            _verdict(view, selected, row.criterion, row.verdict, row.reason)
    st.button("Clear the selection", on_click=show, kwargs={"area": ""})


def _tally(rows: pd.DataFrame) -> str:
    found = rows["verdict"].value_counts()
    said = [f"{verdict} {found[verdict]}" for verdict in VERDICTS[:2] if verdict in found]
    unknown = [f"no figure for {found[VERDICTS[2]]}"] if VERDICTS[2] in found else []
    return f"Of {len(rows)} tests: {', '.join(said + unknown)}"


def _verdict(view: View, footprint: str, criterion: str, verdict: str, reason: str) -> None:
    label = label_of(BY_KEY[criterion], _thresholds(view))
    kind = verdict.replace(" ", "-")
    st.html(
        f'<p class="verdict"><b>{html.escape(label)}</b> '
        f'<span class="{kind}">{verdict.capitalize()}</span><br>{html.escape(reason)}</p>'
    )
    if verdict == MISSES:
        remedy = cache.remedy(*_asked(view), criterion, footprint)
        _remedy(remedy.sentences if remedy else ())


def _remedy(told: tuple[str, ...]) -> None:
    parts = "".join(f"<p>{html.escape(part)}</p>" for part in told)
    st.html(f'<div class="remedy"><p><b>What would put it right</b></p>{parts}</div>')


def _misses(view: View, plan: Plan) -> None:
    rows = own(_card(view), plan)
    rows = rows[(rows["criterion"] == view.criterion) & (rows["verdict"] == MISSES)]
    if rows.empty:
        st.caption("Choose a footprint on the map, or type a name above, to read its verdicts.")
        return
    st.markdown("**These miss it.** Choose one to see why, and what would put it right.")
    with st.container(key="misses"):
        for footprint in sorted(rows["footprint"], key=lambda one: plan.by_id[one].name):
            name = words.literal(plan.by_id[footprint].name)
            st.button(name, key=f"miss-{footprint}", on_click=show, kwargs={"area": footprint})


def thresholds(view: View) -> None:
    """Where the lines are drawn, and which tests the reader calls musts."""
    with st.container(border=True, key="thresholds"):
        st.subheader("What counts", anchor=False)
        st.caption("Move a line and every verdict follows. The address bar keeps where you put it.")
        people, authority, share, cap, trusts = st.columns(5)
        with people:
            _number("least", "Least people, million", float(view.least) / 1e6, 0, 60, 0.1, per=1e6)
        with authority:
            _pick_whole(view)
        with share:
            _number("tolerance", "Tolerance, % of an authority", float(view.tolerance), 0, 49, 0.5)
        with cap:
            _number("cap", "Cap, £ per weighted head", float(view.cap), 0, 1_000, 0.5)
        with trusts:
            _number("trusts", "Least acute trusts", round(float(view.trusts)), 1, 20, 1)
        _pick_musts(view)
        lines = ("least", "whole", "tolerance", "cap", "trusts", "must")
        usual = {name: getattr(View(), name) for name in lines}
        if any(getattr(view, name) != value for name, value in usual.items()):
            st.button("Back to the usual lines", on_click=show, kwargs=usual)


def _number(
    name: str,
    label: str,
    value: float,
    least: float,
    most: float,
    step: float,
    *,
    per: float = 1.0,
) -> None:
    key = f"line-{name}"
    st.session_state[key] = value
    st.number_input(
        label,
        min_value=float(least),
        max_value=float(most),
        step=float(step),
        format="%g",
        key=key,
        on_change=lambda: show(**{name: plain(st.session_state[key] * per)}),
    )


def _pick_whole(view: View) -> None:
    st.session_state["line-whole"] = _thresholds(view).tier
    st.selectbox(
        "Local authorities",
        _TIERS,
        format_func=_TIERS.__getitem__,
        key="line-whole",
        on_change=lambda: show(whole=st.session_state["line-whole"]),
    )


def _pick_musts(view: View) -> None:
    drawn = _thresholds(view)
    st.session_state["line-must"] = _musts(view)
    st.multiselect(
        "Tests you call a must",
        _TESTS,
        format_func=lambda key: label_of(BY_KEY[key], drawn),
        key="line-must",
        placeholder="None: every test below is only measured",
        on_change=lambda: show(must="_".join(st.session_state["line-must"])),
    )


def scorecard(view: View, plan: Plan) -> None:
    """The scorecard in its three kinds, which are never added up."""
    st.subheader("Scorecard", anchor=False)
    st.caption(
        "How many footprints meet each criterion. The three kinds are never added up to one score."
    )
    card, musts = own(_card(view), plan), _musts(view)
    table, drawn = counts(card), _thresholds(view)
    for kind, heading in KINDS.items():
        listed = by_kind(kind, musts)
        st.markdown(f"**{heading}**")
        if kind == "for discussion":
            st.table(tables.literal(_to_discuss(_case(view), listed)))
        else:
            st.table(_counts(listed, table, card, drawn))
        _in_whose_words(view, listed, heading)


def _counts(
    listed: list[Criterion], table: pd.DataFrame, card: pd.DataFrame, drawn: Thresholds
) -> pd.DataFrame:
    reasons = card[card["footprint"] == ""].set_index("criterion")["reason"]
    rows = [
        (
            label_of(criterion, drawn),
            *(str(table.at[criterion.key, verdict]) for verdict in VERDICTS),
            "",
        )
        if criterion.level == "footprint"
        else (
            criterion.label,
            *("The plan" if table.at[criterion.key, verdict] else "" for verdict in VERDICTS),
            reasons[criterion.key],
        )
        for criterion in listed
    ]
    columns = ["Criterion", *(verdict.capitalize() for verdict in VERDICTS), "Found"]
    said = pd.DataFrame(rows, columns=columns).set_index("Criterion")
    return said if said["Found"].any() else said.drop(columns="Found")


def _to_discuss(case: Case, listed: list[Criterion]) -> pd.DataFrame:
    rows = [(criterion.label, criterion.told(case) or criterion.basis) for criterion in listed]
    return pd.DataFrame(rows, columns=["Criterion", "To start from"]).set_index("Criterion")


def _in_whose_words(view: View, listed: list[Criterion], heading: str) -> None:
    case = _case(view)
    with st.expander(f"Who asked for this, and how it is judged: {heading.lower()}"):
        for criterion in listed:
            told = words.literal(criterion.told(case))
            st.markdown(f"**{label_of(criterion, case.thresholds)}.** {criterion.basis} {told}")
            for quote in cache.quotes()[criterion.key]:
                st.markdown(_quoted(quote))


def _quoted(quote: Quote) -> str:
    return f"- “{quote.text}” [{quote.source}]({quote.url}), {quote.publisher}, {quote.date}"


def table(view: View) -> None:
    """Every footprint with its verdict on the criterion of the map, and the reason."""
    criterion = BY_KEY[view.criterion]
    st.subheader(f"{label_of(criterion, _thresholds(view))}: every footprint", anchor=False)
    st.caption(criterion.basis)
    st.table(tables.literal(rows_of(_case(view), _card(view), criterion)))

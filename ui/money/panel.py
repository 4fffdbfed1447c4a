"""The parts of the page on money."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from footprint import english
from footprint.english import percent
from footprint.facts.guidance import CAP
from footprint.maps import choropleth
from footprint.maps.layer import Layer
from footprint.maps.sentences import measure_sentence
from footprint.maps.stories import Story
from footprint.measures.catalogue import BY_KEY, Measure
from footprint.measures.classes import ClassError, Classes, classify
from footprint.measures.units import FTE, MILLIONS, PEOPLE, PER_100_000, POUNDS_EACH
from footprint.money import published
from footprint.money import scenario as money
from footprint.money import sentences as money_stories
from footprint.money.published import ENGLAND, Fact
from footprint.money.scenario import Scenario, money_table, teams_removed, totals
from footprint.money.sentences import (
    allowance_and_staff,
    cut_or_cap,
    difference,
    envelope,
    needed,
    takes_more,
    teams,
    which_is_used,
    who_loses,
)
from footprint.plans.plan import Plan, england
from footprint.view import View
from ui.parts import panels, tables
from ui.shell import address, cache, words

MEASURES: tuple[str, ...] = (
    "envelope",
    "published_cost",
    "weighted_population",
    "staff_per_100_000",
    "staff",
    "running_cost_allowance",
    "running_cost_allowance_2024",
    "running_cost_allowance_2023",
    "running_cost_allowance_per_resident",
    "core_allocation",
    "core_allocation_per_resident",
)


def measure_of(view: View) -> str:
    """The money measure the map shows; the envelope where the view asks for none."""
    return view.measure if view.measure in MEASURES else MEASURES[0]


def table(plan: Plan, scenario: Scenario) -> pd.DataFrame:
    """What each footprint would have and lose under the user's assumptions."""
    return money_table(cache.atlas(), plan, scenario)


def layer(view: View, plan: Plan, scenario: Scenario, figures: pd.DataFrame) -> Layer:
    """The map of a money measure, by the user's assumptions where it depends on them."""
    measure = BY_KEY[measure_of(view)]
    if label := own_label(measure, scenario):
        column = "baseline" if measure.key == "published_cost" else measure.key
        return _own_layer(view, plan, replace(measure, label=label), figures[column])
    return panels.measure_layer(view, view.plan, measure.key)


def own_label(measure: Measure, scenario: Scenario) -> str:
    """What a measure is called by the user's assumptions; "" where they do not touch it."""
    if measure.key == "envelope" and not scenario.as_published:
        return f"Envelope at your £{scenario.cap:,.2f} (worked out), £ million"
    if measure.key == "published_cost" and scenario.baselines:
        return "Cost before the cut, yours or published, £ million"
    return ""


def _own_layer(view: View, plan: Plan, measure: Measure, values: pd.Series) -> Layer:
    whole = values.sum(skipna=False)
    return choropleth.choropleth(
        plan,
        values,
        _classes(view, measure, values),
        measure,
        summary=measure_sentence(plan, measure, values, whole),
        estimated=cache.estimated(view.plan, view.base),
    )


def _classes(view: View, measure: Measure, values: pd.Series) -> Classes:
    cuts = tuple(cut * measure.unit.per for cut in view.cut_values)
    try:
        return classify(
            values, measure.unit, scheme=view.scheme, count=int(view.classes), cuts=cuts
        )
    except ClassError:
        return classify(values, measure.unit)


def take_away(plan: Plan, figures: pd.DataFrame, scenario: Scenario, layer: Layer) -> None:
    """Say what the cap leaves, what it covers, and what the map shows."""
    panels.sentence(money_stories.take_away(plan, figures, scenario))
    st.markdown(
        "The cap covers all running costs and programme pay. The running cost allowance is not "
        "what the cap covers, so the two cannot be held against each other."
    )
    if layer.measure != "envelope":
        st.caption(words.literal(layer.summary))


def card(view: View, plan: Plan, selected: str, figures: pd.DataFrame, scenario: Scenario) -> None:
    """Tell the selected footprint's money, or how to select one."""
    if not selected:
        st.caption("Choose an area on the map, or type a name above, to see its money.")
        return
    name, row = plan.by_id[selected].name, figures.loc[selected]
    split = selected in cache.estimated(view.plan, view.base)
    story = Story(
        words.literal(name),
        "By the assumptions above" if scenario != Scenario() else _usual(scenario),
        (
            ("What the cap would leave", envelope(row, scenario, estimated=split)),
            ("Reduction needed", needed(row, scenario, estimated=split)),
            ("Cut or cap", cut_or_cap(name, row, scenario)),
            *allowance_and_staff(cache.table(view.plan, view.base).loc[selected]),
        ),
    )
    tables.card(story)
    st.button("Clear the selection", on_click=address.show, kwargs={"area": ""})


def _usual(scenario: Scenario) -> str:
    return f"At {POUNDS_EACH.text(scenario.cap)}, and a {100 * scenario.cut:g}% cut"


def _in_order(plan: Plan, figures: pd.DataFrame) -> list[str]:
    return sorted(figures.index, key=lambda footprint: plan.by_id[footprint].name)


def cap_table(view: View, plan: Plan, figures: pd.DataFrame, scenario: Scenario) -> None:
    """Show what the cap would leave each footprint, beside the target it was given."""
    st.subheader("What the cap would leave", anchor=False)
    st.markdown(
        "Weighted population counts registered patients weighted by need, so it is more than the "
        "residents. It is worked out from NHS England’s allocations workbook of 2025/26, so "
        "the result is a reconstruction. " + which_is_used(figures, scenario)
    )
    st.table(tables.literal(cap_rows(view, plan, figures, scenario)))


def cap_rows(view: View, plan: Plan, figures: pd.DataFrame, scenario: Scenario) -> pd.DataFrame:
    """What the cap would leave each footprint and England, as a table of words."""
    estimated = cache.estimated(view.plan, view.base)
    rows = [
        _cap_row(plan.by_id[f].name, figures.loc[f], scenario, estimated=f in estimated)
        for f in _in_order(plan, figures)
    ]
    rows.append(_cap_row("England", totals(figures), scenario, estimated=False))
    return pd.DataFrame(rows).set_index("Footprint")


def _cap_row(name: str, row: pd.Series, scenario: Scenario, *, estimated: bool) -> dict[str, str]:
    mark = " (estimated)" if estimated else ""
    told = {
        "Footprint": name,
        "Weighted population": PEOPLE.text(row["weighted_population"]) + mark,
        f"£{scenario.cap:,.2f} × weighted population": MILLIONS.text(row["envelope"]) + mark,
        "Published target": MILLIONS.text(row["target"]),
    }
    if not scenario.as_published:
        return told
    used = " (published)" if row["left"] == row["target"] else mark
    return told | {
        "Published, against worked out": difference(row["difference"]),
        "Figure used": MILLIONS.text(row["left"]) + used,
    }


def cut_table(view: View, plan: Plan, figures: pd.DataFrame, scenario: Scenario) -> None:
    """Show who would lose more by a cut the same for all than by the cap."""
    st.subheader("A cut the same for all, or the cap?", anchor=False)
    st.markdown(words.literal(who_loses(plan, figures, scenario)))
    known = figures[figures["baseline"].notna()]
    estimated = cache.estimated(view.plan, view.base)
    rows = [
        _cut_row(plan.by_id[f].name, known.loc[f], scenario, estimated=f in estimated)
        for f in _in_order(plan, known)
    ]
    if rows:
        st.table(tables.literal(pd.DataFrame(rows).set_index("Footprint")))
    if rest := len(figures) - len(rows):
        st.caption(f"No figure for the other {rest}: their cost before the cut is not published.")
    removed = teams_removed(cache.atlas(), plan)
    st.markdown(teams(plan, removed, scenario))


def _cut_row(name: str, row: pd.Series, scenario: Scenario, *, estimated: bool) -> dict[str, str]:
    mark = ", estimated" if estimated else ""
    cut = f"{100 * scenario.cut:g}% cut"
    return {
        "Footprint": name,
        "Cost before the cut": f"{MILLIONS.text(row['baseline'])} ({row['basis']}{mark})",
        "Left by the cap": MILLIONS.text(row["left"]),
        "Taken by the cap": f"{MILLIONS.text(row['needed'])} ({percent(row['needed_share'])})",
        f"Left by a {cut}": MILLIONS.text(row["cut_leaves"]),
        f"Taken by a {cut}": MILLIONS.text(row["cut_takes"]),
        "Takes more": takes_more(row["cut_takes_more"]),
    }


def over_time(plan: Plan, selected: str) -> None:
    """Show allowance and staff through the years, of the selected footprint or of England."""
    facts = cache.atlas()
    whole = england(facts)
    allowance, staff = money.over_time(facts, plan if selected else whole, selected or "england")
    name = words.literal(plan.by_id[selected].name) if selected else "England"
    st.subheader(f"Allowance and staff through the years: {name}", anchor=False)
    left, right = st.columns(2, gap="medium")
    with left:
        st.table(_allowance_words(allowance))
        st.caption(
            "What NHS England allots ICBs to run themselves, as published. Per resident of "
            "mid-2024 in every year. 2025/26 was raised for employers’ National Insurance."
        )
    with right:
        st.table(_staff_words(staff))
        st.caption(
            "Full-time equivalents, from NHS Workforce Statistics. Teams an ICB hosts for others "
            "count; work it buys from a commissioning support unit does not. Per 100,000 "
            "residents of mid-2024 at every date. Nothing is published here after March 2025."
        )


def _allowance_words(allowance: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Running cost allowance": allowance["pounds"].map(MILLIONS.text),
            "Per resident": allowance["each"].map(POUNDS_EACH.text),
        }
    ).rename_axis("Year")


def _staff_words(staff: pd.DataFrame) -> pd.DataFrame:
    said = pd.DataFrame(
        {
            "ICB staff": staff["fte"].map(FTE.text),
            "Per 100,000 residents": staff["rate"].map(PER_100_000.text),
        }
    )
    return said.set_index(pd.Index([english.month(date) for date in staff.index], name="Date"))


def published_list(plan: Plan, selected: str) -> None:
    """Show what is published about cost, target, reduction and staff, with source and date."""
    st.subheader("What ICBs have published", anchor=False)
    st.markdown(
        "A minority of the 42 ICBs have said in public what they cost, what they must come down "
        "to, or how many staff they have. Much of it is known only from the press. “Per head” is "
        "as the source says it."
    )
    if selected:
        _of_footprint(plan, selected)
    told = cache.published_facts()
    with st.expander(f"All {len(told)} published figures"):
        _listed(told)


def _of_footprint(plan: Plan, selected: str) -> None:
    exact = published.published(cache.atlas(), plan, selected)
    inside = published.published_inside(cache.atlas(), plan, selected)
    name = words.literal(plan.by_id[selected].name)
    if not exact:
        st.markdown(f"**{name}:** no figure for exactly this area.")
    _listed(exact)
    _listed(inside)


def _listed(told: Sequence[Fact]) -> None:
    bodies = dict.fromkeys(_whose(fact) for fact in told)
    for body in sorted(bodies, key=lambda name: (name != "England", name)):
        lines = [_fact_line(fact) for fact in told if _whose(fact) == body]
        st.markdown(f"**{body}**\n" + "\n".join(lines))


def _whose(fact: Fact) -> str:
    if fact.icbs == ENGLAND:
        return "England"
    names = sorted(cache.icb_names()[icb] for icb in fact.icbs)
    return " with ".join(names) + (", together" if len(names) > 1 else "")


def _fact_line(fact: Fact) -> str:
    qualifier = f" ({_as_words(fact.qualifier)})" if fact.qualifier else ""
    title = _as_words(fact.title)
    source = f"[{title}]({fact.url})" if fact.url else title
    return f"- {fact.what}: **{fact.figure}**{qualifier}. {source}, {fact.date}."


def _as_words(text: str) -> str:
    # Titles come from elsewhere and are shown as they stand, whatever marks they hold.
    return re.sub(r"([\\`*_\[\]<>$~#])", r"\\\1", text)


def reading_guide() -> None:
    """Say what each figure is a share of, and what is left out."""
    with st.expander("How to read these figures"):
        st.markdown("\n".join(f"- {line}" for line in _GUIDE))


_GUIDE: Iterable[str] = (
    f"**The cap** is {POUNDS_EACH.text(CAP)} a year for each *weighted* head. It covers all "
    "running costs and programme pay, but not the commissioning of pharmacy, optometry and dental "
    "services, nor specialised commissioning handed to ICBs.",
    "**The running cost allowance** is what NHS England allots for running the ICB. It is not "
    "what the cap covers. Here it is given per *resident*.",
    "**Weighted population** is the registered patients of 2025/26, weighted by need. "
    "**Residents** are the people who lived there in mid-2024. A figure for each of the one cannot "
    "be set against a figure for each of the other.",
    "**Estimated** means that the plan splits an ICB: its figure is shared by where people live.",
    "**Published** means that an ICB, a council paper or the press gave the figure. A figure for "
    "two ICBs together is used only for a footprint that is those two.",
    "**Reduction needed** is cost before the cut less what the cap would leave, and never less "
    "than nothing.",
)

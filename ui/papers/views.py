"""Paper views: any view of any page as a paper, the same figures from the same caches."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from footprint.criteria.catalogue import BY_KEY as CRITERIA
from footprint.criteria.criterion import label_of
from footprint.criteria.scorecard import rows_of
from footprint.maps import sentences
from footprint.maps.layer import Layer, counted_in
from footprint.measures.catalogue import BY_KEY, Measure
from footprint.money import baselines
from footprint.money.scenario import Scenario
from footprint.options import effects
from footprint.papers import contents
from footprint.papers.paper import Panel, Paper, Table
from footprint.plans.comparison import common_scope, inside
from footprint.plans.plan import Plan
from footprint.view import View
from ui.authorities import panel as authority_panel
from ui.authorities.panel import selected_authority, table_of_split, tables_of_authorities
from ui.compare.panel import (
    basis_sentence,
    both_selected,
    layers_of,
    plans_of,
    score_table,
    take_away,
)
from ui.criteria import panel as criteria_panel
from ui.criteria.panel import basis, judged
from ui.draw.state import option_of
from ui.money import panel as money_panel
from ui.money.panel import cap_rows, measure_of, own_label
from ui.parts import panels
from ui.shell import cache

WHOLE, OWN, SELECTED = "", "own", "selected"


_ALL_ENGLAND = "All of England"


Told = tuple[str, contents.Figures]


# Footprints, positions of blocks, and the words for the part of the map they make.
Within = Callable[[frozenset[str], tuple[int, ...], str], Told]


@dataclass(frozen=True)
class Shown:
    """What a page shows under a view, before somebody says how much of it goes on paper.

    `title` and `lines` are for the top; `listed` are the footprints whose areas are told in
    words, and `selected` those outlined, one for each panel. `within` tells the summary and the
    figures anew for a part of the map, where the page can.
    """

    title: str
    lines: str
    panels: tuple[Panel, ...]
    key: Layer
    table: Callable[[Collection[str]], Table]
    figures: contents.Figures
    plans: tuple[Plan, ...]
    summary: str
    measures: tuple[Measure, ...] = ()
    notes: tuple[str, ...] = ()
    selected: str = ""
    within: Within | None = None


def parts(page: str, view: View) -> dict[str, str]:
    """How much of the map can go on paper, with the words for each; the usual one first."""
    shown = shown_on(page, view)
    own = {OWN: "The footprints of this option"} if _own_blocks(shown) else {}
    chosen = shown.plans[-1].by_id.get(shown.selected)
    picked = {SELECTED: chosen.name} if chosen else {}
    named = {region: f"NHS region: {region}" for region in _regions()}
    return {**own, WHOLE: _ALL_ENGLAND, **picked, **named}


def paper(page: str, view: View, part: str, *, link: str, day: date, caption: str = "") -> Paper:
    """A view as a paper; `part` is one of `parts`, and `link` reopens the view."""
    shown = shown_on(page, view)
    scope = _scope(shown, part)
    kept, panels_here = _kept(shown.plans[-1], scope), _panels(shown, scope)
    summary, figures = shown.summary, shown.figures
    if scope and shown.within and part != SELECTED:
        where = f"These {len(kept)} footprints" if part == OWN else part
        summary, figures = shown.within(kept, scope, where)
    return Paper(
        title=shown.title,
        subtitle=shown.lines,
        summary=summary,
        day=day,
        panels=panels_here,
        key=panels_here[0].layer if len(panels_here) == 1 else shown.key,
        table=shown.table(kept),
        figures=figures,
        lists=contents.areas_in_words(cache.atlas(), shown.plans[-1], kept),
        notes=tuple(note for note in (shown.key.note, *shown.notes) if note),
        sources=contents.source_lines(cache.manifest(), shown.plans, shown.measures),
        link=link,
        caption=caption,
        scope=scope,
    )


def _panels(shown: Shown, scope: tuple[int, ...]) -> tuple[Panel, ...]:
    """The maps, a single one with a legend that counts what the picture is about."""
    if not scope or len(shown.panels) > 1:
        return shown.panels
    (panel,) = shown.panels
    return (replace(panel, layer=counted_in(panel.layer, scope)),)


def shown_on(page: str, view: View) -> Shown:
    """What a page shows under a view; `page` is the path of its script."""
    return PAPERS[page](view)


def _regions() -> Mapping[str, tuple[int, ...]]:
    return contents.regions(cache.atlas().blocks)


def _own_blocks(shown: Shown) -> frozenset[str]:
    """The blocks a regional plan is about; none where a plan is about all of England."""
    own = common_scope(shown.plans)
    return own if len(own) < len(shown.plans[0].footprint_of) else frozenset()


def _scope(shown: Shown, part: str) -> tuple[int, ...]:
    if part == OWN:
        blocks: Collection[str] = _own_blocks(shown)
    elif part == SELECTED and shown.selected:
        blocks = shown.plans[-1].blocks_of(shown.selected)
    else:
        return _regions().get(part, ())
    index = shown.plans[0].footprint_of.index
    return tuple(sorted(index.get_indexer(list(blocks)).tolist()))


def _kept(plan: Plan, scope: tuple[int, ...]) -> frozenset[str]:
    return frozenset(plan.footprint_of.iloc[list(scope)])


def _today(view: View) -> Shown:
    return _measured(view, view.icbs, view.measure or "residents")


def _clusters(view: View) -> Shown:
    if view.measure:
        return _measured(view, view.plan, view.measure)
    plan = cache.plan(view.plan, view.base)
    return _of_plan(view, plan, panels.plan_layer(view), ("residents",))


def _measured(view: View, key: str, measure: str) -> Shown:
    layer = panels.measure_layer(view, key, measure)
    return _of_plan(view, cache.plan(key, view.base), layer, (measure, "residents"))


def _of_plan(view: View, plan: Plan, layer: Layer, keys: tuple[str, ...]) -> Shown:
    """One map of one plan, with some of its measures in the table."""
    figures, estimated = cache.table(plan.key, view.base), cache.estimated(plan.key, view.base)
    measures = tuple(BY_KEY[key] for key in dict.fromkeys(keys))
    selected = panels.selected_footprint(view, plan)
    first = measures[0]
    if selected:
        key_figures = contents.footprint_figures(
            plan,
            selected,
            figures,
            (first.key, "residents", "running_cost_allowance", "imd"),
            estimated=selected in estimated,
        )
    else:
        whole = cache.england()[first.key]
        key_figures = contents.whole_figures(plan, first, figures[first.key], whole)
    return Shown(
        title=layer.title,
        lines=_plain(plan.summary),
        panels=(Panel(layer, selected=selected),),
        key=layer,
        table=lambda kept: contents.measure_table(
            plan, figures, measures, estimated=estimated, footprints=kept
        ),
        figures=key_figures,
        plans=(plan,),
        summary=_plain(layer.summary),
        measures=measures,
        notes=(*(measure.basis for measure in measures), plan.note),
        selected=selected,
        within=_within(plan, layer, first, figures[first.key]),
    )


def _within(plan: Plan, layer: Layer, measure: Measure, values: pd.Series) -> Within:
    def told(kept: frozenset[str], scope: tuple[int, ...], where: str) -> Told:
        here = values[[code for code in values.index if code in kept]]
        whole = contents.part_figure(cache.atlas(), scope, measure)
        if layer.measure == measure.key:
            said = sentences.measure_sentence(plan, measure, here, whole, where)
        else:
            said = sentences.membership_sentence(replace(plan, drawn=kept), here)
        return said, contents.whole_figures(plan, measure, here, whole, where)

    return told


def _money(view: View) -> Shown:
    plan = cache.plan(view.plan, view.base)
    costs, _ = baselines.parse(view.baseline, cache.icb_names())
    scenario = Scenario(
        cap=float(view.cap),
        cut=float(view.cut) / 100,
        saving=float(view.saving),
        baselines=costs,
    )
    figures = money_panel.table(plan, scenario)
    layer = money_panel.layer(view, plan, scenario, figures)
    shown = _of_plan(view, plan, layer, (measure_of(view), "weighted_population"))
    if scenario == Scenario():
        return shown
    told = "By assumptions somebody typed, not by published figures."
    cells = cap_rows(view, plan, figures, scenario)
    return replace(
        shown,
        lines=f"{shown.lines} {told}",
        figures=(("Cap", f"£{scenario.cap:,.2f} per weighted head"),),
        table=_words(layer.title, cells),
        notes=(told, *shown.notes),
        # The measure of a part is worked out from what is published, not by assumptions.
        within=None if own_label(shown.measures[0], scenario) else shown.within,
    )


def _criteria(view: View) -> Shown:
    plan = cache.plan(view.plan, view.base)
    layer, criterion = criteria_panel.layer(view), CRITERIA[view.criterion]
    lines, _ = basis(view)
    rows = rows_of(*judged(view), criterion)
    selected = panels.selected_footprint(view, plan)
    return Shown(
        title=layer.title,
        lines=_plain(plan.summary),
        panels=(Panel(layer, selected=selected),),
        key=layer,
        table=_words(label_of(criterion, lines), rows),
        figures=tuple((row.words, row.counted or str(row.count)) for row in layer.legend),
        plans=(plan,),
        summary=_plain(criteria_panel.take_away(view)),
        notes=(criterion.basis, plan.note),
        selected=selected,
    )


def _authorities(view: View) -> Shown:
    plan, tier = cache.plan(view.plan, view.base), cache.tiers()[view.tier]
    layer = authority_panel.layer(view)
    rows, split = tables_of_authorities(view), table_of_split(view)
    return Shown(
        title=layer.title,
        lines=_plain(plan.summary),
        panels=(Panel(layer, selected=selected_authority(view, tier)),),
        key=layer,
        table=_words(f"Split: {tier.label}", split),
        figures=((tier.label, str(len(rows))), ("Split", str(len(split)))),
        plans=(plan,),
        summary=_plain(layer.summary),
        notes=(
            f"An authority is split when more than {float(view.tolerance):g}% of its people "
            "(mid-2022) live outside its main footprint.",
            plan.note,
        ),
        selected=panels.selected_footprint(view, plan),
    )


def _compare(view: View) -> Shown:
    before, after = plans_of(view)
    drawn, key = layers_of(view)
    lines = score_table(view)
    titles = (f"A: {before.title}", f"B: {after.title}")
    selected = both_selected(view)
    one = view.show == "moves"
    picked = selected[1:] if one else selected
    scope = common_scope((before, after))
    return Shown(
        title=f"From “{before.title}” to “{after.title}”",
        lines=basis_sentence(view),
        panels=tuple(
            Panel(layer, heading, chosen)
            for layer, heading, chosen in zip(drawn, ("",) if one else titles, picked, strict=True)
        ),
        key=key,
        table=_words("Scorecard", lines),
        figures=tuple(
            (f"Footprints: {title}", str(len(inside(plan, scope))))
            for title, plan in zip(titles, (before, after), strict=True)
        ),
        plans=(before, after),
        summary=_plain(take_away(view)),
        measures=(BY_KEY[view.measure],) if view.measure else (),
        notes=tuple(dict.fromkeys((before.note, after.note))),
        selected=selected[1],
    )


def _draw(view: View) -> Shown:
    if view.saved and not view.option:
        return _clusters(view.with_(plan=view.saved, measure="", area=""))
    option = option_of(view)
    layer, plan = cache.option_layer(option), option.plan
    standing = cache.option_standing(option)
    kept = [column for column in effects.COLUMNS if column not in effects.SINCE]
    rows = effects.table(standing, standing, standing)[kept]
    return Shown(
        title=plan.title,
        lines=plan.summary,
        panels=(Panel(layer),),
        key=layer,
        table=_words("Footprints", rows.set_index("Footprint")),
        figures=(("Footprints", str(len(plan.by_id))),),
        plans=(plan, cache.plan(option.base, option.rest)),
        summary=_plain(layer.summary),
        notes=("An option somebody drew. Nobody has adopted it.",),
    )


PAPERS: Mapping[str, Callable[[View], Shown]] = {
    "app.py": _today,
    "pages/Clusters.py": _clusters,
    "pages/Money.py": _money,
    "pages/Criteria.py": _criteria,
    "pages/Local_authorities.py": _authorities,
    "pages/Compare.py": _compare,
    "pages/Draw_an_option.py": _draw,
}


def _words(title: str, rows: pd.DataFrame) -> Callable[[Collection[str]], Table]:
    """A table of words, which is whole whatever part of the map goes on paper."""
    table = contents.text_table(title, rows)
    return lambda _: table


def _plain(words: str) -> str:
    return words.replace("**", "")

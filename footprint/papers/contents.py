"""Contents: any picture of a page as a paper, whole or a part of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from footprint.charts.vega import Chart
from footprint.content.figures import by_name, whole_figures
from footprint.content.values import Figures, Picture
from footprint.facts.atlas import Atlas
from footprint.facts.manifest import Manifest
from footprint.facts.people import Ground
from footprint.maps.layer import counted_in
from footprint.maps.sentences import measure_sentence, membership_sentence
from footprint.maps.stories import districts
from footprint.measures.catalogue import Measure
from footprint.papers.paper import Panel, Paper
from footprint.plans.assignment import Assignment
from footprint.plans.plan import Plan, england, noun
from footprint.plans.scope import scope_of
from footprint.workspace.workspace import Workspace, kept

WHOLE, OWN, SELECTED = "", "own", "selected"
_ALL_ENGLAND = "All of England"
_ALWAYS = ("data/blocks.csv", "geo/blocks.geojson")
_BY_PEOPLE = "geo/people.geojson"
Positions = tuple[int, ...]


_OWN_WORDS = "The footprints of this option"


def parts(work: Workspace, picture: Picture) -> dict[str, str]:
    """How much of the map can go on paper, with the words for each; the usual one first."""
    words = "The part of England that is compared" if picture.scope else _OWN_WORDS
    own = {OWN: words} if _own_blocks(picture) else {}
    chosen = picture.plans[-1].by_id.get(picture.selected)
    picked = {SELECTED: chosen.name} if chosen else {}
    named = {region: f"NHS region: {region}" for region in regions(work)}
    whole = {WHOLE: _ALL_ENGLAND}
    # What is about one footprint alone is usually wanted of it.
    first = {**picked, **whole} if picture.chapters else {**whole, **picked}
    return {**own, **first, **named}


def paper(
    work: Workspace, picture: Picture, part: str, *, link: str, day: date, caption: str = ""
) -> Paper:
    """A picture as a paper; `part` is one of `parts`, and `link` reopens the view."""
    scope = _scope(work, picture, part)
    footprints = frozenset(picture.plans[-1].footprint_of.iloc[list(scope)])
    panels, ground = _panels(picture, scope), picture.maps[0].ground
    summary, figures = _retold(work, picture, part, footprints, scope)
    return Paper(
        title=picture.title,
        subtitle=picture.subtitle,
        summary=summary,
        day=day,
        panels=panels,
        key=panels[0].layer if len(panels) == 1 else picture.key,
        table=picture.table.of(footprints),
        figures=figures,
        lists=areas_in_words(work.atlas, picture.plans[-1], footprints),
        notes=tuple(note for note in (picture.key.note, *picture.notes) if note),
        sources=source_lines(work.manifest, picture.plans, picture.measures, ground),
        link=link,
        caption=caption,
        scope=scope,
        ground=ground,
        chapters=picture.chapters,
        charts=_charts(picture, part, footprints),
    )


def _charts(picture: Picture, part: str, footprints: frozenset[str]) -> tuple[Chart, ...]:
    """The charts, of the footprints of a part alone; one chosen is shown among all others."""
    return tuple(chart.of(() if part == SELECTED else footprints) for chart in picture.charts)


def _panels(picture: Picture, scope: Positions) -> tuple[Panel, ...]:
    """The maps, a single one with a legend that counts what the picture is about."""
    panels = tuple(Panel(one.layer, one.heading, one.selected) for one in picture.maps)
    if not scope or len(panels) > 1:
        return panels
    return (replace(panels[0], layer=counted_in(panels[0].layer, scope)),)


def _own_blocks(picture: Picture) -> frozenset[str]:
    """The blocks a regional plan is about; none where a plan is about all of England."""
    own = scope_of(picture.plans)
    return picture.scope or (frozenset() if own.everywhere else own.blocks)


def _scope(work: Workspace, picture: Picture, part: str) -> Positions:
    if part == OWN:
        blocks: Collection[str] = _own_blocks(picture)
    elif part == SELECTED and picture.selected:
        blocks = picture.plans[-1].blocks_of(picture.selected)
    else:
        return regions(work).get(part, ())
    index = picture.plans[0].footprint_of.index
    return tuple(sorted(index.get_indexer(list(blocks)).tolist()))


def _retold(
    work: Workspace,
    picture: Picture,
    part: str,
    footprints: frozenset[str],
    scope: Positions,
) -> tuple[str, Figures]:
    """The summary and the key figures, told anew for a part where the picture has the values."""
    if not scope or picture.values is None or part == SELECTED:
        return picture.summary, picture.figures
    plan, measure = picture.plans[-1], picture.measures[0]
    where = f"These {len(footprints)} {noun(plan)}" if part == OWN else part
    here = picture.values[[code for code in picture.values.index if code in footprints]]
    whole = part_figure(work.atlas, scope, measure)
    if picture.key.measure:
        summary = measure_sentence(plan, measure, here, whole, where)
    else:
        summary = membership_sentence(_only(plan, footprints), here)
    return summary, whole_figures(plan, measure, here, whole, where)


def _only(plan: Plan, footprints: frozenset[str]) -> Plan:
    return plan.with_assigned(replace(plan.assigned, drawn=footprints))


def areas_in_words(atlas: Atlas, plan: Plan, footprints: Collection[str] = ()) -> Figures:
    """Every footprint, or some of them, with its districts as a sentence to paste into a paper."""
    return tuple(
        (plan.by_id[code].name, districts(atlas, plan, code)) for code in by_name(plan, footprints)
    )


def source_lines(
    manifest: Manifest,
    plans: Iterable[Plan],
    measures: Iterable[Measure] = (),
    ground: Ground = "land",
) -> tuple[str, ...]:
    """Where the figures and the boundaries come from, a sentence each, and the data version."""
    used = {path for measure in measures for path in measure.sources} | set(_ALWAYS)
    used |= {_BY_PEOPLE} if ground == "people" else set()
    files = [
        f"{source.title} ({source.publisher}, {source.date})"
        for source in manifest.sources
        if source.path in used
    ]
    references = [
        f"{source.title} ({source.publisher}, {source.date})"
        for plan in plans
        for source in plan.sources
    ]
    return tuple(dict.fromkeys([*references, *files, f"data version {manifest.data_version}"]))


def part_figure(atlas: Atlas, blocks: Collection[int], measure: Measure) -> float:
    """What a measure is of some blocks, by position, taken together."""
    whole = england(atlas)
    here, elsewhere = (replace(whole.footprints[0], id=name) for name in ("here", "elsewhere"))
    inside = frozenset(blocks)
    assignment = tuple(
        (block, "here" if place in inside else "elsewhere")
        for place, (block, _) in enumerate(whole.assignment)
    )
    footprints = (here, elsewhere) if len(inside) < len(assignment) else (here,)
    parted = whole.with_assigned(Assignment(footprints, assignment))
    return float(measure.compute(atlas, parted)["here"])


@kept(1)
def regions(work: Workspace) -> Mapping[str, Positions]:
    """The positions of the blocks of each NHS region, by its name."""
    blocks = work.atlas.blocks
    return {
        str(region): tuple(sorted(blocks.index.get_indexer(here).tolist()))
        for region, here in sorted(blocks.groupby("nhs_region").groups.items())
    }

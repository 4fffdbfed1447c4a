"""What a paper says of a plan besides its map: tables, key figures, areas in words, sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

import pandas as pd

from footprint.facts.atlas import Atlas
from footprint.facts.manifest import Manifest
from footprint.maps import stories
from footprint.measures.catalogue import BY_KEY, Measure
from footprint.measures.units import NO_FIGURE
from footprint.papers.paper import ESTIMATED, Column, Table
from footprint.plans.plan import KIND_WORDS, Plan, england

Figures = tuple[tuple[str, str], ...]


_ALWAYS = ("data/blocks.csv", "geo/blocks.geojson")


def by_name(plan: Plan, footprints: Collection[str] = ()) -> list[str]:
    """Return a plan's footprints, or some of them, in the order of their names."""
    kept = [code for code in plan.by_id if not footprints or code in footprints]
    return sorted(kept, key=lambda code: plan.by_id[code].name)


def measure_table(
    plan: Plan,
    figures: pd.DataFrame,
    measures: Iterable[Measure],
    *,
    estimated: Collection[str] = (),
    footprints: Collection[str] = (),
) -> Table:
    """Some measures of every footprint, or of some, in the order of their names.

    `figures` has a row for each footprint and a column for each measure.
    """
    codes, listed = by_name(plan, footprints), tuple(measures)
    shared = [place for place, measure in enumerate(listed, start=2) if measure.shared]
    return Table(
        title=listed[0].label,
        columns=(
            Column("Footprint"),
            Column("What it is"),
            *(Column(measure.label, measure.unit) for measure in listed),
        ),
        rows=tuple(
            (
                plan.by_id[code].name,
                KIND_WORDS[plan.by_id[code].kind],
                *(_known(figures.at[code, measure.key]) for measure in listed),
            )
            for code in codes
        ),
        estimated=frozenset(
            (line, place)
            for line, code in enumerate(codes)
            for place in shared
            if code in estimated and _known(figures.at[code, listed[place - 2].key]) is not None
        ),
    )


def _known(value: float) -> float | None:
    return None if pd.isna(value) else float(value)


def text_table(title: str, words: pd.DataFrame) -> Table:
    """A table of words as a page shows it, its row names first."""
    whole = words.reset_index()
    return Table(
        title=title,
        columns=tuple(Column(str(heading)) for heading in whole.columns),
        rows=tuple(tuple(str(cell) for cell in row) for row in whole.itertuples(index=False)),
    )


def whole_figures(
    plan: Plan, measure: Measure, values: pd.Series, whole: float, where: str = "England"
) -> Figures:
    """How many footprints there are, the figure of all together, the lowest and the highest."""
    known = values.dropna()
    figures = [("Footprints", str(len(values)))]
    figures.append((f"{measure.label}: {where}", measure.unit.text(whole)))
    if len(known) > 1:
        figures += [_end("Lowest", plan, known, known.min(), measure)]
        figures += [_end("Highest", plan, known, known.max(), measure)]
    return tuple(figures)


def _end(
    word: str, plan: Plan, values: pd.Series, value: float, measure: Measure
) -> tuple[str, str]:
    text = measure.unit.text(value)
    alike = values.index[values.map(measure.unit.text) == text]
    where = plan.by_id[alike[0]].name if len(alike) == 1 else f"{len(alike)} footprints"
    return f"{word}: {where}", text


def footprint_figures(
    plan: Plan, footprint: str, figures: pd.DataFrame, keys: Iterable[str], *, estimated: bool
) -> Figures:
    """The key figures of one footprint, each under the name of its measure."""
    found = []
    for key in dict.fromkeys(keys):
        text = BY_KEY[key].unit.text(figures.at[footprint, key])
        mark = f" {ESTIMATED}" if estimated and BY_KEY[key].shared and text != NO_FIGURE else ""
        found.append((BY_KEY[key].label, text + mark))
    return (("Footprint", plan.by_id[footprint].name), *found)


def areas_in_words(atlas: Atlas, plan: Plan, footprints: Collection[str] = ()) -> Figures:
    """Every footprint, or some of them, with its districts as a sentence to paste into a paper."""
    return tuple(
        (plan.by_id[code].name, stories.districts(atlas, plan, code))
        for code in by_name(plan, footprints)
    )


def source_lines(
    manifest: Manifest, plans: Iterable[Plan], measures: Iterable[Measure] = ()
) -> tuple[str, ...]:
    """Where the figures and the boundaries come from, a sentence each, and the data version."""
    used = {path for measure in measures for path in measure.sources} | set(_ALWAYS)
    files = [
        f"{source.title} ({source.publisher}, {source.date})"
        for source in manifest.sources
        if source.path in used
    ]
    published = [
        f"{source.title} ({source.publisher}, {source.date})"
        for plan in plans
        for source in plan.sources
    ]
    return tuple(dict.fromkeys([*published, *files, f"data version {manifest.data_version}"]))


def part_figure(atlas: Atlas, blocks: Collection[int], measure: Measure) -> float:
    """What a measure is of some blocks, by position, taken together."""
    whole = england(atlas)
    here, elsewhere = (replace(whole.footprints[0], id=name) for name in ("here", "elsewhere"))
    inside = frozenset(blocks)
    assignment = tuple(
        (block, "here" if place in inside else "elsewhere")
        for place, (block, _) in enumerate(whole.assignment)
    )
    kept = (here, elsewhere) if len(inside) < len(assignment) else (here,)
    parted = replace(whole, footprints=kept, assignment=assignment)
    return float(measure.compute(atlas, parted)["here"])


def regions(blocks: pd.DataFrame) -> Mapping[str, tuple[int, ...]]:
    """The positions of the blocks of each NHS region, by its name."""
    places = pd.Series(range(len(blocks)), index=blocks.index)
    return {
        str(region): tuple(here.tolist())
        for region, here in places.groupby(blocks["nhs_region"], sort=True)
    }

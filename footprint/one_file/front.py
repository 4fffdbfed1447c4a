"""Front: what all pages share, and the pages without a map, as one tree."""

from __future__ import annotations

import pandas as pd

from footprint.content.guide import INTRODUCTION, Guide
from footprint.content.lines import thresholds
from footprint.content.values import Page
from footprint.criteria.catalogue import OF_FOOTPRINTS
from footprint.criteria.criterion import label_of
from footprint.english import month
from footprint.facts.manifest import Source
from footprint.maps.layer import ATTRIBUTION
from footprint.measures.catalogue import MEASURES
from footprint.one_file import maps, parts
from footprint.one_file.pool import Tree
from footprint.pages import authorities, catalogue, clusters, compare, criteria, my_icb, today
from footprint.pages import sources as provenance
from footprint.pages.compare import SHOWN
from footprint.parts.holding import authority_of
from footprint.plans.places import Place, authority_at, districts, pieces
from footprint.plans.plan import SEEN_WORDS, Plan
from footprint.view import FIELDS, GROUNDS, View
from footprint.workspace.finder import body_of
from footprint.workspace.plans import all_places
from footprint.workspace.workspace import Workspace, kept

PAGES: tuple[Page, ...] = (
    today.PAGE,
    my_icb.PAGE,
    clusters.PAGE,
    criteria.PAGE,
    authorities.PAGE,
    compare.PAGE,
    provenance.PAGE,
    catalogue.HELP,
)
# What each page of the file can be asked for, in the words of the app's addresses.
HELD = ("plan", "other", "layer", "map", "measure", "area", "tier", "criterion", "show")
_ON_COMPARE = frozenset({"measure"})


def front(work: Workspace) -> Tree:
    """Menus, pickers, places and what they are called, with the pages without a map."""
    view = View()
    return {
        "pages": [[page.address, page.label, _fields(page)] for page in PAGES],
        "usual": {name: FIELDS[name].kind.write(FIELDS[name].usual) for name in HELD},
        "plans": {key: _plan(one) for key, one in work.plans.items()},
        "layers": SEEN_WORDS,
        "grounds": GROUNDS,
        "shows": SHOWN,
        "measures": {one.key: one.label for one in MEASURES},
        "criteria": {key: label_of(one, thresholds(view)) for key, one in OF_FOOTPRINTS.items()},
        "tiers": {key: _tier(work, key) for key in work.tiers},
        "places": _places(work),
        "blocks": list(work.shapes.blocks.index),
        "districts": list(work.atlas.blocks["lad"][work.shapes.blocks.index]),
        "bodies": [body_of(work)[block] for block in work.shapes.blocks.index],
        "introduction": list(INTRODUCTION),
        "attribution": ATTRIBUTION,
        "version": work.manifest.data_version,
        "texts": {provenance.PAGE.address: _sources(work), catalogue.HELP.address: _help()},
    }


def _fields(page: Page) -> list[str]:
    left_out = _ON_COMPARE if page == compare.PAGE else ()
    return [name for name in HELD if name in page.fields and name not in left_out]


def _plan(one: Plan) -> Tree:
    steps = {seen: _step(one.seen_as(seen)) for seen in SEEN_WORDS} if one.national else {}
    return {"title": one.title, "status": one.status, "usual": one.usual, "steps": steps}


def _step(one: Plan) -> str:
    count = len(one.by_id)
    return f"{month(one.effective)}: {count} {'teams' if one.seen == 'teams' else 'ICBs'}"


def _places(work: Workspace) -> dict[str, Tree]:
    """Every place by its code: its name, what it is, and where its blocks stand."""
    order = {block: place for place, block in enumerate(work.shapes.blocks.index)}
    return {
        code: [one.name, one.kind, [order[block] for block in one.blocks]]
        for code, one in all_places(work).items()
    }


@kept(1)
def looked_at(work: Workspace) -> list[Place]:
    """Every place that is looked at as it is beside authorities of some kind."""
    kinds = work.tiers.values()
    return [
        one
        for one in all_places(work).values()
        if not all(authority_of(work, one, tier) for tier in kinds)
    ]


def _tier(work: Workspace, key: str) -> Tree:
    """One kind of authority: their names, where each lies, and which a district is in."""
    tier = work.tiers[key]
    home = tier.main_of_block
    return {
        "label": tier.label,
        "names": dict(tier.names),
        "focus": {
            code: maps.looking_at(work, list(blocks))
            for code, blocks in home.groupby(home).groups.items()
        },
        "one": tier.one,
        "of": {
            code: authority_at(one, tier)
            for code, one in (districts(work.atlas) | pieces(work.atlas)).items()
        },
    }


def _sources(work: Workspace) -> list[parts.Part]:
    told = provenance.content(work)
    return [
        parts.heading("Checks"),
        parts.text(
            f"{told.held} of {len(told.checks)} checks hold. Each compares the files with what "
            f"official sources say. Data version {told.data_version}."
        ),
        parts.opened("What must hold of the files", [parts.words(told.checks, "Checks")]),
        parts.heading("Files"),
        parts.opened(
            f"All {len(told.files)} files, with licence, method and gaps", map(_file, told.files)
        ),
        parts.heading("Plans"),
        parts.words(told.plans, "Every plan, with how sure its facts are"),
        parts.heading("What the sources say"),
        parts.opened(
            f"All {len(told.statements.rows)} statements", [parts.figures(told.statements)]
        ),
        parts.heading("What not to conclude"),
        parts.items(told.limits),
    ]


def _file(source: Source) -> parts.Part:
    said = (
        ("File", source.path),
        ("Official dataset", source.retrieved_from),
        ("What was done to it", source.done),
        ("Known gaps", source.gaps or "None known."),
        ("Licence", f"{source.licence}. {source.attribution}"),
        ("Checksum (SHA-256)", source.sha256),
    )
    lines = [parts.led(f"{lead}:", words) for lead, words in said]
    if source.columns:
        meanings = pd.DataFrame(source.columns.items(), columns=["Column", "Unit or meaning"])
        lines.append(parts.words(meanings.set_index("Column"), f"Columns of {source.path}"))
    return parts.opened(f"{source.title} ({source.publisher}, {source.date})", lines)


def _help() -> list[parts.Part]:
    told = Guide()
    meanings = [parts.led(f"{one.word}.", one.meaning) for one in told.words]
    return [
        parts.heading(told.reading.heading),
        *map(parts.text, told.reading.paragraphs),
        parts.heading("Words"),
        *meanings,
        parts.heading(told.keys.title),
        parts.figures(told.keys),
        parts.heading(told.whence.heading),
        *map(parts.text, told.whence.paragraphs),
    ]

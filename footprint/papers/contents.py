"""Contents: any picture of a page as a paper, whole or a part of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from footprint.charts.vega import Chart
from footprint.content.figures import by_name
from footprint.content.values import Figures, MapContent, Picture
from footprint.english import days_in_words
from footprint.facts.atlas import Atlas
from footprint.facts.manifest import Manifest, Source
from footprint.facts.people import Ground
from footprint.maps.stories import districts
from footprint.measures.catalogue import Measure
from footprint.papers.paper import Panel, Paper
from footprint.papers.words import shared, unshared
from footprint.parts.codes import codes_of
from footprint.parts.retelling import faded, of_part, retold, retold_of_one
from footprint.plans.plan import Plan, Reference
from footprint.plans.scope import EVERYWHERE, Scope, footprint_scope, inside, scope_of
from footprint.workspace.scopes import footprint_code, parts_of_england
from footprint.workspace.workspace import Workspace, kept

WHOLE, OWN, SELECTED, ALONE = "", "own", "selected", "alone"
_ALL_ENGLAND = "All of England"
_ALWAYS = ("data/blocks.csv", "geo/blocks.geojson")
_BY_PEOPLE = "geo/people.geojson"
Positions = tuple[int, ...]


_OWN_WORDS = "The footprints of this option"


def parts(work: Workspace, picture: Picture) -> dict[str, str]:
    """How much of the map can go on paper, with the words for each; the usual one first.

    What cannot be told of a part of England is only to be had whole.
    """
    words = "The part of England that is compared" if picture.scope else _OWN_WORDS
    own = {OWN: words} if _own(picture).blocks else {}
    told = picture.values is not None or picture.within is not None
    chosen = picture.plans[-1].by_id.get(picture.selected)
    picked = {SELECTED: chosen.name} if chosen and (told or picture.chapters) else {}
    named = {region: f"NHS region: {region}" for region in regions(work)} if told else {}
    whole = {WHOLE: _ALL_ENGLAND}
    # What is about one footprint alone is usually wanted of it.
    first = {**picked, **whole} if picture.chapters else {**whole, **picked}
    first |= {ALONE: picture.alone.name} if picture.alone else {}
    return {**own, **first, **named}


_ONLY_WHOLE = (
    "This can only be taken whole, because it counts the ways in which all of these ICBs can be "
    "grouped. Count the ICBs of one NHS region to take that region alone."
)


def only_whole(work: Workspace, picture: Picture) -> str:
    """Why no part of a picture can be taken; "" where one can."""
    return _ONLY_WHOLE if set(parts(work, picture)) == {WHOLE} else ""


def paper(
    work: Workspace, picture: Picture, part: str, *, link: str, day: date, caption: str = ""
) -> Paper:
    """A picture as a paper; `part` is one of `parts`, and `link` reopens the view."""
    scope, told = _told(work, picture, part if part in parts(work, picture) else WHOLE)
    plan, ground = told.plans[-1], told.maps[0].ground
    footprints, opened = inside(plan, scope.blocks), shared(link)
    return Paper(
        title=told.title,
        subtitle=" ".join(filter(None, (told.subtitle, told.besides))),
        summary=told.summary,
        day=day,
        panels=tuple(map(_panel, told.maps)),
        key=told.key,
        table=told.table.of(footprints),
        figures=told.figures,
        lists=areas_in_words(work.atlas, plan, footprints),
        notes=tuple(filter(None, (told.key.note, *told.notes))),
        sources=source_lines(work.manifest, told.plans, told.measures, ground),
        link=opened,
        unlinked=unshared(link),
        caption=caption,
        scope=() if scope == _ENGLAND else _lit(picture, scope).positions(plan),
        ground=ground,
        chapters=told.chapters,
        charts=told.charts,
        codes=tuple(codes_of(work, one, told.plans) for one in told.maps),
        tabled=told.tabled,
        every=told.every,
        data_version=work.manifest.data_version,
    )


def _panel(shown: MapContent) -> Panel:
    return Panel(shown.layer, shown.heading, shown.selected, shown.alone, shown.note)


def charts_of(work: Workspace, picture: Picture, part: str) -> tuple[Chart, ...]:
    """The charts on a paper of a part."""
    return _told(work, picture, part)[1].charts


def title_of(work: Workspace, picture: Picture, part: str) -> str:
    """What a paper of a part is called, which names the part."""
    return _told(work, picture, part)[1].title


_ENGLAND = Scope(EVERYWHERE, frozenset())


def _told(work: Workspace, picture: Picture, part: str) -> tuple[Scope, Picture]:
    """The part of England a paper is about, and the picture told of it."""
    if part == WHOLE:
        return _ENGLAND, picture
    if part == OWN and picture.scope:
        return _own(picture), picture
    if part == ALONE and picture.alone:
        told = picture.alone.told()
        return Scope(picture.alone.name, told.scope), told
    scope, code = _scope(work, picture, part)
    if code and picture.within:
        told = picture.within(code)
    elif picture.values is None:
        told = picture
    elif part == SELECTED:
        told = retold_of_one(work, picture, picture.selected)
    else:
        told = retold(work, picture, scope)
    if told.scope:
        return scope, told
    # Areas that are no footprints lie under so many.
    lies = "under " if told.maps[0].layer.footprint_names else ""
    return scope, of_part(faded(told, _lit(picture, scope)), scope, lies)


def _lit(picture: Picture, scope: Scope) -> Scope:
    """What is in its colours on the map of a part: of one footprint all that share its team."""
    return picture.led if picture.led and scope.blocks < picture.led.blocks else scope


def _own(picture: Picture) -> Scope:
    """What a picture is about: what is compared, or a regional plan; nothing for all of England."""
    scope = scope_of(picture.plans)
    if picture.scope:
        return Scope(scope.name, picture.scope)
    return _ENGLAND if scope.everywhere else scope


def _scope(work: Workspace, picture: Picture, part: str) -> tuple[Scope, str]:
    """A part of England, and the code a page tells it by."""
    plan = picture.plans[-1]
    if part == OWN:
        return _own(picture), ""
    if part == SELECTED:
        return footprint_scope(plan, picture.selected), footprint_code(plan, picture.selected)
    return parts_of_england(work)[part], part


def reach(work: Workspace, picture: Picture, part: str = WHOLE) -> Scope:
    """The part of England whose areas have a sheet each: a region asked for, or what is compared.

    What is asked for of one footprint or authority alone is no part that has several.
    """
    if part in regions(work):
        return parts_of_england(work)[part]
    return _own(picture)


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
    """Where the figures and the boundaries come from, a sentence each."""
    used = {path for measure in measures for path in measure.sources} | set(_ALWAYS)
    used |= {_BY_PEOPLE} if ground == "people" else set()
    files = [_told_to_readers(source) for source in manifest.sources if source.path in used]
    references = [_told_to_readers(source) for plan in plans for source in plan.sources]
    return tuple(dict.fromkeys([*references, *files]))


def _told_to_readers(source: Source | Reference) -> str:
    """Who published what, and when."""
    return f"{source.publisher}, “{source.title}”, {days_in_words(source.date)}"


@kept(1)
def regions(work: Workspace) -> Mapping[str, Positions]:
    """The positions of the blocks of each NHS region, by its name."""
    blocks = work.atlas.blocks
    return {
        str(region): tuple(sorted(blocks.index.get_indexer(here).tolist()))
        for region, here in sorted(blocks.groupby("nhs_region").groups.items())
    }

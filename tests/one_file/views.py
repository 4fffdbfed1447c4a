"""Views of the one file, drawn by lot, and what the app's own pages say under each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from random import Random
from urllib.parse import urlencode

import pandas as pd

from footprint.content.figures import measure_table
from footprint.content.values import MapContent, Page, Table
from footprint.criteria.catalogue import OF_FOOTPRINTS
from footprint.criteria.differences import as_table
from footprint.maps.layer import NAME_OF_FOOTPRINT, Layer
from footprint.measures.catalogue import BY_KEY, MEASURES
from footprint.one_file import areas, front
from footprint.pages import authorities, clusters, compare, criteria, my_icb, today
from footprint.parts.holding import HoldingCard
from footprint.plans.places import districts
from footprint.view import View
from footprint.workspace import plans
from footprint.workspace.plans import all_places, plan
from footprint.workspace.workspace import Workspace
from tests.shared_workspace import WORK

Rows = list[list[str]]


@dataclass(frozen=True)
class Seen:
    """What one view shows, in whatever way it was found out."""

    sentence: str
    legend: list[list[str]]
    maps: list[dict[str, object]]
    tables: list[list[object]]
    card: list[str]


@dataclass(frozen=True)
class Asked:
    """A page and a view of it, and their address in the file."""

    page: Page
    view: View

    @property
    def address(self) -> str:
        query = urlencode(self.view.to_query())
        return f"#/{self.page.address}" + (f"?{query}" if query else "")


def some(work: Workspace, count: int, seed: int) -> list[Asked]:
    """As many views as asked for, the same for the same seed."""
    lot = Random(seed)
    return [_one(work, lot, lot.choice(tuple(_TOLD))) for _ in range(count)]


def _one(work: Workspace, lot: Random, page: Page) -> Asked:
    asked = {
        "plan": lot.choice(list(work.plans)),
        "other": lot.choice(list(work.plans)) if page == compare.PAGE else View().other,
        "layer": lot.choice(["", "bodies", "teams"]),
        "measure": lot.choice(list(BY_KEY)),
        "criterion": lot.choice(list(OF_FOOTPRINTS)),
        "tier": lot.choice(list(work.tiers)),
        "show": lot.choice(list(compare.SHOWN)),
        "map": lot.choice(["land", "people"]),
    }
    if page == compare.PAGE or (page == clusters.PAGE and lot.random() < 0.2):
        del asked["measure"]
    view = View(**{name: value for name, value in asked.items() if name in page.fields})
    area = lot.choice(_areas(work, page, view)) if lot.random() < 0.6 else ""
    return Asked(page, view.with_(area=area))


def _areas(work: Workspace, page: Page, view: View) -> list[str]:
    if page == authorities.PAGE:
        larger = [one.code for one in front.looked_at(work) if one.code in areas.listed(work)]
        return [*work.tiers[view.tier].names, *districts(work.atlas), *larger, *larger]
    if page == my_icb.PAGE:
        return list(my_icb.bodies_of(work).by_id)
    return [*plan(work, view.plan_key, view.base).by_id, *all_places(work)]


def told(work: Workspace, asked: Asked) -> Seen:
    """What the app's own page says."""
    content = asked.page.content(work, asked.view)
    picture = content.picture
    tables, card = _TOLD[asked.page](content)
    # Of before and after only the maps are shown, with a line on what their marks mean.
    brief = getattr(content, "brief", None)
    legend, maps = ([], content.on_screen) if brief else (_legend(picture.key), picture.maps)
    return Seen(content.sentence.text, legend, [_map(one) for one in maps], tables, card)


def _legend(layer: Layer) -> list[list[str]]:
    bold = [["", f"Abc{NAME_OF_FOOTPRINT}"]] if layer.footprint_names else []
    rows = [[row.swatch_fill, f"{row.words} ({row.counted or row.count})"] for row in layer.legend]
    return rows + bold


def _map(shown: MapContent) -> dict[str, object]:
    layer = shown.layer
    return {
        "fills": [layer.areas[area].fill for area in layer.area_of_block],
        "areas": [[one.name, one.value, *one.tooltip] for one in layer.areas],
        "selected": layer.position(shown.selected),
        "place": list(shown.place),
        "ground": shown.ground,
        "named": sorted(
            one.name for one in layer.areas if one.labelled and one.id in shown.anchors
        ),
        "frames": [
            [name, at.longitude, at.latitude, at.radius]
            for name, at in zip(layer.footprint_names, shown.frames, strict=True)
        ],
    }


def _figures(table: Table) -> list[object]:
    return [table.title, [column.heading for column in table.columns], _texts(table.texts())]


def _words(table: pd.DataFrame) -> list[object]:
    """A table of words under no title, for those are the screen's own."""
    rows = [list(map(_cell, row)) for row in table.itertuples(name=None)]
    return ["", [str(table.index.name or ""), *map(str, table.columns)], rows]


def _cell(cell: object) -> str:
    return f"{cell:,}" if isinstance(cell, int) else str(cell)


def _texts(rows: Iterable[Iterable[str]]) -> Rows:
    return [list(row) for row in rows]


Told = tuple[list[list[object]], list[str]]


def _story(content: today.Today | clusters.Clusters) -> Told:
    (shown,) = content.picture.plans
    estimated = plans.estimated(WORK, shown.key)
    every = measure_table(shown, plans.table(WORK, shown.key), MEASURES, estimated=estimated)
    every = replace(every, title="Every measure of every footprint")
    card = content.card
    lines = [f"{lead}. {said}" for lead, said in card.story.paragraphs]
    asked = [card.asked] if card.asked else []
    ways = getattr(content, "ways", None)
    flow = [_figures(ways)] if ways else []
    return [*flow, _figures(content.picture.table), _figures(every)], [
        *asked,
        card.story.title,
        card.story.subtitle,
        *lines,
    ]


def _criteria(content: criteria.Criteria) -> Told:
    card = [content.name, content.tally] if content.picture.selected else []
    for one in content.verdicts if card else ():
        card.append(f"{one.label} {one.said}{one.reason}")
    sections = [_words(one.table) for one in content.sections]
    return [*sections, _words(content.table)], card


def _authorities(content: authorities.Authorities) -> Told:
    split = [] if content.split.empty else [_words(content.split)]
    told = [*split, _words(content.authorities), _words(content.footprints)]
    if content.held:
        return _held(content.held, told)
    if content.card is None or content.selected not in content.tier.names:
        return told, []
    if len(content.card.pieces) == 1 or content.card.name not in content.split.index:
        return told, [content.card.name]
    about = [content.card.about, f"Source: {content.card.source}"] if content.card.about else []
    card = [content.card.name, content.card.verdict, content.card.sentence, *about]
    return [_words(content.card.pieces), *told], card


def _held(held: HoldingCard, told: list[list[object]]) -> Told:
    card = [held.name, held.what, held.sentence]
    if held.authorities.empty:
        return told, card
    return [_words(held.authorities), *told], [*card, held.note]


def _compare(content: compare.Compare) -> Told:
    def lines(told: tuple[compare.Line, ...]) -> list[object]:
        return _words(as_table(list(told), content.titles, content.letters))

    one = content.letters[0]
    moves = content.changes.table
    said = moves.assign(**{"Residents, mid-2024": moves["Residents, mid-2024"].map("{:,}".format)})
    tables = [lines(content.scores), lines(content.every_measure)]
    tables += [] if moves.empty else [_words(said.set_index("District"))]
    tables += [_words(content.footprints.set_index(f"In {one}")), _words(content.shared)]
    where = [f"{letters}: {one}" for letters, one in content.placed.items()]
    return tables, where


def _my_icb(content: my_icb.MyIcb) -> Told:
    if not content.brief:
        return [_figures(content.picture.table)], []
    told = [_figures(one.table) for one in my_icb.chapters_of(content) if one.table]
    return told, [f"{label}. {said}" for label, said in content.brief.lines]


_TOLD: dict[Page, Callable[..., Told]] = {
    today.PAGE: _story,
    clusters.PAGE: _story,
    criteria.PAGE: _criteria,
    authorities.PAGE: _authorities,
    compare.PAGE: _compare,
    my_icb.PAGE: _my_icb,
}

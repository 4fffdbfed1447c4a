"""My ICB: what happens to one board, on one page?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from footprint.brief.brief import Brief, brief
from footprint.brief.chapter import bodies_of, in_five_lines
from footprint.brief.figures import KEY_MEASURES, key_figures
from footprint.brief.lines import partners
from footprint.brief.money import HEADING
from footprint.charts.vega import Chart
from footprint.content.answers import lookup_sentence
from footprint.content.asked import positions, selected_footprint
from footprint.content.charts import measure_dots, staff_trend
from footprint.content.figures import by_name
from footprint.content.footprints import measure_picture
from footprint.content.pair_maps import pair_layers, pair_maps
from footprint.content.values import (
    Bounds,
    Chapter,
    MapContent,
    Page,
    Picture,
    Sentence,
    Table,
)
from footprint.facts.shapes import bounds
from footprint.measures.catalogue import BY_KEY
from footprint.plans.places import footprint_at
from footprint.plans.plan import Plan
from footprint.plans.scope import Scope, footprint_scope
from footprint.view import TODAY, View
from footprint.workspace.plans import all_places, england_over_time, estimated, over_time, table
from footprint.workspace.published import REST
from footprint.workspace.workspace import VIEWS, Workspace, kept


@dataclass(frozen=True, eq=False, kw_only=True)
class MyIcb:
    """What the page on one ICB says; without a `brief` it offers the ICBs of each region.

    `looked_for` says where a place is that somebody found the ICB by, "" for none.
    """

    sentence: Sentence
    looked_for: str
    brief: Brief | None
    picture: Picture
    offered: Mapping[str, tuple[tuple[str, str], ...]]

    @property
    def on_screen(self) -> tuple[MapContent, ...]:
        """Then and now; where no ICB of 2023 was the same, the land of today is outlined in both.

        Somebody may have come by a place that lay outside the ICB that most of it was.
        """
        then, now = self.picture.maps
        if self._as_it_was:
            return then, now
        before, after = self.picture.plans
        place = positions(before, after.blocks_of(now.selected))
        return replace(then, selected="", place=place), now

    @property
    def marks(self) -> str:
        """What marks on the maps mean."""
        return _MARKS if self._as_it_was else f"{_MARKS} {_LAND_OF_TODAY}"

    @property
    def _as_it_was(self) -> bool:
        (before, after), (then, now) = self.picture.plans, self.picture.maps
        return before.blocks_of(then.selected) == after.blocks_of(now.selected)


_MARKS = "Dotted: made in April 2026. Thick line: ICBs that share one leadership team."
_LAND_OF_TODAY = "Dashed: the land that is this ICB’s today."


@kept(VIEWS)
def content(work: Workspace, view: View) -> MyIcb:
    """One ICB of today, in the area the view asks for, or all of them to choose from."""
    now = bodies_of(work)
    body = selected_footprint(work, view, now)
    if not body:
        sentence = f"Type a place above to find its ICB, or choose one of the {len(now.by_id)}."
        picture = measure_picture(work, _seen(view), now.key, "residents")
        return MyIcb(
            sentence=Sentence(sentence),
            looked_for="",
            brief=None,
            picture=picture,
            offered=_offered(work, now),
        )
    told = brief(work, body)
    return MyIcb(
        sentence=Sentence(told.headline),
        looked_for=lookup_sentence(work, view.find, body),
        brief=told,
        picture=_picture(work, _seen(view, body), told),
        offered={},
    )


def _seen(view: View, body: str = "") -> View:
    """Then and now: the ICBs of 2023 beside those of today."""
    return View(plan=TODAY, other=REST, layer="bodies", area=body, map=view.map)


def _offered(work: Workspace, now: Plan) -> dict[str, tuple[tuple[str, str], ...]]:
    """The ICBs of each NHS region by name, each with its code."""
    region = work.atlas.blocks["nhs_region"].groupby(now.footprint_of).first()
    return {
        str(name): tuple((code, now.by_id[code].name) for code in by_name(now, list(codes)))
        for name, codes in sorted(region.groupby(region).groups.items())
    }


def _picture(work: Workspace, view: View, told: Brief) -> Picture:
    """Two small maps, before and after, with the figures of the brief."""
    both = (bodies_of(work, REST), bodies_of(work))
    layers, _ = pair_layers(work, view, told.headline, ("A", "B"))
    place = all_places(work)[told.body]
    selected = (footprint_at(place, both[0], work.residents), told.body)
    headings = (("Before: April 2023 to March 2026", ""), ("Today", ""))
    return Picture(
        title=f"{told.name} ICB",
        subtitle=told.official,
        summary=told.headline,
        maps=tuple(
            replace(one, focus=_focus(work, view, both, selected))
            for one in pair_maps(work, view, layers, selected, headings)
        ),
        # Before, there was nothing but ICBs, so that today's legend serves both.
        key=layers[-1],
        table=_table(told),
        figures=key_figures(work, both[1], told.body),
        plans=both,
        measures=tuple(BY_KEY[one] for one in KEY_MEASURES),
        selected=told.body,
        chapters=(in_five_lines(told.lines), *told.chapters),
        charts=(_staff(work, both[1], told), _residents(work, both[1], told)),
        led=_led(both[1], told.body),
    )


def _led(now: Plan, body: str) -> Scope | None:
    """The land of all that share a body's team, itself among them."""
    others = partners(now, body)
    land = frozenset(block for one in (body, *others) for block in now.blocks_of(one))
    return Scope("its leadership team’s area", land) if others else None


def _residents(work: Workspace, now: Plan, told: Brief) -> Chart:
    """Its residents among those of all ICBs, beside the lines they are judged by."""
    figures, measure = table(work, now.key), BY_KEY["residents"]
    whole = work.england[measure.key]
    return measure_dots(now, measure, figures, whole=whole, selected=told.body)


def _staff(work: Workspace, now: Plan, told: Brief) -> Chart:
    (_, here), (_, whole) = over_time(work, now, told.body), england_over_time(work)
    split = told.body in estimated(work, now.key)
    return staff_trend(told.name, here, whole, estimated=split)


def _focus(
    work: Workspace, view: View, both: tuple[Plan, Plan], selected: tuple[str, str]
) -> Bounds:
    """The area of an ICB, of what most of it was before, and of all that share its team."""
    (before, now), (was, body) = both, selected
    led = _led(now, body) or footprint_scope(now, body)
    shown = [*led.blocks, *before.blocks_of(was)]
    return bounds(work.drawn_on(view.map), shown)


def _table(told: Brief) -> Table:
    return next(chapter.table for chapter in told.chapters if chapter.table)


def chapters_of(told: MyIcb) -> tuple[Chapter, ...]:
    """What stands below the five lines."""
    return told.brief.chapters if told.brief else ()


def charts_of(told: MyIcb, chapter: Chapter) -> tuple[Chart, ...]:
    """What stands under a chapter as a picture; its rank among all is on paper alone."""
    return told.picture.charts[:1] if chapter.heading == HEADING else ()


PAGE = Page("pages/My_ICB.py", "My ICB", ("map", "area", "find"), content, taken="brief")

"""Draw an option: what would your own boundaries do to people, money and authorities?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from footprint.content.figures import text_table
from footprint.content.grounds import on_ground
from footprint.content.values import Figures, MapContent, Page, Picture, Sentence
from footprint.measures.catalogue import BY_KEY
from footprint.options import effects
from footprint.options.links import LONG, LinkError
from footprint.options.option import Option
from footprint.options.sentences import is_saved
from footprint.pages import clusters
from footprint.plans.plan import Plan
from footprint.store.revisions import StoreError
from footprint.view import View
from footprint.workspace import options
from footprint.workspace.plans import start_of
from footprint.workspace.saved import saved
from footprint.workspace.workspace import Workspace


@dataclass(frozen=True, eq=False, kw_only=True)
class Drawn:
    """What is said of an option as it stands, apart from how it came about."""

    option: Option
    sentence: Sentence
    picture: Picture


def content(work: Workspace, view: View) -> Drawn:
    """The option a view holds; raises LinkError where its address holds none."""
    option = option_of(work, view)
    standing = options.option_standing(work, option)
    if view.saved and not view.option:
        key = view.saved
        shown = clusters.content(work, replace(view, plan=key, measure="", area=""))
        picture = shown.picture
    else:
        picture = _picture(work, view, option, standing)
    return Drawn(option=option, sentence=Sentence(effects.take_away(standing)), picture=picture)


def _picture(work: Workspace, view: View, option: Option, standing: effects.Standing) -> Picture:
    layer, plan = options.option_layer(work, option), option.plan
    columns = [column for column in effects.COLUMNS if column not in effects.SINCE]
    rows = effects.table(standing, standing, standing)[columns]
    code_of = {footprint.name: code for code, footprint in plan.by_id.items()}
    table = text_table("Footprints", rows.set_index("Footprint"))
    return Picture(
        title=plan.title,
        subtitle=plan.summary,
        summary=layer.summary,
        maps=(option_map(work, view, option),),
        key=layer,
        table=replace(table, codes=tuple(map(code_of.__getitem__, rows["Footprint"]))),
        figures=_layers(plan),
        # A part of England is told of the last.
        plans=(options.begun_plan(work, option), plan),
        measures=(BY_KEY["residents"],),
        notes=("An option somebody drew. Nobody has adopted it.",),
        values=standing.residents,
    )


def _layers(plan: Plan) -> Figures:
    return (
        ("Statutory bodies", str(len(plan.bodies.by_id))),
        ("Leadership teams", str(len(plan.teams.by_id))),
    )


def option_map(work: Workspace, view: View, option: Option) -> MapContent:
    """The map of an option, nothing chosen, on the ground a view asks for."""
    drawn = MapContent(
        layer=options.option_layer(work, option),
        anchors=options.option_anchors(work, option),
        area_of_block=option.plan.footprint_of,
    )
    return on_ground(work, view, drawn)


def option_of(work: Workspace, view: View) -> Option:
    """The option a view asks for, whole in its own text; raises LinkError where it holds none."""
    if not view.option:
        return home_of(work, view.saved) or start_of(work, view.plan_key, view.base)
    return replace(options.option(work, view.option), start=known(work, view.plan))


def layer_of(work: Workspace, option: Option) -> str:
    """The layer an address has to name for an option; "" where it is the usual one of its plan."""
    usual = option.start or work.plans[option.base].usual == option.began.seen
    return "" if usual else option.began.seen


def how_read(work: Workspace, view: View) -> str:
    """Say how an option is read that is older than the two layers; "" for any other."""
    if not view.option or view.option.startswith(LONG):
        return ""
    return options.how_read(work, view.option)


def home_of(work: Workspace, key: str) -> Option | None:
    """The option as it stands in the saved revision that is open, where one is."""
    if not key:
        return None
    opened = saved(work, key)
    return replace(opened.option, start=known(work, opened.revision.base))


def known(work: Workspace, key: str) -> str:
    """The key of a saved option, or "" for any other key and where it cannot be shown."""
    if not is_saved(key):
        return ""
    try:
        saved(work, key)
    except (StoreError, LinkError):
        return ""
    return key


PAGE = Page(
    "pages/Draw_an_option.py",
    "Draw an option",
    (
        "plan",
        "layer",
        "map",
        "base",
        "saved",
        "steps",
        "tags",
        "least",
        "whole",
        "tolerance",
        "cap",
        "trusts",
    ),
    content,
)

"""Criteria: what must a plan pass, and what would put it right?"""

from ui.criteria import panel
from ui.papers import export
from ui.parts import panels, pickers
from ui.parts.map import map_panel
from ui.shell import cache
from ui.shell.frame import frame

view = frame(
    "Criteria",
    *("plan", "base", "area", "criterion", "least", "whole", "tolerance", "cap", "trusts", "must"),
)
plan = cache.plan(view.plan, view.base)
selected = panels.selected_footprint(view, plan)
layer = panel.layer(view)

pickers.step_plan(view)
panels.sentence(panel.take_away(view))
map_side, side = panels.two_columns()
with map_side:
    map_panel(
        layer,
        plan,
        cache.anchors(view.plan, view.base),
        selected=selected,
        key="map-criteria",
        place=panels.asked_blocks(view, plan),
    )
with side:
    pickers.pick_plan(view)
    panel.pick_criterion(view)
    pickers.pick_area(view, plan, selected)
    panel.card(view, plan, selected)
    panels.plan_controls(view, plan)

export.export("pages/Criteria.py", view)
panel.thresholds(view)
panel.scorecard(view, plan)
panel.table(view)
panels.footer()

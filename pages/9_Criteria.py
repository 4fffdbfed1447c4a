"""Criteria: what must a plan pass, and what would put it right?"""

from ui import cache, criteria_panel, export_panel, panels, pickers
from ui.frame import frame
from ui.map_panel import map_panel

view = frame(
    "Criteria",
    *("plan", "base", "area", "criterion", "least", "whole", "tolerance", "cap", "trusts", "must"),
)
plan = cache.plan(view.plan, view.base)
selected = panels.selected_footprint(view, plan)
layer = criteria_panel.layer(view)

pickers.step_plan(view)
panels.sentence(criteria_panel.take_away(view))
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
    criteria_panel.pick_criterion(view)
    pickers.pick_area(view, plan, selected)
    criteria_panel.card(view, plan, selected)
    panels.plan_controls(view, plan)

export_panel.export("pages/9_Criteria.py", view)
criteria_panel.thresholds(view)
criteria_panel.scorecard(view, plan)
criteria_panel.table(view)
panels.footer()

"""Money: what does each plan cost to run, and what would the cap leave?"""

from ui.money import assumptions, panel
from ui.papers import export
from ui.parts import panels, pickers
from ui.parts.map import map_panel
from ui.shell import cache
from ui.shell.frame import frame

view = frame(
    *("Money", "plan", "base", "measure", "area", "scheme", "classes", "cuts"),
    *("cap", "cut", "saving", "baseline"),
)
plan = cache.plan(view.plan, view.base)
selected, place = panels.selected_footprint(view, plan), panels.asked_blocks(view, plan)
scenario = assumptions.scenario(view)
figures = panel.table(plan, scenario)
layer = panel.layer(view, plan, scenario, figures)

pickers.step_plan(view)
panel.take_away(plan, figures, scenario, layer)
map_side, side = panels.two_columns()
with map_side:
    anchors = cache.anchors(view.plan, view.base)
    map_panel(layer, plan, anchors, selected=selected, key="map-money", place=place)
with side:
    pickers.pick_plan(view)
    pickers.pick_measure(view, among=panel.MEASURES)
    pickers.pick_area(view, plan, selected)
    panels.plan_controls(view, plan)
    assumptions.assumptions(scenario)
    panel.card(view, plan, selected, figures, scenario)
    pickers.pick_classes(view, view.plan, panel.measure_of(view))

export.export("pages/Money.py", view)
assumptions.own_costs(scenario, plan, selected)
panel.cut_table(view, plan, figures, scenario)
panel.cap_table(view, plan, figures, scenario)
panel.over_time(plan, selected)
panel.published_list(plan, selected)
panel.reading_guide()
panels.footer()

"""Money: what does each plan cost to run, and what would the cap leave?"""

from ui import cache, export_panel, money_panel, panels, pickers, scenario_pickers
from ui.frame import frame
from ui.map_panel import map_panel

view = frame(
    *("Money", "plan", "base", "measure", "area", "scheme", "classes", "cuts"),
    *("cap", "cut", "saving", "baseline"),
)
plan = cache.plan(view.plan, view.base)
selected, place = panels.selected_footprint(view, plan), panels.asked_blocks(view, plan)
scenario = scenario_pickers.scenario(view)
figures = money_panel.table(plan, scenario)
layer = money_panel.layer(view, plan, scenario, figures)

pickers.step_plan(view)
money_panel.take_away(plan, figures, scenario, layer)
map_side, side = panels.two_columns()
with map_side:
    anchors = cache.anchors(view.plan, view.base)
    map_panel(layer, plan, anchors, selected=selected, key="map-money", place=place)
with side:
    pickers.pick_plan(view)
    pickers.pick_measure(view, among=money_panel.MEASURES)
    pickers.pick_area(view, plan, selected)
    panels.plan_controls(view, plan)
    scenario_pickers.assumptions(scenario)
    money_panel.card(view, plan, selected, figures, scenario)
    pickers.pick_classes(view, view.plan, money_panel.measure_of(view))

export_panel.export("pages/8_Money.py", view)
scenario_pickers.own_costs(scenario, plan, selected)
money_panel.cut_table(view, plan, figures, scenario)
money_panel.cap_table(view, plan, figures, scenario)
money_panel.over_time(plan, selected)
money_panel.published_list(plan, selected)
money_panel.reading_guide()
panels.footer()

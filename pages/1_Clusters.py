"""Clusters: which ICBs join under a plan, and what does each footprint look like?"""

from ui import cache, export_panel, panels, pickers
from ui.frame import frame
from ui.map_panel import map_panel

view = frame("Clusters", "plan", "base", "measure", "area", "scheme", "classes", "cuts")
plan = cache.plan(view.plan, view.base)
selected, place = panels.selected_footprint(view, plan), panels.asked_blocks(view, plan)
layer = panels.plan_layer(view)

pickers.step_plan(view)
panels.plan_sentence(plan)
map_side, side = panels.two_columns()
with map_side:
    anchors = cache.anchors(view.plan, view.base)
    map_panel(layer, plan, anchors, selected=selected, key="map-clusters", place=place)
    panels.plan_facts(plan, layer)
with side:
    pickers.pick_plan(view)
    pickers.pick_measure(view, first="Who joins whom")
    pickers.pick_area(view, plan, selected)
    panels.area_card(view, plan, selected)
    panels.measure_controls(view, plan)

export_panel.export("pages/1_Clusters.py", view)
panels.about_plan(plan)
panels.table(view.plan, view.base, view.measure)
panels.footer()

"""Clusters: which ICBs join under a plan, and what does each footprint look like?"""

from ui.papers import export
from ui.parts import panels, pickers
from ui.parts.map import map_panel
from ui.shell import cache
from ui.shell.frame import frame

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

export.export("pages/Clusters.py", view)
panels.about_plan(plan)
panels.table(view.plan, view.base, view.measure)
panels.footer()

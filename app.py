"""ICBs today: which board covers what, one measure at a time?"""

from ui.papers import export
from ui.parts import panels, pickers
from ui.parts.map import map_panel
from ui.shell import cache
from ui.shell.frame import frame

view = frame("ICBs today", "icbs", "measure", "area", "scheme", "classes", "cuts")
plan = cache.plan(view.icbs)
measure = view.measure or "residents"
selected, place = panels.selected_footprint(view, plan), panels.asked_blocks(view, plan)
layer = panels.measure_layer(view, view.icbs, measure)

panels.sentence(layer.summary)
map_side, side = panels.two_columns()
with map_side:
    map_panel(layer, plan, cache.anchors(plan.key), selected=selected, key="map-today", place=place)
with side:
    pickers.pick_icbs(view)
    pickers.pick_measure(view)
    pickers.pick_area(view, plan, selected)
    panels.area_card(view, plan, selected)
    pickers.pick_classes(view, plan.key, measure)

export.export("app.py", view)
panels.about_measure(measure)
panels.table(plan.key, view.base, measure)
panels.footer()

"""Clusters: which ICBs join under a plan, and what does each footprint look like?"""

from footprint.pages import clusters
from ui.papers.export import export
from ui.parts import charts, glossary, panels, pickers
from ui.parts.map import map_panel
from ui.parts.places import led
from ui.shell.frame import frame
from ui.shell.workspace import workspace

view = frame(clusters.PAGE)
told = clusters.content(workspace(), view)
(shown,) = told.picture.maps

places = led(view, told.plan, told.sentence)
with places.map:
    map_panel(shown)
    panels.caption(told.since)
    panels.caption(told.caption)
with places.side:
    pickers.pick_plan(view)
    pickers.pick_measure(view, first=told.first)
    pickers.pick_since(view, told.plan)
    charts.lead(told.picture.charts)
    panels.area_card(told.card)
    panels.rest_of_england(view, told.plan)
    if view.measure:
        pickers.pick_classes(view, told.plan.key, view.measure)
with places.map:
    charts.charts(told.picture.charts)
    charts.behind(told.ways)

glossary.words_here(told)
export(clusters.PAGE, view)
panels.about(told.about)
panels.all_about(told.more)
panels.table(told.picture.table, told.plan.key, view.base)
panels.footer()

"""Criteria: what must a plan pass, and what would put it right?"""

from footprint.pages import criteria
from ui.criteria import panel
from ui.papers.export import export
from ui.parts import glossary, panels, pickers
from ui.parts.map import map_panel
from ui.parts.places import led
from ui.shell.frame import frame
from ui.shell.workspace import workspace

view = frame(criteria.PAGE)
told = criteria.content(workspace(), view)
(shown,) = told.picture.maps

places = led(view, told.plan, told.sentence)
with places.map:
    map_panel(shown)
with places.side:
    pickers.pick_plan(view)
    panel.pick_criterion(view)
    panel.card(view, told)
    panels.plan_controls(view, told.plan)

glossary.words_here(told)
export(criteria.PAGE, view)
panel.lines(view)
panel.scorecard(told.sections)
panel.table(told)
panels.footer()

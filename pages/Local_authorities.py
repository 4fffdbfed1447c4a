"""Local authorities: which does this plan keep whole, and which does it split?"""

from footprint.pages import authorities
from ui.authorities import panel
from ui.papers.export import export
from ui.parts import glossary, panels, pickers
from ui.parts.map import map_panel
from ui.parts.places import led
from ui.shell.frame import frame
from ui.shell.workspace import workspace

view = frame(authorities.PAGE)
told = authorities.content(workspace(), view)
(shown,) = told.picture.maps

places = led(view, told.plan, told.sentence, lines=False)
with places.map:
    map_panel(shown)
    panel.what_changed(told)
with places.side:
    pickers.pick_plan(view)
    pickers.pick_tier(view)
    pickers.pick_authority(told.tier, told.selected)
    panel.card(told)
    pickers.pick_other(view)
    pickers.pick_tolerance(view, told.tier)
    panels.plan_controls(view, told.plan)

glossary.words_here(told)
export(authorities.PAGE, view)
panel.tables(told)
panels.footer()

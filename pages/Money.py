"""Money: what does each plan cost to run, and what would the cap leave?"""

from footprint.pages import money
from footprint.pages.costs.shown import MEASURES
from ui.money import assumptions, panel
from ui.papers.export import export
from ui.parts import charts, glossary, panels, pickers
from ui.parts.map import map_panel
from ui.parts.places import led
from ui.shell.frame import frame
from ui.shell.workspace import workspace

view = frame(money.PAGE)
told = money.content(workspace(), view)
(shown,) = told.picture.maps

places = led(view, told.plan, told.sentence)
with places.between:
    assumptions.problems(told.problems)
    panel.what_it_covers()
with places.map:
    map_panel(shown)
    panel.on_the_map(told)
with places.side:
    pickers.pick_plan(view)
    pickers.pick_measure(view, among=MEASURES)
    pickers.pick_since(view, told.plan)
    charts.lead(told.under)
    panels.plan_controls(view, told.plan)
    panels.area_card(told.card)
    assumptions.assumptions(told)
    pickers.pick_classes(view, told.plan.key, told.measure)
    charts.charts(told.beside, after=len(told.under))
with places.map:
    charts.charts(told.under)

glossary.words_here(told)
export(money.PAGE, view)
assumptions.own_costs(told.scenario, told.plan, shown.selected)
panel.cut_or_cap(told.cut)
panel.envelopes(told)
panel.over_time(told.over_time)
panel.published(told)
panel.implied(told)
panels.all_about(told.about)
panel.reading_guide()
panels.footer()

"""Every option: how many ways were there, where does a plan stand, how few must move?"""

from footprint.pages import every_option
from ui.every_option import fewest, panel
from ui.papers.export import export
from ui.parts import charts, glossary, panels, pickers
from ui.parts.map import map_panel
from ui.parts.places import places, take_away
from ui.shell.frame import frame
from ui.shell.workspace import workspace

view = frame(every_option.PAGE)
told = every_option.content(workspace(), view)

around = places()
take_away(around, told.sentence)
with around.said:
    panel.exactly(told)
with around.over:
    pickers.pick_ground(view)
with around.map:
    map_panel(told.shown)
with around.side:
    pickers.pick_plan(view, panel.named(told))
    panel.question(view)
    panel.answer(told)
    panel.show_one(view, told)
panel.measures(view)
charts.charts(panel.pictures(told), panel.choose(told.asked))
panel.trade(told)
panel.tables_of(told)
fewest.section(view)

glossary.words_here(told)
export(every_option.PAGE, view)
panels.footer()

"""Draw an option: what would your own boundaries do to people, money and authorities?"""

from footprint.pages import draw
from ui.draw import files, panel, state
from ui.papers.export import export
from ui.parts import panels, pickers
from ui.parts.places import places
from ui.saved import history, listing, near, remarks, save
from ui.shell.frame import frame

view = frame(draw.PAGE)
drawing, problem = state.opened(view)

around = places()
with around.over, panel.tools():
    pickers.pick_ground(view)
    near.near(view)
with around.map:
    panel.show_map(view, drawing)
with around.side:
    panel.controls(view, drawing)

panel.told(view, around, drawing, problem)
panel.words_here(view, drawing)
panel.changes(view, drawing)
panel.table(view, drawing)
panel.share(view, drawing.now)
past = save.past_of(view)
save.save(view, drawing, past)
files.files(drawing.now)
export(draw.PAGE, view, state.whole)
history.history(view, past)
remarks.remarks(view, past)
listing.saved_options(view)
panels.footer()

"""Draw an option: what would your own boundaries do to people, money and authorities?"""

from ui.draw import files, panel
from ui.draw.state import opened
from ui.papers import export
from ui.parts import panels
from ui.saved import history, save
from ui.saved.list import saved_options
from ui.shell.frame import frame

view = frame(
    *("Draw an option", "plan", "base", "saved"),
    *("least", "whole", "tolerance", "cap", "trusts"),
)
drawing, problem = opened(view)

top = panel.top()
map_side, side = panels.two_columns()
with map_side:
    panel.show_map(drawing)
with side:
    panel.controls(view, drawing)

panel.take_away(view, top, drawing, problem)
panel.changes(view, drawing)
panel.table(view, drawing)
panel.share(view, drawing.now)
save.save(view, drawing)
files.files(drawing.now)
export.export("pages/Draw_an_option.py", view)
history.history(view)
saved_options(view)
panels.footer()

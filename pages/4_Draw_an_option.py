"""Draw an option: what would your own boundaries do to people, money and authorities?"""

from ui import draw_files, draw_panel, draw_state, panels
from ui.frame import frame

view = frame("Draw an option", "plan", "base")
drawing, problem = draw_state.opened(view)

top = draw_panel.top()
map_side, side = panels.two_columns()
with map_side:
    draw_panel.show_map(drawing)
with side:
    draw_panel.controls(drawing)

draw_panel.take_away(top, drawing, problem)
draw_panel.changes(drawing)
draw_panel.table(drawing)
draw_panel.share(view, drawing.now)
draw_files.files(drawing.now)
panels.footer()

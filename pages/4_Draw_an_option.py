"""Draw an option: what would your own boundaries do to people, money and authorities?"""

from ui import (
    draw_files,
    draw_panel,
    draw_state,
    export_panel,
    panels,
    saved_history,
    saved_list,
    saved_save,
)
from ui.frame import frame

view = frame(
    *("Draw an option", "plan", "base", "saved"),
    *("least", "whole", "tolerance", "cap", "trusts"),
)
drawing, problem = draw_state.opened(view)

top = draw_panel.top()
map_side, side = panels.two_columns()
with map_side:
    draw_panel.show_map(drawing)
with side:
    draw_panel.controls(view, drawing)

draw_panel.take_away(view, top, drawing, problem)
draw_panel.changes(view, drawing)
draw_panel.table(view, drawing)
draw_panel.share(view, drawing.now)
saved_save.save(view, drawing)
draw_files.files(drawing.now)
export_panel.export("pages/4_Draw_an_option.py", view)
saved_history.history(view)
saved_list.saved_options(view)
panels.footer()

"""Compare: what changes from one plan to another, in words, in numbers and on the map?"""

from ui import compare_panel, compare_pickers, export_panel, panels
from ui.frame import frame

view = frame(
    "Compare",
    *("plan", "other", "base", "measure", "area", "show", "also", "scheme", "classes", "cuts"),
    *("least", "whole", "tolerance", "cap", "trusts"),
)

panels.sentence(compare_panel.take_away(view))
compare_pickers.controls(view)
compare_panel.same_basis(view)
compare_panel.scorecard(view)
compare_pickers.map_controls(view, compare_panel.both_selected(view)[1])
compare_panel.maps(view)
export_panel.export("pages/3_Compare.py", view)
compare_pickers.classes(view)
compare_panel.what_changes_hands(view)
compare_panel.footprints(view)
panels.footer()

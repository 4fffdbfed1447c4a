"""Compare: what changes from one plan to another, in words, in numbers and on the map?"""

from ui.compare import panel, pickers
from ui.papers import export
from ui.parts import panels
from ui.shell.frame import frame

view = frame(
    "Compare",
    *("plan", "other", "base", "measure", "area", "show", "also", "scheme", "classes", "cuts"),
    *("least", "whole", "tolerance", "cap", "trusts"),
)

panels.sentence(panel.take_away(view))
pickers.controls(view)
panel.same_basis(view)
panel.scorecard(view)
pickers.map_controls(view, panel.both_selected(view)[1])
panel.maps(view)
export.export("pages/Compare.py", view)
pickers.classes(view)
panel.what_changes_hands(view)
panel.footprints(view)
panels.footer()

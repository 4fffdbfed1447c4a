"""Compare: what changes from one plan to another, in words, in numbers and on the map?"""

from footprint.pages import compare
from ui.compare import panel, pickers
from ui.papers.export import export
from ui.parts import charts, glossary, panels
from ui.shell.frame import frame
from ui.shell.workspace import workspace

view = frame(compare.PAGE)
told = compare.content(workspace(), view)

panel.one_screen(view, told)
panel.under_the_maps(told)
panel.scorecard(view, told)
glossary.words_here(told)
export(compare.PAGE, view)
pickers.classes(view)
panel.what_changes(view, told.changes)
charts.beside(told.picture.charts)
panel.footprints(told)
panels.footer()

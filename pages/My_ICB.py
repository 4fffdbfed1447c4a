"""My ICB: what happens to one board, on one page?"""

from footprint.pages import my_icb
from ui.my_icb import panel
from ui.papers.export import export
from ui.parts import glossary, panels
from ui.shell.frame import frame
from ui.shell.workspace import workspace

view = frame(my_icb.PAGE)
told = my_icb.content(workspace(), view)

panel.lines_and_maps(view, told)
panel.offered(told)
panel.chapters(told)
glossary.words_here(told)
export(my_icb.PAGE, view)
panels.footer()

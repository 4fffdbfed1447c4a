"""Board papers: collect maps while browsing, and take them as one pack."""

from ui.papers import pack as pack_panel
from ui.papers.pack import contents, empty, opened, preview, sheets
from ui.parts import panels
from ui.shell.frame import frame

frame("Board papers")
pack = opened()

if pack.items:
    pack_panel.settings(pack)
    papers = sheets(pack)
    left, right = panels.two_columns()
    with left:
        if papers:
            preview(pack, papers)
            pack_panel.take()
    with right:
        contents(pack)
else:
    empty()

pack_panel.keep(pack)
panels.footer()

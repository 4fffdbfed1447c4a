"""Board papers: collect maps while browsing, and take them as one pack."""

from ui import pack_panel, panels
from ui.frame import frame

frame("Board papers")
pack = pack_panel.opened()

if pack.items:
    pack_panel.settings(pack)
    papers = pack_panel.sheets(pack)
    left, right = panels.two_columns()
    with left:
        if papers:
            pack_panel.preview(pack, papers)
            pack_panel.take()
    with right:
        pack_panel.contents(pack)
else:
    pack_panel.empty()

pack_panel.keep(pack)
panels.footer()

"""Board papers: collect maps while browsing, and take them as one pack."""

from footprint.pages.catalogue import BOARD_PAPERS
from ui.papers import briefs, front, keeping, kept, shelf
from ui.papers import pack as board
from ui.parts import glossary, panels
from ui.shell.frame import frame

kept.follow(frame(BOARD_PAPERS))
pack = board.opened()
front.bring_back()

if pack.items:
    board.settings(pack)
    front.cover(pack)
    front.house(pack)
    papers = board.sheets(pack)
    left, right = panels.two_columns()
    with left, board.in_sight():
        if papers:
            board.preview(pack, papers)
            board.take(pack)
    with right:
        board.contents(pack)
else:
    board.empty()

keeping.keep(pack)
shelf.packs()
briefs.take()
glossary.words_here(pack)
panels.footer()

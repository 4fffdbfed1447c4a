"""Our way on a page as bare as the naive one: a button that moves a district, and the map."""

from bench.moving import option_so_far
from footprint.pages.draw import option_map
from footprint.view import View
from ui.parts.map import map_panel
from ui.shell import server
from ui.shell.workspace import workspace

if __name__ == "__main__":
    server.settle()
    map_panel(option_map(workspace(), View(), option_so_far()))

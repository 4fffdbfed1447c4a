"""Our way on a page as bare as the naive one: a button that moves a district, and the map."""

from bench.moving import option_so_far
from ui.parts.map import map_panel
from ui.shell import cache, server

if __name__ == "__main__":
    server.settle()
    option = option_so_far()
    layer, anchors = cache.option_layer(option), cache.option_anchors(option)
    map_panel(layer, option.plan, anchors, selected="", key="bench")

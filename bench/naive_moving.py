"""The usual way to show a move: every footprint dissolved, and sent again."""

import geopandas as gpd

from bench.moving import option_so_far
from bench.naive import show
from footprint.facts.shapes import LONGITUDE_LATITUDE, dissolved
from footprint.workspace.options import option_colours
from ui.shell.workspace import workspace

if __name__ == "__main__":
    option = option_so_far()
    shapes = dissolved(workspace().shapes, option.plan.footprint_of).to_crs(LONGITUDE_LATITUDE)
    names = [option.plan.by_id[code].name for code in shapes.index]
    fills = [option_colours(workspace(), option)[code] for code in shapes.index]
    columns = {"footprint": names, "fill": fills}
    show(gpd.GeoDataFrame(columns, index=shapes.index, geometry=shapes), "footprint")

"""The usual way: every polygon sent again on every rerun, through st_folium.

It is given Leaflet from the app itself, because with the usual addresses blocked it draws nothing.
"""

import folium
import geopandas as gpd
import streamlit as st
import streamlit.components.v1 as components
import xstatic.pkg.leaflet
from streamlit_folium import st_folium

from footprint.facts.manifest import ROOT
from footprint.facts.shapes import LONGITUDE_LATITUDE, dissolved
from footprint.maps.palette import sequential
from footprint.measures.catalogue import BY_KEY, MEASURES
from footprint.measures.classes import classify
from footprint.workspace.plans import plan, table
from ui.shell.workspace import workspace

OFFICIAL = ROOT.parent / "shared/sources/boundaries"
_NO_FIGURE = "#d8dde0"
FILE = "Integrated_Care_Boards_April_2023_EN_BSC_-187828753279616787.geo.json"


@st.cache_resource
def polygons() -> gpd.GeoDataFrame:
    """The 42 ICBs: the official polygons, or the same dissolved from the blocks."""
    if (OFFICIAL / FILE).exists():
        official = gpd.read_file(OFFICIAL / FILE)[["ICB23CD", "ICB23NM", "geometry"]]
        codes = workspace().atlas.icbs["icb"]
        return official.assign(icb=official["ICB23CD"].map(codes)).set_index("icb")
    shapes = dissolved(workspace().shapes, plan(workspace(), "icb-2023").footprint_of).to_crs(
        LONGITUDE_LATITUDE
    )
    return gpd.GeoDataFrame({"ICB23NM": shapes.index}, geometry=shapes)


@st.cache_resource
def leaflet() -> str:
    """Where the app itself gives out Leaflet, as the map's frame sees it."""
    folder = components.declare_component("leaflet", path=xstatic.pkg.leaflet.BASE_DIR)
    return f"../{folder.name}/"


def draw(key: str) -> None:
    """Build and send the whole map."""
    measure = BY_KEY[key]
    values = table(workspace(), "icb-2023")[key]
    classes = classify(values, measure.unit)
    fills = sequential(len(classes))
    places = [classes.of(values[icb]) for icb in polygons().index]
    shown = polygons().assign(fill=[_NO_FIGURE if at is None else fills[at] for at in places])

    show(shown, "ICB23NM")


def show(shown: gpd.GeoDataFrame, name: str) -> None:
    """Send polygons, each with its `fill`, as a new map."""

    class LocalMap(folium.Map):
        default_js = [("leaflet", leaflet() + "leaflet.js")]
        default_css = [("leaflet", leaflet() + "leaflet.css")]

    england = LocalMap(location=[52.9, -1.8], zoom_start=6, tiles=None)
    folium.GeoJson(
        shown,
        style_function=lambda feature: {
            "fillColor": feature["properties"]["fill"],
            "fillOpacity": 1,
            "color": "#14283c",
            "weight": 1,
        },
        tooltip=folium.GeoJsonTooltip([name]),
    ).add_to(england)
    st_folium(england, height=720, use_container_width=True, key="naive")


if __name__ == "__main__":
    words = {measure.key: measure.label for measure in MEASURES}
    draw(st.selectbox("What the map shows", words, format_func=words.__getitem__))

"""Web: what a browser draws, in the app and in a file that opens without it.

The map as folium sends it, the page that carries a paper in one file, and our own drawing in
browser/. Built on maps and papers. Leaflet comes from its package; no address but the app's own is
ever asked for.
"""

"""ICB Footprints: how boundaries work, computed.

The flow, each module knowing only those before it:

sources    the manifest: which files there are, and that none has changed
atlas      every published fact, block by block, joined exactly
plans      which block belongs to which footprint: a value that never changes
coterminosity which authorities a plan keeps whole, counted in people
measures   numbers per footprint, each a function of the atlas and a plan
classes    numbers cut into bands whose legend is exact
shapes     the blocks' outlines as edges, each stored once
colours    a few colours, neighbours apart, kept from plan to plan
places     what a reader may search for, and where it lies under a plan
stories    what a map shows and what an area is, in sentences
layers     a plan made ready to draw, the same for screen and paper
folium_map a layer drawn for the screen
views      what a reader asked to see, to and from the address bar
checks     what must hold of the published files, shown and tested

Nothing here knows of Streamlit.
"""

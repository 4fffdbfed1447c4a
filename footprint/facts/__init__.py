"""Facts: what has been published about England, and nothing that we think of it.

The manifest says which files there are and that none has changed; the atlas joins them exactly,
block by block, or refuses and names the codes; shapes are the blocks' outlines, topology the arcs
they share, and topojson what a browser fetches of it; guidance holds the lines that were drawn for
ICB areas, statements what else was said of them. This room builds on nothing else of ours. It works
out no figure, and knows no plan but the ICBs of 2023 and 2026 as columns of a table.
"""

"""Print: a paper drawn on one sheet, with matplotlib.

Areas on the National Grid, the names that labels found a place for, and the blocks of words around
the maps. Built on papers. What is drawn was decided by the layer: this room only finds it a place.
"""

"""Print: a paper drawn on one sheet, with matplotlib.

Areas on the National Grid, names that stand on nothing else, leaders to those that do not fit, and
the blocks of words around the maps. Built on papers. What is drawn was decided by the layer: this
room only finds it a place.
"""

"""Charts: numbers as pictures that stand beside the maps, as values before anybody draws them.

What a chart shows, in what order, by which lines it is judged, and words for those who cannot see
it. Its texts are those of the table beside it. `vega` turns any chart into one specification, the
same for screen and paper. Built on units, and on the palette of the maps. It knows no plan and no
page: whoever has the figures hands them in.
"""

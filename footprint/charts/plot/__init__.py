"""Plots: whole numbers along and figures up, as lines, bars or steps, with plans marked in it.

`values` are what a plot says; everything else turns them into marks. `parts` puts those in their
order: the `points` of each series, what stands on `bars`, and the lines and names of `plans`, all
between the `axes`. A plot is of no footprint and knows none.
"""

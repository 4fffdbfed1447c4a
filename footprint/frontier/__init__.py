"""Frontier: all groupings of units into connected groups, as one diagram of few states, counted.

Units are taken up in an order that keeps few of them in hand. What a footprint carries and which
groups of units are watched decide what is refused and what is measured; the diagram holds every
option as a path, and counting asks it how many there are, which one has which number, and for
samples drawn evenly. What takes too many values to be listed is met half way. Nothing here knows of
plans or England: units are positions, and borders are pairs of them.
"""

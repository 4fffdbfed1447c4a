"""Two moves: what puts a miss right where no single move does, or a proof that no two do either.

Each move takes connected district parts from one footprint to one neighbour. One of the two is of
the footprint that misses; the other is of it too or, where people are short, gives to the neighbour
that gave. Which two move the fewest people is an integer program, built on criteria and solved for
every pair in turn. It looks for no third move, and proposes nothing: what a pair breaks is told.
"""

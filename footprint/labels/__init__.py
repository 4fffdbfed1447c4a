"""Labels: where every name stands on a map for paper, so that none is on top of another.

It builds on the words and shapes of ink. A name stands on its own area, or beside it with a leader,
or along the shore with others; where it has no room a number takes its place. What is drawn, and
in which colours, it does not know.
"""

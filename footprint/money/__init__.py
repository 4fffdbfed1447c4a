"""Money: the envelope and the target of each footprint, and what is known of costs.

What ICBs have published, what follows from it, the user's own costs, and a scenario that sets the
cap beside a cut the same for all. Built on measures. Assumptions stay the user's: nothing here
turns one into a fact.
"""

"""Whose: who owns what is saved, who may see it, and who did what.

Each change of either is a row of its own, sealed as revisions are, and nothing is overwritten.
Where nobody signs in, nothing is written here and everything is as if it were not.
"""

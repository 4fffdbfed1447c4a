"""Batches: one view made into many sheets, one for each area of a kind.

Built on papers: a batch is a pack like any other, and whatever takes packs takes it. Nothing is
drawn here, and the screen and the command line make the same ones.
"""

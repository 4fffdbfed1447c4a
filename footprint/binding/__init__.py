"""Binding: a pack's sheets as one file, with a cover and contents before and an annex behind.

Built on print and office, which make the sheets themselves. Every page carries the marking and its
number; sources are said once, at the end. It changes no word and no figure of a paper.
"""

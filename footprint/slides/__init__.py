"""Slides: papers as a presentation that can be edited, from a board's own template or ours.

It builds on what all office files share. Tables and charts are PowerPoint's own, so that a figure
can be put right by hand; a flow, which PowerPoint has no kind for, is shapes. What a pack has
before and after its papers is bound later.
"""

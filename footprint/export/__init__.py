"""Export: files handed out, and what else takes long.

Each is an errand for a process of its own, which gives its memory back: an order, which says what
is wanted and which the press makes, or a search for an optimum. A table as CSV and areas for map
programs are written here. On top of everything else.
"""

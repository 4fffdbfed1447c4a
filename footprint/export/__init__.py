"""Export: files handed out, and what else takes long.

Each is an errand for a process of its own, which gives its memory back: an order, which says what
is wanted and which the press makes, a batch of orders, or a search for an optimum. Errands wait
for their turn in a queue that is fair between people, and a worker is kept ready while files are
wanted. A table as CSV and areas for map programs are written here.
"""

"""Compared: what the page that compares plans is made of.

`sides` knows what a view compares and what each plan is called there; `words`, `rows` and
`picture` say it, as sentences, as tables, and as maps with charts. None of them knows of another
page, and the page puts them together.
"""

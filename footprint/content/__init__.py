"""Content: what pages are made of, as values, before any page says it.

The kinds of value a page tells: sentences, maps, tables, cards; what a view asks for and where it
draws the lines of criteria; tables and key figures of a plan's footprints. Built on the workspace.
It knows no page, and how a value looks is for whoever shows it.
"""

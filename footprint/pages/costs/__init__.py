"""Costs: what the page on money is made of.

`shown` knows which money measure a view shows, by the user's assumptions where it depends on them;
`tables`, `picture` and `card` say it, as tables, as a map with charts, and of one footprint. None
of them knows of another page, and the page puts them together.
"""

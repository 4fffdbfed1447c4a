"""Brief: one ICB told whole, so that its board can read what happens to it in a minute.

Five lines first, then chapters of sentences and one table each: councils, emergency services,
money, what changed, neighbours. Built on content; the page, its paper and its slide say the same
value. It knows no other plan than today's, the one before and the one asked for.
"""

"""Brief: one ICB told whole, or one team, so that its board can read in a minute what happens.

Five lines first, then chapters of sentences and one table each: councils, emergency services,
money, what changed, neighbours. Built on content; the page, its paper and its slide say the same
value. It knows no other plan than today's, the one before and the one asked for; a team may also be
one that was announced in 2025.
"""

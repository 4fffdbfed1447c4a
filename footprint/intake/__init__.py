"""Intake: a table that somebody hands in, read as an option or refused in a sentence.

Which sheet and which columns are meant is told by what is in them; names and old codes are known
for what they are, and what was taken for what is said. Built on options. It never guesses what a
row meant: what cannot be read is told with its row, and what can be read in two ways is asked.
"""

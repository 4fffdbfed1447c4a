"""Options: plans that people draw themselves, edit by edit, each complete by construction.

An option and its history, what an edit changes, and the forms an option travels in: a short text in
a link, a table to download, a table handed in. Built on criteria and the store. It never guesses
what a row of a file meant: what cannot be read is told with its row.
"""

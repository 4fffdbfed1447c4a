"""Options: plans that people draw themselves, edit by edit, each complete by construction.

An option and its history, what an edit changes, and the forms an option travels in: a short text in
a link, a table to download. Built on criteria and the store.
"""

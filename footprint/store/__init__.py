"""The store: what people save, kept for good.

Every save is a revision and nothing is overwritten, in one SQLite file or in PostgreSQL; comments
and tags stand beside them. Every row is sealed, so that one changed past the app shows. It keeps
texts and does not read them: what an option is, it does not know. Built on nothing else of ours.
"""

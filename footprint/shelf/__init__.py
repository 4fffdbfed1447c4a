"""The shelf: packs of board papers kept in the store, beside the options that people draw.

Every save is a revision and nothing is overwritten, in the same SQLite file or PostgreSQL and
sealed the same way. The shelf itself keeps texts and does not read them; `texts` turns a pack into
what is kept, and back. It builds on the store and on papers, and draws nothing.
"""

"""Faults made for real: what a person is told, what is kept, and how long until all is well.

`python -m tests.faults` runs every one and writes the table in `docs/trust.md`.
"""

"""Upkeep: what whoever runs the app for others types in a terminal.

Everything saved becomes one file and a store again, and a deployment is asked what is wrong with
it. Each is a command as those of `command` are; it stands on them and on the store, reads no view
and makes no paper.
"""

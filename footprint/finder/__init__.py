"""Finder: what somebody types, and the ICB it is in.

Knows every name of the gazetteer, folds what is typed to what is meant, forgives a slip of the
finger, and never ends without something to choose. Built on facts; it knows neither pages nor
plans that people draw, whose footprints are handed in by name.
"""

"""Measures: every number per footprint that can be shown.

Formulas work each out from the atlas and a plan; the catalogue lists them with their unit, reason
and sources; units say how a number is written everywhere; classes cut numbers into bands whose
legend is exact. Built on plans. It draws no line: whether a number is enough is for criteria.
"""

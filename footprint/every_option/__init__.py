"""Every option: all groupings of whole bodies into footprints in one piece, counted exactly.

A question says which options count. Units are the bodies that stay whole; measures say what each
footprint or authority adds; the frontier counts, and answers are told in plans. Built on plans,
measures and the frontier. It ranks by nothing but what is counted: how patients move, who works
well together and what was tried before are in no figure here.
"""

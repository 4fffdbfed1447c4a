"""Measures the app beside plain ways to do the same, timed in the same run.

No promise is an absolute time: machines differ, and one machine differs from hour to hour. Every
time is held against what a plain way takes there and then, and only sizes are absolute.
"""

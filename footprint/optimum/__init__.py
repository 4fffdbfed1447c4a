"""Optimum: the one plan that serves a stated aim best under hard tests, proved by a solver.

What is asked is a value: a plan to begin from, an aim, and tests that must hold. The pieces that
may move become a problem in whole numbers; a program solves it, and is given more constraints as
long as a footprint comes out in several pieces; an answer says what was found, what is proved and
in how long. The certificate holds a plan against what was asked and knows nothing of the solver.
Built on criteria, and begun with the count of every option. It proves what is best by one stated
aim, and does not say that it is wise.
"""

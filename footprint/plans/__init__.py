"""Plans: who belongs to whom, as values that never change, and what follows for authorities.

A plan assigns every block to a statutory body and to a leadership team, and is looked at by one of
these layers; what a footprint is follows from both. Tiers are the kinds of authority it can be held
against; splits and fits say in people which authorities it keeps whole and whose borders it shares;
contiguity says what hangs together; a comparison holds two plans against each other. Built on the
facts alone. It neither judges a plan nor draws it.
"""

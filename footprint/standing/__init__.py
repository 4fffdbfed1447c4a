"""Standing: where a plan stands among all the plans there could have been.

What a view asks to be counted, the number of ways there are and what each condition leaves, a
plan's place among them, the few that are rare enough to be listed, and one to look at: the best on
what is measured, the nearest to a plan, or any. Where bodies may be divided, the plan that meets
what is asked and serves one aim best. Built on the count, the optimum and content. An option
is never called best but on the measures it is best on.
"""

"""Maps: a plan made ready to draw, the same for screen and paper.

A layer holds every colour, word and legend row of one map; choropleth, membership, authorities and
verdicts make layers, pairs put two side by side. Sentences and stories say what they show. Built on
criteria. Nothing is drawn here: the browser and the sheet do that, from the same layer.
"""

"""Criteria: lines drawn across measures, verdicts with reasons, and what would mend a miss.

A case is a plan put up for judgement; judgements give verdicts; the catalogue lists what was asked
and in whose words; a scorecard counts, and differences set scorecards side by side. Remedies find
the smallest change that would put a miss right, proved smallest by an exact solver. Built on
measures. The kinds of criteria are never added up to one score.
"""

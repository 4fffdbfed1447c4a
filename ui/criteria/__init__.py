"""Criteria: verdicts, where the lines are drawn, and what would put a miss right."""

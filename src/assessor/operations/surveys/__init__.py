"""Surveys: waves, answers brought in, results after disclosure control, what was published, pairs."""

"""Evaluate: what came of it."""

"""Implement: what is being done."""

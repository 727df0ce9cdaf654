"""Assess: whom to hear, and what they said and wrote."""

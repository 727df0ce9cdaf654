"""Pairs of an SRO and an administrator: consents, and their answers side by side."""

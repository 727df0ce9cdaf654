"""Guides of one's own."""

"""The directory of partner organizations."""

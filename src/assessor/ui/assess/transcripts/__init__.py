"""Transcripts brought in: whose each speaker is."""

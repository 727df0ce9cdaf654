"""Returned paper forms: batches, typing by keys, comparing two entries."""

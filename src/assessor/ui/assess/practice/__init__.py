"""PRACTICE: a sample discussion to take notes from in the real room, and its score."""

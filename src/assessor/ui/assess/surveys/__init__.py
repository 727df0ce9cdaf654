"""Surveys brought in and what they say."""

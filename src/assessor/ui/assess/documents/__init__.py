"""Policies and agreements, read beside the rubric."""

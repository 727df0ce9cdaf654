"""Interviews, groups, joint sessions and observations: set up, recorded, debriefed."""

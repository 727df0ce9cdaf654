"""Screens of the stage Identify."""

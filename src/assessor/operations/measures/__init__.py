"""Measures and program data: definitions, values, tables brought in, how each stands."""

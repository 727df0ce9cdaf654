"""Assessor: assess and improve how School Resource Officers and school administrators work together."""

__version__ = "0.1.0"

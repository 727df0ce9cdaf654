"""Screens of survey forms: the library to read, one's own to write in two languages."""

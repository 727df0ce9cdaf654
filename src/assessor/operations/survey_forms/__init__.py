"""Survey forms: shipped and one's own, looked up from one place, edited, exchanged as XLSForm."""

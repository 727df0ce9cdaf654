"""People as codes, their roster, sites and the client."""

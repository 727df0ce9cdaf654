"""Charts drawn once as SVG, for the screen and for paper."""

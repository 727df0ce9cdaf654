"""Report: the plan on paper."""

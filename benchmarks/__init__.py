"""`make bench`: each figure beside its floor in the same run, as a ratio."""

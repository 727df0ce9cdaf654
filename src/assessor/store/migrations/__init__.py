"""One module a migration, `m0002_….py`: VERSION and upgrade(op)."""

"""The seats round their table."""

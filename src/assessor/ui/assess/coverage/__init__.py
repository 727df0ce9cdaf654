"""Who was heard where, what was answered, what is missing."""

"""The note-taking room: one line, while people talk."""

"""What can be wrong with the shipped content, each as one sentence naming the file."""

from assessor.terms import CannotDo


class NoSuchInstrument(CannotDo):
    """Asked for a kind, key, version or language that is not shipped."""


class BrokenInstrument(CannotDo):
    """A file that cannot be read, or does not hold what its kind asks for."""

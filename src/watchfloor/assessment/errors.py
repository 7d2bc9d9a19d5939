"""What is told to those whose input cannot be taken."""


class DecisionError(ValueError):
    """A decision that cannot be made: one line that says what is wrong and how it is written."""

"""What a reader says when it cannot read."""


class DocumentError(Exception):
    """One line for the person at the command: which input, what is wrong with it, what can be done.

    ``place`` is the path as given ("-" for standard input), with a line number where one is known.
    """

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        self.place, self.problem, self.remedy = place, problem, remedy
        super().__init__(f"{_visible(place)}: {problem}; {remedy}")


def _visible(name: str) -> str:
    """``name`` with line breaks, control characters and undecodable bytes written out, so that it stays one line."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name)

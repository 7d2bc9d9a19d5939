"""What is wrong with knowledge files, always with its file and line."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong at a line (from 1; 0 for the file as a whole) of a knowledge file."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        """Return the line that a compiler would print."""
        return f"{self.file}:{self.line}: {self.what}"


class KnowledgeError(ValueError):
    """The knowledge files cannot be used; `faults` has all that is wrong with them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults; the message has one a line."""
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))

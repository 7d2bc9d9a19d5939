"""What goes to standard error: one line for each input that failed, and warnings."""

from rich.console import Console
from rich.text import Text

#: Some inputs failed, the others were read.
SOME_FAILED = 1
#: Wrong use: nothing was read.
WRONG_USE = 2
#: Interrupted from the keyboard.
INTERRUPTED = 130


class Failures:
    """Says what failed as it fails, and knows afterwards whether anything did."""

    def __init__(self) -> None:
        self.console = Console(stderr=True, highlight=False)
        self.count = 0

    def add(self, line: str) -> None:
        """One input failed; ``line`` tells which, why, and what to do."""
        self.count += 1
        self.warn(line)

    def warn(self, line: str) -> None:
        """Something that the person should know, and that is no failure."""
        self.console.print(Text(f"watchfloor: {line}"), soft_wrap=True)


def fault(error: Exception) -> str:
    """An exception in one line: its class, and the first line of what it says."""
    said = str(error).splitlines()
    return f"{type(error).__name__}: {said[0]}" if said else type(error).__name__

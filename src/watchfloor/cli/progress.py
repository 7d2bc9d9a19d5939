"""The progress bar: on standard error, for more than a few inputs, and only on a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

#: Up to so many inputs a bar would only flicker.
FEW = 3


class Bar:
    """A bar, or nothing that answers to the same calls."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self.progress = progress
        self.task = progress.add_task("", total=total) if progress else None

    def advance(self) -> None:
        """One more input is done."""
        if self.progress and self.task is not None:
            self.progress.advance(self.task)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the bar away while something is printed on the same screen."""
        if self.progress:
            self.progress.stop()
        yield
        if self.progress:
            self.progress.start()


@contextmanager
def progress(total: int, console: Console) -> Iterator[Bar]:
    """A bar that vanishes at the end, so that only results stay on the screen."""
    if total <= FEW or not console.is_terminal:
        yield Bar(None, total)
        return
    columns = (BarColumn(bar_width=None), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as shown:
        yield Bar(shown, total)

"""Ranges of a text put in order, so that asking about any place in it takes no longer in a long text."""

from bisect import bisect_right
from collections.abc import Iterable

from .content import Range


class Ranges:
    """Ranges without overlaps, in order; those that overlapped were made one."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        self.merged: list[Range] = []
        for start, end in sorted(r for r in ranges if r[0] < r[1]):
            if self.merged and start < self.merged[-1][1]:
                self.merged[-1] = (self.merged[-1][0], max(self.merged[-1][1], end))
            else:
                self.merged.append((start, end))
        self._starts = [start for start, _ in self.merged]

    def holding(self, start: int, end: int) -> bool:
        """True where one range holds all of ``start`` to ``end``."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and end <= self.merged[index][1]

    def touching(self, start: int, end: int) -> int | None:
        """Index of the last range that shares a character with ``start`` to ``end``; None where there is none."""
        index = bisect_right(self._starts, end - 1) - 1
        return index if index >= 0 and self.merged[index][1] > start else None

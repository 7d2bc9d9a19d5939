"""What the network is told about a word beyond its subwords: its shape and whether a blank stands before it.

The encoder is uncased, so shape is all it knows of capitals. Training and reading both use these functions.
"""

from collections.abc import Sequence

SHAPES = 12
GAPS = 3

GAP_UNKNOWN, GAP_NONE, GAP_BLANK = 0, 1, 2
"""Before a word: not known (only tokens were given), nothing, blank space or the start of the text."""


def shape(word: str) -> int:
    """Return a number in 1..11 for how the word is written; 0 is left for padding."""
    if word.isdigit():
        return 1
    if any(char.isdigit() for char in word):
        return 2
    if not any(char.isalpha() for char in word):
        return 3
    if word.islower():
        return 4
    if word.isupper():
        if len(word) == 1:
            return 5
        return 6 if len(word) <= 5 else 7
    if word[0].isupper():
        return 8 if word[1:].islower() else 9
    return 10 if any(char.isupper() for char in word) else 11


def gaps(spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return what stands before each word of a text, of which the words' starts and ends are given."""
    before = [(-1, -1), *spans]
    return [GAP_NONE if end == start else GAP_BLANK for (_, end), (start, _) in zip(before, spans, strict=False)]

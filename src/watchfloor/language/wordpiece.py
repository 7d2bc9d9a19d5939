"""Words to subword numbers, as the uncased BERT vocabulary has them.

The vocabulary and the algorithm are those of the base encoder (lower case, no accents, greedy longest match). It is
written out here, because it is small and its usual library brings a network client along.
"""

import unicodedata
from collections.abc import Iterable

PAD, UNKNOWN, OPENING, CLOSING = 0, 100, 101, 102

LONGEST_WORD = 100
"""Characters; the base encoder maps longer words to unknown."""

HEAD_PIECES, TAIL_PIECES = 8, 4
"""A longer word (an address, a run of digits) keeps this many pieces of either end, so that a window stays bounded."""

_CACHE_LIMIT = 200_000
"""Words remembered by one instance: some 40 MB at most, and a corpus's frequent words are all among the first."""


class WordPiece:
    """Turns one word at a time into its pieces; remembers words seen."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        """Take the pieces in the order of their numbers."""
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._cache: dict[str, tuple[int, ...]] = {}

    def __call__(self, word: str) -> tuple[int, ...]:
        """Return the numbers of the word's pieces: one at least, ``HEAD_PIECES + TAIL_PIECES`` at most."""
        known = self._cache.get(word)
        if known is None:
            pieces = [number for part in _parts(word) for number in self._match(part)] or [UNKNOWN]
            if len(pieces) > HEAD_PIECES + TAIL_PIECES:
                pieces = pieces[:HEAD_PIECES] + pieces[-TAIL_PIECES:]
            known = tuple(pieces)
            if len(self._cache) < _CACHE_LIMIT:
                self._cache[word] = known
        return known

    def window(self, words: Iterable[str]) -> tuple[list[int], list[int], list[int]]:
        """Return the numbers of a window's pieces, opened and closed, and the first and last piece of each word."""
        ids, first, last = [OPENING], [], []
        for word in words:
            first.append(len(ids))
            ids.extend(self(word))
            last.append(len(ids) - 1)
        return [*ids, CLOSING], first, last

    def _match(self, part: str) -> list[int]:
        if len(part) > LONGEST_WORD:
            return [UNKNOWN]
        pieces: list[int] = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                number = self._numbers.get(part[start:end] if start == 0 else "##" + part[start:end])
                if number is not None:
                    break
            else:
                return [UNKNOWN]
            pieces.append(number)
            start = end
        return pieces


def _parts(word: str) -> list[str]:
    """Normalise a word and cut it at blanks, punctuation and Chinese characters."""
    parts: list[str] = []
    current = ""
    for char in unicodedata.normalize("NFD", word.lower()):
        category = unicodedata.category(char)
        if category == "Mn" or category.startswith("C") or char == "\ufffd":
            continue
        if char.isspace():
            parts.append(current)
            current = ""
        elif _stands_alone(char, category):
            parts += [current, char]
            current = ""
        else:
            current += char
    return [part for part in [*parts, current] if part]


def _stands_alone(char: str, category: str) -> bool:
    code = ord(char)
    if category.startswith("P") or 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return (
        0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2FA1F
    )

"""What of a text can be found again in another: its passages, each a sentence, as keys that small edits leave alone.

Headlines, bylines and datelines are too short to be passages or are left out, so a copy with another of them keeps all
its keys; a text cut at the end keeps those of what is left.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from datasketch import MinHash

BANDS, ROWS = 3, 3
"""Keys of a passage, and MinHash values in each: a pair that shares 9 of 10 shingles shares a key in 98 of 100 cases,
one that shares a third in 10."""
SHINGLE = 3
"""Words. One changed word in a sentence of twenty leaves three quarters of the shingles of both."""
LEAST_WORDS = 6
"""What is shorter (a byline, "Read more", "He gave no details") stands in texts of all kinds."""
SHORT = 16
"""Words; in a sentence of fewer each is a particular: "after another ambush" is not "after another raid"."""
SEED = 4
"""Of the permutations; changing it, or anything above, makes kept signatures useless."""

PASSAGE = np.dtype([("words", "u1"), ("quoted", "?"), ("keys", "<u8", (BANDS,))])
"""A signature is one such item for each passage, in their order; words are counted up to 255."""

_SHORT_LINE = 0.7
"""A line this much shorter than its paragraph's longest was not ended by wrapping: a headline, a byline."""
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"\S.*?(?:[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[^\W_a-z])|$)", re.DOTALL)
_DATELINE = re.compile(r"\s*[^\n–—]{1,60}?(?:\s--?|\s?[–—])\s+")
_QUOTE = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_WORD = re.compile(r"\w+(?:[.,'’]\w+)*")
_INSIDE = re.compile(r"[.,'’]")
_NUMBERS = {
    word: str(number)
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
}
"""Outlets differ in which numbers they spell out. "One" is more often a pronoun."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a passage stands in its text, and whether within quotation marks."""

    start: int
    end: int
    quoted: bool
    words: tuple[str, ...]
    """As written, without inner points: "U.S." is "US"."""


def passages(text: str) -> Iterator[Passage]:
    """Yield the sentences and quotations of a text that have words enough, without datelines."""
    for start, end in _runs(text):
        dateline = _DATELINE.match(text, start, end)
        for begin, stop, quoted in _told(text, dateline.end() if dateline else start, end):
            for found in _SENTENCE.finditer(text, begin, stop):
                words = _WORD.findall(text, found.start(), found.end())
                if len(words) >= LEAST_WORDS:
                    yield Passage(*found.span(), quoted, tuple(_INSIDE.sub("", word) for word in words))


def _told(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Stretches in the author's words and, where they are more than a word or two, in somebody else's."""
    begin = start
    for quote in _QUOTE.finditer(text, start, end):
        if len(_WORD.findall(quote.group())) >= LEAST_WORDS:
            yield begin, quote.start(), False
            yield *quote.span(), True
            begin = quote.end()
    yield begin, end, False


def signature(text: str) -> bytes:
    """What ``copies`` needs to know of a text: 26 bytes a passage; none where there is no passage."""
    found = list(passages(text))
    kept = np.zeros(len(found), PASSAGE)
    for item, passage in zip(kept, found, strict=True):
        item["words"] = min(len(passage.words), 255)
        item["quoted"] = passage.quoted
        item["keys"] = _keys(passage.words)
    return kept.tobytes()


def read(signature: bytes) -> NDArray[np.void]:
    """The passages of a signature, of type ``PASSAGE``."""
    return np.frombuffer(signature, PASSAGE)


@cache
def _permuted() -> "MinHash":
    """An empty MinHash; made late, for importing it takes half a second, and who only compares needs none."""
    from datasketch import MinHash

    return MinHash(BANDS * ROWS, seed=SEED, hashfunc=zlib.crc32, scheme="affine32")


def _keys(words: tuple[str, ...]) -> list[int]:
    """A key for each band; two passages share one only where their particulars are the same."""
    small = [word.lower() for word in words]
    shingles = {" ".join(small[i : i + SHINGLE]).encode() for i in range(len(small) - SHINGLE + 1)}
    hashed = _permuted().copy()
    hashed.update_batch(sorted(shingles))
    particulars = zlib.crc32(" ".join(sorted(_particulars(words))).encode())
    bands = hashed.hashvalues.reshape(BANDS, ROWS)
    # crc32 of two different starts makes 64 bits of the particulars, the band and its values
    return [
        zlib.crc32(values, particulars) << 32 | zlib.crc32(values, particulars ^ band + 1)
        for band, values in enumerate(row.tobytes() for row in bands)
    ]


def _particulars(words: tuple[str, ...]) -> set[str]:
    """What tells a sentence from another of the same pattern: its first word, numbers, and names by their capitals.

    A daily round-up says the same of another town and with other figures each day; a copy changes neither.
    """
    small = [word.lower() for word in words]
    if len(words) < SHORT:
        return set(small)
    capitals = [word[0].isupper() for word in words]
    shouted = 2 * sum(capitals) > len(words)
    return {small[0]} | {
        _NUMBERS.get(word, word)
        for word, capital in zip(small, capitals, strict=True)
        if word in _NUMBERS or (capital and not shouted) or any(map(str.isdigit, word))
    }


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of running text: paragraphs, cut after each line that was not ended by wrapping."""
    for paragraph in _PARAGRAPH.finditer(text):
        lines = [line.span() for line in _LINE.finditer(text, *paragraph.span())]
        longest = max(end - start for start, end in lines)
        begin = paragraph.start()
        for start, end in lines:
            if end - start < _SHORT_LINE * longest or end == paragraph.end():
                yield begin, end
                begin = end

"""Which texts are copies of one, by the passages that they share, and which only quote the same words.

A copy shares most of its own words with the other text, or is all but contained in it and begins as it begins: a wire
report cut at the end. Words within quotation marks count for neither, since two reporters hear the same speech. Groups
are what such pairs connect, so they do not depend on the order of the texts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from .linked import SIGNATURES
from .passages import read, signature

__all__ = ["COPIES", "QUOTES", "Copies", "copies", "shared", "signature"]

COPIES = pa.schema({"document": pa.string(), "copy_of": pa.string()})
"""``copy_of`` is the document of the group that was published first, itself for that one and for all that stand alone.

Unknown days come last; of one day the smallest key, then the smallest id."""
QUOTES = pa.schema({"left": pa.string(), "right": pa.string(), "words": pa.int32()})

MOST_OF_BOTH = 0.6
"""Share of either text's own words: above what round-ups of one pattern share, below what a desk leaves of a wire."""
ALL_BUT = 0.8
"""Share of the shorter text's own words where it is a longer one cut at the end."""
LEAST_OWN = 25
"""Words that both texts share; "The minister condemned the attack and gave no details" makes no copy of a text that
says little else."""
LEAST_WHOLE = 16
"""Words of a shorter text, all of which the longer one has, or whole texts that are the same."""
OPENING = 2
"""Passages at the longer text's beginning, of which a cut copy has one; what stands further down is a digest's item."""
LEAST_QUOTE = 20
"""Words quoted by both, from which a quote is worth telling."""
CROWD = 16
"""Texts with the same passage of which every two are compared; of more, each with so many of its neighbours. Phrases of
the trade stand in thousands of texts; copies of one wire also share passages that nothing else has."""


@dataclass(frozen=True)
class Copies:
    """Who copied whom."""

    groups: pa.Table
    """By ``COPIES``, a row a document, in the order of ids."""
    quotes: pa.Table
    """By ``QUOTES``: pairs that are no copies and quote at least ``LEAST_QUOTE`` of the same words."""

    def first_of_each(self) -> dict[str, str]:
        """The documents whose text another one has, to the first that was published with it."""
        first = {row["document"]: row["copy_of"] for row in self.groups.to_pylist()}
        several = {of for document, of in first.items() if document != of}
        return {document: of for document, of in first.items() if of in several}


def copies(signatures: pa.Table, settled: pa.Table | None = None) -> Copies:
    """Group texts (by ``SIGNATURES``).

    Texts that are both in ``settled`` (by ``COPIES``, an earlier answer) are not compared again, for quotes neither.
    """
    rows = sorted(
        signatures.select(SIGNATURES.names).to_pylist(),
        key=lambda row: (row["published"] is None, row["published"] or "", row["key"] or "", row["document"]),
    )
    order = {row["document"]: index for index, row in enumerate(rows)}
    groups = _Groups(len(rows))
    old: set[int] = set()
    if settled is not None:
        for row in settled.to_pylist():
            if row["document"] in order and row["copy_of"] in order:
                old.add(order[row["document"]])
                groups.join(order[row["document"]], order[row["copy_of"]])
    # texts that are the same to the last passage are compared once
    first: dict[bytes, int] = {}
    for index, row in enumerate(rows):
        if row["signature"]:
            groups.join(index, first.setdefault(row["signature"], index))
    texts = [_Text(index, kept) for kept, index in first.items()]
    quotes = []
    for one, other in _candidates(texts):
        left, right = texts[one], texts[other]
        if left.index in old and right.index in old:
            continue
        if left.copies(right):
            groups.join(left.index, right.index)
        elif (words := left.quotes(right)) >= LEAST_QUOTE:
            pair = sorted((rows[left.index]["document"], rows[right.index]["document"]))
            quotes.append({"left": pair[0], "right": pair[1], "words": words})
    found = sorted((row["document"], rows[groups.first(index)]["document"]) for index, row in enumerate(rows))
    return Copies(
        pa.Table.from_pylist([dict(zip(COPIES.names, pair, strict=True)) for pair in found], COPIES),
        pa.Table.from_pylist(sorted(quotes, key=lambda q: (q["left"], q["right"])), QUOTES),
    )


def shared(left: bytes, right: bytes) -> list[tuple[int, int]]:
    """The passages that two signatures share, as numbers of both texts' ``passages``."""
    places: dict[int, int] = {}
    for number, keys in reversed(list(enumerate(read(right)["keys"].tolist()))):
        places.update(dict.fromkeys(keys, number))
    found = ((number, [places[key] for key in keys if key in places]) for number, keys in _numbered(left))
    return [(number, min(others)) for number, others in found if others]


def _numbered(kept: bytes) -> Iterator[tuple[int, list[int]]]:
    return enumerate(read(kept)["keys"].tolist())


class _Text:
    """A signature taken apart, with the number of the text that was published first with it."""

    def __init__(self, index: int, kept: bytes) -> None:
        self.index = index
        passages = read(kept)
        words, quoted = passages["words"].astype(np.int64), passages["quoted"]
        # a text that is nothing but a quotation is copied as a whole
        own = ~quoted if (~quoted).any() else quoted
        self.words: list[int] = words.tolist()
        self.own: list[bool] = own.tolist()
        self.keys: list[list[int]] = passages["keys"].tolist()
        self.all = frozenset(key for keys in self.keys for key in keys)
        self.total = int(words[own].sum())

    def copies(self, other: "_Text") -> bool:
        """Whether one was made from the other."""
        small, large = sorted((self, other), key=lambda text: (text.total, text.index))
        of_small, of_large = small._in(large), large._in(small)
        if min(of_small, of_large) < LEAST_OWN:
            return of_small == small.total >= min(LEAST_WHOLE, large.total) and large._begins(small)
        if of_small >= MOST_OF_BOTH * small.total and of_large >= MOST_OF_BOTH * large.total:
            return True
        return of_small >= ALL_BUT * small.total and large._begins(small)

    def quotes(self, other: "_Text") -> int:
        """How many words both quote."""
        return sum(w for w, own, keys in self._passages() if not own and not other.all.isdisjoint(keys))

    def _in(self, other: "_Text") -> int:
        return sum(w for w, own, keys in self._passages() if own and not other.all.isdisjoint(keys))

    def _begins(self, other: "_Text") -> bool:
        opening = [keys for _, own, keys in self._passages() if own][:OPENING]
        return any(not other.all.isdisjoint(keys) for keys in opening)

    def _passages(self) -> Iterator[tuple[int, bool, list[int]]]:
        return zip(self.words, self.own, self.keys, strict=True)


def _candidates(texts: Sequence[_Text]) -> list[tuple[int, int]]:
    """Pairs of texts with a passage in common, those with more in common side by side where there are too many."""
    if not texts:
        return []
    order = sorted(range(len(texts)), key=lambda n: sorted(texts[n].all))
    lengths = [len(texts[n].all) for n in order]
    keys = np.fromiter((key for n in order for key in texts[n].all), np.uint64, sum(lengths))
    holders = np.repeat(np.arange(len(order)), lengths)
    by_key = np.lexsort((holders, keys))
    keys, holders = keys[by_key], holders[by_key]
    edges = np.append(np.flatnonzero(np.append(True, keys[1:] != keys[:-1])), len(keys))
    crowd = np.repeat(np.diff(edges), np.diff(edges))
    found = []
    for step in range(1, CROWD):
        same = np.flatnonzero(keys[step:] == keys[:-step])
        # of few every two, of many the near ones
        same = same[(crowd[same] <= CROWD) | (step <= CROWD // 2)]
        found.append(np.stack([holders[same], holders[same + step]], 1))
    pairs = np.unique(np.concatenate(found), axis=0)
    return [(order[one], order[other]) for one, other in pairs.tolist()]


class _Groups:
    """Numbers joined into sets; the smallest stands for its set."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def first(self, number: int) -> int:
        while self._above[number] != number:
            self._above[number] = self._above[self._above[number]]
            number = self._above[number]
        return number

    def join(self, one: int, other: int) -> None:
        small, large = sorted((self.first(one), self.first(other)))
        self._above[large] = small

"""What a statement says, as a vector: near for the same thing in other words, far for something else of the same topic.

Made of what the reader's shared lower layers say of each content word, projected so that the uses of one word lie
together and different words apart, but "blast" beside "explosion"; ``training/vectors.py`` fits the projection. The
words of the evidence are added up, the nearer to the trigger in the tree the heavier: statements of a sentence differ.
"""

from collections.abc import Iterable, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from watchfloor.language.network import Shared

Array = NDArray[np.float32]

SIZE = 64
"""Numbers of a vector, a byte each."""
LENGTH = 127
"""Euclidean length of every vector but for rounding: the dot product of two, over its square, is their cosine."""
NEARNESS = -2.0
"""Power of one more than the steps to the trigger in the tree, by which a word weighs. Flatter weights tell less of
what happens, steeper ones nothing of to whom."""
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
"""Classes of words that say what a text is about."""
MEANING = "meaning"
"""Where a ``Doc`` keeps its ``Meaning``, in ``user_data``."""

TOGETHER = 8
"""Words that are projected at once: products this small are left to one thread, and waiting for others took longer than
multiplying."""

Extent = tuple[int, int]
"""Characters of the text, the end exclusive."""


def states(window: Shared) -> Array:
    """What the lower layers say of each word (n, width): the mean of its outer pieces."""
    result: Array = (window.lower[np.asarray(window.first)] + window.lower[np.asarray(window.last)]) / 2
    return result


class Projection:
    """A linear map of states to ``SIZE`` numbers, of unit length for each word."""

    def __init__(self, weights: Traversable | None = None) -> None:
        """Take the map from a folder, the package's own by default: a row for the origin, then one for each input."""
        with _file(weights).open("rb") as opened:
            rows = np.load(opened)
        self._origin, self._map = rows[0], rows[1:]

    def __call__(self, window: Shared) -> Array:
        """Return the words of a window (n, ``SIZE``)."""
        words = states(window)
        slices = (words[begin : begin + TOGETHER] @ self._map for begin in range(0, len(words), TOGETHER))
        placed = np.concatenate([*slices]) - self._origin
        length = np.linalg.norm(placed, axis=1, keepdims=True)
        result: Array = placed / np.maximum(length, np.finfo(np.float32).tiny)
        return result


def available(weights: Traversable | None = None) -> bool:
    """Tell whether weights hold the projection; those that its fitting starts from do not."""
    return _file(weights).is_file()


def _file(weights: Traversable | None) -> Traversable:
    return (weights or files("watchfloor.language") / "weights") / "vectors.npy"


class Meaning:
    """The vectors of a document's words, by token."""

    def __init__(self, windows: Sequence[Array], tokens: Sequence[int]) -> None:
        """Take a window at least; ``tokens`` gives the token of each word. Half precision: 128 bytes a word."""
        self.words = np.concatenate([window.astype(np.float16) for window in windows])
        self._rows = {token: row for row, token in enumerate(tokens)}

    def at(self, tokens: Iterable[int]) -> Array:
        """Return the vectors of words (n, ``SIZE``)."""
        result: Array = self.words[[self._rows[token] for token in tokens]].astype(np.float32)
        return result


def vector(doc: Doc, trigger: Extent, evidence: Extent) -> bytes | None:
    """Return ``SIZE`` signed bytes of length ``LENGTH`` for a statement; None where no word stands in the evidence."""
    meaning: Meaning | None = doc.user_data.get(MEANING)
    around = _tokens(doc, evidence)
    if meaning is None or not around:
        return None
    near = _steps(doc, _tokens(doc, trigger), around)
    told = [token for token in around if doc[token].pos_ in CONTENT] or around
    weights = np.array([near[token] for token in told], np.float32) ** np.float32(NEARNESS)
    summed = weights @ meaning.at(told)
    length = float(np.linalg.norm(summed))
    return np.rint(summed * (LENGTH / length)).astype(np.int8).tobytes() if length else None


def _tokens(doc: Doc, extent: Extent) -> list[int]:
    span = doc.char_span(*extent, alignment_mode="expand")
    return [token.i for token in span if not token.is_space] if span is not None else []


def _steps(doc: Doc, trigger: Sequence[int], around: Sequence[int]) -> dict[int, int]:
    """One more than the steps in the tree from the trigger to each word; as many as all words where none lead there."""
    beside: dict[int, list[int]] = {token: [] for token in around}
    for token in around:
        head = doc[token].head.i
        if head != token and head in beside:
            beside[token].append(head)
            beside[head].append(token)
    found = dict.fromkeys((token for token in trigger if token in beside), 1)
    reached = list(found)
    for token in reached:
        for other in beside[token]:
            if other not in found:
                found[other] = found[token] + 1
                reached.append(other)
    return {token: found.get(token, len(around)) for token in around}

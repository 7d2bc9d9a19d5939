"""The trained network, run by onnxruntime: scores for one window of words at a time.

One window at a time, always: activations are quantised with a scale taken over the whole input, so a window's scores
would change with what it is batched with.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from watchfloor.language.features import shape
from watchfloor.language.wordpiece import WordPiece

MOST_WORDS = 200
MOST_PIECES = 380
"""A window's limits, as in training."""

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Labels:
    """What the network's outputs stand for, in their order."""

    upos: list[str]
    xpos: list[str]
    relations: list[str]
    names: list[str]


@dataclass(frozen=True)
class Shared:
    """What the coding heads start from: pieces (n, width) after the shared layers, words (m, width) as read."""

    lower: Array
    words: Array
    first: Sequence[int]
    last: Sequence[int]
    """The first and the last piece of each word."""

    def until(self, count: int) -> "Shared":
        """The first words alone."""
        pieces = self.last[count - 1] + 1
        return Shared(self.lower[:pieces], self.words[:count], self.first[:count], self.last[:count])


@dataclass(frozen=True)
class Scores:
    """What the network says of a window of n words, a row a word."""

    upos: Array
    xpos: Array
    name: Array
    start: Array
    """Probability (n) that a sentence begins with the word."""
    arc: Array
    """n rows, n + 1 columns: the root, then the words as heads."""
    below: Array
    above: Array
    shared: Shared
    """What the coding heads start from."""


class Network:
    """Loads the weights; gives scores."""

    def __init__(self, threads: int = 1, weights: Traversable | None = None) -> None:
        """Take the weights from a folder, the package's own by default; ``threads`` are those of one multiplication."""
        folder = weights or files("watchfloor.language") / "weights"
        self.labels = Labels(**json.loads((folder / "labels.json").read_text(encoding="utf-8")))
        self._pieces = WordPiece((folder / "vocabulary.txt").read_text(encoding="utf-8").splitlines())
        self._reader, self._relations = (session(folder / name, threads) for name in ("reader.onnx", "relations.onnx"))

    def fitting(self, words: Sequence[str], begin: int) -> int:
        """Return the end of the longest window that begins there."""
        pieces = 2
        end = begin
        while end < len(words) and end - begin < MOST_WORDS:
            pieces += len(self._pieces(words[end]))
            if pieces > MOST_PIECES:
                break
            end += 1
        return end

    def scores(self, words: Sequence[str], gaps: Sequence[int]) -> Scores:
        """Read one window; it must fit."""
        ids, first, last = self._pieces.window(words)
        given = {"ids": ids, "first": first, "last": last, "shape": [shape(word) for word in words], "gap": list(gaps)}
        upos, xpos, name, start, arc, below, above, lower, read = self._reader.run(
            None, {key: np.array([values], dtype=np.int64) for key, values in given.items()}
        )
        # in double precision, for exp of large numbers
        probability = 1 / (1 + np.exp(-start[0].astype(np.float64)))
        below_heads = Shared(lower[0], read[0], first, last)
        return Scores(
            upos[0], xpos[0], name[0], probability.astype(np.float32), arc[0], below[0], above[0], below_heads
        )

    def relations(self, scores: Scores, heads: NDArray[np.int64]) -> Array:
        """Score the relations (n rows) of words to the given heads, 1-based in the window, 0 the root."""
        result: Array = self._relations.run(
            None, {"below": scores.below[None], "above": scores.above[None], "head": heads[None]}
        )[0][0]
        return result


def session(file: Traversable, threads: int) -> onnxruntime.InferenceSession:
    """Return a network that runs on the CPU."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # windows differ in size: a remembered arena of the largest would only grow
    options.enable_mem_pattern = False
    return onnxruntime.InferenceSession(file.read_bytes(), sess_options=options, providers=["CPUExecutionProvider"])

"""What the coding heads say of the words of a document, by token.

Triggers and their types, certainty, links between words, fillers of roles, and what pronouns stand for.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from watchfloor.language.heads import Heads, Said

Array = NDArray[np.float32]


class CodingScores:
    """Log-probabilities by token of a ``Doc``; whitespace tells nothing."""

    def __init__(self, heads: Heads, said: Said, tokens: Sequence[int]) -> None:
        """``tokens`` gives the token of each word."""
        self._heads = heads
        self._said = said
        self._tokens = np.array(tokens, dtype=np.int64)
        ends = np.cumsum([len(window) for window in said.event])
        self._begins = [0, *ends.tolist()]
        self._words = {int(token): word for word, token in enumerate(tokens)}
        self._known: dict[tuple[int, int], tuple[dict[int, float], float]] = {}

    def types(self, token: int) -> dict[str, float]:
        """Log-probability of each type that the token may tell; "" is none."""
        window, row = self._at(token)
        return dict(zip(self._heads.types, _log_softmax(self._said.event[window][row]).tolist(), strict=True))

    def likely(self, least: float) -> list[int]:
        """Tokens that tell some type with at least that probability."""
        found = []
        for begin, scores in zip(self._begins, self._said.event, strict=False):
            none = np.exp(_log_softmax(scores)[:, 0])
            found += [int(self._tokens[begin + row]) for row in np.nonzero(1 - none >= least)[0]]
        return found

    def modalities(self, token: int) -> dict[str, float]:
        """Log-probability of each modality of the statement that the token tells."""
        window, row = self._at(token)
        scores = self._said.certainty[window][row, : len(self._heads.modalities)]
        return dict(zip(self._heads.modalities, _log_softmax(scores).tolist(), strict=True))

    def negative(self, token: int) -> float:
        """Log-probability that the statement is negative."""
        window, row = self._at(token)
        return float(_log_softmax(self._said.certainty[window][row, -2:])[1])

    def facts(self, token: int) -> dict[str, float]:
        """Log-probability that what a verb tells happened, is uncertain, or did not."""
        window, row = self._at(token)
        return dict(zip(self._heads.facts, _log_softmax(self._said.fact[window][row]).tolist(), strict=True))

    def fills(self, token: int, link: str) -> tuple[dict[int, float], float]:
        """Log-probability of each token of the window to fill that slot of the token, and that nothing does."""
        key = token, self._heads.links.index(link)
        if key not in self._known:
            self._known[key] = self._scored(*key)
        return self._known[key]

    def fillers(self) -> tuple[NDArray[np.int64], Array]:
        """Tokens (n) and log-probabilities (n, fillers, 3) of a word to be outside, begin or go on a filler."""
        scores = np.concatenate(self._said.filler) if self._said.filler else np.zeros((0, 3 * len(self._heads.fillers)))
        return self._tokens, _log_softmax(scores.reshape(len(scores), -1, 3).astype(np.float32))

    def _at(self, token: int) -> tuple[int, int]:
        word = self._words[token]
        window = int(np.searchsorted(self._begins, word, side="right")) - 1
        return window, word - self._begins[window]

    def _scored(self, token: int, link: int) -> tuple[dict[int, float], float]:
        heads = self._heads
        window, row = self._at(token)
        begin = self._begins[window]
        below, to = self._said.below[window][row].astype(np.float32), self._said.to[window].astype(np.float32)
        left = np.append(below, np.float32(1)) @ heads.pairs[link]
        apart = np.arange(len(to)) - row
        far = np.searchsorted(heads.edges, np.abs(apart), side="right")
        step = np.where(apart < 0, len(heads.edges) - far, len(heads.edges) + far)
        scores = np.append(left[-1] + to @ left[:-1] + heads.near[link][step], left[:-1] @ heads.nobody + left[-1])
        scores[row] = -np.inf
        told = _log_softmax(scores.astype(np.float32)).tolist()
        tokens = self._tokens[begin : begin + len(to)].tolist()
        return dict(zip(tokens, told[:-1], strict=True)), told[-1]


def _log_softmax(scores: Array) -> Array:
    shifted = scores - scores.max(-1, keepdims=True)
    result: Array = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result

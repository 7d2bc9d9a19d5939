"""From scores to a tree: each word's best head where that is a tree, else the best tree (Chu and Liu, Edmonds)."""

import numpy as np
from numpy.typing import NDArray

_FORBIDDEN = -1e9

_ONE_ROOT = 1e5
"""Taken off every score of the root: more than whole trees differ by, so that the best tree has one root only."""

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]


def heads(scores: Scores) -> Heads:
    """Return the head of each word, 1-based, 0 for the one root.

    ``scores`` has a row for each of n words and n + 1 columns: the root, then the words.
    """
    count = scores.shape[0]
    square = np.full((count + 1, count + 1), _FORBIDDEN)
    square[1:] = scores
    np.fill_diagonal(square, _FORBIDDEN)
    square[0] = _FORBIDDEN
    greedy: Heads = square.argmax(1)
    if int((greedy[1:] == 0).sum()) == 1 and _cycle(greedy) is None:
        return greedy[1:]
    square[1:, 0] -= _ONE_ROOT
    return _spanning(square)[1:]


def _cycle(chosen: Heads) -> list[int] | None:
    """Return the words of a cycle, if there is one."""
    seen = np.zeros(len(chosen), dtype=np.int64)
    for start in range(1, len(chosen)):
        word = start
        while word > 0 and seen[word] == 0:
            seen[word] = start
            word = int(chosen[word])
        if word > 0 and seen[word] == start:
            found = [word]
            while int(chosen[found[-1]]) != word:
                found.append(int(chosen[found[-1]]))
            return found
    return None


def _spanning(scores: NDArray[np.float64]) -> Heads:
    """Return the best tree's heads; contracts one cycle at a time."""
    chosen: Heads = scores.argmax(1)
    chosen[0] = -1
    cycle = _cycle(chosen)
    if cycle is None:
        return chosen
    members = np.array(cycle)
    outside = np.setdiff1d(np.arange(len(scores)), members)
    node = len(outside)
    smaller = np.full((node + 1, node + 1), _FORBIDDEN)
    smaller[:node, :node] = scores[np.ix_(outside, outside)]
    # what is gained by entering the cycle from each word outside, and where it is entered
    gains = scores[np.ix_(members, outside)] - scores[members, chosen[members]][:, None]
    broken_at = members[gains.argmax(0)]
    smaller[node, :node] = gains.max(0)
    # which word of the cycle is the best head of each word outside, the root apart
    leaving = scores[np.ix_(outside, members)]
    left_from = members[leaving.argmax(1)]
    smaller[1:node, node] = leaving.max(1)[1:]
    above = _spanning(smaller)
    result: Heads = chosen.copy()
    kept = above[1:node]
    result[outside[1:]] = np.where(kept == node, left_from[1:], outside[np.minimum(kept, node - 1)])
    entry = int(above[node])
    result[broken_at[entry]] = outside[entry]
    return result

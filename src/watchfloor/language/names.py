"""Names from the scores of their tags: the best sequence in which every name begins with its beginning."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_FORBIDDEN = -1e9


def tags(scores: NDArray[np.float32], labels: Sequence[str], starts: Sequence[bool]) -> list[str]:
    """Return a BIO tag for each word; no name goes on into a new sentence."""
    count = len(labels)
    allowed = np.zeros((count, count))
    begins = np.zeros(count)
    for after, label in enumerate(labels):
        if label.startswith("I-"):
            begins[after] = _FORBIDDEN
            for before, other in enumerate(labels):
                if other[2:] != label[2:]:
                    allowed[before, after] = _FORBIDDEN
    closed = np.broadcast_to(begins, (count, count))
    best = scores[0].astype(np.float64) + begins
    back: list[NDArray[np.int64]] = []
    for row, start in zip(scores[1:], starts[1:], strict=True):
        paths = best[:, None] + (closed if start else allowed)
        chosen = paths.argmax(0)
        back.append(chosen)
        best = paths[chosen, np.arange(count)] + row
    at = int(best.argmax())
    path = [at]
    for chosen in reversed(back):
        at = int(chosen[at])
        path.append(at)
    return [labels[index] for index in reversed(path)]

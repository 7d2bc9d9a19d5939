"""The coding heads: a second top on the reader's lower layers, run over stretches of windows that follow each other.

Windows end with paragraphs; what an attack was and who "they" are is often told in the paragraph before.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from watchfloor.language.network import Shared, session

Array = NDArray[np.float32]

MOST_PIECES = 384
"""Size of a stretch: windows that follow each other are read together up to there, as in training."""

T = TypeVar("T")


def grouped(windows: Iterable[T], pieces: Callable[[T], int]) -> Iterator[list[T]]:
    """Yield windows that follow each other in stretches of at most ``MOST_PIECES``."""
    found: list[T] = []
    size = 0
    for window in windows:
        if found and size + pieces(window) > MOST_PIECES:
            yield found
            found, size = [], 0
        found.append(window)
        size += pieces(window)
    if found:
        yield found


@dataclass(frozen=True)
class Heads:
    """What the outputs stand for, and the weights by which a pair of words is scored."""

    types: tuple[str, ...]
    """The first is none."""
    modalities: tuple[str, ...]
    fillers: tuple[str, ...]
    facts: tuple[str, ...]
    links: tuple[str, ...]
    pairs: Array
    """(links, width + 1, width + 1)"""
    near: Array
    """(links, steps of distance)"""
    edges: NDArray[np.int64]
    """Distances in words at which the next step begins."""
    nobody: Array
    """(width)"""


@dataclass
class Said:
    """Scores of words in their order, a row a word; windows one after the other."""

    event: list[Array] = field(default_factory=list)
    certainty: list[Array] = field(default_factory=list)
    fact: list[Array] = field(default_factory=list)
    filler: list[Array] = field(default_factory=list)
    below: list[Array] = field(default_factory=list)
    to: list[Array] = field(default_factory=list)

    def append(self, more: "Said") -> None:
        """Add the windows that follow."""
        for name, arrays in vars(self).items():
            arrays += getattr(more, name)


class CodingNetwork:
    """Loads the heads' weights; runs them on what the reader says."""

    def __init__(self, threads: int = 1, weights: Traversable | None = None) -> None:
        """Take the weights from a folder, the package's own by default."""
        folder = weights or files("watchfloor.language") / "weights"
        named = json.loads((folder / "coding.json").read_text(encoding="utf-8"))
        self._most_windows = int(named["windows"])
        pairs, near, nobody = (_array(folder / f"links-{name}.npy") for name in ("weight", "near", "nobody"))
        lists = {name: tuple(named[name]) for name in ("types", "modalities", "fillers", "facts", "links")}
        self.heads = Heads(**lists, pairs=pairs, near=near, edges=np.array(named["edges"]), nobody=nobody)
        self._session = session(folder / "coding.onnx", threads)

    def say(self, windows: Iterable[Shared]) -> Said:
        """Return the scores of windows of one text; they are asked for and let go stretch by stretch."""
        said = Said()
        for stretch in grouped(windows, lambda window: len(window.lower)):
            said.append(self._stretch(stretch))
        return said

    def _stretch(self, windows: list[Shared]) -> Said:
        begins = np.cumsum([0, *(len(window.lower) for window in windows)])
        order = [np.full(len(w.lower), min(n, self._most_windows - 1)) for n, w in enumerate(windows)]
        first, last = (
            np.concatenate([np.array(getattr(w, name)) + begin for w, begin in zip(windows, begins, strict=False)])
            for name in ("first", "last")
        )
        given = {
            "lower": np.concatenate([w.lower for w in windows]),
            "order": np.concatenate(order),
            "first": first,
            "last": last,
            "words": np.concatenate([w.words for w in windows]),
        }
        scores = self._session.run(None, {name: array[None] for name, array in given.items()})
        return Said(*([array[0].astype(np.float16)] for array in scores))


def available(weights: Traversable | None = None) -> bool:
    """Tell whether weights hold the heads; those that their training starts from do not."""
    return ((weights or files("watchfloor.language") / "weights") / "coding.onnx").is_file()


def _array(file: Traversable) -> Array:
    with file.open("rb") as opened:
        array: Array = np.load(opened)
    return array

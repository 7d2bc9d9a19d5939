"""What trained heads say of a document's words, as extraction uses it; the language model gives it with the tree."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Coding(Protocol):
    """Log-probabilities by index of the token; all of them lie below 0."""

    def types(self, token: int) -> dict[str, float]:
        """Of each type that a token may tell; "" is none."""

    def likely(self, least: float) -> list[int]:
        """Tokens that tell some type with at least that probability (not its logarithm), in their order."""

    def modalities(self, token: int) -> dict[str, float]:
        """Of each modality of what a token tells."""

    def negative(self, token: int) -> float:
        """That what a token tells did not happen, or is denied."""

    def facts(self, token: int) -> dict[str, float]:
        """That what a verb tells "happened", is "uncertain", or "did not happen"."""

    def fills(self, token: int, link: str) -> tuple[dict[int, float], float]:
        """Of each token near by to fill a slot ("actor", "place") of a trigger, and of nobody's filling it."""

    def fillers(self) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Tokens (n), and (n, fillers, 3) that each is outside, begins or goes on a filler of an incident's roles."""

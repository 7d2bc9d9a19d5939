"""How much each level of each comparison speaks for one event: estimated once, on labelled pairs, kept in a file.

Of each level the file says how often pairs of one event show it (m) and how often other pairs do (u), among pairs that
blocking finds. `training/linking.py` makes the file.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class Weights:
    """What was estimated: the share of blocked pairs that are of one event, m and u of every level, the thresholds."""

    prior: float
    levels: Mapping[str, Mapping[str, tuple[float, float]]]
    merge: float
    attach: float

    def of(self, comparison: str, level: str) -> tuple[float, float]:
        """M and u of a level; raises KeyError where the file lacks it."""
        return self.levels[comparison][level]

    def bits(self, comparison: str, level: str) -> float:
        """The match weight of a level: the logarithm to base two of m over u."""
        m, u = self.of(comparison, level)
        return math.log2(m / u)

    @property
    def start(self) -> float:
        """The match weight before anything is compared."""
        return math.log2(self.prior / (1 - self.prior))


def parse(text: str) -> Weights:
    """Weights from the text of a file; raises KeyError or ValueError where it has another shape."""
    data = json.loads(text)
    levels = {
        comparison: {level: (float(values["m"]), float(values["u"])) for level, values in its.items()}
        for comparison, its in data["comparisons"].items()
    }
    return Weights(float(data["prior"]), levels, float(data["merge"]), float(data["attach"]))


@cache
def shipped() -> Weights:
    """The weights of this version."""
    return parse(resources.files(__package__).joinpath("weights.json").read_text("utf-8"))

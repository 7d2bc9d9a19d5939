"""How much each level of each comparison speaks for one event: estimated once, on labelled pairs, kept in a file.

The file gives each level's match weight in bits, and among how many labelled pairs of one event, and of others, it was
seen. `training/linking.py` makes the file.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True)
class Weights:
    """Match weights in bits: where a pair starts, what each level of each comparison adds; and the thresholds.

    ``merge`` is the least average weight between two clusters that become one, ``attach`` the least weight by which
    something vague joins one.
    """

    start: float
    bits: Mapping[str, Mapping[str, float]]
    merge: float
    attach: float

    @property
    def prior(self) -> float:
        """The chance that a pair which blocking finds is of one event, before anything is compared."""
        return 1 / (1 + 2**-self.start)

    def rates(self, comparison: str, level: str) -> tuple[float, float]:
        """Splink's m and u of a level, of which only the ratio counts; raises KeyError for a level not in the file."""
        ratio = 2 ** self.bits[comparison][level]
        return ratio / (1 + ratio), 1 / (1 + ratio)


@dataclass(frozen=True)
class Model:
    """The weights for pairs within one document, and between what two documents tell."""

    within: Weights
    between: Weights


def parse(text: str) -> Model:
    """The model of a file's text; raises KeyError or ValueError where it has another shape."""
    data = json.loads(text)
    return Model(*(_weights(data[part]) for part in ("within", "between")))


def _weights(data: Mapping[str, Any]) -> Weights:
    bits = {
        comparison: {level: float(values["bits"]) for level, values in its.items()}
        for comparison, its in data["comparisons"].items()
    }
    return Weights(float(data["start"]), bits, float(data["merge"]), float(data["attach"]))


@cache
def shipped() -> Model:
    """The weights of this version."""
    return parse(resources.files(__package__).joinpath("weights.json").read_text("utf-8"))

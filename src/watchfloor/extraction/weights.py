"""What pieces of evidence are worth: ``weights.json``, log-linear models fitted by ``python -m training.weighing``."""

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

Question = Literal["unlisted", "actor", "recipient", "place", "time"]


def worth(of: Question, evidence: Mapping[str, float]) -> float:
    """Return what evidence is worth together, in log-odds; what the model does not know is worth nothing."""
    weights = load()[of]
    # exact whatever the order: evidence comes from sets as well
    return math.fsum(weights.get(name, 0.0) * value for name, value in evidence.items())


def log_odds(probability: float, most: float) -> float:
    """Return the log-odds of a probability, at most ``most`` either way."""
    least = 1 / (1 + math.exp(most))
    bounded = min(max(probability, least), 1 - least)
    return math.log(bounded / (1 - bounded))


@cache
def load() -> dict[Question, dict[str, float]]:
    """Return the weights by question and name of the evidence."""
    weights: dict[Question, dict[str, float]] = json.loads(
        (files("watchfloor.extraction") / "weights.json").read_text(encoding="utf-8")
    )
    return weights

"""Fit the weights of a statement's confidence: ``python -m training.confidence --data FOLDER --gold FOLDER``.

``--data`` holds coded documents that were not trained on, in the layout of the corpora; our held-out batches join them,
since rules were written with the former in view. ``--gold`` holds the scorer. Prints
the table of ``watchfloor.extraction.confidence``, to be put there.
"""

import argparse
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from evaluation import annotations, cases
from evaluation.calibration import judged
from watchfloor.coder import Coder
from watchfloor.extraction import confidence
from watchfloor.extraction.reading import Reading
from watchfloor.records import Statement

RIDGE = 0.001
"""Keeps weights small where few cases speak: a share of the squared weights added to the mean loss."""
STEPS = 20
"""Of Newton's method, which needs about ten."""


def main() -> None:
    """Code the documents, compare with their references, fit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--gold", type=Path, required=True, help="folder of the scorer")
    options = parser.parse_args()
    seen: dict[str, Mapping[str, float]] = {}
    features = confidence.features

    def watched(reading: Reading, statement: Statement) -> Mapping[str, float]:
        seen[statement.id] = features(reading, statement)
        return seen[statement.id]

    confidence.features = watched
    coder = Coder.load()
    coded = (*cases.of_statements(options.data, options.gold, "dev", coder), *annotations.held_out(coder))
    verdicts = judged(options.gold, coded)
    weights = fit([seen[verdict.id] for verdict in verdicts], [verdict.right for verdict in verdicts])
    for name, weight in weights.items():
        print(f'    "{name}": {weight:.2f},')


def fit(features: list[Mapping[str, float]], right: list[bool]) -> dict[str, float]:
    """Return the weights that make the cases most likely."""
    names = list(features[0])
    x = np.array([[case[name] for name in names] for case in features])
    y = np.array(right, dtype=float)
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (chance - y) / len(y) + RIDGE * weights
        curve = (x.T * (chance * (1 - chance))) @ x / len(y) + RIDGE * np.eye(len(names))
        weights -= np.linalg.solve(curve, slope)
    return dict(zip(names, weights.tolist(), strict=True))


if __name__ == "__main__":
    main()

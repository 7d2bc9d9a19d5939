"""Fits the weights by which entities fill roles: ``python -m training.fillers --data DATA``.

Candidates and what speaks for them are those of the product, on messages of MUC-4's training part; one is right where
its best mention is a string that the templates give. Printed are the rows of ``WEIGHTS`` and, for ``LEAST``, the
probability from which F1 is best on the development part. To be run anew whenever the coding heads were trained.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.muc4 import DESCRIBED_VICTIM, GIVEN, normalised, reference
from training.corpora import lines
from watchfloor.coder import Coder
from watchfloor.extraction import Reading
from watchfloor.extraction.filler_evidence import NAMES, ROLES, Role, evidence
from watchfloor.extraction.fillers import entities
from watchfloor.records import Document

PULL = 1.0
"""Strength of the pull of standardised weights to zero."""
ROUNDS = 30
LEVELS = np.arange(0.1, 0.8, 0.02)

Array = NDArray[np.float64]


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(prog="python -m training.fillers")
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    data = parser.parse_args().data
    coder = Coder.load()
    learnt, wanted = cases(coder, data, "train")
    watched, asked = cases(coder, data, "dev")
    for role in ROLES:
        weights = fitted(*learnt[role])
        rows, right = watched[role]
        if role == "victim":  # the measure asks for names
            named = rows[:, NAMES.index("named")] > 0
            rows, right = rows[named], right[named]
        least = level(rows @ weights, right, asked[role])
        print(f'    "{role}": ({", ".join(f"{w:.2f}" for w in weights)}),  # {least:.2f}')


def cases(coder: Coder, data: Path, split: str) -> tuple[dict[Role, tuple[Array, Array]], dict[Role, int]]:
    """Return evidence (n, features) and whether it is right (n) by role, and how many entities are asked for."""
    rows: dict[Role, list[tuple[float, ...]]] = {role: [] for role in ROLES}
    right: dict[Role, list[bool]] = {role: [] for role in ROLES}
    asked = dict.fromkeys(ROLES, 0)
    for message in lines(data / "muc4" / f"{split}.jsonl"):
        wanted = reference(message)
        document = Document(message["id"], message["id"], "", message["text_truecased"], language="en")
        for role, found, string, named in _found(coder.reading(document)):
            given = wanted[DESCRIBED_VICTIM if role == "victim" and not named else GIVEN[role]]
            rows[role].append(found)
            right[role].append(any(string in entity for entity in given))
        for role in ROLES:
            asked[role] += len(wanted[GIVEN[role]])
    return {role: (np.array(rows[role]), np.array(right[role], dtype=float)) for role in ROLES}, asked


def _found(reading: Reading) -> Iterator[tuple[Role, tuple[float, ...], str, bool]]:
    groups = entities(reading)
    for role in ROLES:
        for group in groups[role]:
            best = group[0]
            yield role, evidence(reading, role, group, groups), normalised(best.span.text), best.named


def fitted(rows: Array, right: Array) -> Array:
    """Return the weights of a logistic regression, by Newton's method on standardised evidence."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    mean[0], spread[0] = 0, 1
    scaled = (rows - mean) / spread
    pull = np.diag([1e-6, *[PULL] * (len(NAMES) - 1)])
    weights = np.zeros(len(NAMES))
    for _ in range(ROUNDS):
        told = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (told - right) + pull @ weights
        bend = (scaled * (told * (1 - told))[:, None]).T @ scaled + pull
        weights -= np.linalg.solve(bend, slope)
    plain: Array = weights / spread
    plain[0] = weights[0] - (plain[1:] * mean[1:]).sum()
    return plain


def level(scores: Array, right: Array, asked: int) -> float:
    """Return the probability from which F1 is best."""
    told = 1 / (1 + np.exp(-scores))
    return float(max(LEVELS, key=lambda least: 2 * right[told >= least].sum() / ((told >= least).sum() + asked)))


if __name__ == "__main__":
    main()

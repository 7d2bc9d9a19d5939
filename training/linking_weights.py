"""The weights of the levels of linking's comparisons, from labelled pairs: towards what analysts would say of each.

A logistic regression over the levels that pairs show, as which Splink's sum of match weights can be read. Each weight
is drawn towards a guess made before any pair was counted, since many levels are met by few pairs.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import duckdb
import numpy as np
import numpy.typing as npt

from watchfloor.linking.clusters import Flags
from watchfloor.linking.comparisons import EVIDENCE, Comparison
from watchfloor.linking.weights import Weights

Counts = dict[tuple[str, str, str], tuple[int, int]]
Floats = npt.NDArray[np.float64]

#: What analysts would say of each level before any pair is counted, in bits. Levels with few pairs stay near it.
GUESSES: Mapping[str, Mapping[str, float]] = {
    "time": {
        "same day": 2.0, "days that touch": 0.5, "day just before a report": 0.7,
        "day within window": 0.2, "reported together": 0.3, "windows overlap": 0.0, "days apart": -3.0,
        "another time": -6.0,
        "one time holds the other": 0.0, "died later": -0.5, "another day": -4.0,
    },
    "place": {
        "same town or spot": 2.5, "towns near each other": 1.0, "one province holds the other": 0.7,
        "town of its report": 0.7, "spots of other names": -1.0, "the country holds it": 0.0, "inherited country": 0.0,
        "inherited, another country": -1.5, "other town of the province": -3.0, "elsewhere in the country": -7.0,
        "another country": -7.0,
    },
    "parties": {
        "actor and recipient": 3.0, "rare party": 2.5, "uncommon party": 1.0, "one is part of the other": 1.0,
        "common party": 0.0,
        "others of one kind": 0.2, "others of other kinds": -1.0, "names on one side only": -0.3, "other parties": -1.5,
    },
    "toll": {
        "far apart": -2.0, "same, telling": 3.0, "same, small": 1.0, "close": 0.7, "small, one more or less": -0.5,
    },
    "type": {
        "same type and mode": 1.0, "same type": 0.3, "other mode": -2.0, "one tells the outcome": 0.0, "other type":
        -1.5,
    },
    "meaning": {"nearly the same": 3.0, "close": 1.5, "related": 0.0, "unlike": -1.5},
    "text": {
        "told as another": -3.0, "one sentence": 2.0, "near, points back": 2.0, "near, nothing new": 1.5,
        "sentences near each other": 0.0, "further apart": -0.5,
    },
}  # fmt: skip
#: Levels guessed at no more than this rule a merge out: where labelled pairs of one event show them, the coder erred.
IMPOSSIBLE = -7.0
#: How far (bits) what is counted may lie from the guesses before many pairs are needed to say so. On reports left out
#: in turn, 0.35 and 1.0 did worse.
SPREAD = 0.5
#: Pairs of different events in proportion to those of one. As many within a document; more between documents, since a
#: store holds more events than the reports.
OTHERS = {"within": 1.0, "between": 1.5}
#: Steps until nothing moves in the second decimal.
STEPS = 4000


def probe(comparisons: Sequence[Comparison]) -> Weights:
    """Weights that tell the levels apart: that of the first is one bit, of the second two, and so on."""
    return Weights(
        0.0, {c.name: {level.name: i for i, level in enumerate(c.levels, start=1)} for c in comparisons}, 0.0, 0.0
    )


def estimate(
    name: str,
    comparisons: Sequence[Comparison],
    connection: duckdb.DuckDBPyConnection,
    scored: str,
    groups: Sequence[str | None],
    counts: Counts,
) -> Weights:
    """The weights that make the labelled pairs likeliest which were scored with `probe`; and the counts of levels."""
    numbers = [n for (n,) in connection.execute("select unique_id from features order by 1").fetchall()]
    group = dict(zip(numbers, groups, strict=True))
    pairs = [
        pair
        for pair in connection.sql(f"select * from {scored} order by l, r").to_arrow_table().to_pylist()
        if group[pair["l"]] is not None and group[pair["r"]] is not None
    ]
    same = np.array([group[pair["l"]] == group[pair["r"]] for pair in pairs])
    levels = [(c, i, level) for c in comparisons for i, level in enumerate(c.levels, start=1)]
    shown = np.array([[round(pair[c.name]) == i for c, i, _ in levels] for pair in pairs], dtype=float)
    guess = np.array([GUESSES[c.name][level.name] for c, _, level in levels])
    low = np.array([0.0 if c.name in EVIDENCE and level.positive else -np.inf for c, _, level in levels])
    high = np.array([0.0 if c.name in EVIDENCE and not level.positive else np.inf for c, _, level in levels])
    high = np.where(guess <= IMPOSSIBLE, guess, high)
    bits, start = fitted(shown, same, OTHERS[name], guess, low, high)
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for n, (c, _, level) in enumerate(levels):
        counts[name, c.name, level.name] = int(shown[same, n].sum()), int(shown[~same, n].sum())
        speaks = c.name in EVIDENCE and level.positive
        found[c.name][level.name] = _unlike(round(float(bits[n]), 2), found[c.name].values(), 0.01 if speaks else -0.01)
    return Weights(round(start, 2), found, 0.0, 0.0)


def _unlike(bits: float, others: Collection[float], step: float) -> float:
    """The bits, or a step or two on: each level weighs differently and none nothing, so weights tell levels."""
    while bits == 0 or bits in others:
        bits = round(bits + step, 2)
    return bits


def fitted(shown: Floats, same: Flags, others: float, guess: Floats, low: Floats, high: Floats) -> tuple[Floats, float]:
    """The bits of each level and the start: logistic regression towards the guesses, by projected gradients."""
    bits, start = guess.copy(), -1.0
    importance = np.where(same, 1.0, others * same.sum() / max(1, (~same).sum()))
    step = 1 / (importance.sum() * 4 * np.log(2) ** 2 + 1 / SPREAD**2)
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp2(-(shown @ bits + start)))
        wrong = importance * (chance - same) * np.log(2)
        bits = np.clip(bits - step * (shown.T @ wrong + (bits - guess) / SPREAD**2), low, high)
        start -= step * float(wrong.sum())
    return bits, start

"""Weights for linking, from the labelled reports: ``python -m training.linking``.

Writes `src/watchfloor/linking/weights.json`. Only the part of `tests/linking/groups` that is there to be fitted counts.
Of each level of each comparison it is counted how often pairs of one event show it and how often others do, among the
pairs that blocking finds: first of statements within one document, then, with these weights, between what the documents
tell. Thresholds are those with the best F1 over pairs. Nothing is random, and one thread does it all.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np
import numpy.typing as npt

from evaluation import linking as reports
from watchfloor import linking
from watchfloor.coder import Coder
from watchfloor.linking import features
from watchfloor.linking.clusters import Flags, Numbers
from watchfloor.linking.comparisons import BETWEEN, EVIDENCE, WITHIN, Comparison
from watchfloor.linking.link import events, statements, tell
from watchfloor.linking.linked import Constraints
from watchfloor.linking.partition import cluster, nodes
from watchfloor.linking.weights import Model, Weights

FILE = Path(linking.__file__).with_name("weights.json")
#: What analysts would say of each level before any pair is counted, in bits. Levels with few pairs stay near it.
GUESSES: Mapping[str, Mapping[str, float]] = {
    "time": {
        "same day": 2.0, "days that touch": 0.5, "day just before a report": 0.7,
        "day within window": 0.2, "reported together": 0.3, "windows overlap": 0.0, "days apart": -3.0,
        "another time": -6.0,
        "one time holds the other": 0.0, "another day": -4.0,
    },
    "place": {
        "same town or spot": 2.5, "towns near each other": 1.0, "one province holds the other": 0.7,
        "spots of other names": -1.0, "the country holds it": 0.0, "inherited country": 0.0,
        "inherited, another country": -1.5, "other town of the province": -3.0, "elsewhere in the country": -7.0,
        "another country": -7.0,
    },
    "parties": {
        "actor and recipient": 3.0, "rare party": 2.5, "uncommon party": 1.0, "one is part of the other": 1.0,
        "common party": 0.0, "names on one side only": -0.3, "other parties": -1.5,
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
        "one sentence": 2.0, "near, points back": 2.0, "near, nothing new": 1.5,
        "sentences near each other": 0.0, "further apart": -0.5,
    },
}  # fmt: skip
#: Levels guessed at no more than this rule a merge out: where labelled pairs of one event show them, the coder erred.
IMPOSSIBLE = -7.0
#: How far (bits) what is counted may lie from the guesses before many pairs are needed to say so.
SPREAD = 1.0
#: Pairs of different events in proportion to those of one. As many within a document; more between documents, since a
#: store holds more events than the reports.
OTHERS = {"within": 1.0, "between": 1.5}
#: Steps until nothing moves in the second decimal.
STEPS = 4000
#: Thresholds that are tried (bits).
TELLINGS = (-1.0, 0.0, 0.5)
MERGE = (-1.0, -0.5, 0.0, 0.5, 1.0)
#: What is vague joins only what it fits rather than not.
ATTACH = (0.0, 1.0)

NOBODY = (np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))


class Labelled(NamedTuple):
    """The statements of `features`, in order: their ids, what they repeat, and their event, None if unlabelled."""

    connection: duckdb.DuckDBPyConnection
    ids: list[str]
    again: tuple[Numbers, Numbers]
    groups: list[str | None]


Fresh = Callable[[], Labelled]
Counts = dict[tuple[str, str, str], tuple[int, int]]
Floats = npt.NDArray[np.float64]


def main() -> int:
    """Estimate, write, and say what came of it."""
    coder = Coder.load()
    coded = reports.code(coder)
    rows = reports.rows(coded)
    truth = reports.truth(t for t in reports.labelled(coded) if t.part == "fit")

    def fresh() -> Labelled:
        connection = duckdb.connect(":memory:", config={"threads": 1})
        features.build(connection, rows, coder.known, Constraints())
        ids, again = statements(connection)
        return Labelled(connection, ids, again, [truth.get(id) for id in ids])

    counts: Counts = {}
    within = fit_within(fresh, counts)
    FILE.write_text(text(fit_between(fresh, within, counts), counts), "utf-8")
    return 0


def fit_within(fresh: Fresh, counts: Counts) -> Weights:
    """The weights of pairs of statements in one document; thresholds are set with those between documents."""
    its = fresh()
    tell(its.connection, its.again, NOBODY, probe(WITHIN))
    return estimate("within", WITHIN, its.connection, "scored_within", its.groups, counts)


def fit_between(fresh: Fresh, within: Weights, counts: Counts) -> Model:
    """The weights of pairs of tellings in two documents, and all thresholds: those with the best F1 over pairs.

    Of equal ones the highest. Tellings that the first thresholds give are those that the weights are counted on.
    """
    its = fresh()
    told = tell(its.connection, its.again, NOBODY, replace(within, merge=1.0, attach=0.0))
    events(its.connection, told, NOBODY, NOBODY, Model(within, probe(BETWEEN)))
    groups = majority(told, its.groups)
    between = estimate("between", BETWEEN, its.connection, "scored_between", groups, counts)
    found = []
    for merge, attach in product(TELLINGS, TELLINGS):
        score, model = best(fresh(), Model(replace(within, merge=merge, attach=attach), between))
        print(f"tellings merged at {merge}, attached at {attach}: F1 {score:.4f}")
        found.append((score, merge, attach, model))
    return max(found, key=lambda each: each[:3])[3]


def best(its: Labelled, model: Model) -> tuple[float, Model]:
    """The F1 over all pairs of labelled statements, and the model with the thresholds of events that give it."""
    told = tell(its.connection, its.again, NOBODY, model.within)
    events(its.connection, told, NOBODY, NOBODY, model)
    pooled = nodes(its.connection, "tellings")
    numbers = np.asarray(its.connection.sql("select unique_id from features order by 1").fetchnumpy()["unique_id"])
    place = np.searchsorted(pooled.number, numbers[told])
    left, right = np.array(list(combinations(known(its.groups), 2))).T
    groups = np.array([group or "" for group in its.groups])
    same = groups[left] == groups[right]
    found = []
    for merge, attach in product(MERGE, ATTACH):
        thresholds = replace(model.between, merge=merge, attach=attach)
        label = cluster(its.connection, pooled, "scored_between", NOBODY, NOBODY, thresholds)[place]
        together = label[left] == label[right]
        found.append((2 * int((same & together).sum()) / int(same.sum() + together.sum()), merge, attach))
    score, merge, attach = max(found)
    return round(score, 4), Model(model.within, replace(model.between, merge=merge, attach=attach))


def known(groups: Sequence[str | None]) -> list[int]:
    """Positions of what is labelled."""
    return [i for i, group in enumerate(groups) if group is not None]


def majority(told: Numbers, groups: Sequence[str | None]) -> list[str | None]:
    """For each statement the event that most of its telling's statements tell, the first of several."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for telling, group in zip(told.tolist(), groups, strict=True):
        if group is not None:
            votes[telling][group] += 1
    return [votes[telling].most_common(1)[0][0] if votes[telling] else None for telling in told.tolist()]


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


def text(model: Model, counts: Counts) -> str:
    """The file: a line a level."""
    data = {
        name: {
            "start": weights.start,
            "merge": weights.merge,
            "attach": weights.attach,
            "comparisons": {
                comparison: {
                    level: dict(zip(("bits", "same", "other"), (bits, *counts[name, comparison, level]), strict=True))
                    for level, bits in levels.items()
                }
                for comparison, levels in weights.bits.items()
            },
        }
        for name, weights in (("within", model.within), ("between", model.between))
    }
    return (
        re.sub(r"\{\s+(\"bits\"[^}]*?)\s+\}", lambda m: "{" + " ".join(m[1].split()) + "}", json.dumps(data, indent=1))
        + "\n"
    )


if __name__ == "__main__":
    sys.exit(main())

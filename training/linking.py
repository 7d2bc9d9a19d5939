"""Weights for linking, from the labelled reports: ``python -m training.linking``.

Writes `src/watchfloor/linking/weights.json`. The reports are those of `training/reports` and the half of
`tests/linking/groups` that is there to be fitted; the other half counts for nothing. Of each level of each comparison
it is counted how often pairs of one event show it and how often others do, among the pairs that blocking finds: first
of statements within one document, then, with these weights, between what the documents tell. Thresholds are those with
the best F1 over pairs of the fitted half that the weights were not counted on, each part of it left out in turn.
Nothing is random, and one thread does it all.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np
import pyarrow as pa

from evaluation import linking as reports
from evaluation.linking import Telling
from watchfloor import linking
from watchfloor.coder import Coder
from watchfloor.knowledge import Knowledge
from watchfloor.linking import features
from watchfloor.linking.clusters import Numbers
from watchfloor.linking.comparisons import BETWEEN, WITHIN
from watchfloor.linking.link import events, statements, tell
from watchfloor.linking.linked import Constraints
from watchfloor.linking.partition import cluster, nodes
from watchfloor.linking.weights import Model

from .linking_weights import Counts, estimate, probe

FILE = Path(linking.__file__).with_name("weights.json")
#: Reports with which nothing is measured.
MORE = Path(__file__).parent / "reports"
#: Parts of the reports, each of which is left out once.
FOLDS = 5
#: Thresholds that are tried (bits): of tellings, and of events.
TOLD = ((0.0, 0.0), (0.5, 0.0), (1.0, 0.0))
MERGE = (-1.0, -0.5, 0.0, 0.5, 1.0)
#: What is vague joins only what it fits rather than not, or what it nearly fits.
ATTACH = (-1.0, 0.0, 1.0)

NOBODY = (np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))
Truth = Mapping[str, str]
Right = tuple[int, int, int]


class Read(NamedTuple):
    """The statements of `features`, in order, and what each repeats."""

    connection: duckdb.DuckDBPyConnection
    ids: list[str]
    again: tuple[Numbers, Numbers]


class Fitting:
    """The labelled reports, coded."""

    def __init__(self, rows: pa.Table, known: Knowledge, tellings: Sequence[Telling]) -> None:
        self._rows, self._known = rows, known
        self.truth = reports.truth(tellings)
        fold = folds(tellings)
        self.fold = {statement: fold[t.report] for t in tellings for statement in t.statements}

    def fresh(self) -> Read:
        """All statements, made ready anew."""
        connection = duckdb.connect(":memory:", config={"threads": 1})
        features.build(connection, self._rows, self._known, Constraints())
        return Read(connection, *statements(connection))

    def weights(self, truth: Truth, counts: Counts) -> Model:
        """The weights that these labels give, without thresholds; ``counts`` is filled with the pairs of each level.

        Tellings that the first weights give are those that the weights between documents are counted on.
        """
        its = self.fresh()
        tell(its.connection, its.again, NOBODY, probe(WITHIN))
        groups = [truth.get(id) for id in its.ids]
        within = estimate("within", WITHIN, its.connection, "scored_within", groups, counts)
        its = self.fresh()
        told = tell(its.connection, its.again, NOBODY, replace(within, merge=0.5))
        events(its.connection, told, NOBODY, NOBODY, Model(within, probe(BETWEEN)))
        between = estimate("between", BETWEEN, its.connection, "scored_between", majority(told, groups), counts)
        return Model(within, between)

    def tried(self, model: Model, truth: Truth) -> dict[tuple[float, float, float, float], Right]:
        """For all thresholds: pairs of labelled statements that are rightly together, are together, and belong so."""
        found = {}
        for told_merge, told_attach in TOLD:
            its = self.fresh()
            told = tell(its.connection, its.again, NOBODY, replace(model.within, merge=told_merge, attach=told_attach))
            events(its.connection, told, NOBODY, NOBODY, model)
            pooled = nodes(its.connection, "tellings")
            numbers = np.asarray(
                its.connection.sql("select unique_id from features order by 1").fetchnumpy()["unique_id"]
            )
            place = np.searchsorted(pooled.number, numbers[told])
            known = [i for i, id in enumerate(its.ids) if id in truth]
            left, right = np.array(list(combinations(known, 2))).T
            group = np.array([truth.get(id, "") for id in its.ids])
            same = group[left] == group[right]
            for merge, attach in product(MERGE, ATTACH):
                thresholds = replace(model.between, merge=merge, attach=attach)
                label = cluster(its.connection, pooled, "scored_between", NOBODY, NOBODY, thresholds)[place]
                together = label[left] == label[right]
                found[told_merge, told_attach, merge, attach] = (
                    int((same & together).sum()),
                    int(together.sum()),
                    int(same.sum()),
                )
        return found


def main() -> int:
    """Estimate, write, and say what came of it."""
    coder = Coder.load()
    ours = reports.code(coder)
    held = {telling.report for telling in reports.labelled(ours) if telling.part != "fit"}
    fitted = {each.document.key for each in ours} - held
    coded = [*(each for each in ours if each.document.key in fitted), *reports.code(coder, MORE)]
    tellings = [*reports.labelled(coded), *reports.labelled(coded, MORE)]
    ours_told = {statement for telling in tellings for statement in telling.statements if telling.report in fitted}
    fitting = Fitting(reports.rows(coded), coder.known, tellings)
    found: Counter[tuple[tuple[float, float, float, float], int]] = Counter()
    for out in range(FOLDS):
        model = fitting.weights({s: g for s, g in fitting.truth.items() if fitting.fold[s] != out}, {})
        left = {s: g for s, g in fitting.truth.items() if fitting.fold[s] == out and s in ours_told}
        for thresholds, right in fitting.tried(model, left).items():
            found.update({(thresholds, n): count for n, count in enumerate(right)})
    scores = {
        thresholds: 2 * found[thresholds, 0] / (found[thresholds, 1] + found[thresholds, 2])
        for thresholds in {each for each, _ in found}
    }
    best = max(scores, key=lambda each: (round(scores[each], 4), each))
    print(f"left out in turn: F1 {scores[best]:.3f}, tellings merged and attached at {best[:2]}, events at {best[2:]}")
    counts: Counts = {}
    model = fitting.weights(fitting.truth, counts)
    within = replace(model.within, merge=best[0], attach=best[1])
    between = replace(model.between, merge=best[2], attach=best[3])
    FILE.write_text(text(Model(within, between), counts), "utf-8")
    return 0


def folds(tellings: Sequence[Telling]) -> dict[str, int]:
    """The fold of each report: reports of one event, and events that share a report, are in one; sizes are balanced."""
    near: dict[str, set[str]] = {t.report: {t.report} for t in tellings}
    for group in sorted({t.group for t in tellings} - {reports.ALONE}):
        joined = set().union(*(near[t.report] for t in tellings if t.group == group))
        near.update(dict.fromkeys(joined, joined))
    size = Counter(min(near[t.report]) for t in tellings for _ in t.statements)
    full = [0] * FOLDS
    found = {}
    for first, count in sorted(size.items(), key=lambda each: (-each[1], each[0])):
        fold = full.index(min(full))
        full[fold] += count
        found.update(dict.fromkeys(near[first], fold))
    return found


def majority(told: Numbers, groups: Sequence[str | None]) -> list[str | None]:
    """For each statement the event that most of its telling's statements tell, the first of several."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for telling, group in zip(told.tolist(), groups, strict=True):
        if group is not None:
            votes[telling][group] += 1
    return [votes[telling].most_common(1)[0][0] if votes[telling] else None for telling in told.tolist()]


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

"""How alike two partitions of the same mentions are: MUC, B-cubed, CEAF-e, and their mean, the CoNLL score.

All three are exact, on given mentions: both partitions hold the same ones, alone or together. As in the CoNLL-2012
scorer, mentions that stand alone count in B-cubed and CEAF-e and cannot in MUC, which counts links.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean; 0 where both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """All measures of one answer."""

    muc: Score
    b_cubed: Score
    ceaf_e: Score
    mentions: int

    @property
    def conll(self) -> float:
        """The mean of the three F1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def compare(key: Mapping[T, Hashable], answer: Mapping[T, Hashable]) -> Scores:
    """Compare partitions, each given as the cluster of every mention; raises ValueError on other mentions."""
    if key.keys() != answer.keys():
        raise ValueError(f"{len(key.keys() ^ answer.keys())} mentions stand in one partition only")
    gold, ours = _clusters(key), _clusters(answer)
    return Scores(
        Score(_links(ours, key), _links(gold, answer)),
        Score(_cubed(ours, key), _cubed(gold, answer)),
        _aligned(gold, ours, key, answer),
        len(key),
    )


def _clusters(partition: Mapping[T, Hashable]) -> dict[Hashable, list[T]]:
    found: dict[Hashable, list[T]] = {}
    for mention, cluster in partition.items():
        found.setdefault(cluster, []).append(mention)
    return found


def _links(clusters: Mapping[Hashable, Collection[T]], other: Mapping[T, Hashable]) -> float:
    """Of the links that hold the clusters together, the share that holds in the other partition."""
    kept = sum(len(members) - len({other[m] for m in members}) for members in clusters.values())
    return _ratio(kept, sum(len(members) - 1 for members in clusters.values()))


def _cubed(clusters: Mapping[Hashable, Collection[T]], other: Mapping[T, Hashable]) -> float:
    """The mean over mentions of the share of its cluster that the other partition puts with it."""
    shared = sum(n * n / len(members) for members in clusters.values() for n in _parts(members, other).values())
    return _ratio(shared, len(other))


def _aligned(
    gold: Mapping[Hashable, Collection[T]],
    ours: Mapping[Hashable, Collection[T]],
    key: Mapping[T, Hashable],
    answer: Mapping[T, Hashable],
) -> Score:
    """Clusters paired one to one so that the sum of 2 |both| / (|one| + |other|) is as large as can be."""
    rows = {cluster: number for number, cluster in enumerate(gold)}
    columns = {cluster: number for number, cluster in enumerate(ours)}
    alike = np.zeros((len(rows), len(columns)))
    for cluster, members in gold.items():
        for other, both in _parts(members, answer).items():
            alike[rows[cluster], columns[other]] = 2 * both / (len(members) + len(ours[other]))
    total = float(alike[linear_sum_assignment(alike, maximize=True)].sum())
    return Score(_ratio(total, len(ours)), _ratio(total, len(gold)))


def _parts(members: Collection[T], other: Mapping[T, Hashable]) -> Counter[Hashable]:
    return Counter(other[m] for m in members)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0

"""Which statements belong together, from the pairs that were scored: average linkage over a sparse graph.

Two clusters merge where their pairs speak for it on average, so no chain of likely pairs joins what is unlikely as a
whole. In each round every cluster that is its best neighbour's best neighbour merges with it, which gives the same tree
as merging the best pair of all one at a time, in few rounds. Weights are whole thousandths of a bit, so that sums are
exact and no order of pairs changes them; ties go to the smaller numbers.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

#: Thousandths of a bit to a bit.
SCALE = 1000
#: Bits of a pair that blocking did not find: the two share no key. Were it nothing, large clusters of few likely pairs
#: would run together wherever the threshold is low.
UNSEEN = -3
#: The weight of a pair that people hold apart: no cluster is large enough to outweigh it.
NEVER = -(10**12)


class Pairs(NamedTuple):
    """Scored pairs: left < right, weight in thousandths of a bit, 1 where there is evidence enough; one line a pair."""

    left: Numbers
    right: Numbers
    weight: Numbers
    enough: Numbers


def agglomerate(count: int, start: Numbers, pairs: Pairs, threshold: float) -> Numbers:
    """The cluster of each of ``count`` statements, named by its smallest number.

    ``start`` gives what belongs together from the outset, likewise named; ``threshold`` (bits) is the least average
    weight of a merge, which also takes one pair with evidence enough.
    """
    label = start.copy()
    size = np.bincount(label, minlength=count).astype(np.int64)
    sums = pairs.weight, np.ones_like(pairs.left), pairs.enough
    a, b, (total, seen, enough) = _grouped(label[pairs.left], label[pairs.right], sums)
    least = threshold * SCALE
    while len(a):
        every = size[a] * size[b]
        mean = (total + UNSEEN * SCALE * (every - seen)) / every
        likely = (mean >= least) & (enough > 0)
        if not likely.any():
            break
        x, y, m = a[likely], b[likely], mean[likely]
        best = np.full(count, -np.inf)
        np.maximum.at(best, x, m)
        np.maximum.at(best, y, m)
        partner = np.full(count, count, dtype=np.int64)
        np.minimum.at(partner, x[m == best[x]], y[m == best[x]])
        np.minimum.at(partner, y[m == best[y]], x[m == best[y]])
        chosen = (partner[x] == y) & (partner[y] == x)
        into, gone = x[chosen], y[chosen]
        renamed = np.arange(count)
        renamed[gone] = into
        size[into] += size[gone]
        label = renamed[label]
        a, b, (total, seen, enough) = _grouped(renamed[a], renamed[b], (total, seen, enough))
    return label


def components(count: int, left: Numbers, right: Numbers) -> Numbers:
    """The connected component of each statement, named by its smallest number."""
    label = np.arange(count)
    while True:
        low = np.minimum(label[left], label[right])
        before = label.copy()
        np.minimum.at(label, before[left], low)
        np.minimum.at(label, before[right], low)
        while True:
            shorter = label[label]
            if (shorter == label).all():
                break
            label = shorter
        if (label == before).all():
            return label


def attach(loose: Flags, start: Numbers, label: Numbers, pairs: Pairs, threshold: float) -> Numbers:
    """The labels with each loose group, as ``start`` names them, in the cluster that it fits best, where one does.

    It fits as well as its best pair with a member says: what is vague contradicts some report of most events by a day
    or a number. Where two clusters fit equally well it stays alone.
    """
    ends = [(pairs.left, pairs.right), (pairs.right, pairs.left)]
    mixed = [loose[one] & ~loose[other] for one, other in ends]
    vague = np.concatenate([start[one[m]] for (one, _), m in zip(ends, mixed, strict=True)])
    cluster = np.concatenate([label[other[m]] for (_, other), m in zip(ends, mixed, strict=True)])
    weight = np.concatenate([pairs.weight[m] for m in mixed])
    if not len(vague):
        return label
    order = np.lexsort((weight, cluster, vague))
    vague, cluster, weight = vague[order], cluster[order], weight[order]
    first = np.flatnonzero(np.r_[True, (vague[1:] != vague[:-1]) | (cluster[1:] != cluster[:-1])])
    vague, cluster, worst, best = vague[first], cluster[first], weight[first], weight[np.r_[first[1:], len(weight)] - 1]
    fits = (best >= threshold * SCALE) & (worst > NEVER)
    order = np.lexsort((cluster[fits], -best[fits], vague[fits]))
    vague, cluster, best = vague[fits][order], cluster[fits][order], best[fits][order]
    begins = np.r_[True, vague[1:] != vague[:-1]][: len(vague)]
    drawn = np.r_[~begins[1:] & (best[1:] == best[:-1]), False][: len(vague)]
    chosen = begins & ~drawn
    joined = np.arange(len(label))
    joined[vague[chosen]] = cluster[chosen]
    return np.where(loose, joined[start], label)


def _grouped(left: Numbers, right: Numbers, sums: Sequence[Numbers]) -> tuple[Numbers, Numbers, list[Numbers]]:
    """Lines of the same two clusters added up, smaller cluster first; lines within one cluster left out."""
    between = left != right
    a, b = np.minimum(left, right)[between], np.maximum(left, right)[between]
    order = np.lexsort((b, a))
    a, b, sums = a[order], b[order], [column[between][order] for column in sums]
    if not len(a):
        return a, b, sums
    first = np.flatnonzero(np.r_[True, (a[1:] != a[:-1]) | (b[1:] != b[:-1])])
    return a[first], b[first], [np.add.reduceat(column, first) for column in sums]

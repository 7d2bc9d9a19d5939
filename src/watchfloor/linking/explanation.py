"""Why two statements tell one event, or do not: each comparison with its outcome and what it weighs."""

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from watchfloor.knowledge import Knowledge, load

from . import features, scoring
from .comparisons import BETWEEN, EVIDENCE, LEAST_EVIDENCE, LEAST_INSIDE, TEXT, UNKNOWN, WITHIN
from .linked import Constraints
from .rows import SCHEMA
from .weights import Model, Weights, shipped


@dataclass(frozen=True)
class Part:
    """One comparison: its name, the level that was met (UNKNOWN for none), and the bits that it adds."""

    comparison: str
    level: str
    bits: float


@dataclass(frozen=True)
class Explanation:
    """The match weight of two statements, put together from its parts.

    ``start`` is the weight before anything is compared, ``threshold`` the least average weight of a merge, ``evidence``
    the names of those of time, place, parties and toll that speak for one event, and ``least`` how many of them a merge
    takes: none within a document, whose sentences go on with what was told. All weights are bits: each bit doubles the
    odds.
    """

    start: float
    parts: tuple[Part, ...]
    threshold: float
    evidence: tuple[str, ...]
    least: int = LEAST_EVIDENCE

    @property
    def total(self) -> float:
        """The sum of the start and all parts."""
        return self.start + sum(part.bits for part in self.parts)

    @property
    def enough(self) -> bool:
        """Whether there is evidence on as many of the four as a merge takes."""
        return len(self.evidence) >= self.least

    @property
    def verdict(self) -> str:
        """One sentence: what the pair by itself speaks for."""
        named = " and ".join(self.evidence) or "nothing"
        if not self.enough:
            return f"Evidence on {named} alone: a merge needs two of {', '.join(EVIDENCE)}."
        if self.total < self.threshold:
            return f"Evidence on {named}, but {self.total:.1f} bits are less than the {self.threshold:.1f} of a merge."
        return f"Evidence on {named}, and {self.total:.1f} bits are no less than the {self.threshold:.1f} of a merge."


def of_edge(comparisons: Mapping[str, float | None], model: Model | None = None) -> Explanation:
    """What a link that was kept rests on: the weights of its comparisons, as in EDGES."""
    model = model or shipped()
    inside = comparisons.get(TEXT.name) is not None
    weights = model.within if inside else model.between
    names = [comparison.name for comparison in (WITHIN if inside else BETWEEN)]
    parts = tuple(_part(name, comparisons.get(name) or 0.0, weights) for name in names)
    evidence = tuple(part.comparison for part in parts if part.comparison in EVIDENCE and part.bits > 0)
    return Explanation(weights.start, parts, weights.merge, evidence, LEAST_INSIDE if inside else LEAST_EVIDENCE)


def explain(
    left: Mapping[str, object],
    right: Mapping[str, object],
    known: Knowledge | None = None,
    model: Model | None = None,
) -> Explanation:
    """How two rows of SCHEMA compare by themselves.

    A link that was kept may weigh otherwise, since it compares all that a document tells and knows how common parties
    are in the store: see `of_edge`.
    """
    known, model = known or load(), model or shipped()
    inside = left["document"] == right["document"]
    rows = pa.Table.from_pylist([dict(left), dict(right)], schema=SCHEMA)
    with duckdb.connect(":memory:") as connection:
        features.build(connection, rows, known, Constraints())
        connection.execute("create table pairs as select 0 as join_key_l, 1 as join_key_r, '0' as match_key")
        comparisons, weights = (WITHIN, model.within) if inside else (BETWEEN, model.between)
        scoring.score(connection, "features", comparisons, weights, "scored")
        found = connection.sql("select * from scored").to_arrow_table().to_pylist()
    return of_edge({c.name: found[0][c.name] for c in comparisons} if found else {}, model)


def _part(comparison: str, bits: float, weights: Weights) -> Part:
    """The part of these bits: the levels of a comparison all weigh differently, and none of them nothing."""
    levels = {UNKNOWN: 0.0, **weights.bits[comparison]}
    return Part(comparison, min(levels, key=lambda level: abs(levels[level] - bits)), round(bits, 2))

"""From rows to events: features, pairs, scores, clusters, and ids that stay.

The order of things is the rule: what people decided; then statements that say enough to be told apart, merged where two
of time, place, parties and toll speak for it; then vague ones, each joining the one event that it fits, so that none
joins two; then what is left among itself. Aggregates merge only with aggregates, and name the events that they sum up.
Planned, feared and denied happenings join like vague ones: they dispute or foretell an event and never found one that
has an actual report.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from watchfloor.knowledge import Knowledge, load
from watchfloor.records import digest

from . import features, scoring
from .clusters import NEVER, SCALE, Numbers, Pairs, agglomerate, attach, components
from .comparisons import COMPARISONS
from .linked import ASSIGNMENTS, CONTAINS, EDGES, REDIRECTS, Constraints, Linked
from .weights import Weights, shipped

#: A merge needs positive evidence on this many of time, place, parties and toll.
LEAST_EVIDENCE = 2
#: A pair that speaks against it by so many bits keeps a vague statement out of a cluster.
VETO = -3.0

NOTHING_SETTLED = ASSIGNMENTS.empty_table()


def link(
    rows: pa.Table,
    settled: pa.Table = NOTHING_SETTLED,
    constraints: Constraints | None = None,
    known: Knowledge | None = None,
    weights: Weights | None = None,
) -> Linked:
    """The events of these rows (SCHEMA), with what was settled before (ASSIGNMENTS) and what people decided."""
    constraints = constraints or Constraints()
    weights = weights or shipped()
    known = known or load()
    with duckdb.connect(":memory:") as connection:
        features.build(connection, rows, known.actors, known.places, constraints)
        table = _nodes(connection)
        if not len(table["n"]):
            return Linked(
                ASSIGNMENTS.empty_table(), EDGES.empty_table(), REDIRECTS.empty_table(), CONTAINS.empty_table()
            )
        scoring.block(connection)
        scoring.score(connection, weights, "scored")
        label = _clusters(connection, table, constraints, weights)
        return _named(connection, table, label, settled)


def _nodes(connection: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """Per statement of an event: its number, whether it is loose, an aggregate, and the order in which it founds."""
    result = connection.sql(
        """
        select n, r.id, f.aggregate, not happened or f.type = 'CLAIM' or
            (told = 2)::int + (rank >= 2 or len(f.sites) > 0)::int + named::int
                + (coalesce(f.killed_low, f.wounded_low, f.harmed_low, f.taken_low) is not null)::int < 2 as loose,
            row_number() over (order by not happened, published nulls last, id) as founding,
            about
        from features f join rows r on r.n = unique_id order by n
        """
    ).to_arrow_table()
    return {
        name: result[name].to_numpy(zero_copy_only=False) for name in ("n", "id", "aggregate", "loose", "founding")
    } | {"about": result["about"].to_pylist()}


def _clusters(
    connection: duckdb.DuckDBPyConnection, table: Mapping[str, Any], constraints: Constraints, weights: Weights
) -> Numbers:
    """The cluster of each line of ``table``, named by its smallest position."""
    count = len(table["n"])
    position = {id: i for i, id in enumerate(table["id"])}
    pairs, evidence = _pairs(connection, table)
    decided = _positions(position, constraints.apart)
    told_again = [
        (i, position[about[0]])
        for i, about in enumerate(table["about"])
        if about and about[0] in position and table["aggregate"][i] == table["aggregate"][position[about[0]]]
    ]
    start = components(count, *_columns([*_positions(position, constraints.together), *told_again]))
    left, right = _columns(decided)
    pairs = Pairs(
        np.r_[pairs.left, left], np.r_[pairs.right, right], np.r_[pairs.weight, np.full(len(left), NEVER, np.int64)]
    )
    evidence = np.r_[evidence, np.zeros(len(left), dtype=np.int8)]
    # Too little evidence merges nothing, whatever the words weigh.
    usable = pairs._replace(weight=np.where(evidence < LEAST_EVIDENCE, np.minimum(pairs.weight, 0), pairs.weight))
    loose = np.ones(count, dtype=bool)  # of a whole group that belongs together: loose only where each is
    np.logical_and.at(loose, start, table["loose"].astype(bool))
    loose = loose[start]
    alike = table["aggregate"][pairs.left] == table["aggregate"][pairs.right]
    firm = ~(loose[pairs.left] | loose[pairs.right]) & alike
    label = agglomerate(count, start, _some(usable, firm), weights.merge)
    label = _attached(label, loose, start, _some(pairs, alike), weights)
    joined = label != start
    free = loose & ~joined
    both = free[pairs.left] & free[pairs.right] & alike
    return agglomerate(count, label, _some(usable, both), weights.merge)


def _attached(label: Numbers, loose: npt.NDArray[np.bool_], start: Numbers, pairs: Pairs, weights: Weights) -> Numbers:
    """Loose groups, each as one, in the clusters that they fit."""
    grouped = Pairs(
        np.where(loose[pairs.left], start[pairs.left], pairs.left),
        np.where(loose[pairs.right], start[pairs.right], pairs.right),
        pairs.weight,
    )
    return attach(loose, label, grouped, weights.attach, VETO)[np.where(loose, start, np.arange(len(start)))]


def _pairs(connection: duckdb.DuckDBPyConnection, table: Mapping[str, Any]) -> tuple[Pairs, npt.NDArray[np.int8]]:
    found = connection.execute(
        f"select l, r, round(weight * {SCALE})::bigint as weight, evidence from scored order by l, r"
    ).fetchnumpy()
    place = np.searchsorted(table["n"], np.asarray(found["l"])), np.searchsorted(table["n"], np.asarray(found["r"]))
    return Pairs(*place, np.asarray(found["weight"], np.int64)), np.asarray(found["evidence"], np.int8)


def _some(pairs: Pairs, which: npt.NDArray[np.bool_]) -> Pairs:
    return Pairs(*(column[which] for column in pairs))


def _positions(position: Mapping[str, int], pairs: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
    return [(position[a], position[b]) for a, b in sorted(pairs) if a in position and b in position]


def _columns(pairs: list[tuple[int, int]]) -> tuple[Numbers, Numbers]:
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return table.min(axis=1), table.max(axis=1)


def _named(
    connection: duckdb.DuckDBPyConnection, table: Mapping[str, Any], label: Numbers, settled: pa.Table
) -> Linked:
    """The clusters with ids: those of settled events where they go on, else from their founding statements."""
    connection.register("settled", settled)
    connection.register(
        "labelled",
        pa.table({"n": table["n"], "cluster": label, "founding": table["founding"], "statement": table["id"]}),
    )
    # A settled event goes on in the cluster that holds most of it; a cluster that several go on in bears the id of the
    # one that brought most. Draws go to the one with the earlier founding statement.
    connection.create_function("event_id", _event_id, ["VARCHAR"], "VARCHAR")
    connection.execute(
        """
        create table named as
            with shares as (
                select cluster, event, count(*) as members, min(founding) as founding
                from labelled join settled using (statement) group by all
            ), successors as (
                select * from shares
                qualify row_number() over (partition by event order by members desc, founding) = 1
            ), kept as (
                select * from successors
                qualify row_number() over (partition by cluster order by members desc, founding) = 1
            ), founded as (select cluster, arg_min(statement, founding) as statement from labelled group by cluster)
            select cluster, coalesce(kept.event, event_id(statement)) as event
            from founded left join kept using (cluster);
        create table assigned as select n, statement, event from labelled join named using (cluster);
        """
    )
    comparisons = ", ".join(comparison.name for comparison in COMPARISONS)
    edges = connection.sql(
        f"""
        select a.statement as left, b.statement as right, weight, {comparisons}
        from scored join assigned a on a.n = l join assigned b on b.n = r and a.event = b.event order by 1, 2
        """
    ).to_arrow_table()
    redirects = connection.sql(
        """
        select distinct settled.event as old, assigned.event as new
        from settled join assigned using (statement) where settled.event <> assigned.event order by 1, 2
        """
    ).to_arrow_table()
    contains = connection.sql(
        f"""
        select distinct a.event as aggregate, b.event as event
        from (select l as whole, r as part, * from scored union all select r, l, * from scored) s
        join features w on w.unique_id = whole and w.aggregate
        join features p on p.unique_id = part and not p.aggregate
        join assigned a on a.n = whole join assigned b on b.n = part
        where s.evidence >= {LEAST_EVIDENCE} and w.since <= p.until and w.until >= p.since order by 1, 2
        """
    ).to_arrow_table()
    assignments = connection.sql("select statement, event from assigned order by statement").to_arrow_table()
    return Linked(assignments.cast(ASSIGNMENTS), edges.cast(EDGES), redirects.cast(REDIRECTS), contains.cast(CONTAINS))


def _event_id(statement: str) -> str:
    return digest("event", statement)

"""From rows to events: features, pairs, scores, clusters, and ids that stay.

First the statements of each document are put together into tellings: what one document tells of one happening. Then the
tellings of different documents are. Both go the same way: what people decided; then what says enough to be told apart,
merged, where documents differ, if two of time, place, parties and toll speak for it; then what is vague, each joining
the one that it fits, so that none joins two; then what is left among itself. Aggregates merge only with aggregates, and
name the events that they sum up. Planned, feared and denied happenings, and claims, join like vague ones: they dispute
or foretell an event that others report and never bring two of them together.
"""

from collections.abc import Iterable, Mapping
from tempfile import TemporaryDirectory

import duckdb
import numpy as np
import pyarrow as pa

from watchfloor.knowledge import Knowledge, load

from . import features, naming, scoring, tellings
from .clusters import Numbers
from .comparisons import BETWEEN, LEAST_INSIDE, WITHIN
from .linked import ASSIGNMENTS, CONTAINS, EDGES, REDIRECTS, Constraints, Linked
from .narrowing import narrow
from .partition import cluster, gather, nodes
from .weights import Model, Weights, shipped

#: Bits by which each character between two statements of a document makes them unlikelier, up to so many characters:
#: less than any comparison weighs, so that it decides only between equals.
NEARNESS = 0.0001
FAR = 1000

#: Pairs of fewer bits are forgotten until their group is looked at whole: most pairs that share a key are strangers.
FORGOTTEN = -3.0

#: Gigabytes that DuckDB may take for a million statements, and at least, before it writes to a temporary folder: a
#: million stay within 4 GB with all else.
MEMORY = 2
MILLION = 1_000_000

NOTHING_SETTLED = ASSIGNMENTS.empty_table()


def link(
    rows: pa.Table,
    settled: pa.Table = NOTHING_SETTLED,
    constraints: Constraints | None = None,
    known: Knowledge | None = None,
    model: Model | None = None,
    *,
    afresh: bool = False,
    threads: int | None = None,
) -> Linked:
    """The events of these rows (SCHEMA), with what was settled before (ASSIGNMENTS) and what people decided.

    What is settled stays as it is, and what is new joins it; ``afresh``: everything is weighed anew, and only ids
    go on. ``threads`` bounds DuckDB's, as many as there are cores otherwise; the result is the same with any.
    """
    constraints = constraints or Constraints()
    model = model or shipped()
    known = known or load()
    with TemporaryDirectory(prefix="watchfloor-") as folder, duckdb.connect(":memory:") as connection:
        connection.execute(f"set memory_limit = '{MEMORY * max(1, -(-rows.num_rows // MILLION))}GB'")
        connection.execute("set temp_directory = $folder", {"folder": folder})
        if threads:
            connection.execute(f"set threads = {int(threads)}")
        features.build(connection, rows, known, constraints)
        if len(settled) and not afresh:
            narrow(connection, settled, constraints)
        ids, again = statements(connection)
        if not len(ids):
            return Linked(*(schema.empty_table() for schema in (ASSIGNMENTS, EDGES, REDIRECTS, CONTAINS)))
        position = {id: i for i, id in enumerate(ids)}
        together = _positions(position, constraints.together)
        apart = _positions(position, constraints.apart)
        told = tell(connection, again, _columns(apart), model.within)
        label = events(connection, told, _columns(together), _columns(apart), model)
        return naming.name(connection, ids, label, settled, model.between)


def tell(
    connection: duckdb.DuckDBPyConnection,
    again: tuple[Numbers, Numbers],
    apart: tuple[Numbers, Numbers],
    weights: Weights,
) -> Numbers:
    """The telling of each statement in `features`, named by the position of its first one.

    ``again``: positions of statements that claim, deny or repeat another one; ``apart``: of those that people split.
    """
    scoring.within(connection)
    connection.execute(
        """
        create or replace view stated as select * replace (
            case when rank > 0 then country end as country
        ) from features
        """
    )
    scoring.score(connection, "stated", WITHIN, weights, "scored_within")
    # What is vague belongs to what stands nearest, where all else is equal.
    connection.execute(
        f"""
        update scored_within set weight = weight - least(abs(a."at" - b."at"), {FAR}) * {NEARNESS}
        from features a, features b where a.unique_id = l and b.unique_id = r
        """
    )
    parts = nodes(connection, "stated", "not placed and not timed")
    return cluster(connection, parts, "scored_within", again, apart, weights, LEAST_INSIDE)


def events(
    connection: duckdb.DuckDBPyConnection,
    told: Numbers,
    together: tuple[Numbers, Numbers],
    apart: tuple[Numbers, Numbers],
    model: Model,
) -> Numbers:
    """The event of each statement in `features`, named by the position of its first one."""
    numbers = np.asarray(connection.sql("select unique_id from features order by 1").fetchnumpy()["unique_id"])
    tellings.pool(connection, numbers, told)
    scoring.between(connection)
    # What contradicts is scored again below, where it matters: among tellings that hang together.
    scoring.score(connection, "tellings", BETWEEN, model.between, "scored_between", FORGOTTEN)
    gather(connection, "scored_between", "tellings")
    scoring.score(connection, "tellings", BETWEEN, model.between, "scored_between")
    pooled = nodes(connection, "tellings")
    place = np.searchsorted(pooled.number, numbers[told])  # of each statement's telling among the tellings
    joined = cluster(
        connection,
        pooled,
        "scored_between",
        (place[together[0]], place[together[1]]),
        (place[apart[0]], place[apart[1]]),
        model.between,
    )
    return np.searchsorted(numbers, pooled.number[joined[place]])


def statements(connection: duckdb.DuckDBPyConnection) -> tuple[list[str], tuple[Numbers, Numbers]]:
    """The ids in `features`, in order, and positions of statements about another one with those of the other.

    Of what is about several, the first counts.
    """
    table = connection.sql("select id, about from features join rows on n = unique_id order by n").to_arrow_table()
    ids = table["id"].to_pylist()
    position = {id: i for i, id in enumerate(ids)}
    about = table["about"].to_pylist()
    return ids, _columns([(i, position[its[0]]) for i, its in enumerate(about) if its and its[0] in position])


def _positions(position: Mapping[str, int], pairs: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
    return [(position[a], position[b]) for a, b in sorted(pairs) if a in position and b in position]


def _columns(pairs: list[tuple[int, int]]) -> tuple[Numbers, Numbers]:
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return table.min(axis=1), table.max(axis=1)

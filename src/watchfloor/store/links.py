"""What linking settled: which statement tells which event, the pairs that it weighed, where old ids lead."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Protocol

import pyarrow as pa
from sqlalchemy import Column, Connection, Table, delete, func, insert, select, tuple_, update

from .kept import Edge
from .tables import containments, edges, membership, redirects, statements, unlinked

#: Rows written or looked up at once: below SQLite's limit of 32,766 parameters.
CHUNK = 10_000


class Linked(Protocol):
    """What linking gives (see `linking.Linked`): four tables with the columns that `keep` reads."""

    @property
    def assignments(self) -> pa.Table:
        """Columns statement and event."""

    @property
    def edges(self) -> pa.Table:
        """Columns left, right, weight, and one a comparison."""

    @property
    def redirects(self) -> pa.Table:
        """Columns old and new."""

    @property
    def contains(self) -> pa.Table:
        """Columns aggregate and event."""


ASSIGNMENTS = pa.schema([("statement", pa.string()), ("event", pa.string())])


def seen(connection: Connection) -> int:
    """The last thing that asked for linking; see `keep`."""
    last: int = connection.execute(select(func.coalesce(func.max(unlinked.c.id), 0))).scalar_one()
    return last


def assignments(connection: Connection) -> pa.Table:
    """Statement and event: what is settled, in the order of statements."""
    chosen = select(membership.c.statement, membership.c.event).order_by(membership.c.statement)
    found = connection.execution_options(yield_per=CHUNK).execute(chosen)
    columns = [list(column) for column in zip(*found, strict=True)] or [[], []]
    return pa.table(columns, schema=ASSIGNMENTS)


def keep(connection: Connection, linked: Linked, asked: int) -> None:
    """Put ``linked`` in place of what was settled; writes only what differs.

    ``asked`` is what `seen` said when the rows were read: what came later still asks for linking. Statements that went
    meanwhile are passed over.
    """
    there = set(connection.execute(select(statements.c.id)).scalars())
    settled = dict(connection.execute(select(membership.c.statement, membership.c.event)).tuples().all())
    now = {s: e for s, e in _pairs(linked.assignments, "statement", "event") if s in there}
    _delete(connection, membership.c.statement, settled.keys() - now.keys())
    moved = sorted(s for s, e in now.items() if settled.get(s, e) != e)
    _delete(connection, membership.c.statement, moved)
    new = sorted((s, e) for s, e in now.items() if settled.get(s) != e)
    _insert(connection, membership, ({"statement": s, "event": e} for s, e in new))
    _keep_edges(connection, linked.edges, there)
    _redirect(connection, dict(_pairs(linked.redirects, "old", "new")), set(now.values()))
    connection.execute(delete(containments))
    _insert(
        connection,
        containments,
        ({"aggregate": a, "event": e} for a, e in sorted(_pairs(linked.contains, "aggregate", "event"))),
    )
    connection.execute(delete(unlinked).where(unlinked.c.id <= asked))


def _pairs(table: pa.Table, left: str, right: str) -> Iterable[tuple[str, str]]:
    return zip(table[left].to_pylist(), table[right].to_pylist(), strict=True)


def _delete(connection: Connection, column: Column[str], values: Iterable[str]) -> None:
    ordered = sorted(values)
    for start in range(0, len(ordered), CHUNK):
        connection.execute(delete(column.table).where(column.in_(ordered[start : start + CHUNK])))


def _insert(connection: Connection, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
    remaining = iter(rows)
    while chunk := list(islice(remaining, CHUNK)):
        connection.execute(insert(table), chunk)


def _keep_edges(connection: Connection, found: pa.Table, there: set[str]) -> None:
    """Edges are weighed afresh for the pairs that linking looked at; the others keep what they were given."""
    weighed = [name for name in found.column_names if name not in ("left", "right", "weight")]
    for batch in found.to_batches(max_chunksize=CHUNK):
        rows = [
            {
                "left": edge["left"],
                "right": edge["right"],
                "weight": edge["weight"],
                "comparisons": {name: edge[name] for name in weighed},
            }
            for edge in batch.to_pylist()
            if edge["left"] in there and edge["right"] in there
        ]
        old = [(row["left"], row["right"]) for row in rows]
        connection.execute(delete(edges).where(tuple_(edges.c.left, edges.c.right).in_(old)))
        _insert(connection, edges, rows)


def _redirect(connection: Connection, new: Mapping[str, str], events: set[str]) -> None:
    """Lead ids that are no event any more to the one that took their statements; chains are kept one step long."""
    for old, target in sorted(new.items()):
        connection.execute(update(redirects).where(redirects.c.new == old), {"new": target})
        connection.execute(delete(redirects).where(redirects.c.old == old))
    _insert(connection, redirects, ({"old": o, "new": n} for o, n in sorted(new.items()) if o != n))
    _delete(connection, redirects.c.old, events & set(connection.execute(select(redirects.c.old)).scalars()))


def of_event(connection: Connection, event: str) -> list[Edge]:
    """The pairs within an event that were weighed, the strongest first."""
    mine = select(membership.c.statement).where(membership.c.event == event)
    chosen = select(edges).where(edges.c.left.in_(mine), edges.c.right.in_(mine))
    ordered = chosen.order_by(edges.c.weight.desc(), edges.c.left, edges.c.right)
    return [Edge(row.left, row.right, row.weight, row.comparisons) for row in connection.execute(ordered)]


def contained(connection: Connection, event: str) -> list[str]:
    """The events that an aggregate sums up."""
    chosen = select(containments.c.event).where(containments.c.aggregate == event).order_by(containments.c.event)
    return list(connection.execute(chosen).scalars())

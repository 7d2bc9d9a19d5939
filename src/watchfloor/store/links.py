"""What linking settled: which statement tells which event, the pairs that it weighed, where old ids lead."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyarrow as pa
from sqlalchemy import Connection, bindparam, delete, exists, func, select

from watchfloor.linking.linked import ASSIGNMENTS, Linked

from .encoding import dumps
from .kept import Edge
from .rows import CHUNK, ask_for_links, delete_all, drawn, insert_all, pour
from .tables import containments, edges, membership, redirects, statements, unlinked

#: Rows held as Python objects at once: some dozen megabytes.
MANY = 50_000


def asked(connection: Connection) -> bool:
    """Something asks for linking that `keep` has not settled."""
    return connection.execute(select(unlinked.c.id).limit(1)).first() is not None


def seen(connection: Connection) -> int:
    """The last thing that asked for linking; see `keep`."""
    last: int = connection.execute(select(func.coalesce(func.max(unlinked.c.id), 0))).scalar_one()
    return last


def assignments(connection: Connection) -> pa.Table:
    """Statement and event: what is settled, in the order of statements."""
    chosen = select(membership.c.statement, membership.c.event).order_by(membership.c.statement)
    batches = [
        pa.record_batch([pa.array(column) for column in zip(*rows, strict=True)], schema=ASSIGNMENTS)
        for rows in drawn(connection, chosen, MANY)
    ]
    return pa.Table.from_batches(batches, schema=ASSIGNMENTS)


def keep(connection: Connection, linked: Linked, asked: int) -> None:
    """Put ``linked`` in place of what was settled of the statements that it assigns; writes only what differs.

    ``asked`` is what `seen` said when the rows were read: what came later still asks for linking. Statements that went
    meanwhile are passed over.
    """
    there = {row[0] for rows in drawn(connection, select(statements.c.id), MANY) for row in rows}
    settled = dict(_pairs(assignments(connection)))
    now = {s: e for s, e in _pairs(linked.assignments) if s in there}
    changed = sorted((s, e) for s, e in now.items() if settled.get(s) != e)
    delete_all(connection, membership.c.statement, [s for s, _ in changed if s in settled])
    pour(connection, membership, ("statement", "event"), changed)
    _keep_edges(connection, linked.edges, now, settled)
    _redirect(connection, sorted(_pairs(linked.redirects)))
    touched = {*now.values(), *(settled[s] for s in now if s in settled)}
    sums = set(connection.execute(select(containments.c.aggregate).distinct()).scalars())
    delete_all(connection, containments.c.aggregate, touched & sums)
    pour(connection, containments, ("aggregate", "event"), sorted(_pairs(linked.contains)))
    done = connection.execute(delete(unlinked).where(unlinked.c.id <= asked))
    if asked and not done.rowcount:
        ask_for_links(connection, "two linked at once, each without what the other settled")


def _pairs(table: pa.Table) -> Iterable[tuple[str, str]]:
    """The rows of a table of two columns."""
    return zip(*(column.to_pylist() for column in table.columns), strict=True)


def _keep_edges(connection: Connection, found: pa.Table, now: Mapping[str, str], settled: Mapping[str, str]) -> None:
    """Replace the edges between assigned statements; all of them where everything was looked at."""
    if all(s in now for s in settled):
        connection.execute(delete(edges))
    else:
        one = edges.c.left == bindparam("one"), edges.c.right == bindparam("other")
        old = [{"one": left, "other": right} for left, right in _looked_at(connection, now, settled)]
        if old:
            connection.execute(delete(edges).where(*one), old)
    names = ("left", "right", "weight", "comparisons")
    pour(connection, edges, names, (row for row in _weighed(found) if row[0] in now and row[1] in now))


def _looked_at(connection: Connection, now: Mapping[str, str], settled: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """The edges between assigned statements, and from one of these to what counts no more within the same event.

    What leads to an event that was not looked at stays: nobody has weighed it anew.
    """
    ids = sorted(s for s in settled if s in now)
    found: set[tuple[str, str]] = set()
    for start in range(0, len(ids), CHUNK):
        for end in (edges.c.left, edges.c.right):
            met = connection.execute(select(edges.c.left, edges.c.right).where(end.in_(ids[start : start + CHUNK])))
            found.update((a, b) for a, b in met if (a in now and b in now) or settled.get(a) == settled.get(b))
    return sorted(found)


def _weighed(found: pa.Table) -> Iterator[tuple[str, str, float, str]]:
    """The rows of ``edges``; the columns that name no ends are the comparisons."""
    compared = [name for name in found.column_names if name not in ("left", "right", "weight")]
    for batch in found.to_batches(max_chunksize=MANY):
        columns = {name: batch.column(name).to_pylist() for name in found.column_names}
        bits = zip(*(columns[name] for name in compared), strict=True)
        told = (dumps(dict(zip(compared, each, strict=True))) for each in bits)
        yield from zip(columns["left"], columns["right"], columns["weight"], told, strict=True)


def _redirect(connection: Connection, moved: Sequence[tuple[str, str]]) -> None:
    """Note where the statements of events went; what led to an event that is no more leads on."""
    gone = {old for old, _ in moved} - set(connection.execute(select(membership.c.event).distinct()).scalars())
    earlier = connection.execute(select(redirects.c.old, redirects.c.new)).all()
    new: dict[str, list[str]] = {}
    for old, target in moved:
        new.setdefault(old, []).append(target)
    onwards = [(old, target) for old, by_way in earlier if by_way in gone for target in new[by_way]]
    delete_all(connection, redirects.c.new, gone)
    wanted = {(old, target) for old, target in (*moved, *onwards) if old != target} - set(earlier)
    insert_all(connection, redirects, ({"old": o, "new": n} for o, n in sorted(wanted)))


def of_event(connection: Connection, event: str) -> list[Edge]:
    """The pairs within an event that were weighed, the strongest first."""
    mine = select(membership.c.statement).where(membership.c.event == event)
    chosen = select(edges).where(edges.c.left.in_(mine), edges.c.right.in_(mine))
    ordered = chosen.order_by(edges.c.weight.desc(), edges.c.left, edges.c.right)
    return [Edge(row.left, row.right, row.weight, row.comparisons) for row in connection.execute(ordered)]


def held_apart(connection: Connection, most: int) -> list[Edge]:
    """The strongest pairs between two events, which lacked little of being one."""
    one, other = membership.alias(), membership.alias()
    between = edges.join(one, one.c.statement == edges.c.left).join(other, other.c.statement == edges.c.right)
    chosen = select(edges).select_from(between).where(one.c.event != other.c.event)
    ordered = chosen.order_by(edges.c.weight.desc(), edges.c.left, edges.c.right).limit(most)
    return [Edge(row.left, row.right, row.weight, row.comparisons) for row in connection.execute(ordered)]


def contained(connection: Connection, event: str) -> list[str]:
    """The events that an aggregate sums up."""
    there = exists().where(membership.c.event == containments.c.event)
    chosen = select(containments.c.event).where(containments.c.aggregate == event, there).order_by(containments.c.event)
    return list(connection.execute(chosen).scalars())

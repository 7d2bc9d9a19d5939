"""Decisions and events follow what they were made on: through a recoding, and into a new version of the document.

Within the same bytes the statement of the same type whose trigger overlaps tells the same; in a new version the one of
the same type, trigger and sentence.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Table, insert, select

from .tables import membership, statements, targets

#: What `_successors` compares, and `statements_of` reads.
COLUMNS = (
    statements.c.id,
    statements.c.type,
    statements.c.trigger_start,
    statements.c.trigger_end,
    statements.c.evidence,
    statements.c.record,
)

Told = Row[Any]
Hung = Mapping[Table, Sequence[Mapping[str, Any]]]


def statements_of(connection: Connection, document: str) -> list[Told]:
    """What is told of the statements of a document here, in their order."""
    mine = select(*COLUMNS).where(statements.c.document == document)
    return list(connection.execute(mine.order_by(statements.c.position, statements.c.id)))


def hung(connection: Connection, told: Sequence[Told]) -> Hung:
    """The targets of decisions and the places in events that hang on these statements."""
    ids = [each.id for each in told]
    tables = (targets, membership)
    return {
        t: [dict(row) for row in connection.execute(select(t).where(t.c.statement.in_(ids))).mappings()] for t in tables
    }


def through_recoding(connection: Connection, gone: Sequence[Told], now: Sequence[Told], held: Hung) -> None:
    """Hang what hung on statements that went on those that tell the same of the same bytes."""
    _hang(connection, held, _successors(gone, now, _overlaps))


def into_new_version(connection: Connection, old: str, new: str) -> None:
    """Hang what hangs on one version of a document on the next one as well."""
    before = statements_of(connection, old)
    _hang(connection, hung(connection, before), _successors(before, statements_of(connection, new), _repeats))


def _overlaps(was: Told, now: Told) -> bool:
    return bool(now.type == was.type and now.trigger_start < was.trigger_end and was.trigger_start < now.trigger_end)


def _repeats(was: Told, now: Told) -> bool:
    same = now.type == was.type and now.evidence == was.evidence
    return same and bool(now.record["trigger"]["text"] == was.record["trigger"]["text"])


def _successors(before: Sequence[Told], now: Sequence[Told], same: Callable[[Told, Told], bool]) -> Mapping[str, str]:
    """Old id to new id, each new one once, the nearest first."""
    free = list(now)
    found: dict[str, str] = {}
    for was in before:
        fitting = [each for each in free if same(was, each)]
        if fitting:
            nearest = min(fitting, key=lambda each: abs(each.trigger_start - was.trigger_start))
            found[was.id] = nearest.id
            free.remove(nearest)
    return found


def _hang(connection: Connection, held: Hung, successors: Mapping[str, str]) -> None:
    for table, rows in held.items():
        for row in rows:
            if row["statement"] in successors:
                moved = {**row, "statement": successors[row["statement"]]}
                key = [column == moved[column.name] for column in table.primary_key]
                if connection.execute(select(table).where(*key)).first() is None:
                    connection.execute(insert(table), moved)

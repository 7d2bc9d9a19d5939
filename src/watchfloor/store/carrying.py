"""A statement's place in an event goes on to what tells the same: through a recoding, and into a new version.

Decisions find their statements by themselves (see `assessment`), by the same rule: within the same bytes the statement
of the same type whose trigger overlaps tells the same; in a new version the one of the same type, trigger and sentence.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from .rows import insert_all
from .tables import membership, statements

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


def statements_of(connection: Connection, document: str) -> list[Told]:
    """What is told of the statements of a document here, in their order."""
    mine = select(*COLUMNS).where(statements.c.document == document)
    return list(connection.execute(mine.order_by(statements.c.position, statements.c.id)))


def places(connection: Connection, told: Sequence[Told]) -> Mapping[str, str]:
    """Statement to event, of these."""
    ids = [each.id for each in told]
    chosen = select(membership.c.statement, membership.c.event).where(membership.c.statement.in_(ids))
    return {row.statement: row.event for row in connection.execute(chosen)}


def through_recoding(
    connection: Connection, gone: Sequence[Told], now: Sequence[Told], events: Mapping[str, str]
) -> None:
    """Put the statements that tell the same of the same bytes where those stood that went."""
    _place(connection, events, _successors(gone, now, _overlaps))


def into_new_version(connection: Connection, old: str, new: str) -> None:
    """Put the statements of a new version where those of the one before it stand."""
    before = statements_of(connection, old)
    events = places(connection, before)
    _place(connection, events, _successors(before, statements_of(connection, new), _repeats))


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


def _place(connection: Connection, events: Mapping[str, str], successors: Mapping[str, str]) -> None:
    """Statements that have a place already keep it."""
    moved = {new: events[old] for old, new in successors.items() if old in events}
    chosen = select(membership.c.statement).where(membership.c.statement.in_(list(moved)))
    placed = set(connection.execute(chosen).scalars())
    insert_all(connection, membership, ({"statement": s, "event": e} for s, e in moved.items() if s not in placed))

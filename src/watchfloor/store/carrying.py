"""Decisions follow what they were made on: through a recoding, and into a new version of the document.

Within the same bytes a decision holds for the statement of the same type whose trigger overlaps; in a new version for
the one of the same type, trigger and sentence.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from watchfloor.records import Document

from .tables import appearances, statements, targets

Loose = list[tuple[dict[str, Any], Any]]


def loosen(connection: Connection, vanishing: Sequence[str]) -> Loose:
    """The targets that hang on statements about to go, with what those were."""
    found = connection.execute(
        select(targets, statements.c.type, statements.c.trigger_start, statements.c.trigger_end)
        .join_from(targets, statements)
        .where(targets.c.statement.in_(vanishing))
    )
    return [({c.name: getattr(row, c.name) for c in targets.c}, row) for row in found]


def tie(connection: Connection, document: str, loose: Loose) -> None:
    """Hang them on the statements that tell the same now; those that fit nowhere stay without."""
    for target, was in loose:
        same = (
            statements.c.document == document,
            statements.c.type == was.type,
            statements.c.trigger_start < was.trigger_end,
            statements.c.trigger_end > was.trigger_start,
        )
        found = (
            connection.execute(select(statements.c.id).where(*same).order_by(statements.c.position)).scalars().first()
        )
        if found is not None:
            _hang(connection, {**target, "statement": found})


def to_new_version(connection: Connection, document: Document, key: str) -> None:
    """Let decisions on the version that ``document`` replaces hold for the same words in it, too."""
    versions = select(appearances.c.document).where(appearances.c.key == key, appearances.c.document != document.id)
    columns = statements.c.type, statements.c.evidence, statements.c.record, statements.c.trigger_start
    old = connection.execute(
        select(targets, *columns).join_from(targets, statements).where(statements.c.document.in_(versions))
    ).all()
    if not old:
        return
    new = connection.execute(select(statements.c.id, *columns).where(statements.c.document == document.id)).all()
    for was in old:
        same = [n for n in new if _words(n) == _words(was)]
        if same:
            nearest = min(same, key=lambda n: abs(n.trigger_start - was.trigger_start))
            _hang(connection, {c.name: getattr(was, c.name) for c in targets.c} | {"statement": nearest.id})


def _words(row: Any) -> tuple[str, str, str]:
    return row.type, row.evidence, row.record["trigger"]["text"]


def _hang(connection: Connection, target: dict[str, Any]) -> None:
    there = [column == target[column.name] for column in targets.c]
    if connection.execute(select(targets.c.decision).where(*there)).first() is None:
        connection.execute(insert(targets), target)

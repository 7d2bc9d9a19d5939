"""What people decided, laid over what was coded: the columns and tables by which statements are found and linked.

``statements.record`` stays as coded. Everything else about a statement is made anew from the tables whenever a decision
on its document comes in, is undone, or the document is coded again, so that nothing depends on the order of these.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, exists, insert, or_, select, update

from watchfloor import assessment, linking
from watchfloor.assessment import Applied, Member, Publication, Ties
from watchfloor.records import Decision, Statement, decoding

from . import decisions, linking_rows
from .encoding import derived_columns, mention_rows, statement_columns
from .rows import insert_all
from .tables import anchors, appearances, documents, mentions, removals, statements, vectors
from .tables import decisions as made


def concerned(connection: Connection, document: str) -> bool:
    """Some decision may say something of this document."""
    keys = select(appearances.c.key).where(appearances.c.document == document)
    here = exists().where(anchors.c.key.in_(keys))
    return bool(connection.execute(select(or_(here, exists().where(made.c.scope == "actor")))).scalar_one())


def refresh(
    connection: Connection, ids: Iterable[str], ties: Ties, meanings: Mapping[str, bytes] | None = None
) -> None:
    """Make anew what is derived of these documents' statements; ``meanings``: vectors of those that people add."""
    table = decisions.everything(connection)
    for document in sorted(ids):
        _refresh(connection, document, table, ties, meanings or {})


def unfit(connection: Connection, ties: Ties) -> list[assessment.Unfit]:
    """Decisions without effect, and why; those on documents that were taken out are left out."""
    gone = set(
        connection.execute(
            select(anchors.c.decision).where(anchors.c.document.in_(select(removals.c.document)))
        ).scalars()
    )
    return [each for each in applied(connection, ties).unfit if each.decision.id not in gone]


def applied(connection: Connection, ties: Ties) -> Applied:
    """All that was decided, over the statements of the documents that it is about."""
    decided = select(appearances.c.document).where(appearances.c.key.in_(select(anchors.c.key)))
    ids = list(connection.execute(decided.distinct().order_by(appearances.c.document)).scalars())
    publications = {id_: _publication(connection, id_) for id_ in ids}
    members = [
        Member(decoding.statement(row.record), publications[id_]) for id_ in ids for row in _coded(connection, id_)
    ]
    return assessment.apply(members, decisions.everything(connection), ties, publications.values())


def _refresh(
    connection: Connection, id_: str, table: Sequence[Decision], ties: Ties, meanings: Mapping[str, bytes]
) -> None:
    publication = _publication(connection, id_)
    rows = _coded(connection, id_)
    coded = [decoding.statement(row.record) for row in rows if not row.added]
    applied = assessment.apply([Member(s, publication) for s in coded], table, ties, [publication])
    now = {m.id: m.statement for m in applied.members}
    _settle_added(connection, id_, rows, applied, now, meanings)
    told = {row.id: now.get(row.id) or decoding.statement(row.record) for row in _coded(connection, id_)}
    mine = select(statements.c.id).where(statements.c.document == id_)
    connection.execute(delete(mentions).where(mentions.c.statement.in_(mine)))
    connection.execute(delete(linking_rows.TABLE).where(linking_rows.TABLE.c.id.in_(mine)))
    for statement in told.values():
        values = {**derived_columns(statement), "rejected": statement.id in applied.rejected}
        connection.execute(update(statements).where(statements.c.id == statement.id), values)
    insert_all(connection, mentions, [row for statement in told.values() for row in mention_rows(statement)])
    record = connection.execute(select(documents.c.record).where(documents.c.id == id_)).scalar_one()
    document = decoding.document({**record, "text": ""})
    meant = {
        row.statement: row.vector for row in connection.execute(select(vectors).where(vectors.c.statement.in_(mine)))
    }
    counted = [told[statement] for statement in told if statement not in applied.rejected]
    linking_rows.keep(connection, [linking.row(s, document, meant.get(s.id)) for s in counted])


def _settle_added(
    connection: Connection,
    document: str,
    rows: Sequence[Any],
    applied: Applied,
    now: Mapping[str, Statement],
    meanings: Mapping[str, bytes],
) -> None:
    """Keep the statements that people added as rows of their own, while their decision holds."""
    there = {row.id for row in rows}
    undone = [row.id for row in rows if row.added and row.id not in now and row.id not in applied.rejected]
    connection.execute(delete(statements).where(statements.c.id.in_(undone)))
    coder = connection.execute(select(documents.c.coder).where(documents.c.id == document)).scalar_one()
    added = sorted(now.keys() - there)
    for position, id_ in enumerate(added, start=len(rows)):
        connection.execute(insert(statements), statement_columns(now[id_], position, coder, added=True))
    insert_all(connection, vectors, [{"statement": id_, "vector": meanings[id_]} for id_ in added if id_ in meanings])


def _coded(connection: Connection, document: str) -> Sequence[Any]:
    chosen = select(statements.c.id, statements.c.added, statements.c.record).where(statements.c.document == document)
    return connection.execute(chosen.order_by(statements.c.position, statements.c.id)).all()


def _publication(connection: Connection, document: str) -> Publication:
    d = documents.c
    chosen = select(d.id, d.key, d.published, d.source, d.publication).where(d.id == document)
    return Publication(*connection.execute(chosen).one())

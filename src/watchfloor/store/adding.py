"""A document and its statements into the store, in one transaction: all of it, or nothing."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, insert, select, update

from watchfloor.records import Document, Statement

from . import carrying, linking_rows
from .encoding import Row, document_columns, mention_rows, particulars, statement_columns, storable
from .kept import Added
from .tables import appearances, documents, mentions, originals, signatures, statements, unlinked, vectors

#: What may differ without a document being another: when it was fetched.
PASSING = ("retrieved",)


@dataclass(frozen=True, slots=True)
class Coded:
    """All that is kept of one version of a document; ``vectors`` and ``rows`` are parallel to ``statements``."""

    document: Document
    statements: Sequence[Statement]
    original: bytes
    coder: str
    run: int
    signature: bytes | None
    vectors: Sequence[bytes | None]
    rows: Sequence[Mapping[str, object]]


def known(connection: Connection, key: str, id: str, coder: str, said: Mapping[str, str | None]) -> bool:
    """These bytes are what stands under ``key``, coded by this version, with the particulars that were ``said``."""
    newest = appearances.c.key == storable(key), appearances.c.document == id, appearances.c.superseded.is_(False)
    row = connection.execute(
        select(documents.c.coder, appearances.c.record).join_from(appearances, documents).where(*newest)
    ).one_or_none()
    if row is None or row.coder != coder:
        return False
    return all(row.record.get(name) == value for name, value in said.items() if value is not None)


def add(connection: Connection, coded: Coded) -> Added:
    """Keep what was coded; says what that changed."""
    record = particulars(coded.document)
    kept = connection.execute(
        select(documents.c.coder, documents.c.record).where(documents.c.id == coded.document.id)
    ).one_or_none()
    if kept is None:
        _insert_document(connection, coded, record)
        _insert_statements(connection, coded, coded.statements)
    elif kept.coder != coded.coder or (kept.record["key"] == record["key"] and _differs(kept.record, record)):
        _recode(connection, coded, record)
    else:
        return _appear(connection, record) or Added.SAME
    appeared = _appear(connection, record)
    if appeared is Added.CHANGED:
        carrying.to_new_version(connection, coded.document, record["key"])
    _ask_for_links(connection, coded.document.id)
    if kept is None:
        return Added.CHANGED if appeared is Added.CHANGED else Added.NEW
    return Added.RECODED


def _differs(kept: Row, record: Row) -> bool:
    return any(kept.get(name) != value for name, value in record.items() if name not in PASSING)


def _insert_document(connection: Connection, coded: Coded, record: Row) -> None:
    hash_ = hashlib.sha256(coded.original).hexdigest()
    if connection.execute(select(originals.c.hash).where(originals.c.hash == hash_)).one_or_none() is None:
        connection.execute(insert(originals), {"hash": hash_, "bytes": coded.original})
    row = {"superseded": False, "coder": coded.coder, "run": coded.run, "original": hash_, "text": coded.document.text}
    connection.execute(insert(documents), {**document_columns(record), **row})
    _sign(connection, coded)


def _sign(connection: Connection, coded: Coded) -> None:
    connection.execute(delete(signatures).where(signatures.c.document == coded.document.id))
    if coded.signature is not None:
        connection.execute(insert(signatures), {"document": coded.document.id, "signature": coded.signature})


def _insert_statements(connection: Connection, coded: Coded, new: Sequence[Statement]) -> None:
    """The rows of ``new``, which are some of ``coded``'s, and all that hangs on the statements of ``coded``."""
    positions = {s.id: i for i, s in enumerate(coded.statements)}
    _many(connection, statements, [statement_columns(s, positions[s.id], coded.coder) for s in new])
    _many(connection, mentions, [row for s in coded.statements for row in mention_rows(s)])
    meant = zip(coded.statements, coded.vectors, strict=True)
    _many(connection, vectors, [{"statement": s.id, "vector": v} for s, v in meant if v is not None])
    linking_rows.keep(connection, coded.rows)


def _many(connection: Connection, table: Table, values: list[Row]) -> None:
    if values:
        connection.execute(insert(table), values)


def _recode(connection: Connection, coded: Coded, record: Row) -> None:
    """Put what another coder version, or other particulars, made of the same bytes in place of what is kept.

    A statement that both make keeps its row, and with it its event and its decisions.
    """
    document = coded.document.id
    mine = statements.c.document == document, statements.c.added.is_(False)
    before = set(connection.execute(select(statements.c.id).where(*mine)).scalars())
    now = {s.id for s in coded.statements}
    loose = carrying.loosen(connection, sorted(before - now))
    values = {**document_columns(record), "coder": coded.coder, "run": coded.run, "text": coded.document.text}
    connection.execute(update(documents).where(documents.c.id == document), values)
    _sign(connection, coded)
    for table in (mentions, vectors):
        connection.execute(delete(table).where(table.c.statement.in_(sorted(before))))
    linking_rows.forget(connection, sorted(before))
    connection.execute(delete(statements).where(statements.c.id.in_(sorted(before - now))))
    for position, statement in enumerate(coded.statements):
        if statement.id in before:
            columns = statement_columns(statement, position, coded.coder)
            connection.execute(update(statements).where(statements.c.id == statement.id), columns)
    _insert_statements(connection, coded, [s for s in coded.statements if s.id not in before])
    carrying.tie(connection, document, loose)


def _appear(connection: Connection, record: Row) -> Added | None:
    """Note that these bytes are what stands under the key now; None where they were already."""
    key, id_ = record["key"], record["id"]
    mine = appearances.c.key == key, appearances.c.document == id_
    versions = connection.execute(
        select(appearances.c.document, appearances.c.superseded, appearances.c.version).where(appearances.c.key == key)
    ).all()
    newest = next((v.document for v in versions if not v.superseded), None)
    if newest == id_:
        connection.execute(update(appearances).where(*mine), {"record": record})
        return None
    if newest is not None:
        connection.execute(update(appearances).where(appearances.c.key == key), {"superseded": True})
    row = {"version": max((v.version for v in versions), default=0) + 1, "superseded": False, "record": record}
    if any(v.document == id_ for v in versions):  # back to an earlier version
        connection.execute(update(appearances).where(*mine), row)
    else:
        connection.execute(insert(appearances), {"key": key, "document": id_, **row})
    for document in [id_] if newest is None else [newest, id_]:
        _settle(connection, document)
    return Added.COPY if newest is None else Added.CHANGED


def _settle(connection: Connection, document: str) -> None:
    """A text counts while it is the newest under one of its keys, and is told as it stands there."""
    row = connection.execute(select(documents.c.key, documents.c.superseded).where(documents.c.id == document)).one()
    standing = {
        a.key: a.record
        for a in connection.execute(
            select(appearances.c.key, appearances.c.record)
            .where(appearances.c.document == document, appearances.c.superseded.is_(False))
            .order_by(appearances.c.key)
        )
    }
    if row.superseded == (not standing) and row.key in standing:
        return
    values: Row = {"superseded": not standing}
    if standing and row.key not in standing:
        values |= document_columns(next(iter(standing.values())))
    connection.execute(update(documents).where(documents.c.id == document), values)
    _ask_for_links(connection, document)


def _ask_for_links(connection: Connection, why: str) -> None:
    connection.execute(insert(unlinked), {"why": why})

"""A document and its statements into the store, in one transaction: all of it, or nothing."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from watchfloor.records import Document, Statement

from . import carrying, linking_rows, runs, versions
from .encoding import Row, document_columns, mention_rows, particulars, statement_columns, storable
from .kept import Added
from .rows import ask_for_links, delete_all, insert_all
from .tables import appearances, documents, mentions, originals, signatures, statements, vectors

#: What may differ without a document being another: when it was fetched.
PASSING = ("retrieved",)


#: What stands under a key, if it is that document; made once, for an `add` asks it of every input.
STANDING = (
    select(documents.c.coder, appearances.c.record)
    .join_from(appearances, documents)
    .where(
        appearances.c.key == bindparam("key"),
        appearances.c.document == bindparam("id"),
        appearances.c.superseded.is_(False),
    )
)


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


def known(connection: Connection, key: str, id: str, coder: str | None, said: Mapping[str, str | None]) -> bool:
    """These bytes are what stands under ``key``, coded by this version or any, with what was ``said``."""
    row = connection.execute(STANDING, {"key": storable(key), "id": id}).one_or_none()
    if row is None or coder not in (row.coder, None):
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
        became = Added.NEW
    elif kept.coder != coded.coder or (kept.record["key"] == record["key"] and _differs(kept.record, record)):
        _recode(connection, coded, record)
        became = Added.RECODED
    else:
        became = Added.SAME
    if became is not Added.SAME:
        runs.count(connection, coded.run, len(coded.statements))
    appeared = versions.appear(connection, record)
    if appeared.replaced:
        carrying.into_new_version(connection, appeared.replaced, coded.document.id)
        return Added.CHANGED
    return Added.COPY if became is Added.SAME and appeared.new else became


def _differs(kept: Row, record: Row) -> bool:
    return any(kept.get(name) != value for name, value in record.items() if name not in PASSING)


def _insert_document(connection: Connection, coded: Coded, record: Row) -> None:
    hash_ = hashlib.sha256(coded.original).hexdigest()
    if connection.execute(select(originals.c.hash).where(originals.c.hash == hash_)).one_or_none() is None:
        connection.execute(insert(originals), {"hash": hash_, "bytes": coded.original})
    row = {"superseded": False, "coder": coded.coder, "run": coded.run, "original": hash_, "text": coded.document.text}
    connection.execute(insert(documents), {**document_columns(record), **row})
    _sign(connection, coded)
    ask_for_links(connection, coded.document.id)


def _sign(connection: Connection, coded: Coded) -> None:
    connection.execute(delete(signatures).where(signatures.c.document == coded.document.id))
    if coded.signature is not None:
        connection.execute(insert(signatures), {"document": coded.document.id, "signature": coded.signature})


def _insert_statements(connection: Connection, coded: Coded, new: Sequence[Statement]) -> None:
    """The rows of ``new``, which are some of ``coded``'s, and all that hangs on the statements of ``coded``."""
    positions = {s.id: i for i, s in enumerate(coded.statements)}
    insert_all(connection, statements, [statement_columns(s, positions[s.id], coded.coder) for s in new])
    insert_all(connection, mentions, [row for s in coded.statements for row in mention_rows(s)])
    meant = zip(coded.statements, coded.vectors, strict=True)
    insert_all(connection, vectors, [{"statement": s.id, "vector": v} for s, v in meant if v is not None])
    linking_rows.keep(connection, coded.rows)


def _recode(connection: Connection, coded: Coded, record: Row) -> None:
    """Put what another coder version, or other particulars, made of the same bytes in place of what is kept.

    A statement that both make keeps its row, and with it its event and its decisions; what people added stays.
    """
    document = coded.document.id
    before = carrying.statements_of(connection, document)
    now = {s.id for s in coded.statements}
    coded_ids = select(statements.c.id).where(statements.c.document == document, statements.c.added.is_(False))
    mine = set(connection.execute(coded_ids).scalars())
    gone = [told for told in before if told.id in mine - now]
    events = carrying.places(connection, gone)
    values = {**document_columns(record), "coder": coded.coder, "run": coded.run, "text": coded.document.text}
    connection.execute(update(documents).where(documents.c.id == document), values)
    _sign(connection, coded)
    there = {told.id for told in before}
    replaced = mine | (there & now)  # what a person had added and is found now counts as found
    for column in (mentions.c.statement, vectors.c.statement, linking_rows.TABLE.c.id):
        delete_all(connection, column, replaced)
    delete_all(connection, statements.c.id, mine - now)
    for position, statement in enumerate(coded.statements):
        if statement.id in there:
            columns = statement_columns(statement, position, coded.coder)
            connection.execute(update(statements).where(statements.c.id == statement.id), columns)
    _insert_statements(connection, coded, [s for s in coded.statements if s.id not in there])
    ask_for_links(connection, document)
    carrying.through_recoding(connection, gone, carrying.statements_of(connection, document), events)

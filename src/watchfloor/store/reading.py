"""Documents and statements out of the store."""

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa
from sqlalchemy import Connection, Select, Table, func, select

from watchfloor.linking.linked import SIGNATURES
from watchfloor.records import Document, decoding

from .errors import StoreError
from .filters import Filter, of_documents, of_events, of_statements
from .kept import Kept, Standing
from .tables import appearances, documents, membership, originals, redirects, signatures, statements

#: Rows fetched at once: a thousand statements take about two megabytes.
BATCH = 1000

#: Digits of ids, and what comes after them in every collation.
DIGITS = set("0123456789abcdef")
AFTER = "g"

BY_DAY = documents.c.published.is_(None), documents.c.published, documents.c.key, documents.c.id
KEPT = (
    statements.c.record,
    documents.c.id.label("document"),
    documents.c.key,
    documents.c.title,
    documents.c.published,
    documents.c.source,
    documents.c.publication,
    documents.c.superseded,
    membership.c.event,
)


class Unknown(StoreError):
    """Nothing has that id, or begins so."""


def all_documents(connection: Connection, f: Filter) -> Iterator[Document]:
    """Documents by day of publication, those without one last."""
    chosen = select(documents.c.record, documents.c.text).where(*of_documents(f, connection.dialect.name))
    for row in _stream(connection, chosen.order_by(*BY_DAY)):
        yield decoding.document({**row.record, "text": row.text})


def all_standings(connection: Connection, f: Filter) -> Iterator[Standing]:
    """How they stand, in the order of `all_documents`."""
    told = select(func.count()).where(statements.c.document == documents.c.id, statements.c.rejected.is_(False))
    asked = documents.c.id, documents.c.coder, documents.c.superseded, told.scalar_subquery().label("statements")
    chosen = select(*asked).where(*of_documents(f, connection.dialect.name))
    for row in _stream(connection, chosen.order_by(*BY_DAY)):
        yield Standing(row.id, row.coder, row.superseded, row.statements)


def original(connection: Connection, id_: str, place: str) -> bytes:
    """The bytes of a document."""
    chosen = select(originals.c.bytes).join_from(documents, originals).where(documents.c.id == id_)
    found = connection.execute(chosen).scalar()
    if found is None:
        raise Unknown(place, f"no document {id_!r}", "`watchfloor documents` lists them")
    return bytes(found)


def all_statements(connection: Connection, f: Filter) -> Iterator[Kept]:
    """Statements in the order of their documents, as they stand there."""
    chosen = _kept().where(*of_statements(f, connection.dialect.name))
    for row in _stream(connection, chosen.order_by(*BY_DAY, statements.c.position, statements.c.id)):
        yield kept(row)


def all_signatures(connection: Connection) -> pa.Table:
    """What finds copies, by `linking.linked.SIGNATURES`: a row for every document that counts, in the order of ids."""
    chosen = select(documents.c.id.label("document"), documents.c.key, documents.c.published, signatures.c.signature)
    counted = chosen.outerjoin_from(documents, signatures).where(documents.c.superseded.is_(False))
    rows = connection.execute(counted.order_by(documents.c.id)).mappings()
    return pa.Table.from_pylist([dict(row) for row in rows], schema=SIGNATURES)


def all_events(connection: Connection, f: Filter) -> list[str]:
    """Ids of events, in no order but their own."""
    chosen = select(membership.c.event).where(*of_events(f, connection.dialect.name)).distinct()
    return list(connection.execute(chosen.order_by(membership.c.event)).scalars())


def members_of(connection: Connection, events: Sequence[str]) -> dict[str, list[Kept]]:
    """By event, its statements by their documents' days; superseded and rejected ones too."""
    found: dict[str, list[Kept]] = {event: [] for event in events}
    chosen = _kept().where(membership.c.event.in_(events))
    for row in connection.execute(chosen.order_by(documents.c.published, statements.c.id)):
        found[row.event].append(kept(row))
    return found


def _kept() -> Select[Any]:
    return select(*KEPT).join_from(statements, documents).outerjoin(membership)


def kept(row: Any) -> Kept:
    """A statement with where it stands, from a row of ``KEPT``."""
    place = (row.document, row.key, row.title, row.published, row.source, row.publication, row.superseded, row.event)
    return Kept(decoding.statement(row.record), *place)


def _stream(connection: Connection, chosen: Select[Any]) -> Iterator[Any]:
    yield from connection.execute(chosen, execution_options={"yield_per": BATCH})


def document(connection: Connection, name: str, place: str) -> Document:
    """The document of that id, prefix of an id, key or path."""
    newest = select(appearances.c.document).where(appearances.c.key == name, appearances.c.superseded.is_(False))
    id_ = connection.execute(newest).scalar() or one(connection, documents, "id", name, "document", place)
    row = connection.execute(select(documents.c.record, documents.c.text).where(documents.c.id == id_)).one()
    return decoding.document({**row.record, "text": row.text})


def statement(connection: Connection, prefix: str, place: str) -> Kept:
    """The statement of that id or unique prefix."""
    id_ = one(connection, statements, "id", prefix, "statement", place)
    return kept(connection.execute(_kept().where(statements.c.id == id_)).one())


def event(connection: Connection, prefix: str, place: str) -> str:
    """The id of the event of that id or unique prefix; one that was merged away leads to where it went."""
    try:
        return one(connection, membership, "event", prefix, "event", place)
    except Unknown:
        old = one(connection, redirects, "old", prefix, "event", place)
    chosen = select(redirects.c.new).where(redirects.c.old == old).order_by(redirects.c.new)
    new: list[str] = list(connection.execute(chosen).scalars())
    if len(new) > 1:
        raise StoreError(place, f"event {old} was split into {', '.join(new)}", "give one of these")
    return new[0]


def one(connection: Connection, table: Table, column: str, prefix: str, noun: str, place: str) -> str:
    """The one id that begins with ``prefix``; StoreError names the candidates where there are several."""
    asked = prefix.strip().lower()
    found: list[str] = []
    if asked and set(asked) <= DIGITS:
        values = table.c[column]
        near = select(values).where(values >= asked, values < asked + AFTER).distinct().order_by(values).limit(6)
        found = list(connection.execute(near).scalars())
    if len(found) == 1:
        return found[0]
    if not found:
        raise Unknown(place, f"no {noun} {prefix!r}", f"`watchfloor {noun}s` lists them")
    more = ", ..." if len(found) > 5 else ""
    raise StoreError(place, f"several {noun}s begin with {prefix!r}: {', '.join(found[:5])}{more}", "give more digits")

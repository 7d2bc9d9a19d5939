"""Which text stands under which key: versions of one document, and one text found in several places."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from .encoding import Row, document_columns
from .rows import ask_for_links
from .tables import appearances, documents


@dataclass(frozen=True, slots=True)
class Appeared:
    """``new``: these bytes did not stand under the key; ``replaced``: what did, None where the key is new as well."""

    new: bool
    replaced: str | None = None


def appear(connection: Connection, record: Row) -> Appeared:
    """Note that a kept text is what stands under its key now; ``record`` are its particulars there."""
    key, id_ = record["key"], record["id"]
    mine = appearances.c.key == key, appearances.c.document == id_
    versions = connection.execute(
        select(appearances.c.document, appearances.c.superseded, appearances.c.version).where(appearances.c.key == key)
    ).all()
    newest = next((v.document for v in versions if not v.superseded), None)
    if newest == id_:
        connection.execute(update(appearances).where(*mine), {"record": record})
        return Appeared(new=False)
    connection.execute(update(appearances).where(appearances.c.key == key), {"superseded": True})
    row = {"version": max((v.version for v in versions), default=0) + 1, "superseded": False, "record": record}
    if any(v.document == id_ for v in versions):  # back to an earlier version
        connection.execute(update(appearances).where(*mine), row)
    else:
        connection.execute(insert(appearances), {"key": key, "document": id_, **row})
    for document in [id_] if newest is None else [newest, id_]:
        settle(connection, document)
    return Appeared(new=True, replaced=newest)


def settle(connection: Connection, document: str) -> None:
    """Let a text count while it is the newest under one of its keys, and be told as it stands there."""
    row = connection.execute(select(documents.c.key, documents.c.superseded).where(documents.c.id == document)).one()
    standing = connection.execute(
        select(appearances.c.key, appearances.c.record)
        .where(appearances.c.document == document, appearances.c.superseded.is_(False))
        .order_by(appearances.c.key)
    ).all()
    if standing and row.key not in {each.key for each in standing}:
        connection.execute(update(documents).where(documents.c.id == document), document_columns(standing[0].record))
    if row.superseded == bool(standing):
        connection.execute(update(documents).where(documents.c.id == document), {"superseded": not standing})
        ask_for_links(connection, document)

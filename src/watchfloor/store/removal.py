"""Taking documents out."""

from sqlalchemy import Connection, delete, exists, insert, select, update

from .rows import ask_for_links
from .tables import appearances, decisions, documents, originals, removals
from .versions import settle


def remove(connection: Connection, document: str, by: str, at: str, reason: str) -> list[str]:
    """Delete a document with all versions under its keys, and all that hangs on them; leaves a row for each.

    A version that stands under another key as well is kept there. What was decided on a deleted one stays as a row
    without the words it was made on.
    """
    keys = list(connection.execute(select(appearances.c.key).where(appearances.c.document == document)).scalars())
    here = appearances.c.key.in_(keys)
    versions = set(connection.execute(select(appearances.c.document).where(here)).scalars())
    elsewhere = set(
        connection.execute(select(appearances.c.document).where(appearances.c.document.in_(versions), ~here)).scalars()
    )
    connection.execute(delete(appearances).where(here))
    for id_ in sorted(elsewhere):
        settle(connection, id_)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
    gone = sorted(versions - elsewhere)
    for id_ in gone:
        key = connection.execute(select(documents.c.key).where(documents.c.id == id_)).scalar_one()
        _silence(connection, id_)
        connection.execute(delete(documents).where(documents.c.id == id_))
        trace = {"document": id_, "key": key, "by": by, "at": at, "reason": reason}
        connection.execute(insert(removals), trace)
        ask_for_links(connection, id_)
    unused = ~exists().where(documents.c.original == originals.c.hash)
    connection.execute(delete(originals).where(unused))
    return gone


def _silence(connection: Connection, document: str) -> None:
    """Take the words of a document out of the decisions made on it."""
    for id_, record in connection.execute(select(decisions.c.id, decisions.c.record)).all():
        anchors = [a for a in (*record["subjects"], *record["others"]) if a["document"] == document]
        if anchors:
            for anchor in anchors:
                anchor["evidence"] = anchor["trigger"]["text"] = ""
            values = {"record": {**record, "before": None, "value": None}}
            connection.execute(update(decisions).where(decisions.c.id == id_), values)

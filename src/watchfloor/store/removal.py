"""Taking documents out."""

from sqlalchemy import Connection, delete, exists, insert, select, update

from .rows import ask_for_links
from .tables import appearances, decisions, documents, originals, removals


def remove(connection: Connection, document: str, by: str, at: str, reason: str) -> list[str]:
    """Delete a document with all versions under its keys, and all that hangs on them; leaves a row for each.

    What was decided on it stays as a row without the words it was made on.
    """
    keys = select(appearances.c.key).where(appearances.c.document == document)
    versions = select(appearances.c.document).where(appearances.c.key.in_(keys)).distinct()
    gone = list(
        connection.execute(
            select(documents.c.id).where(documents.c.id.in_(versions)).order_by(documents.c.id)
        ).scalars()
    )
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
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

"""Writing and deleting many rows."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, insert

from .tables import unlinked

#: Rows or values to a command: SQLite takes at most 32,766 parameters.
CHUNK = 10_000


def insert_all(connection: Connection, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
    """Insert rows that all have the same columns; none is nothing to do."""
    remaining = iter(rows)
    while chunk := list(islice(remaining, CHUNK)):
        connection.execute(insert(table), chunk)


def delete_all(connection: Connection, column: Column[Any], values: Iterable[str]) -> None:
    """Delete the rows in which ``column`` has one of the values."""
    ordered = sorted(values)
    for start in range(0, len(ordered), CHUNK):
        connection.execute(delete(column.table).where(column.in_(ordered[start : start + CHUNK])))


def ask_for_links(connection: Connection, why: str) -> None:
    """Note that linking has something to look at: a document, a decision."""
    connection.execute(insert(unlinked), {"why": why})

"""Writing, deleting and reading many rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, delete, insert

from .tables import unlinked

#: Rows or values to a command: SQLite takes at most 32,766 parameters.
CHUNK = 10_000


def insert_all(connection: Connection, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
    """Insert rows that all have the same columns; none is nothing to do."""
    remaining = iter(rows)
    while chunk := list(islice(remaining, CHUNK)):
        connection.execute(insert(table), chunk)


def pour(connection: Connection, table: Table, names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Insert rows by the million: values as the driver takes them, in the order of ``names``."""
    quote = connection.dialect.identifier_preparer.quote
    columns = ", ".join(map(quote, names))
    cursor: Any = connection.connection.cursor()
    if connection.dialect.name == "sqlite":
        cursor.executemany(f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({', '.join('?' * len(names))})", rows)
    else:
        with cursor.copy(f"COPY {quote(table.name)} ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    cursor.close()


def drawn(connection: Connection, chosen: Select[Any], many: int) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of a query without parameters by the million, ``many`` at once: values as the driver gives them."""
    driver: Any = connection.connection.driver_connection
    sqlite = connection.dialect.name == "sqlite"
    cursor = driver.cursor() if sqlite else driver.cursor(name="drawn")  # named: the server holds the rows
    cursor.execute(str(chosen.compile(dialect=connection.dialect)))
    while rows := cursor.fetchmany(many):
        yield rows
    cursor.close()


def delete_all(connection: Connection, column: Column[Any], values: Iterable[str]) -> None:
    """Delete the rows in which ``column`` has one of the values."""
    ordered = sorted(values)
    for start in range(0, len(ordered), CHUNK):
        connection.execute(delete(column.table).where(column.in_(ordered[start : start + CHUNK])))


def ask_for_links(connection: Connection, why: str) -> None:
    """Note that linking has something to look at: a document, a decision."""
    connection.execute(insert(unlinked), {"why": why})

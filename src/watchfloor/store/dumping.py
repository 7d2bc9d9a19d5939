"""A store as sorted lines, to compare two of them."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, Integer, LargeBinary, Table, select

from . import linking_rows
from .encoding import dumps
from .tables import METADATA, failures, runs, unlinked

#: What says when and in which order work was done, not what was kept. Failures belong to their run.
LEFT_OUT = (runs, failures, unlinked)
PASSING = ("number", "run", "at")


def lines(connection: Connection) -> Iterator[str]:
    """``table`` and a row as JSON, for every row, sorted; bytes are hexadecimal."""
    tables = [t for t in METADATA.sorted_tables if t not in LEFT_OUT]
    for table in sorted([*tables, linking_rows.TABLE], key=lambda t: t.name):
        yield from sorted(_lines(connection, table))


def _lines(connection: Connection, table: Table) -> Iterator[str]:
    kept = [c for c in table.c if table is linking_rows.TABLE or not _passes(c)]
    for row in connection.execute(select(*kept), execution_options={"yield_per": 1000}):
        values = {
            c.name: v.hex() if isinstance(c.type, LargeBinary) and v is not None else v
            for c, v in zip(kept, row, strict=True)
        }
        yield f"{table.name} {dumps(values)}"


def _passes(column: Column[Any]) -> bool:
    """Numbers that were given in order, runs and times."""
    return column.name in PASSING or (column.name == "id" and isinstance(column.type, Integer))

"""Statements as linking sees them: a table after `linking.SCHEMA`, written row by row and read as one Arrow table.

It can be made again from statements and decisions: where another version of linking has other columns, it is. Days are
kept as ISO text and lists as JSON, so that the table can be read by eye.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Float,
    ForeignKey,
    LargeBinary,
    MetaData,
    Table,
    Text,
    func,
    insert,
    inspect,
    select,
)

from watchfloor.assessment import Naming
from watchfloor.linking.rows import SCHEMA, row
from watchfloor.records import decoding

from .encoding import dumps
from .rows import drawn
from .tables import documents, statements, vectors

#: Rows turned into Arrow at once: some dozen megabytes of Python objects.
CHUNK = 50_000

#: Statements read at once, with their records, when rows are made anew.
BATCH = 1000


def _kind(field: pa.Field) -> Any:
    """The SQL type in which a column of the schema is kept."""
    if pa.types.is_integer(field.type):
        return BigInteger
    if pa.types.is_floating(field.type):
        return Float
    if pa.types.is_boolean(field.type):
        return Boolean
    return LargeBinary if pa.types.is_binary(field.type) else Text


TABLE = Table(
    "linking_rows",
    MetaData(),
    Column("id", ForeignKey(statements.c.id, ondelete="CASCADE"), primary_key=True),
    *(Column(field.name, _kind(field)) for field in SCHEMA if field.name != "id"),
)


def countries(connection: Connection, ids: Sequence[str]) -> list[Naming]:
    """Which countries the statements of some documents name, section by section."""
    columns = (statements.c.document, TABLE.c.section, TABLE.c.heading, TABLE.c.country)
    chosen = select(*columns, func.count()).join_from(statements, TABLE).where(statements.c.document.in_(ids))
    return [Naming(*row) for row in connection.execute(chosen.group_by(*columns).order_by(*columns))]


def fits(connection: Connection) -> bool:
    """The table is there, and has the columns of this version of linking."""
    there = inspect(connection)
    names = there.get_table_names()
    return TABLE.name in names and [c["name"] for c in there.get_columns(TABLE.name)] == TABLE.columns.keys()


def make(connection: Connection) -> None:
    """Make the table anew, and its rows from the statements."""
    TABLE.drop(connection, checkfirst=True)
    TABLE.create(connection)
    stored = (
        select(statements.c.record, documents.c.record.label("document"), vectors.c.vector)
        .join_from(statements, documents)
        .outerjoin(vectors)
        .where(statements.c.rejected.is_(False))
    )
    for batch in connection.execute(stored, execution_options={"yield_per": BATCH}).partitions():
        keep(connection, [_row(each) for each in batch])


def _row(stored: Any) -> Mapping[str, object]:
    document = decoding.document({**stored.document, "text": ""})
    made: Mapping[str, object] = row(decoding.statement(stored.record), document, stored.vector)
    return made


def keep(connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
    """Write rows of the schema, whose statements are kept already."""
    if rows:
        connection.execute(insert(TABLE), [{name: _plain(value) for name, value in each.items()} for each in rows])


def table(connection: Connection) -> pa.Table:
    """The rows of every statement that counts, by `linking.SCHEMA`, in the order of their ids."""
    superseded = select(documents.c.id).where(documents.c.superseded)
    counted = select(TABLE).where(TABLE.c.document.not_in(superseded))
    batches = [pa.record_batch(_columns(rows), schema=SCHEMA) for rows in drawn(connection, counted, CHUNK)]
    return pa.Table.from_batches(batches, schema=SCHEMA).sort_by("id")


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return dumps(value) if isinstance(value, (list, tuple)) else value


def _columns(rows: Sequence[Any]) -> list[pa.Array]:
    return [_array(values, field.type) for values, field in zip(zip(*rows, strict=True), SCHEMA, strict=True)]


def _array(values: Sequence[Any], type_: pa.DataType) -> pa.Array:
    """A column as it was kept to one of its type; a list that many rows share is read once."""
    if pa.types.is_date(type_):
        return pa.array(values, pa.string()).cast(type_)
    if pa.types.is_list(type_):
        shared = pa.array(values, pa.string()).dictionary_encode()
        read = [json.loads(text) for text in shared.dictionary.to_pylist()]
        return pa.array(read, type_).take(shared.indices)
    if pa.types.is_boolean(type_):
        return pa.array([None if value is None else bool(value) for value in values], type_)
    return pa.array(values, type_)

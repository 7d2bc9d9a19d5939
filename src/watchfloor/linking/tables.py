"""Python's values as tables of DuckDB, and the other way round."""

from collections.abc import Sequence

import duckdb
import pyarrow as pa


def fill(connection: duckdb.DuckDBPyConnection, name: str, columns: str, values: Sequence[tuple[object, ...]]) -> None:
    """Make a table of these columns and lines; over Arrow, since single inserts of a thousand lines take seconds."""
    connection.execute(f"create table {name} ({columns})")
    if values:
        given = pa.table({f"c{i}": pa.array(column) for i, column in enumerate(zip(*values, strict=True))})
        connection.register("given", given)
        connection.execute(f"insert into {name} select * from given")
        connection.unregister("given")


def choice(column: str, values: dict[str, str] | dict[str, int], otherwise: str) -> str:
    """SQL for a choice by a column; the values are constants of this package."""
    whens = " ".join(f"when '{key}' then {value!r}" for key, value in values.items())
    return f"case {column} {whens} else {otherwise} end"

"""Connections: SQLite in one file that others may read while one writes, or PostgreSQL.

Writers go one after the other on both: each transaction is short, and so nothing is coded twice or clashes.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from .encoding import dumps
from .errors import StoreError, told

#: Seconds to wait for another writer. A transaction takes milliseconds, keeping the links of a million statements some
#: fifteen seconds.
PATIENCE = 60

#: Kilobytes of pages that SQLite may hold: the index of a million statements, in which each link is looked up.
CACHE = 100_000

#: The advisory lock of PostgreSQL that writers take; the number is "watchflo" in ASCII.
WRITERS = int.from_bytes(b"watchflo", "big")

KINDS = "use sqlite:///FILE or postgresql+psycopg://USER@HOST/DATABASE"


def parse(url: str) -> URL:
    """The URL of a store; raises StoreError where it is none that we know."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as e:
        raise StoreError(url, "not the address of a store", KINDS) from e
    place = parsed.render_as_string(hide_password=True)
    if parsed.drivername in ("postgres", "postgresql"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in ("sqlite", "postgresql+psycopg"):
        raise StoreError(place, f"no store of the kind {parsed.drivername!r}", KINDS)
    if parsed.drivername == "sqlite" and parsed.database in (None, "", ":memory:"):
        raise StoreError(place, "names no file", KINDS)
    if parsed.drivername != "sqlite" and not parsed.database:
        raise StoreError(place, "names no database", KINDS)
    return parsed


def missing(url: URL) -> bool:
    """A file that is not there; of a database on a server nobody can tell without asking for it."""
    return url.drivername == "sqlite" and not Path(url.database or "").exists()


def connect(url: URL, *, create: bool) -> Engine:
    """An engine for ``url``; a missing SQLite file is made, or refused where ``create`` is false."""
    place = url.render_as_string(hide_password=True)
    if url.drivername != "sqlite":
        return create_engine(url, json_serializer=dumps, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    file = Path(url.database or "")
    if file.is_dir():
        raise StoreError(place, "a folder, not a file", "give the file that is to hold the store")
    if not file.parent.is_dir():
        raise StoreError(place, "its folder does not exist", "make the folder, or check the path")
    if not create and missing(url):
        raise StoreError(place, "no such store", "check --store, or make it with `watchfloor add`")
    engine = create_engine(_as_it_can_be(file, url), json_serializer=dumps, connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _settle)
    event.listen(engine, "begin", _begin)
    return engine


def _as_it_can_be(file: Path, url: URL) -> URL:
    """The URL; of a file on a read-only disk that nobody has open, one by which SQLite reads it without side files."""
    writable = os.access(file.parent, os.W_OK) and (not file.exists() or os.access(file, os.W_OK))
    if writable or not file.exists() or file.with_name(f"{file.name}-wal").exists():
        return url
    query = {"mode": "ro", "immutable": "1", "uri": "true"}
    return URL.create("sqlite", database=f"file:{quote(str(file.absolute()))}", query=query)


def _settle(connection: Any, _: object) -> None:
    """Our own BEGIN instead of the driver's, which would not take the writer's lock before it reads."""
    connection.isolation_level = None
    for pragma in ("synchronous = NORMAL", "foreign_keys = ON", "temp_store = MEMORY", f"cache_size = -{CACHE}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def let_read_while_writing(engine: Engine, place: str) -> None:
    """Set SQLite's write-ahead log, which the file remembers; not before it is known to be ours."""
    if engine.dialect.name == "sqlite":
        with told(place), engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA journal_mode = WAL")


@contextmanager
def reading(engine: Engine, place: str) -> Iterator[Connection]:
    """One consistent view of the store, which no writer disturbs."""
    with told(place), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine, place: str) -> Iterator[Connection]:
    """One transaction, all or nothing, and the only one that writes at its time."""
    with told(place), engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")
            yield connection

"""Stores that cannot be opened, or written to, say so in one line, and lose nothing."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, insert, inspect, text

from tests.store import postgres
from tests.store.making import CODER, add, document, statement
from watchfloor.store import Store, StoreError, engines, linking_rows, schema
from watchfloor.store.encoding import document_columns, dumps, particulars, statement_columns
from watchfloor.store.tables import METADATA, documents, originals, statements


def file(path: Path) -> str:
    """The URL of a SQLite store."""
    return f"sqlite:///{path}"


def broken(path: Path) -> None:
    """A store of which a page in the middle is overwritten."""
    with Store.open(file(path)) as store:
        for n in range(50):
            add(store, document(f"Text {n}." * 100, f"{n}.txt"))
    with path.open("r+b") as f:
        f.seek(3 * 4096)
        f.write(os.urandom(path.stat().st_size - 4 * 4096))


def foreign(path: Path) -> None:
    """A database of another program."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")


def newer(path: Path) -> None:
    """A store of a version to come."""
    Store.open(file(path)).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '999'")


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: path.write_text("not a database" * 100), "not a Watchfloor store .*; give another --store"),
        (foreign, "holds the tables of another program; give another --store"),
        (newer, "schema 999 is newer than this version knows; install the version that made it"),
        (lambda path: path.mkdir(), "a folder, not a file"),
    ],
    ids=["text", "foreign", "newer", "folder"],
)
def test_what_is_no_store_is_left_alone(tmp_path: Path, make: Callable[[Path], object], told: str) -> None:
    path = tmp_path / "store.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=told) as error:
        Store.open(file(path))
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    broken(path)
    with pytest.raises(StoreError, match="damaged; restore it from a copy"), Store.open(file(path)) as store:
        list(store.documents())
        list(store.dump())


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.touch()
    with Store.open(file(path)) as store:
        assert list(store.documents()) == []


def test_a_missing_store_is_not_made_for_those_who_only_ask(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such store; .*watchfloor add"):
        Store.open(file(tmp_path / "store.db"), create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("mysql://localhost/x", "no store of the kind 'mysql'; use sqlite:///FILE or postgresql"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("postgresql://localhost", "names no database"),
        ("what is this", "not the address of a store"),
        ("", "not the address of a store"),
        ("sqlite:////no/such/folder/store.db", "its folder does not exist"),
        ("postgresql://ana:secret@127.0.0.1:1/x", r"the server cannot be reached or broke off \(Connection refused\);"),
    ],
)
def test_wrong_addresses(url: str, told: str) -> None:
    with pytest.raises(StoreError, match=told) as error:
        Store.open(url)
    assert "\n" not in str(error.value)
    assert "secret" not in str(error.value)


READ_ONLY = """
import os, sqlite3, sys
import sqlalchemy.dialects.sqlite
from watchfloor.store import Store, StoreError
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)  # root may write anywhere
with Store.open(sys.argv[1]) as store:
    assert len(list(store.documents())) == 1
    try:
        store.begin("add", "0")
    except StoreError as e:
        print(e)
"""


def test_a_read_only_disk_can_be_read() -> None:
    with tempfile.TemporaryDirectory() as disk:  # not pytest's folder, which it closes to other users
        path = Path(disk) / "store.db"
        with Store.open(file(path)) as store:
            add(store, document())
        path.chmod(0o444)
        path.parent.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", READ_ONLY, file(path)], capture_output=True, text=True, check=False
        )
        path.parent.chmod(0o755)
    assert "may not be written to (read-only file or disk); check its permissions" in done.stdout, done.stderr


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    with Store.open(file(tmp_path / "store.db")) as store:
        add(store, document())
        before = list(store.dump())
        with store._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 4}")
        with pytest.raises(StoreError, match="the disk is full; nothing is half kept"):
            add(store, document("long " * 100_000, "long.txt"), run=1)
        assert list(store.dump()) == before
        with store._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
        add(store, document("long " * 100_000, "long.txt"))


def test_who_waits_too_long_for_another_writer_is_told(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "PATIENCE", 1)
    with Store.open(url) as store, Store.open(url) as other, store._writing() as connection:
        connection.execute(text("SELECT 1"))
        with pytest.raises(StoreError, match="another program has kept it locked"):
            other.begin("add", "0.0")
        assert list(other.documents()) == [], "who only reads need not wait"


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        (f":{postgres.PASSWORD}@", ":guessed@", r'\(password authentication failed for user "watchfloor"\)'),
        ("/store_", "/no_store_", r'\(database "no_store_\d+" does not exist\)'),
    ],
)
def test_who_is_not_let_in_is_told_why_once(server: postgres.Server, right: str, wrong: str, told: str) -> None:
    url = server.database().replace(right, wrong)
    with pytest.raises(StoreError, match=rf"the server refuses {told}; check user, password and database in --store"):
        Store.open(url)


def test_a_lost_server_is_told_and_loses_nothing(tmp_path: Path) -> None:
    try:
        with postgres.server() as server, Store.open(server.database()) as store:
            first, second = document(), document("Later.", "later.txt")
            add(store, first, [statement(first)])
            run = store.begin("add", "0.0")
            read = store.documents()
            next(read)
            server.stop()
            with pytest.raises(StoreError):
                read.close()
            for attempt in (lambda: add(store, second, run=run), lambda: list(store.statements())):
                with pytest.raises(StoreError, match="the server cannot be reached or broke off") as error:
                    attempt()
                assert "\n" not in str(error.value)
                assert postgres.PASSWORD + "@" not in str(error.value)
            server.start()
            assert store.known(first.key, first.id, CODER), "the same store goes on when the server is back"
            add(store, second, run=run)
            assert len(list(store.documents())) == 2
    except postgres.Unavailable as e:
        pytest.skip(str(e))


def test_the_migrations_make_the_tables_that_the_program_uses(url: str) -> None:
    Store.open(url).close()
    engine = create_engine(url)
    with engine.connect() as connection:
        names = {*METADATA.tables, linking_rows.TABLE.name}
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, parents: kind != "table" or name in METADATA.tables},
        )
        found = [d for d in compare_metadata(context, METADATA) if "words" not in str(d)]
        assert found == []
        assert names <= set(inspect(connection).get_table_names())
        assert schema.current(connection) == schema.NEWEST
    engine.dispose()


def first_schema(url: str) -> None:
    """A store as the first schema has it: two documents of one run, of which a second coded one anew."""
    report, other = document(), document("Soldiers attacked.", "other.txt")
    added = statement(report, "Police", "COERCE")
    engine = create_engine(url, json_serializer=dumps)
    with engine.begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(schema.MIGRATIONS))
        command.upgrade(config, "1")
        ran = text("INSERT INTO runs (command, version, started) VALUES (:command, '0.0', '2021-10-01')")
        connection.execute(ran, [{"command": name} for name in ("add", "recode", "link")])
        connection.execute(text("INSERT INTO failures (run, path, why) VALUES (1, 'lost.txt', 'no such file')"))
        for run, of, told in ((1, report, [statement(report), added]), (2, other, [statement(other)])):
            original = of.text.encode()
            connection.execute(insert(originals), {"hash": of.id, "bytes": original})
            row = {"superseded": False, "coder": CODER, "run": run, "original": of.id, "text": of.text}
            connection.execute(insert(documents), {**document_columns(particulars(of)), **row})
            rows = [statement_columns(s, n, CODER, added=s is added) for n, s in enumerate(told)]
            connection.execute(insert(statements), rows)
    engine.dispose()


def test_a_store_of_the_first_schema_is_brought_up_to_date(url: str) -> None:
    first_schema(url)
    with Store.open(url) as store:
        counted = [(run.command, run.documents, run.statements, run.failures) for run in reversed(store.runs())]
        assert counted == [("add", 1, 1, 1), ("recode", 1, 1, 0), ("link", 0, 0, 0)], "one was added by a person"
        assert {d.key for d in store.documents()} == {"report.txt", "other.txt"}
        assert store.rows().num_rows == len(list(store.statements())) == 3
        add(store, document("Later.", "new.txt"))
        assert (store.runs()[0].id, store.runs()[0].documents) == (4, 1)


def test_rows_are_made_again_where_linking_has_other_columns(url: str) -> None:
    report = document()
    with Store.open(url) as store:
        add(store, report, [statement(report)])
        before = store.rows().to_pylist()
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE linking_rows RENAME COLUMN heading TO headline"))
    engine.dispose()
    with Store.open(url) as store:
        assert store.rows().to_pylist() == before

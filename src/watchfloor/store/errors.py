"""What the store says when it cannot keep or find: one line each, whatever the database underneath."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DBAPIError, SQLAlchemyError


class StoreError(Exception):
    """One line for the person at the command: what, where, what to do. Whatever was not yet kept is not half kept."""

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        self.place, self.problem, self.remedy = place, problem, remedy
        super().__init__(f"{place}: {problem}; {remedy}")


LOCKED, LATER = "another program has kept it locked for a minute", "run the command again when that has finished"
AGAIN = "nothing is half kept: run the command again when this is mended"

#: Beginnings of SQLite's names of errors, what they mean, what to do.
SQLITE = (
    ("SQLITE_NOTADB", "not a Watchfloor store (no database in it)", "give another --store, or move the file away"),
    ("SQLITE_CORRUPT", "the database file is damaged", "restore it from a copy, or add the documents to a new store"),
    (
        "SQLITE_READONLY",
        "may not be written to (read-only file or disk)",
        "check its permissions and those of its folder",
    ),
    ("SQLITE_CANTOPEN", "cannot be opened", "check that the folder exists and may be written to"),
    ("SQLITE_FULL", "the disk is full", AGAIN),
    ("SQLITE_BUSY", LOCKED, LATER),
    ("SQLITE_LOCKED", LOCKED, LATER),
    ("SQLITE_IOERR", "the disk failed to read or write", AGAIN),
    ("SQLITE_TOOBIG", "a document is too large for the database", "split it"),
)

#: What PostgreSQL's library says before its reason: the place has named the server, and the problem the failure.
BEFORE = re.compile(
    r"(?:connection failed: )?"
    r'(?:connection to server (?:at|on socket) "[^"]*"(?: \([^)]*\))?(?:, port \d+)? failed: )?'
    r"(?:(?:FATAL|ERROR): +)?"
)
#: Reasons that another user, password or database would mend; of a failed connection there is no code to tell them by.
DOOR = ("authentication failed", "does not exist", "pg_hba.conf", "no password supplied")


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn what the database says into one StoreError about ``place``, the store's URL without its password."""
    try:
        yield
    except DBAPIError as e:
        raise _translated(place, e.orig or e) from e
    except (sqlite3.Error, psycopg.Error) as e:
        raise _translated(place, e) from e
    except SQLAlchemyError as e:
        raise StoreError(place, _line(e), "report this with the command that you ran") from e


def _translated(place: str, error: BaseException) -> StoreError:
    name = getattr(error, "sqlite_errorname", None) or ""
    for beginning, problem, remedy in SQLITE:
        if name.startswith(beginning):
            return StoreError(place, problem, remedy)
    state = getattr(error, "sqlstate", None) or ""
    if state == "55P03":
        return StoreError(place, LOCKED, LATER)
    if state.startswith("53"):
        return StoreError(place, f"the server is out of space or memory ({_line(error)})", AGAIN)
    shut = not state and isinstance(error, psycopg.OperationalError) and any(word in str(error) for word in DOOR)
    if shut or state.startswith(("28", "3D")):
        return StoreError(place, f"the server refuses ({_line(error)})", "check user, password and database in --store")
    if state == "25006":
        return StoreError(place, "the server is read-only", "check that it is not a standby, and your rights there")
    if state == "42501":
        return StoreError(place, f"not allowed there ({_line(error)})", "ask for the right to write to this database")
    if isinstance(error, (psycopg.OperationalError, psycopg.InterfaceError)):
        return StoreError(place, f"the server cannot be reached or broke off ({_line(error)})", AGAIN)
    return StoreError(place, f"the database refuses ({_line(error)})", "report this with the command that you ran")


def _line(error: BaseException) -> str:
    """The first line of an error that says something, its reason alone."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return BEFORE.sub("", lines[0], count=1) if lines else type(error).__name__

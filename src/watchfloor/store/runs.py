"""Commands that wrote, and what they could not read."""

from sqlalchemy import Connection, func, insert, select, update

from .encoding import storable
from .kept import Failure, Run
from .tables import failures, runs


def begin(connection: Connection, command: str, version: str, at: str) -> int:
    """Note that a command starts; gives the run's number."""
    row = {"command": command, "version": version, "started": at}
    number: int = connection.execute(insert(runs).returning(runs.c.id), row).scalar_one()
    return number


def count(connection: Connection, run: int, coded: int) -> None:
    """Note that it coded a document, and so many statements."""
    more = {"documents": runs.c.documents + 1, "statements": runs.c.statements + coded}
    connection.execute(update(runs).where(runs.c.id == run).values(more))


def finish(connection: Connection, run: int, at: str) -> None:
    """Note that it came to its end."""
    connection.execute(update(runs).where(runs.c.id == run), {"finished": at})


def fail(connection: Connection, run: int, path: str, why: str) -> None:
    """Note an input that could not be read."""
    connection.execute(insert(failures), {"run": run, "path": storable(path), "why": storable(why)})


def everything(connection: Connection) -> list[Run]:
    """All runs, the newest first."""
    failed = select(func.count()).where(failures.c.run == runs.c.id).scalar_subquery()
    chosen = select(runs, failed.label("failures")).order_by(runs.c.id.desc())
    return [Run(**row) for row in connection.execute(chosen).mappings()]


def failed(connection: Connection, run: int) -> list[Failure]:
    """What could not be read in a run, in order."""
    chosen = select(failures.c.run, failures.c.path, failures.c.why).where(failures.c.run == run)
    return [Failure(**row) for row in connection.execute(chosen.order_by(failures.c.id)).mappings()]

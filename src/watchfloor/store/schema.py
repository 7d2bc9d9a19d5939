"""The schema of a store: made when the file is new, brought up to date when it is older, refused when it is newer."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from . import linking_rows
from .errors import StoreError

MIGRATIONS = Path(__file__).parent / "migrations"

#: The newest migration. Alembic is asked only where a store has another: it takes a third of a second to import.
NEWEST = "2"


def current(connection: Connection) -> str | None:
    """The version of the schema; None where there is none."""
    if "alembic_version" not in inspect(connection).get_table_names():
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def ready(connection: Connection) -> bool:
    """Nothing has to be done before the store can be used."""
    return current(connection) == NEWEST and linking_rows.fits(connection)


def migrate(connection: Connection, place: str) -> None:
    """Bring the schema to ``NEWEST`` in the transaction at hand; refuses what is not ours or newer."""
    found = current(connection)
    if found != NEWEST:
        _upgrade(connection, found, place)
    if not linking_rows.fits(connection):
        linking_rows.make(connection)


def _upgrade(connection: Connection, found: str | None, place: str) -> None:
    if found is None and inspect(connection).get_table_names():
        raise StoreError(place, "holds the tables of another program", "give another --store")
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise StoreError(
            place,
            f"its schema {found} is newer than this version knows",
            "install the version that made it, or a newer one",
        )
    command.upgrade(config, "head")

"""The same tests on every database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store import postgres
from watchfloor.store import Store


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """A PostgreSQL server; tests that need one are skipped, with the reason, where there is none."""
    try:
        with postgres.server() as running:
            yield running
    except postgres.Unavailable as e:
        pytest.skip(str(e))


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a store that is not there yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.db'}"
    database: str = request.getfixturevalue("server").database()
    return database


@pytest.fixture(scope="session")
def shared(server: postgres.Server) -> str:
    """A PostgreSQL store for all tests that take it empty."""
    return server.database()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store: of PostgreSQL always the same one, emptied, for a new database takes it a second."""
    if request.param == "sqlite":
        with Store.open(f"sqlite:///{tmp_path / 'store.db'}") as opened:
            yield opened
        return
    with Store.open(request.getfixturevalue("shared")) as opened:
        yield opened
        postgres.empty(opened.place.replace("***", postgres.PASSWORD))

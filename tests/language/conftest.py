"""One loaded model for all tests of the room."""

import pytest

from watchfloor.language import LanguageReader, load


@pytest.fixture(scope="session")
def reader() -> LanguageReader:
    return load()

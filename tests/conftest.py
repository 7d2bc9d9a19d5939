"""What tests of more than one room share."""

import pytest

from watchfloor.pipeline import Coder


@pytest.fixture(scope="session")
def coder() -> Coder:
    """One loaded coder: its model and knowledge take seconds to load."""
    return Coder.load()

"""What tests of more than one room share."""

import pytest

from watchfloor import knowledge
from watchfloor.knowledge import Knowledge
from watchfloor.pipeline import Coder


@pytest.fixture(scope="session")
def coder() -> Coder:
    """One loaded coder: its model and knowledge take seconds to load."""
    return Coder.load()


@pytest.fixture(scope="session")
def known() -> Knowledge:
    """Our own knowledge, without a user's; each part is read when a test first asks for it."""
    return knowledge.load()

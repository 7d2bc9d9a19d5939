"""What tests of more than one room share."""

from typing import TYPE_CHECKING

import pytest

from watchfloor import knowledge
from watchfloor.knowledge import Knowledge

if TYPE_CHECKING:
    from watchfloor.coder import Coder


@pytest.fixture(scope="session")
def coder() -> "Coder":
    """One loaded coder: its model and knowledge take seconds to load."""
    from watchfloor.coder import Coder  # seconds too, which the tests of a room that is no part of it are spared

    return Coder.load()


@pytest.fixture(scope="session")
def known() -> Knowledge:
    """Our own knowledge, without a user's; each part is read when a test first asks for it."""
    return knowledge.load()

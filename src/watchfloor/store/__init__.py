"""Documents, statements, decisions, ratings, runs and what linking settled, kept in SQLite or PostgreSQL."""

from .errors import StoreError
from .filters import EVERYTHING, Filter
from .kept import Added, Edge, Failure, Hit, Kept, Named, Outlet, Run, Standing
from .store import Store

__all__ = [
    "EVERYTHING",
    "Added",
    "Edge",
    "Failure",
    "Filter",
    "Hit",
    "Kept",
    "Named",
    "Outlet",
    "Run",
    "Standing",
    "Store",
    "StoreError",
]

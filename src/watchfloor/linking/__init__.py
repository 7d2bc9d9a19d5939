"""Which statements tell the same event, and which texts are copies of one."""

from .link import link
from .linked import Constraints, Linked
from .rows import SCHEMA, row

__all__ = ["SCHEMA", "Constraints", "Linked", "link", "row"]

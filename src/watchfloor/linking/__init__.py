"""Which statements tell the same event, and which texts are copies of one."""

from .explanation import Explanation, explain, of_edge
from .link import link
from .linked import Constraints, Linked
from .rows import SCHEMA, row
from .waterfall import waterfall

__all__ = ["SCHEMA", "Constraints", "Explanation", "Linked", "explain", "link", "of_edge", "row", "waterfall"]

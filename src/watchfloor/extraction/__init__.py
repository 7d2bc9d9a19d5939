"""From a parsed text to unresolved statements: lexicon senses in the dependency tree, and what belongs to them."""

from .citations import Bracket, mask, scope
from .citations import find as find_citations
from .names import Name
from .reading import Reading
from .statements import extract

__all__ = ["Bracket", "Name", "Reading", "extract", "find_citations", "mask", "scope"]

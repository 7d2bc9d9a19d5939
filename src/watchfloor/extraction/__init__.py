"""From a parsed text to unresolved statements: lexicon senses in the dependency tree, and what belongs to them."""

from .attribution import Attribution
from .attributions import Attributions
from .citations import Bracket, mask, scope
from .citations import find as find_citations
from .fillers import Filler, fillers
from .names import Name
from .reading import Reading
from .statements import extract
from .tenses import future

__all__ = [
    "Attribution",
    "Attributions",
    "Bracket",
    "Filler",
    "Name",
    "Reading",
    "extract",
    "fillers",
    "find_citations",
    "future",
    "mask",
    "scope",
]

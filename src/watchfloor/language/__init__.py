"""The language model: text to tokens, sentences, tags, lemmas, dependencies and names, as a spaCy ``Doc``.

``load().read(text)`` is all there is to know. Labels are those of Universal Dependencies for English (``pos_``,
``dep_``, with subtypes) and of the Penn Treebank (``tag_``); names are PER, ORG, LOC and NAT (nationalities, peoples).
"""

from watchfloor.language.reader import LanguageReader
from watchfloor.language.vectors import vector


def load(threads: int = 1) -> LanguageReader:
    """Load the model: about a second, and 200 MB of memory."""
    return LanguageReader(threads)


__all__ = ["LanguageReader", "load", "vector"]

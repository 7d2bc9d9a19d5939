"""What is said of words, before it becomes a ``Doc``."""

from dataclasses import dataclass, field

from watchfloor.language.network import Array, Shared


@dataclass
class Annotation:
    """Lists of one length, an item a word."""

    tags: list[str] = field(default_factory=list)
    """Penn Treebank tags."""
    pos: list[str] = field(default_factory=list)
    """Universal part-of-speech tags."""
    heads: list[int] = field(default_factory=list)
    """Index of the head; of the word itself for a root."""
    relations: list[str] = field(default_factory=list)
    """Universal Dependencies, with subtypes."""
    names: list[str] = field(default_factory=list)
    """BIO tags."""
    starts: list[bool] = field(default_factory=list)
    """Whether a sentence begins."""
    meaning: list[Array] = field(default_factory=list)
    """Vectors of the words, an array a window."""
    windows: list[Shared] = field(default_factory=list)
    """What the coding heads start from, window by window; large, and not kept when more is added."""

    def append(self, more: "Annotation") -> None:
        """Add what is said of the words that follow."""
        offset = len(self.tags)
        self.heads += [head + offset for head in more.heads]
        self.tags += more.tags
        self.pos += more.pos
        self.relations += more.relations
        self.names += more.names
        self.starts += more.starts
        self.meaning += more.meaning

"""What is said of words, before it becomes a ``Doc``."""

from dataclasses import dataclass, field

from watchfloor.language.coding import Said


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
    windows: list[int] = field(default_factory=list)
    """How many words were read in one go, window by window."""

    coding: Said = field(default_factory=Said)
    """What the coding heads say."""

    def append(self, more: "Annotation") -> None:
        """Add what is said of the words that follow."""
        offset = len(self.tags)
        self.heads += [head + offset for head in more.heads]
        self.tags += more.tags
        self.pos += more.pos
        self.relations += more.relations
        self.names += more.names
        self.starts += more.starts
        self.windows += more.windows
        self.coding.append(more.coding)

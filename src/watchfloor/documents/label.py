"""What a line about the publication says."""

from dataclasses import dataclass

from .content import Metadata

#: Length of a label: a title may be long, and what is longer is prose.
MAX_WORDS, MAX_CHARACTERS = 20, 300


@dataclass(frozen=True, slots=True)
class Label:
    """A line of furniture; ``strong`` where it names the slot that it fills and does not merely look the part."""

    metadata: Metadata = Metadata()
    strong: bool = False

"""What the reader of one format hands on: text, and what the format itself knows about it."""

from dataclasses import dataclass, replace

Range = tuple[int, int]
"""Start and end offsets in code points."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a publication; ``published`` is an ISO day. Empty slots are unknown, not absent."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publication: str | None = None
    volume: str | None = None
    issue: str | None = None
    published: str | None = None

    def completed(self, other: "Metadata") -> "Metadata":
        """These values, and those of ``other`` where these are empty."""
        return replace(self, **{f: getattr(self, f) or getattr(other, f) for f in self.__slots__})


@dataclass(frozen=True, slots=True)
class Content:
    """``text`` with the ranges that the markup calls headings or furniture.

    ``margins`` are running heads and feet that were taken out of the text; ``created`` is the day on which the file
    was made, which is weaker evidence than a date of publication.
    """

    text: str
    headings: tuple[Range, ...] = ()
    furniture: tuple[Range, ...] = ()
    metadata: Metadata = Metadata()
    margins: tuple[str, ...] = ()
    created: str | None = None

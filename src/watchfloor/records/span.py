"""The unit of evidence: characters of one document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a document: ``document.text[start:end] == text``; offsets count Unicode code points."""

    text: str
    start: int
    end: int

    @classmethod
    def cut(cls, source: str, start: int, end: int) -> "Span":
        """The span of ``source`` from ``start`` to ``end``, with surrounding white space left out."""
        while start < end and source[start].isspace():
            start += 1
        while end > start and source[end - 1].isspace():
            end -= 1
        return cls(source[start:end], start, end)

    def overlaps(self, other: "Span") -> bool:
        """True where the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """True where ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

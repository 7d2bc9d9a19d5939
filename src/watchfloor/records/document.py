"""What was published: a text and what is known of where it came from."""

from dataclasses import dataclass, field

from .span import Span


@dataclass(frozen=True, slots=True)
class Section:
    """A part under one heading; ``start`` to ``end`` spans the heading and what follows it."""

    heading: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """An outlet that the author names for what was just told: "(Khovar.tj, September 11)".

    ``date`` is ISO (a day, or a month where no day is given) or None; ``source`` an id of the source registry or None.
    """

    outlet: str
    source: str | None
    date: str | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one publication.

    ``id`` is the hash of its bytes; ``key`` (URL or given path) says which versions are one document. Dates are ISO
    strings; ``language`` is ISO 639-1, None where unknown. ``furniture`` marks text that is not prose: labels,
    credits, captions, page numbers.
    """

    id: str
    key: str
    path: str
    text: str
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    publication: str | None = None
    source: str | None = None
    volume: str | None = None
    issue: str | None = None
    published: str | None = None
    retrieved: str | None = None
    language: str | None = None
    sections: tuple[Section, ...] = ()
    citations: tuple[Citation, ...] = ()
    furniture: tuple[Span, ...] = field(default=())

"""What the store hands back beside the records themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from watchfloor.assessment import Member, Publication
from watchfloor.records import Statement


class Added(StrEnum):
    """What became of a document that was added."""

    NEW = "new"
    CHANGED = "changed"  #: other bytes under a known key: a new version, the one before it is superseded
    RECODED = "recoded"  #: the same bytes, coded by another version or with other particulars
    COPY = "copy"  #: the same bytes under another key: found in two places, told once
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Kept:
    """A statement as it was coded, and where it stands.

    ``superseded``: its document has a newer version, so it does not count. ``event`` is None until it is linked.
    """

    statement: Statement
    document: str
    key: str
    title: str | None
    published: str | None
    source: str | None
    publication: str | None
    superseded: bool
    event: str | None

    @property
    def member(self) -> Member:
        """The same as assessment takes it."""
        return Member(
            self.statement, Publication(self.document, self.key, self.published, self.source, self.publication)
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document stands: which version of the coder coded it, how many statements it makes that count.

    ``superseded``: a newer version has taken its place.
    """

    document: str
    coder: str
    superseded: bool
    statements: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Two statements that linking weighed: log2 odds in all, and by comparison."""

    left: str
    right: str
    weight: float
    comparisons: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Hit:
    """A document or a statement in which words were found; ``excerpt`` has them between « and »."""

    kind: str
    id: str
    document: str
    title: str | None
    published: str | None
    excerpt: str


@dataclass(frozen=True, slots=True)
class Run:
    """One command that wrote: times are UTC, ISO 8601; ``finished`` is None where it was broken off.

    ``documents`` and ``statements``: how many it coded and kept, whatever was coded anew or taken out since.
    """

    id: int
    command: str
    version: str
    started: str
    finished: str | None
    documents: int
    statements: int
    failures: int


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read, and why."""

    run: int
    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes or is cited: an id of the registry, else a name; None for documents whose publisher is unknown."""

    name: str | None
    documents: int
    statements: int
    citations: int


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who does or suffers something, with the first and last day; ``id`` is None where not registered."""

    id: str | None
    name: str
    statements: int
    documents: int
    first: str | None
    last: str | None

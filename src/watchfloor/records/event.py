"""What several statements tell of one happening, put side by side: a view that can be thrown away and made again.

No slot is an average. Each holds the value that is supported best, ``disputes`` what speaks against it, and every value
names the statements behind it.
"""

from dataclasses import dataclass
from typing import Literal

from .decision import Reliability
from .statement import Kind, PlacePrecision, TimePrecision

Status = Literal["reported", "claimed", "confirmed", "disputed", "denied", "planned", "foiled"]
TimeKnown = Literal["stated", "bounded", "set"]
PlaceKnown = Literal["stated", "inherited", "set"]
PartyKnown = Literal["stated", "set"]
Says = Literal["tells", "claims", "denies", "foretells", "foils", "sums-up"]


@dataclass(frozen=True, slots=True)
class When:
    """The closed interval of days (ISO) in which it happened, and how that is known.

    ``stated``: a report names the days; ``bounded``: none does, it was not after the earliest citation or publication,
    and ``since`` is None; ``set``: a person said so.
    """

    since: str | None
    until: str | None
    precision: TimePrecision
    known: TimeKnown
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """Where it happened, as precise as the reports allow; ``inherited``: from the section or document."""

    name: str
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    precision: PlacePrecision = "unresolved"
    known: PlaceKnown = "stated"
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """Who did it, or to whom it was done; ``id`` is that of the registry, None where only words describe it."""

    name: str
    id: str | None = None
    type: str | None = None
    country: str | None = None
    known: PartyKnown = "stated"
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """One number that one statement gives, and who says so: ``speaker`` in the text, ``source`` that carries it."""

    low: int | None
    high: int | None
    text: str
    statement: str
    speaker: str | None = None
    source: str | None = None


#: The group that is counted where the numbers are of the doers and the registry lacks them.
DOERS = "those who did it"


@dataclass(frozen=True, slots=True)
class Toll:
    """How many were killed, wounded, taken: the least and the most that any report gives, and what is supported best.

    ``who`` names the group that is counted where the reports count it apart ("13 American soldiers"), else None: an id
    of the registry, or ``DOERS``.
    """

    kind: str
    who: str | None
    low: int | None
    best: int | None
    high: int | None
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Who claims it, or denies it; ``id`` is that of the registry."""

    name: str
    id: str | None
    statement: str
    source: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that cannot all hold, with the statements and the sources that give it."""

    value: str
    statements: tuple[str, ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """A slot of which reports give values that cannot all hold; best supported side first."""

    slot: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One statement as a report of the event; ``words`` are its evidence, ``start`` to ``end`` in its document.

    ``date`` is the earliest day that it cites, else the day of publication; ``source`` the publisher, ``citations`` the
    outlets named for it, ``origins`` the sources that it counts for (``Origin.name``), ``reliability`` what people
    rated its document, or else those.
    """

    statement: str
    document: str
    date: str | None
    source: str | None
    citations: tuple[str, ...]
    speaker: str | None
    says: Says
    words: str
    start: int
    end: int
    origins: tuple[str, ...] = ()
    reliability: Reliability | None = None
    interested: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent source: an outlet, agency or voice to which reports lead back, copies counted once.

    ``reliability`` is what people rated it, None where nobody has; ``interested``: all that it tells comes from a side.
    """

    name: str
    reliability: Reliability | None
    interested: bool
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, as all its reports tell it.

    ``id`` comes from the founding statement; ``independent`` counts the sources that tell that it happened;
    ``credibility`` runs from 1 (confirmed) to 6 (cannot be judged) and ``reason`` says why; ``contains`` lists the
    events that an aggregate sums up; ``decisions`` those of people that touched it.
    """

    id: str
    kind: Kind
    type: str
    status: Status
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    time: When | None = None
    places: tuple[Site, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    toll: tuple[Toll, ...] = ()
    claims: tuple[Claim, ...] = ()
    denials: tuple[Claim, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    reports: tuple[Report, ...] = ()
    sources: tuple[Origin, ...] = ()
    independent: int = 0
    credibility: int = 6
    reason: str = ""
    aggregate: bool = False
    contains: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()

"""What one text says: who did what to whom, where, when, how certain, and according to whom.

Every slot holds characters of its document. ``None`` or an empty tuple means that the text does not say.
"""

from dataclasses import dataclass
from typing import Literal

from .document import Citation
from .span import Span

Kind = Literal["event", "relation", "position", "forecast"]
Modality = Literal["actual", "attempted", "planned", "possible", "predicted", "hypothetical"]
Polarity = Literal["positive", "negative"]
Stance = Literal["supportive", "neutral", "wary", "hostile", "mixed"]
Role = Literal["outlet", "agency", "official", "group", "person", "document"]
PlacePrecision = Literal["point", "city", "admin1", "country", "unresolved"]
TimePrecision = Literal["day", "week", "month", "year", "interval", "unresolved"]


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor or recipient: the words that name it, and who that is in the registry.

    For a pronoun or "the group" the words are its antecedent's and ``mention`` is the pronoun itself. ``name`` is the
    registry's name, or ``text`` where unregistered; ``country`` is ISO 3166-1 alpha-3.
    """

    text: str
    start: int
    end: int
    mention: Span | None = None
    id: str | None = None
    name: str | None = None
    type: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened. Coordinates (degrees, WGS 84) stand only where the place was resolved."""

    text: str
    start: int
    end: int
    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    precision: PlacePrecision = "unresolved"


@dataclass(frozen=True, slots=True)
class Time:
    """When it happened: the closed interval of days ``since`` to ``until`` (ISO; "from" and "to" in the record)."""

    text: str
    start: int
    end: int
    since: str | None = None
    until: str | None = None
    precision: TimePrecision = "unresolved"


@dataclass(frozen=True, slots=True)
class Speaker:
    """The innermost voice: "police said" → police."""

    text: str
    start: int
    end: int
    id: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of the chain of those who say so; ``anonymous`` where nobody in particular is brought in."""

    role: Role
    text: str
    start: int
    end: int
    id: str | None = None
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """According to whom; ``chain`` runs from the outermost voice in."""

    speaker: Speaker | None = None
    chain: tuple[Voice, ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number tied to the statement; ``low`` to ``high`` is what the words allow, None where they set no bound."""

    kind: str
    low: int | None
    high: int | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Instrument:
    """A weapon or means; ``kind`` is the lexicon's class of it, None where unlisted."""

    text: str
    start: int
    end: int
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that one text says. It is never a fact.

    ``id`` is the hash of document, type, trigger span and an ordinal, so that corrected slots keep it. ``rule`` says
    why the statement exists: the lexicon entry and what it matched.
    """

    id: str
    document: str
    section: int | None
    kind: Kind
    type: str
    trigger: Span
    evidence: Span
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    places: tuple[Place, ...] = ()
    time: Time | None = None
    modality: Modality = "actual"
    polarity: Polarity = "positive"
    stance: Stance | None = None
    condition: Span | None = None
    horizon: Time | None = None
    attribution: Attribution = Attribution()
    quantities: tuple[Quantity, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    about: tuple[str, ...] = ()
    aggregate: bool = False
    confidence: float = 0.5
    rule: str = ""

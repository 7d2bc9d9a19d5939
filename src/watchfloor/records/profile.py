"""An actor as of a day: what the registry says of it and what texts say, beside each other and never mixed."""

from dataclasses import dataclass
from typing import Literal

Known = Literal["registry", "texts"]
Role = Literal["doer", "sufferer"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing about an actor: a name of it, or what another actor is to it (``kind``: branch, pledge, leader, ...).

    ``since`` and ``until`` are the registry's, as it writes them; of texts the first day that one of them gives for it,
    and the day from which one says that it is over. ``decisions`` are those by which people confirmed it.
    """

    kind: str
    name: str
    id: str | None
    since: str | None
    until: str | None
    known: Known
    statements: tuple[str, ...] = ()
    independent: int = 0
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Activity:
    """What it did, or what was done to it: statements of one type, from the first day to the last, by country."""

    role: Role
    type: str
    count: int
    first: str | None
    last: str | None
    countries: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor as of the day ``on``; None: over all time. ``id`` is None where the registry does not have it."""

    name: str
    id: str | None
    type: str | None
    country: str | None
    on: str | None
    names: tuple[Fact, ...] = ()
    parents: tuple[Fact, ...] = ()
    allegiances: tuple[Fact, ...] = ()
    leaders: tuple[Fact, ...] = ()
    relations: tuple[Fact, ...] = ()
    activity: tuple[Activity, ...] = ()

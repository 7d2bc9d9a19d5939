"""What a mention of an actor comes to, and what it is read against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..knowledge.actor_entries import Actor

#: What a state's sub-actor of a sector is called after the demonym: "Omani police".
SECTOR_NAMES = {
    "government": "government", "legislature": "legislature", "judiciary": "judiciary", "military": "military",
    "police": "police", "intelligence": "intelligence", "security": "security forces", "opposition": "opposition",
    "rebel": "rebels", "armed-group": "armed groups", "criminal": "criminals", "religious": "religious leaders",
    "media": "media", "ngo": "civil society", "business": "business", "education": "education",
    "medical": "health care", "labour": "workers", "civilian": "civilians", "refugee": "refugees",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ResolvedActor:
    """An actor that a mention stands for.

    `id` is the registry's, or that of a state with a sector ("omn.police"). `country` is alpha-3, None where there is
    no one country. `how` says in words what settled it.
    """

    id: str
    name: str
    type: str
    country: str | None
    sector: str | None
    how: str


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form that the text itself explains; `actor` is None where the long form is nobody known."""

    short: str
    long: str
    actor: ResolvedActor | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text is read against."""

    on: date | None
    definitions: Mapping[str, Definition]
    countries: Sequence[str]


def whole(actor: Actor, reading: Reading, how: str) -> ResolvedActor:
    """Return an actor of the registry, by its name of the day."""
    return ResolvedActor(actor.id, actor.name_on(reading.on), actor.type, actor.country, actor.sector, how)


def part(actors: Mapping[str, Actor], state: Actor, sector: str, reading: Reading, how: str) -> ResolvedActor:
    """Return a state's sector: the organ of that id where the registry has it on that day, else one made up of both."""
    id = f"{state.id}.{sector}"
    organ = actors.get(id)
    if organ and organ.holds(reading.on):
        return ResolvedActor(id, organ.name, organ.type, organ.country, sector, how)
    name = f"{(state.demonyms or (state.name,))[0]} {SECTOR_NAMES[sector]}"
    return ResolvedActor(id, name, sector, state.country, sector, how)

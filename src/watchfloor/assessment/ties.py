"""Who belongs to whom on a day: what makes a voice that of a party, and one name wider than another."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cached_property, lru_cache

from watchfloor.knowledge import Knowledge
from watchfloor.knowledge.actor_entries import Actor, Term
from watchfloor.knowledge.sources import Source

#: People of a country who do not act for it: "usa.civilian".
PRIVATE = frozenset({"civilian", "refugee", "education", "medical", "labour", "business", "religious", "media", "ngo"})
#: Types of actors whose side a state's own media take.
OF_STATE = frozenset(
    {"state", "government", "ministry", "military", "police", "intelligence", "judiciary", "legislature"}
)
#: Many who share a name and no will: neither a party nor a rival of one.
PEOPLES = frozenset({"ethnic-group", "religious-group"})
#: Who belongs to them keeps a will of its own: two members of an organisation need not stand together.
FORUMS = frozenset({"igo", "coalition"})
#: Climbing ends here; the registry has no chain of more than five.
HEIGHT = 8


class Ties:
    """The registry's ties, and further ones that people confirmed: pairs (who, to whom it belongs)."""

    def __init__(self, known: Knowledge, confirmed: Iterable[tuple[str, str]] = ()) -> None:
        """Take the registry; nothing is read of it before it is asked."""
        #: What is known of actors and sources.
        self.known = known
        self._confirmed: dict[str, tuple[str, ...]] = {}
        for who, whose in sorted(set(confirmed)):
            self._confirmed[who] = (*self._confirmed.get(who, ()), whose)
        # One event asks the same few many times; 65,536 days of actors are some megabytes.
        self.above = lru_cache(maxsize=1 << 16)(self._climb)

    def source(self, id_: str | None) -> Source | None:
        """The source of an id of the registry."""
        return self.known.sources.get(id_) if id_ else None

    def actor(self, id_: str) -> Actor | None:
        """The actor of an id of the registry."""
        return self.known.actors.get(id_)

    def leaders(self, id_: str) -> Sequence[tuple[Actor, Term]]:
        """The people who lead an actor at some time, in the order of the registry."""
        return self._leaders.get(id_, ())

    @cached_property
    def _leaders(self) -> dict[str, list[tuple[Actor, Term]]]:
        found: dict[str, list[tuple[Actor, Term]]] = {}
        for actor in self.known.actors.values():
            for term in actor.leads:
                found.setdefault(term.id, []).append((actor, term))
        return found

    def type(self, id_: str) -> str | None:
        """The type of an actor; of an organ that the registry does not list, its sector."""
        actor = self.known.actors.get(id_)
        return actor.type if actor else id_.partition(".")[2] or None

    def name(self, id_: str, on: date | None = None) -> str:
        """What the registry calls an actor on a day; its id where it is not listed."""
        actor = self.known.actors.get(id_)
        return actor.name_on(on) if actor else id_

    def wider(self, wide: str, narrow: str, on: date | None) -> bool:
        """True where ``narrow`` is ``wide`` or belongs to it: the Islamic State is wider than its province."""
        return wide == narrow or wide in self.above(narrow, on)

    def kin(self, one: str, other: str, on: date | None) -> bool:
        """True where one is the other or belongs to it."""
        return self.wider(one, other, on) or self.wider(other, one, on)

    def one_side(self, one: str, other: str, on: date | None) -> bool:
        """True where they are kin, or both belong to one state or group: a ministry speaks for its army."""
        if self.kin(one, other, on):
            return True
        return any(self.type(each) not in FORUMS for each in self.above(one, on) & self.above(other, on))

    def acts(self, id_: str) -> bool:
        """True for who can be a party: not for a people, nor for citizens at large."""
        return id_.rpartition(".")[2] not in PRIVATE and self.type(id_) not in PEOPLES

    def takes_part(self, source: Source, parties: Collection[str]) -> bool:
        """True where an outlet belongs to a side: a state's own media, a group's channel."""
        if source.kind == "militant-media":
            return any(self.type(p) == "armed-group" and self._country(p, source) for p in parties)
        if source.kind not in ("state-media", "government"):
            return False
        return any((self.type(p) in OF_STATE or "." in p) and self._country(p, source) for p in parties)

    def _country(self, id_: str, source: Source) -> bool:
        """True where an actor can be the one behind an outlet; a channel without a seat can be any group's."""
        actor = self.known.actors.get(id_)
        country = actor.country if actor else id_.partition(".")[0].upper()
        return source.country is None or source.country == country

    def _climb(self, id_: str, on: date | None) -> frozenset[str]:
        found: set[str] = set()
        level = {id_}
        for _ in range(HEIGHT):
            level = {parent for each in level for parent in self._parents(each, on)} - found - {id_}
            if not level:
                break
            found |= level
        return frozenset(found)

    def _parents(self, id_: str, on: date | None) -> Iterable[str]:
        yield from self._confirmed.get(id_, ())
        actor = self.known.actors.get(id_)
        if actor is None:
            state, _, sector = id_.partition(".")
            if sector and sector not in PRIVATE:
                yield state
            return
        yield from (link.id for link in actor.parents if link.belongs and link.holds(on))
        yield from (term.id for term in actor.leads if term.holds(on))

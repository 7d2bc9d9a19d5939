"""Mentions of places to places, all those of a document together.

A place is never simply the first or the largest of its name. Where the best two candidates differ by less than
MARGIN, or the best has too little for it, it stays unresolved: with its name, without a point. What no gazetteer knows
is placed by the container that the text states for it, only as precisely as that.

A precision says how large a thing was found: a "point" is a facility, a "city" any populated place, an "admin1" a
division or an area of such size (a valley, an island, Donbas), a "country" a country or a part of it ("northwestern
Syria").
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..knowledge import Knowledge
from ..knowledge.distances import distance
from ..knowledge.folding import fold
from ..knowledge.places import Places
from ..records import PlacePrecision
from .place_candidates import LONGEST_ABBREVIATION, Candidate, candidates
from .place_containers import NOTHING, SAME, WIDE, Beside, beside
from .place_evidence import ENOUGH, OUTSIDE, Group, contained, settle
from .place_mentions import Marked, place_mentions
from .place_names import PlaceMention, bare, is_name, near

__all__ = ["PlaceMention", "PlaceResolver", "ResolvedPlace"]

MARGIN = 0.3  # twice as likely as the next
ENOUGH_RESPELT = 5.0  # another spelling has to be confirmed by its surroundings
#: What a nationality says the place of; "the French base" may stand anywhere.
_OF_COUNTRY = re.compile(
    r"(\w+(?: \w+)?) (territory|soil|mainland|coast|border|frontier|side|waters|airspace|capital)", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:al|ar|as|ash|ad|at|az|an|el|ez|ed|es|et)[ -]", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"(\w[\w'’]+[ -])$")
_OWNED = re.compile(r"(.+?)['’]s?\s+(.+)")  # "Mosul's Old City" as one mention


@dataclass(frozen=True, slots=True)
class ResolvedPlace:
    """What a mention names; fields as in `records.Place`, and no point where the precision is "unresolved"."""

    name: str
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    precision: PlacePrecision = "unresolved"


class PlaceResolver:
    """Resolves against one gazetteer; `demonyms` (any case, to alpha-3) are no places but tell of a country."""

    def __init__(self, places: Places, demonyms: Mapping[str, str] | None = None) -> None:
        """Keep the gazetteer; the candidates of a name are looked up once."""
        self._places = places
        self._demonyms = {fold(word): country for word, country in (demonyms or {}).items()}
        self._candidates = lru_cache(maxsize=20_000)(lambda text: candidates(text, places))

    @classmethod
    def of(cls, known: Knowledge) -> "PlaceResolver":
        """A resolver with the gazetteer and the demonyms and peoples of the registry's states."""
        states = [actor for actor in known.actors.values() if actor.type == "state" and actor.country]
        return cls(known.places, {word: a.country for a in states for word in (*a.demonyms, *a.people) if a.country})

    def country_of(self, demonym: str) -> str | None:
        """Return the alpha-3 of the country whose people or things a word tells of ("Afghan"), None for other words."""
        return self._demonyms.get(fold(bare(demonym)))

    def mentions(self, text: str, names: Iterable[Marked]) -> list[PlaceMention]:
        """Return the places and demonyms that a document names, by what the language model marks as names in it."""
        return place_mentions(text, names, self._places, lambda word: self.country_of(word) is not None)

    def resolve(self, text: str, *, context: Sequence[str] = (), within: Sequence[str] = ()) -> ResolvedPlace | None:
        """Resolve one mention alone; `context` is alpha-3 codes of countries that it is likely to lie in."""
        return self.resolve_all([PlaceMention(text, 0, tuple(within))], context=context)[0]

    def resolve_all(
        self, mentions: Sequence[PlaceMention], *, text: str | None = None, context: Sequence[str] = ()
    ) -> list[ResolvedPlace | None]:
        """Resolve the mentions of one document together, in their order; None for what names no place.

        With the document's `text`, containers are also read off what stands between adjacent mentions.
        """
        about: dict[str, float] = defaultdict(float)
        for country in context:
            about[country] += 1.0
        names: dict[int, str] = {}
        for i, mention in enumerate(mentions):
            name = self._fuller(bare(mention.text), mention, text)
            if adjective_of := self.country_of(name):
                about[adjective_of] += 0.5
            elif is_name(name):
                names[i] = name
        read_off = beside(mentions, list(names), text) if text else {}
        groups: dict[tuple[str, ...], Group] = {}
        of: dict[int, Group] = {}
        for i, name in names.items():
            said = read_off.get(i, NOTHING)
            said = replace(said, stated=(*mentions[i].within, *said.stated))
            abbreviated = name if name.isupper() and len(name) <= LONGEST_ABBREVIATION else ""
            key = (fold(name), abbreviated, *said.stated, "", *said.loose)
            if key not in groups:
                groups[key] = self._group(name, said)
            groups[key].starts.append(mentions[i].start)
            of[i] = groups[key]
        _share_containers(groups.values())
        settle(list(groups.values()), self._places, about)
        answers = {id(group): self._answer(group) for group in groups.values()}
        return [answers[id(of[i])] if i in of else None for i in range(len(mentions))]

    def _fuller(self, name: str, mention: PlaceMention, text: str | None) -> str:
        """Return the name with the word before it where only both make one: "Dayr" before "az Zawr"."""
        if text and _ARTICLE.match(name) and (before := _WORD_BEFORE.search(text[: mention.start][-20:])):
            return before[1] + name if self._places.find(before[1] + name) else name
        return name

    def _by_nationality(self, name: str) -> str:
        """Return the name with the country in place of a nationality ("Russia territory"), or its capital."""
        of = _OF_COUNTRY.fullmatch(name)
        country = self.country_of(of[1]) if of else None
        if of is None or country is None:
            return name
        if of[2] == "capital":
            return self._places.capital(country) or name
        return f"{self._places.country_name(country)} {of[2]}"

    def _group(self, name: str, said: Beside) -> Group:
        stated, lookup = said.stated, self._by_nationality(name)
        if (owner := _OWNED.match(name)) and self._candidates(owner[1]):
            stated, lookup = (*stated, owner[1]), owner[2]
        found = self._candidates(lookup)
        if any(candidate.place.level == "country" for candidate in found):  # "inside Turkey, the United States"
            said = replace(said, loose=tuple(loose for loose in said.loose if not self._may_be_country(loose)))
        sure = (*stated, *(said.loose if said.closes else ()))
        return Group(
            text=name,
            found=found,
            within=[found for container in stated if (found := self._candidates(container))],
            loose=[found for container in said.loose if (found := self._candidates(container))],
            fallback=sure[0] if sure else None,
        )

    def _may_be_country(self, text: str) -> bool:
        return any(candidate.place.level == "country" for candidate in self._candidates(text))

    def _answer(self, group: Group) -> ResolvedPlace:
        ranked = sorted(zip(group.scores, group.found, strict=True), key=lambda pair: -pair[0])
        if ranked:
            score, best = ranked[0]
            rivals = [c for s, c in ranked[1:] if score - s < MARGIN and distance(c.place, best.place) > SAME]
            ruled_out = contained(best.place, group) <= OUTSIDE
            if not rivals and not ruled_out and score >= (ENOUGH if best.exact else ENOUGH_RESPELT):
                return _resolved(best, group.text)
        return self._by_container(group) or ResolvedPlace(near(group.text))

    def _by_container(self, group: Group) -> ResolvedPlace | None:
        container = self.resolve(group.fallback) if group.fallback else None
        if container is None or container.precision not in ("country", "admin1", "city"):
            return None
        return replace(container, name=near(group.text), geonames=None)


def _share_containers(groups: Iterable[Group]) -> None:
    """Let a name that stands both with and without a container mean the same in both places."""
    by_name: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        by_name[fold(group.text)].append(group)
    for same in by_name.values():
        held = [group for group in same if group.within or group.loose]
        for group in same:
            if held and not (group.within or group.loose):
                group.loose = [found for other in held for found in (*other.within, *other.loose)]
                group.fallback = held[0].fallback


def _resolved(best: Candidate, text: str) -> ResolvedPlace:
    place = best.place
    name = near(text) if best.reading.part else place.name
    point = place.latitude, place.longitude
    return ResolvedPlace(name, place.country, place.admin1, *point, place.geonames, _precision(best))


def _precision(best: Candidate) -> PlacePrecision:
    place = best.place
    if place.latitude is None:
        return "unresolved"
    if place.level == "country":
        return "country"
    if place.level == "admin1" or place.kind in WIDE or best.reading.sort == "division":
        return "admin1"
    return "city" if place.kind in ("city", "town") else "point"

"""Mentions of places to places, all of a document together: each is evidence for where the others are.

A candidate's score is the sum of what speaks for it (`place_candidates` gives the share of its name): a container that the
text states, the countries and divisions that the document is about, places close by. It is never simply the first or the
largest: where the best two differ by less than MARGIN, or the best has too little for it, the place stays unresolved, with
its name and without a point.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import asin, cos, exp, log2, radians, sin, sqrt

from ..knowledge.folding import fold
from ..knowledge.places import Gazetteer, Places
from ..records import PlacePrecision
from .place_candidates import LONGEST_ABBREVIATION, Candidate, candidates
from .place_names import bare, near

INSIDE = 6.0  # a stated container decides between any two towns of the world ...
OUTSIDE = -6.0  # ... and rules out what lies elsewhere
COUNTRY = 4.0  # the whole document is about one country: a village there beats a city of a thousand times its size elsewhere
DIVISION = 3.0  # local news names what lies near
NEIGHBOUR = 0.7
ALIEN = -0.7  # in a story about other countries only a city of 150,000 is met without its country
CLOSE = 1.5
MARGIN = 0.3  # twice as likely as the next
ENOUGH = 4.5  # a town of 30,000 that nothing speaks against, or a village in the right country
ENOUGH_RESPELT = 5.0
ROUNDS = 5  # the evidence has settled by then
#: Other places that a document must name before a candidate's country counts as alien, and the share it may not exceed.
SETTLED, TRACE = 2.5, 0.03
REACH = 100.0  # km within which places of one story lie close
SAME = 40.0  # km: a town and its namesake division, or its quarter, are one answer
NEARBY = 400  # characters, about two sentences: a place named close by says more
EARTH = 6371.0  # km

_ALWAYS_CITY = frozenset({"town"})
_WIDE = frozenset({"area", "district", "forest", "island", "lake", "mountain", "sea", "valley"})
# "Jalalabad, Afghanistan"; "Lashkar Gah in Helmand"; "Sarmada (Idlib)".
_COMMA = re.compile(r"\s*[,(]\s*(?:in\s+)?(?:the\s+)?$")
_IN = re.compile(r"\s+(?:in|of)\s+(?:the\s+)?$")
_OWNER = re.compile(r"['’]s?\s+(?:[\w-]+ern\s+)?$")
_OWNED = re.compile(r"(.+?)['’]s?\s+(.+)")  # "Mosul's Old City", one mention
_LIST_GOES_ON = re.compile(r"\s*(?:,\s*(?:and\s+)?[A-Z]|and\s|or\s|&)")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that name a place, from `start` in the document; `within` are containers that the text states."""

    text: str
    start: int = 0
    within: tuple[str, ...] = ()


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


@dataclass(slots=True)
class _Group:
    """All mentions of one name with the same containers: one name has one meaning in a document."""

    text: str
    starts: list[int]
    found: list[Candidate]
    within: list[list[Candidate]]  # stated: what lies elsewhere is ruled out
    beside: list[list[Candidate]]  # read off a comma, which may be that of a list: only speaks for
    scores: list[float]
    shares: list[float]
    fallback: str | None = None


class PlaceResolver:
    """Resolves against one gazetteer; `demonyms` (any case, to alpha-3) are no places but tell of a country."""

    def __init__(self, places: Places, demonyms: Mapping[str, str] | None = None) -> None:
        """Keep the gazetteer; candidates of a name are looked up once."""
        self._places = places
        self._demonyms = {fold(word): country for word, country in (demonyms or {}).items()}
        self._candidates = lru_cache(maxsize=20_000)(lambda text: candidates(text, places))

    def resolve(self, text: str, *, context: Sequence[str] = (), within: Sequence[str] = ()) -> ResolvedPlace | None:
        """Resolve one mention alone; `context` is alpha-3 codes, most important first."""
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
        names: list[str | None] = []
        for mention in mentions:
            name = bare(mention.text)
            if country := self._demonyms.get(fold(name)):
                about[country] += 0.5
                names.append(None)
            else:
                names.append(name if _is_name(name) else None)
        beside = _beside(mentions, names, text) if text else {}
        groups: dict[tuple[str, ...], _Group] = {}
        of: list[_Group | None] = []
        for i, (mention, name) in enumerate(zip(mentions, names, strict=True)):
            if name is None:
                of.append(None)
                continue
            stated, soft = mention.within, beside.get(i, _NOTHING)
            if (owner := _OWNED.match(name)) and self._candidates(owner[1]):
                stated = (*stated, owner[1])
            key = (fold(name), str(name.isupper() and len(name) <= LONGEST_ABBREVIATION), *stated, "", *soft.containers)
            if key not in groups:
                groups[key] = self._group(name, stated, soft)
            groups[key].starts.append(mention.start)
            of.append(groups[key])
        self._share_containers(list(groups.values()))
        self._settle(list(groups.values()), about)
        answers = {id(group): self._answer(group) for group in groups.values()}
        return [answers[id(group)] if group else None for group in of]

    def _group(self, name: str, stated: tuple[str, ...], soft: "_Beside") -> _Group:
        hard = [found for container in (*stated, *soft.stated) if (found := self._candidates(container))]
        loose = [found for container in soft.containers if (found := self._candidates(container))]
        owned = _OWNED.match(name) if stated else None
        found = self._candidates(owned[2] if owned else name)
        containers = [*stated, *soft.stated, *(soft.containers if soft.closes else ())]
        return _Group(name, [], found, hard, loose, [], [], containers[0] if containers else None)

    def _share_containers(self, groups: list[_Group]) -> None:
        """Let a name that stands both with and without a container mean the same in both places."""
        by_name: dict[str, list[_Group]] = defaultdict(list)
        for group in groups:
            by_name[fold(group.text)].append(group)
        for same in by_name.values():
            held = [group for group in same if group.within or group.beside]
            for group in same:
                if held and group not in held:
                    group.beside = [found for other in held for found in (*other.within, *other.beside)]
                    group.fallback = held[0].fallback

    def _settle(self, groups: list[_Group], about: Mapping[str, float]) -> None:
        for group in groups:
            group.scores = [c.prior + _contained(c, group, self._places) for c in group.found]
            group.shares = _shares(group.scores)
        near_to = [[_weight(a, b) if a is not b else 0.0 for b in groups] for a in groups]
        for _ in range(ROUNDS):
            fresh = [self._score(group, groups, near_to[i], about) for i, group in enumerate(groups)]
            for group, scores in zip(groups, fresh, strict=True):
                group.scores, group.shares = scores, _shares(scores)

    def _score(
        self, group: _Group, groups: list[_Group], weights: list[float], about: Mapping[str, float]
    ) -> list[float]:
        """Return the candidates' scores in the light of what all other groups are likely to be."""
        countries: dict[str, float] = defaultdict(float, about)
        divisions: dict[tuple[str, str], float] = defaultdict(float)
        anchors: list[tuple[float, Gazetteer]] = []
        total = 1.0 + sum(about.values())  # the 1 keeps a single other place from deciding
        for other, weight in zip(groups, weights, strict=True):
            for candidate, share in zip(other.found[:30], other.shares, strict=False):
                evidence, place = share * weight, candidate.place
                if evidence < 0.01 or not place.country:
                    continue
                total += evidence
                countries[place.country] += evidence
                if place.admin1 and place.level != "country":
                    divisions[place.country, place.admin1] += evidence
                    anchors.append((evidence, place))
        scores = []
        for candidate in group.found:
            place, score = candidate.place, candidate.prior + _contained(candidate, group, self._places)
            if place.country:
                score += COUNTRY * countries.get(place.country, 0.0) / total
                around = sum(countries.get(neighbour, 0.0) for neighbour in self._places.neighbours(place.country))
                score += NEIGHBOUR * min(1.0, around / total)
                if total > SETTLED and place.level == "city" and countries.get(place.country, 0.0) + around < TRACE * total:
                    score += ALIEN
                score += DIVISION * divisions.get((place.country, place.admin1 or ""), 0.0) / total
            if place.level in ("city", "feature") and anchors:
                closeness = sum(weight * exp(-_distance(place, anchor) / REACH) for weight, anchor in anchors)
                score += CLOSE * (1 - exp(-closeness))
            scores.append(score)
        return scores

    def _answer(self, group: _Group) -> ResolvedPlace:
        ranked = sorted(zip(group.scores, group.found, strict=True), key=lambda pair: -pair[0])
        if ranked:
            score, best = ranked[0]
            rivals = [c for s, c in ranked[1:] if score - s < MARGIN and _distance(c.place, best.place) > SAME]
            held = not group.within or _contained(best, group, self._places) > OUTSIDE / 2
            if held and not rivals and score >= (ENOUGH if best.exact else ENOUGH_RESPELT):
                return _resolved(best, group.text)
        return self._by_container(group) or ResolvedPlace(near(group.text))

    def _by_container(self, group: _Group) -> ResolvedPlace | None:
        """Place what no gazetteer has where the text says that it lies, as precisely as the container is known."""
        if not group.fallback:
            return None
        container = self.resolve(group.fallback)
        if container is None or container.precision not in ("country", "admin1", "city"):
            return None
        return replace(container, name=near(group.text), geonames=None)


@dataclass(frozen=True, slots=True)
class _Beside:
    """Containers read off the text: `stated` by "in" or a possessive, others by a comma; `closes`: no list goes on."""

    containers: tuple[str, ...] = ()
    stated: tuple[str, ...] = ()
    closes: bool = False


_NOTHING = _Beside()


def _beside(mentions: Sequence[PlaceMention], names: Sequence[str | None], text: str) -> dict[int, _Beside]:
    """Return the containers of mentions that the words between them and the next or last mention tell."""
    order = sorted((i for i, name in enumerate(names) if name), key=lambda i: (mentions[i].start, i))
    found: dict[int, _Beside] = {}
    for here, after in zip(order, order[1:], strict=False):
        a, b = mentions[here], mentions[after]
        gap = text[a.start + len(a.text) : b.start]
        if _COMMA.match(gap):
            closes = not _LIST_GOES_ON.match(text, b.start + len(b.text))
            found[here] = replace(found.get(here, _NOTHING), containers=(b.text,), closes=closes)
        elif _IN.match(gap):
            found[here] = replace(found.get(here, _NOTHING), stated=(b.text,))
        elif _OWNER.match(gap) or (a.text.endswith(("'s", "’s")) and not gap.strip()):
            found[after] = replace(found.get(after, _NOTHING), stated=(a.text,))
    return found


def _is_name(text: str) -> bool:
    """Tell a name from "the border" and "there": some word of it has a capital."""
    return any(word[:1].isupper() for word in re.split(r"[\s-]+", text))


def _contained(candidate: Candidate, group: _Group, places: Places) -> float:
    score = 0.0
    for container in group.within:
        score += INSIDE if any(_inside(candidate.place, c.place, places) for c in container) else OUTSIDE
    for container in group.beside:
        score += INSIDE if any(_inside(candidate.place, c.place, places) for c in container) else 0.0
    return score


def _inside(place: Gazetteer, container: Gazetteer, places: Places) -> bool:
    if place == container:
        return False
    if container.level == "country":
        return place.country == container.country and place.level != "country"
    if container.level == "admin1":
        same = (place.country, place.admin1) == (container.country, container.admin1)
        return same and place.level in ("city", "feature")
    if container.level == "region" or place.level not in ("city", "feature"):
        return False
    wide = container.kind in _WIDE
    return _distance(place, container) < (3 * REACH if wide else SAME) and (wide or place.population < container.population)


def _shares(scores: list[float]) -> list[float]:
    """Turn scores, powers of ten, into shares of one."""
    if not scores:
        return []
    top = max(scores)
    masses = [10 ** (score - top) for score in scores]
    # One more candidate that nobody listed: a lone weak reading is no certain evidence.
    whole = sum(masses) + 10 ** min(2.0, ENOUGH - top - 1)
    return [mass / whole for mass in masses]


def _weight(group: _Group, other: _Group) -> float:
    """How much another group tells of this one: more if named often, and more if named close by."""
    apart = min(abs(a - b) for a in group.starts for b in other.starts)
    return log2(1 + len(other.starts)) * (0.5 + exp(-apart / NEARBY))


def _distance(a: Gazetteer, b: Gazetteer) -> float:
    """Return kilometres between two places; infinite where one has no point."""
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return float("inf")
    north, east = radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)
    chord = sin(north / 2) ** 2 + cos(radians(a.latitude)) * cos(radians(b.latitude)) * sin(east / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(chord)))


def _resolved(best: Candidate, text: str) -> ResolvedPlace:
    place = best.place
    precision: PlacePrecision
    if place.latitude is None:
        precision = "unresolved"
    elif place.level in ("country", "admin1"):
        precision = "country" if place.level == "country" else "admin1"
    elif place.level == "city" or place.kind == "town":
        precision = "admin1" if best.reading.sort == "division" else "city"
    else:
        precision = "admin1" if place.kind in _WIDE else "point"
    name = near(text) if best.reading.part else place.name
    return ResolvedPlace(name, place.country, place.admin1, place.latitude, place.longitude, place.geonames, precision)

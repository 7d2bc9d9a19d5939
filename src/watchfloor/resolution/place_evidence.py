"""Candidates of all mentions weighed against each other: where the other places lie tells where this one is.

Scores are powers of ten. What a name may stand for comes with a prior (`place_candidates`); added to it are containers
that the text states, the countries and divisions that the other mentions speak of, and places close by.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from math import exp, log2

from ..knowledge.distances import distance
from ..knowledge.places import Gazetteer, Places
from .place_candidates import Candidate
from .place_containers import inside

INSIDE = 6.0  # a stated container decides between any two towns of the world ...
OUTSIDE = -6.0  # ... and rules out what lies elsewhere
COUNTRY = 4.0  # where all else is in one country, a village there beats a city of a thousand times its size elsewhere
DIVISION = 4.0  # local news names what lies near
NEIGHBOUR = 0.7
CLOSE = 1.5
ALIEN = -0.7  # in a story about other countries only a city of 150,000 is met without its country
#: Evidence that a document must hold before a candidate's country counts as alien, and the share it may not exceed.
SETTLED, TRACE = 2.5, 0.03
#: The least score that is believed: a town of 30,000 that nothing speaks against, or a village in the right country.
ENOUGH = 4.5
REACH = 100.0  # km within which places of one story lie close
NEARBY = 400  # characters, about two sentences: a place that is named close by says more
ROUNDS = 8  # the shares have settled by then
FAINT = 0.03  # a smaller share of a name is not worth adding up
HEARD = 60  # other names that are listened to: a book names thousands


@dataclass(slots=True)
class Group:
    """All mentions of one name with the same containers: one name has one meaning in a document.

    `within` holds the readings of stated containers, which rule out what lies elsewhere; `loose` those of containers
    after a comma, which only speak for. `scores` and `shares` run parallel to `found`; `fallback` is the container to
    answer with where the name itself is unknown.
    """

    text: str
    found: list[Candidate]
    within: list[list[Candidate]]
    loose: list[list[Candidate]]
    fallback: str | None
    starts: list[int] = field(default_factory=list)  # sorted before they are weighed
    scores: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)


def settle(groups: Sequence[Group], places: Places, about: Mapping[str, float]) -> None:
    """Score the candidates of all groups; `about` is evidence for countries (alpha-3) from outside the groups."""
    for group in groups:
        group.starts.sort()
        group.scores = [candidate.prior + contained(candidate.place, group) for candidate in group.found]
        group.shares = _shares(group.scores)
    near = [_nearest(group, groups) for group in groups]
    for _ in range(ROUNDS):
        likely = {id(group): _likely(group) for group in groups}
        fresh = []
        for group, others in zip(groups, near, strict=True):
            elsewhere = _Elsewhere(about)
            for weight, other in others:
                elsewhere.hear(weight, likely[id(other)])
            fresh.append(elsewhere.scores(group, places))
        for group, scores in zip(groups, fresh, strict=True):
            # Half a step at a time, or two names that wait for each other change places for ever.
            fresh_shares = zip(group.shares, _shares(scores), strict=True)
            group.scores, group.shares = scores, [(old + new) / 2 for old, new in fresh_shares]


def contained(place: Gazetteer, group: Group) -> float:
    """Return what the containers of a group say of a candidate."""
    score = 0.0
    for container in group.within:
        score += INSIDE if any(inside(place, c.place) for c in container) else OUTSIDE
    for container in group.loose:
        score += INSIDE if any(inside(place, c.place) for c in container) else 0.0
    return score


class _Elsewhere:
    """What all other groups say of countries, divisions and points."""

    def __init__(self, about: Mapping[str, float]) -> None:
        self.countries: dict[str, float] = defaultdict(float, about)
        self.divisions: dict[tuple[str, str], float] = defaultdict(float)
        self.anchors: list[tuple[float, Gazetteer]] = []
        self.total = 1.0 + sum(about.values())  # the 1 keeps a single other place from deciding

    def hear(self, weight: float, likely: Sequence[tuple[float, Gazetteer]]) -> None:
        for share, place in likely:
            evidence = share * weight
            self.total += evidence
            self.countries[place.country or ""] += evidence
            if place.admin1:
                self.divisions[place.country or "", place.admin1] += evidence
                self.anchors.append((evidence, place))

    def scores(self, group: Group, places: Places) -> list[float]:
        return [c.prior + contained(c.place, group) + self._support(c.place, places) for c in group.found]

    def _support(self, place: Gazetteer, places: Places) -> float:
        if not place.country:
            return 0.0
        here = self.countries.get(place.country, 0.0)
        around = sum(self.countries.get(neighbour, 0.0) for neighbour in places.neighbours(place.country))
        score = COUNTRY * here / self.total + NEIGHBOUR * min(1.0, around / self.total)
        score += DIVISION * self.divisions.get((place.country, place.admin1 or ""), 0.0) / self.total
        small = place.level in ("city", "admin1") and not place.capital
        if small and self.total > SETTLED and here + around < TRACE * self.total:
            score += ALIEN
        if place.level in ("admin2", "city", "feature"):
            here_about = [(evidence, anchor) for evidence, anchor in self.anchors if _in_sight(place, anchor)]
            closeness = sum(evidence * exp(-distance(place, anchor) / REACH) for evidence, anchor in here_about)
            score += CLOSE * (1 - exp(-closeness))
        return score


def _likely(group: Group) -> list[tuple[float, Gazetteer]]:
    shares = zip(group.shares, group.found, strict=True)
    return [(share, candidate.place) for share, candidate in shares if share > FAINT and candidate.place.country]


def _nearest(group: Group, groups: Sequence[Group]) -> list[tuple[float, Group]]:
    """Return the other groups that tell most of this one, each with its weight."""
    weighed = [(_weight(group, other), i, other) for i, other in enumerate(groups) if other is not group]
    return [(weight, other) for weight, _, other in nlargest(HEARD, weighed, key=lambda item: (item[0], -item[1]))]


def _weight(group: Group, other: Group) -> float:
    """Return how much another group tells of this one: more if it is named often, and more if close by."""
    few, many = sorted((group.starts, other.starts), key=len)
    apart = min(_gap(start, many) for start in few)
    return log2(1 + len(other.starts)) * (0.5 + exp(-apart / NEARBY))


def _gap(start: int, starts: Sequence[int]) -> int:
    """Return the distance to the nearest of sorted starts."""
    i = bisect_left(starts, start)
    return min(abs(start - starts[j]) for j in (i - 1, i) if 0 <= j < len(starts))


def _in_sight(a: Gazetteer, b: Gazetteer) -> bool:
    """Tell cheaply that two places are too far apart to be weighed: four degrees are four times REACH."""
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return False
    return abs(a.latitude - b.latitude) < 4 and (abs(a.longitude - b.longitude) < 8 or abs(a.latitude) > 60)


def _shares(scores: Sequence[float]) -> list[float]:
    """Turn scores into shares of one, with a share for what nobody listed: a lone weak reading is no certainty."""
    if not scores:
        return []
    top = max(scores)
    masses = [10 ** (score - top) for score in scores]
    unlisted = 10 ** min(2.0, ENOUGH - 1 - top)
    return [mass / (sum(masses) + unlisted) for mass in masses]

"""Where an event happened: the place supported best, and the places that cannot both be right."""

from collections.abc import Sequence

from watchfloor.knowledge.distances import distance
from watchfloor.knowledge.places import Places
from watchfloor.records import Dispute, Place, PlacePrecision, Site

from .inheritance import Inheritance
from .members import Member
from .ranking import Weights, candidates, dispute, ranked

#: Larger is wider.
WIDTH: dict[PlacePrecision, float] = {"point": 0, "city": 1, "admin1": 2, "country": 3, "unresolved": 4}
#: An airport or a mosque is of a city when it lies so near its centre: the radius of a large one.
CITY_KM = 30.0


def sites(
    members: Sequence[Member], weights: Weights, inherited: Inheritance | None, gazetteer: Places
) -> tuple[tuple[Site, ...], Dispute | None]:
    """The place supported best, with those that the same report names beside it.

    Where no report names one that is known, the words that stand for it, and the country that the reports inherit.
    """
    given = [(p, m.id) for m in members for p in m.statement.places]
    resolved = [(p, id_) for p, id_ in given if p.precision != "unresolved"]
    together = {_key(p): {id_ for q, id_ in given if _key(q) == _key(p)} for p, _ in given}
    order = ranked(candidates(resolved or given, _key), wider, lambda p: WIDTH[p.precision], weights)
    if not order:
        return _inherited(members, weights, inherited, gazetteer), None
    best = order[0]
    beside = [
        c for c in order[1:] if set(c.statements) & set(best.statements) and not wider(c.value, best.value) and resolved
    ]

    def clash(one: Place, other: Place) -> bool:
        return not (wider(one, other) or wider(other, one) or together[_key(one)] & together[_key(other)])

    found = tuple(_site(c.value, c.statements) for c in (best, *beside))
    if not resolved:
        return (*found, *_inherited(members, weights, inherited, gazetteer)), None
    return found, dispute("places", order, clash, wider, words, weights)


def wider(wide: Place, narrow: Place) -> bool:
    """True where the one place is the other or holds it; by country, first-level division and distance."""
    if _key(wide) == _key(narrow):
        return True
    if wide.country != narrow.country or WIDTH[wide.precision] <= WIDTH[narrow.precision]:
        return False
    if wide.precision == "country":
        return True
    if wide.precision == "admin1":
        return wide.admin1 is None or narrow.admin1 is None or wide.admin1 == narrow.admin1
    return distance(wide, narrow) <= CITY_KM


def words(place: Place) -> str:
    """The place with what it lies in."""
    name = place.name or place.text
    parts = (name, *(p for p in (place.admin1, place.country) if p and p != name))
    return ", ".join(parts)


def _inherited(
    members: Sequence[Member], weights: Weights, inherited: Inheritance | None, gazetteer: Places
) -> tuple[Site, ...]:
    """The country that most independent sources inherit; those that differ say nothing against it."""
    if inherited is None:
        return ()
    given = [(country, m.id) for m in members if (country := inherited.country(m.statement))]
    order = ranked(candidates(given, str), lambda a, b: a == b, lambda country: 0, weights)
    if not order:
        return ()
    country = order[0].value
    name = gazetteer.country_name(country) or country
    point = next((g for g in gazetteer.find(name) if g.level == "country" and g.country == country), None)
    return (
        Site(
            name,
            country,
            None,
            point.latitude if point else None,
            point.longitude if point else None,
            point.geonames if point else None,
            "country",
            "inherited",
            tuple(order[0].statements),
        ),
    )


def _site(place: Place, statements: Sequence[str]) -> Site:
    return Site(
        place.name or place.text,
        place.country,
        place.admin1,
        place.latitude,
        place.longitude,
        place.geonames,
        place.precision,
        "stated",
        tuple(statements),
    )


def _key(place: Place) -> object:
    if place.geonames is not None:
        return place.geonames
    return (place.name or place.text).casefold(), place.country, place.admin1, place.precision

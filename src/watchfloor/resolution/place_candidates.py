"""What a mention of a place may stand for, and how likely each is before the rest of the document is looked at."""

from dataclasses import dataclass, replace
from math import log10

from rapidfuzz import fuzz

from ..knowledge.folding import fold
from ..knowledge.places import Gazetteer, Places
from .place_names import Reading, Sort, readings, respelt, with_article

# Points, in powers of ten of inhabitants: a town scores the logarithm of its population, and what follows adds to it.
COUNTRY = 1.5  # "Georgia" alone is the country, not the state
SMALLEST_COUNTRY = 5.0  # Nauru is a state all the same
SMALLEST_DIVISION = 5.2  # and a division is known beyond its few towns of which GeoNames knows the inhabitants
DIVISION = -0.5  # "Washington" alone is the capital
FEATURE = 6.5  # as a city of three million: whoever is in the short table of features is well known
TOWN = 5.0  # in that table because GeoNames lacks it: no more than a town
REGION = 8.0
CAPITAL = 1.0  # "Tripoli" alone is Libya's
ALIAS = -0.7  # found by another name than its first
FORMER = -2.0  # found by a name that is no spelling of its first: Saigon is remembered, Liverpool for Washington is not
RESPELT = -1.5  # found by changing letters
SAID = 3.0  # "Anbar province" is a division ...
NOT_SAID = -3.0  # ... and "the village of Anbar" is none
ONLY = 1.0  # nothing else in the world bears the name, not even as a second one
COUNTY = -1.5  # "Madison County" need not lie near any town of Madison ...
DISTRICT = -0.3  # ... but most districts of the world are called after their seat
BARE = -2.0  # "Madison" is hardly ever short for the county
UNPEOPLED = 3.0  # 0 inhabitants are an unknown number; such places are seats of districts: about a thousand
#: Two spellings of one name begin alike (Mecca and Makkah) or share this much of their letters (Raqqa and Ar-Raqqah).
ALIKE = 50.0
#: Shorter words in capitals are abbreviations: "EU" is not Eu in Normandy.
LONGEST_ABBREVIATION = 4
#: Where names are transcribed from other scripts, or spelt as heard, and so in several ways.
TRANSCRIBED = frozenset({
    "South Asia", "Central Asia", "Southeast Asia", "East Asia", "Middle East", "Levant", "Gulf", "North Africa",
    "Maghreb", "Sahel", "West Africa", "Central Africa", "East Africa", "Horn of Africa", "Caucasus",
    "Eastern Europe", "Balkans",
})  # fmt: skip
#: Sorts that a district of the table may be.
AREAS = ("county", "district")
#: Countries whose first-level divisions are called counties.
OF_COUNTIES = frozenset({"EST", "HRV", "HUN", "KEN", "LBR", "NOR", "ROU", "SWE", "TWN"})
#: A bare name that both a city and its division bear is the city's where it holds this much of the division's people.
SEAT = 0.1
LARGE = 100_000  # and, where the name is not the city's first, if it is a large one
WHOLE = 0.8  # or nearly all there is in it

_LEVELS: dict[Sort, tuple[str, ...]] = {
    "division": ("admin1", "area"),
    "county": ("district", "area"),
    "district": ("district", "area"),
    "town": ("city", "town", "district"),
    "water": ("river", "lake", "sea", "strait"),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of a mention and an entry that bears its name; `prior` is in powers of ten."""

    place: Gazetteer
    reading: Reading
    prior: float
    exact: bool = True


def candidates(text: str, places: Places) -> list[Candidate]:
    """Return what a mention may stand for, best first: by its fullest reading that names anything, else respelt."""
    tried = list(readings(text))
    for reading in tried:
        found = [*places.find(reading.name), *places.find(with_article(reading.name))]
        if found := [place for place in found if _may_be(place, reading)]:
            seats = _seat_or_division(found + _seats(found, places), reading)
            return _ranked([Candidate(place, reading, _prior(place, reading)) for place in seats])
    for reading in tried:
        keys = [key for spelling in respelt(reading.name) for key in (spelling, with_article(spelling))]
        near = [place for key in keys for place in places.find(key) if _may_be(place, reading)]
        near = [place for place in near if place.level not in ("country", "region")]
        if near := [place for place in near if place.country and places.region(place.country) in TRANSCRIBED]:
            return _ranked([Candidate(place, reading, _prior(place, reading) + RESPELT, exact=False) for place in near])
    return []


def _may_be(place: Gazetteer, reading: Reading) -> bool:
    if reading.sort == "water" or (place.level == "admin2" and place.alias and _names_water(reading)):
        return place.kind in _LEVELS["water"]
    return place.level != "city" or not reading.name.isupper() or len(reading.name) > LONGEST_ABBREVIATION


def _names_water(reading: Reading) -> bool:
    """Tell that a name is a river's by its own words, and so not short for Red River County."""
    return any(other.sort == "water" for other in readings(reading.name))


def _ranked(found: list[Candidate]) -> list[Candidate]:
    best: dict[Gazetteer, Candidate] = {}
    for candidate in found:
        if candidate.prior > best.setdefault(candidate.place, candidate).prior:
            best[candidate.place] = candidate
    only = ONLY if len(best) == 1 and not next(iter(best)).alias else 0.0
    ranked = sorted(best.values(), key=lambda c: (-c.prior, c.place.country or "", c.place.name, c.place.geonames or 0))
    return [replace(candidate, prior=candidate.prior + only) for candidate in ranked]


def _prior(place: Gazetteer, reading: Reading) -> float:
    size = log10(place.population) if place.population else UNPEOPLED
    score = {
        "country": max(size, SMALLEST_COUNTRY) + COUNTRY,
        "admin1": max(size, SMALLEST_DIVISION) + DIVISION,
        "region": REGION,
        "feature": TOWN if place.kind == "town" else FEATURE,
        "city": size,
        "admin2": size,
    }[place.level]
    if place.level == "admin2":
        return score + (SAID if reading.sort in AREAS or not place.alias else BARE)
    score += CAPITAL * place.capital
    if place.alias:
        score += ALIAS if _are_spellings(fold(place.name), fold(reading.name)) else FORMER
    if reading.sort:
        not_said = {"county": COUNTY, "district": DISTRICT}.get(reading.sort, NOT_SAID)
        said = place.kind in _LEVELS[reading.sort] or (reading.sort == "county" and _is_county(place))
        score += SAID if said else not_said
    return score


def _are_spellings(one: str, other: str) -> bool:
    return one[:1] == other[:1] or fuzz.ratio(one, other) >= ALIKE


def _is_county(place: Gazetteer) -> bool:
    return place.level == "admin1" and place.country in OF_COUNTIES


def _seats(found: list[Gazetteer], places: Places) -> list[Gazetteer]:
    """Return the cities that divisions are called after, for spellings that only the table of divisions has."""
    divisions = [place for place in found if place.level == "admin1"]
    cities = [(division, place) for division in divisions for place in places.find(division.name)]
    return [place for division, place in cities if place.level == "city" and _area(place) == _area(division)]


def _seat_or_division(found: list[Gazetteer], reading: Reading) -> list[Gazetteer]:
    """Where a city and the division around it bear one name and no word says which, leave only one of the two."""
    if reading.sort:
        return found
    dropped: set[Gazetteer] = set()
    for division in (place for place in found if place.level == "admin1"):
        inside = [place for place in found if place.level == "city" and _area(place) == _area(division)]
        if inside:
            seat = max(inside, key=lambda place: place.population)
            share = seat.population / max(1, division.population)
            is_seat = share >= SEAT and (not seat.alias or seat.population >= LARGE or share >= WHOLE)
            short = fold(division.name).startswith(f"{fold(reading.name)} ")  # "Gaza" is told to be the Gaza Strip
            dropped |= {division} if (is_seat or seat.capital) and not short else set(inside)
    return [place for place in found if place not in dropped]


def _area(place: Gazetteer) -> tuple[str | None, str | None]:
    return place.country, place.admin1

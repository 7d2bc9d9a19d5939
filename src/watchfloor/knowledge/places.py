"""The gazetteer: countries, regions, first-level divisions, known areas and facilities, and GeoNames' populated places.

The tables (`place_tables`) are small and edited by people; the populated places come from the compiled index. One name
may stand for many places, and only a document says for which: choosing is the business of `resolution`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Literal

from . import place_tables as tables
from .folding import fold
from .place_index import PlaceIndex
from .place_tables import Country, District, Division, Feature, Region, check

__all__ = ["Gazetteer", "Level", "Places", "check", "load"]

Level = Literal["country", "admin1", "admin2", "region", "feature", "city"]
#: What a name may be at first sight, in this order: "Georgia" is the country, "Panama City" only a city.
LEVELS: tuple[Level, ...] = ("country", "region", "admin1", "feature", "city", "admin2")
#: Smaller towns are named after anything ("Bay", "March", "Police"): by its name alone a word is not taken for one.
CITY = 50_000
#: Below this a place of the capital's name is a namesake in the same country.
CAPITAL = 10_000


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """An entry that bears a name that was asked for.

    `kind` is the level or, of a feature, its kind; `country` is alpha-3, `admin1` the division's name; the point is
    WGS 84. `alias`: the name asked for is not its first; `capital`: of its country. A district ("admin2") has the point
    and the inhabitants of its seat, since GeoNames' populated places say no more of it.
    """

    name: str
    level: Level
    kind: str
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    population: int = 0
    alias: bool = False
    capital: bool = False


@dataclass(frozen=True, slots=True)
class _Named:
    """A spelling in a table and what it stands for; an abbreviation is met only in its own letters ("US", not "us")."""

    spelling: str
    entry: Gazetteer

    def is_met_by(self, text: str) -> bool:
        letters = self.spelling.replace(".", "").replace(" ", "")
        if letters.isupper():
            return text.replace(".", "").replace(" ", "") == letters
        return not self.spelling.endswith(".") or text.count(".") == self.spelling.count(".")  # "L.A." is not "La."


class Places:
    """All names of places."""

    def __init__(
        self,
        countries: Iterable[Country],
        divisions: Iterable[Division],
        districts: Iterable[District],
        regions: Iterable[Region],
        features: Iterable[Feature],
        index: PlaceIndex,
    ) -> None:
        """Spell out the tables; the index stays on disk."""
        self._index = index
        self._countries = {country.id: country for country in countries}
        self._alpha3 = {country.alpha2: country.id for country in self._countries.values()}
        self._capitals = {(c.id, fold(c.capital)) for c in self._countries.values() if c.capital}
        self._divisions = {(division.country, division.code): division for division in divisions}
        self._names: dict[str, list[_Named]] = defaultdict(list)
        own = chain(self._country_entries(), self._division_entries())
        for entry, variants in chain(own, _region_entries(regions), _feature_entries(features)):
            for spelling in dict.fromkeys((entry.name, *variants)):
                self._names[fold(spelling)].append(_Named(spelling, entry))
        self._codes = {(d.country, d.name): d.code for d in self._divisions.values()}
        self._districts: dict[str, list[District]] = defaultdict(list)
        for district in districts:
            for key in dict.fromkeys(map(fold, (district.name, *district.variants))):
                self._districts[key].append(district)
        self.find = lru_cache(maxsize=4096)(self._find)

    def country(self, text: str) -> str | None:
        """Return the alpha-3 of a country's name, variant, alpha-2 or alpha-3 code."""
        if text in self._countries:
            return text
        if text in self._alpha3:
            return self._alpha3[text]
        return next((entry.country for entry in self._tabled(text) if entry.level == "country"), None)

    def country_name(self, alpha3: str) -> str | None:
        """Return what we call a country."""
        country = self._countries.get(alpha3)
        return country.name if country else None

    def capital(self, alpha3: str) -> str | None:
        """Return the name of a country's capital."""
        country = self._countries.get(alpha3)
        return country.capital if country else None

    def neighbours(self, alpha3: str) -> tuple[str, ...]:
        """Return the alpha-3 of all countries with a common border."""
        country = self._countries.get(alpha3)
        return country.neighbours if country else ()

    def region(self, alpha3: str) -> str | None:
        """Return the part of the world that a country lies in, a name of `regions.csv`."""
        country = self._countries.get(alpha3)
        return country.region if country else None

    def kind(self, text: str) -> Level | None:
        """Say what a name stands for at first sight, None where it names nothing that is widely known.

        A capital letter is required, so that "bay" and "van" stay nouns; of a city, CITY inhabitants.
        """
        if not any(word[:1].isupper() for word in text.replace("-", " ").split()):
            return None
        levels = {entry.level for entry in self.find(text) if _is_widely_known(entry)}
        return next((level for level in LEVELS if level in levels), None)

    def is_place_name(self, text: str) -> bool:
        """Tell whether `kind` knows the name."""
        return self.kind(text) is not None

    def _find(self, text: str) -> tuple[Gazetteer, ...]:
        """Return every entry of exactly this name (folded): the tables', then the index's, most populous first."""
        postings = self._index.postings(fold(text))
        cities = (self._city(number, alias) for number, alias in postings)
        return (*self._tabled(text), *cities, *self._seats(text))

    def _tabled(self, text: str) -> Iterator[Gazetteer]:
        met = (named.entry for named in self._names.get(fold(text), ()) if named.is_met_by(text))
        yield from dict.fromkeys(met)

    def _seats(self, text: str) -> Iterator[Gazetteer]:
        """Yield the districts of a name, the one with the largest seat first."""
        key = fold(text)
        found = []
        for d in self._districts.get(key, ()):
            seat = self._index.largest(d.seat, self._countries[d.country].alpha2, self._codes[d.country, d.admin1])
            if seat is not None:
                point, alias = (seat.latitude, seat.longitude), fold(d.name) != key
                found.append(
                    Gazetteer(d.name, "admin2", "district", d.country, d.admin1, *point, None, seat.population, alias)
                )
        yield from sorted(found, key=lambda entry: -entry.population)

    def _city(self, number: int, alias: bool) -> Gazetteer:
        city = self._index.city(number)
        country = self._alpha3.get(city.country)
        division = self._divisions.get((country or "", city.division))
        return Gazetteer(
            name=city.name,
            level="city",
            kind="city",
            country=country,
            admin1=division.name if division else None,
            latitude=city.latitude,
            longitude=city.longitude,
            geonames=city.geonames,
            population=city.population,
            alias=alias,
            capital=(country, fold(city.name)) in self._capitals and city.population >= CAPITAL,
        )

    def _country_entries(self) -> Iterator[tuple[Gazetteer, tuple[str, ...]]]:
        people: dict[str, int] = defaultdict(int)
        for (alpha2, _), area in self._index.divisions.items():
            people[alpha2] += area.population
        for c in self._countries.values():
            point = c.latitude, c.longitude
            yield Gazetteer(c.name, "country", "country", c.id, None, *point, c.geonames, people[c.alpha2]), c.variants

    def _division_entries(self) -> Iterator[tuple[Gazetteer, tuple[str, ...]]]:
        alpha2 = {country.id: country.alpha2 for country in self._countries.values()}
        for d in self._divisions.values():
            area = self._index.divisions.get((alpha2.get(d.country, ""), d.code))
            if area:
                point = area.latitude, area.longitude
                entry = Gazetteer(d.name, "admin1", "admin1", d.country, d.name, *point, d.geonames, area.population)
                yield entry, d.variants


def _is_widely_known(entry: Gazetteer) -> bool:
    """Tell a name that is a place's at first sight: not a village's, not "Orange" for Orange County."""
    if entry.level == "city":
        return entry.population >= CITY
    return entry.level != "admin2" or not entry.alias


def _region_entries(regions: Iterable[Region]) -> Iterator[tuple[Gazetteer, tuple[str, ...]]]:
    for r in regions:
        yield Gazetteer(r.name, "region", "region"), r.variants


def _feature_entries(features: Iterable[Feature]) -> Iterator[tuple[Gazetteer, tuple[str, ...]]]:
    for f in features:
        yield Gazetteer(f.name, "feature", f.kind, f.country, f.admin1, f.latitude, f.longitude), f.variants


def load(folder: Path | None = None) -> Places:
    """Read the tables, the user's over ours, and map the index; raises KnowledgeError with all faults of the tables."""
    return Places(
        tables.countries(folder).entries(),
        tables.divisions(folder).entries(),
        tables.districts(folder).entries(),
        tables.regions(folder).entries(),
        tables.features(folder).entries(),
        PlaceIndex(),
    )

"""The gazetteer: countries, regions, first-level divisions, known areas and facilities, and GeoNames' populated places.

Four tables under `knowledge/data/places` hold what people edit; the compiled index holds the 235,000 populated places.
One name may stand for many places, and only a document says for which: choosing is the business of `resolution`.

`countries.csv`: ISO 3166-1 alpha-3 as `id`, point as in the CIA World Factbook, neighbours and id from GeoNames.
`admin1.csv`: GeoNames' admin1 codes; the point of a division is the mean of the half-degree cells that hold a populated
place of it. `regions.csv`: names of parts of the world, which have neither country nor point. `features.csv`: areas,
waters, bases, camps, crossings, and towns that GeoNames lacks; a disputed one has no country.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from .files import Entry, Fault, Row, Texts, table
from .folding import fold
from .place_index import PlaceIndex

Level = Literal["country", "admin1", "region", "feature", "city"]
#: What a name may be at first sight, in this order: "Georgia" is the country, "Panama City" only a city.
LEVELS: tuple[Level, ...] = ("country", "region", "admin1", "feature", "city")
#: Smaller towns are named after anything ("Bay", "March", "Police"): by its name alone a word is not taken for one.
CITY = 50_000
#: Below this a place of the capital's name is a namesake in the same country.
CAPITAL = 10_000
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class Country(Entry):
    """A row of `countries.csv`; `id` is alpha-3, `neighbours` are too."""

    id: str = Field(pattern="^[A-Z]{3}$")
    alpha2: str = Field(pattern="^[A-Z]{2}$")
    name: str
    variants: Texts = ()
    latitude: Latitude
    longitude: Longitude
    region: str
    neighbours: Texts = ()
    capital: str | None = None
    geonames: int | None = None


class Division(Entry):
    """A row of `admin1.csv`; `country` is alpha-3, `code` GeoNames'."""

    country: str
    code: str
    name: str
    variants: Texts = ()
    geonames: int | None = None

    def identity(self) -> object:
        """Return country and code."""
        return self.country, self.code


class Region(Entry):
    """A row of `regions.csv`."""

    name: str
    variants: Texts = ()

    def identity(self) -> object:
        """Return the name."""
        return self.name


class Feature(Entry):
    """A row of `features.csv`; `admin1` is a name of `admin1.csv`. Without a point its whereabouts are too wide for one."""

    name: str
    variants: Texts = ()
    kind: Literal[
        "air-base", "airport", "area", "base", "border", "bridge", "building", "camp", "canal", "crossing", "dam",
        "district", "facility", "forest", "island", "lake", "mountain", "pass", "port", "prison", "river", "sea",
        "strait", "town", "valley",
    ]  # fmt: skip
    country: str | None = None
    admin1: str | None = None
    latitude: Latitude | None = None
    longitude: Longitude | None = None

    def identity(self) -> object:
        """Return name and country."""
        return self.name, self.country


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """An entry that bears a name that was asked for; `alias` where that is not its first name, `capital` of its country.

    `country` is alpha-3, `admin1` the division's name, `kind` the level or, of a feature, its kind. The point is WGS 84.
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
    """A spelling in a table and what it stands for; an abbreviation is met only in its own letters, "US" but not "us"."""

    spelling: str
    entry: Gazetteer

    def is_met_by(self, text: str) -> bool:
        bare = self.spelling.replace(".", "").replace(" ", "")
        if bare.isupper():
            return text.replace(".", "").replace(" ", "") == bare
        return not self.spelling.endswith(".") or text.endswith(".")


T = TypeVar("T", Country, Division, Region, Feature)


class Places:
    """All names of places."""

    def __init__(
        self,
        countries: tuple[Country, ...],
        divisions: tuple[Division, ...],
        regions: tuple[Region, ...],
        features: tuple[Feature, ...],
        index: PlaceIndex,
    ) -> None:
        """Spell out the tables; `index` stays on disk."""
        self._countries = {country.id: country for country in countries}
        self._alpha3 = {country.alpha2: country.id for country in countries}
        self._divisions = {(division.country, division.code): division.name for division in divisions}
        self._index = index
        self._capitals = {(c.id, fold(c.capital)) for c in countries if c.capital}
        self._names: dict[str, list[_Named]] = defaultdict(list)
        for entry, spellings in self._entries(countries, divisions, regions, features):
            for spelling in dict.fromkeys((entry.name, *spellings)):
                self._names[fold(spelling)].append(_Named(spelling, entry))
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
        levels = {entry.level for entry in self.find(text) if entry.level != "city" or entry.population >= CITY}
        return next((level for level in LEVELS if level in levels), None)

    def is_place_name(self, text: str) -> bool:
        """Tell whether `kind` knows the name."""
        return self.kind(text) is not None

    def _find(self, text: str) -> tuple[Gazetteer, ...]:
        """Return every entry of exactly this name (folded), the tables' before the index's, most populous first."""
        key = fold(text)
        return (*self._tabled(text), *(self._city(number, alias) for number, alias in self._index.postings(key)))

    def _tabled(self, text: str) -> Iterator[Gazetteer]:
        met = (named.entry for named in self._names.get(fold(text), ()) if named.is_met_by(text))
        yield from dict.fromkeys(met)

    def _city(self, number: int, alias: bool) -> Gazetteer:
        city = self._index.city(number)
        country = self._alpha3.get(city.country)
        admin1 = self._divisions.get((country or "", city.division))
        capital = (country, fold(city.name)) in self._capitals and city.population >= CAPITAL
        point = city.latitude, city.longitude
        return Gazetteer(city.name, "city", "city", country, admin1, *point, city.geonames, city.population, alias, capital)

    def _entries(
        self,
        countries: tuple[Country, ...],
        divisions: tuple[Division, ...],
        regions: tuple[Region, ...],
        features: tuple[Feature, ...],
    ) -> Iterator[tuple[Gazetteer, tuple[str, ...]]]:
        people: dict[str, int] = defaultdict(int)
        for (alpha2, _), area in self._index.divisions.items():
            people[alpha2] += area.population
        for c in countries:
            point = c.latitude, c.longitude
            yield Gazetteer(c.name, "country", "country", c.id, None, *point, c.geonames, people[c.alpha2]), c.variants
        for d in divisions:
            middle = self._index.divisions.get((self._countries[d.country].alpha2, d.code)) if d.country in self._countries else None
            if middle:
                point = middle.latitude, middle.longitude
                entry = Gazetteer(d.name, "admin1", "admin1", d.country, d.name, *point, d.geonames, middle.population)
                yield entry, d.variants
        for r in regions:
            yield Gazetteer(r.name, "region", "region"), r.variants
        for f in features:
            yield Gazetteer(f.name, "feature", f.kind, f.country, f.admin1, f.latitude, f.longitude), f.variants


def load(folder: Path | None = None) -> Places:
    """Read the tables, the user's over ours, and map the index; raises KnowledgeError with all faults of the tables."""
    return Places(
        table("places/countries", Country, folder).entries(),
        table("places/admin1", Division, folder).entries(),
        table("places/regions", Region, folder).entries(),
        table("places/features", Feature, folder).entries(),
        PlaceIndex(),
    )


def check(folder: Path | None = None) -> list[Fault]:
    """Return what is wrong: references that lead nowhere, divisions that GeoNames lacks, names claimed twice."""
    countries = table("places/countries", Country, folder)
    divisions = table("places/admin1", Division, folder)
    regions = table("places/regions", Region, folder)
    features = table("places/features", Feature, folder)
    faults = [*countries.faults, *divisions.faults, *regions.faults, *features.faults]
    alpha2 = {row.entry.id: row.entry.alpha2 for row in countries.rows}
    known = PlaceIndex().divisions
    for c in countries.rows:
        faults += [c.fault(f"neighbour {n!r} is no country") for n in c.entry.neighbours if n not in alpha2]
    for d in divisions.rows:
        if (alpha2.get(d.entry.country, ""), d.entry.code) not in known:
            faults.append(d.fault(f"GeoNames has no division {d.entry.country} {d.entry.code}"))
    names = {(row.entry.country, row.entry.name) for row in divisions.rows}
    for f in features.rows:
        if f.entry.country and f.entry.country not in alpha2:
            faults.append(f.fault(f"country {f.entry.country!r} is unknown"))
        if f.entry.admin1 and (f.entry.country, f.entry.admin1) not in names:
            faults.append(f.fault(f"{f.entry.admin1!r} is no division of {f.entry.country}"))
        if (f.entry.latitude is None) != (f.entry.longitude is None):
            faults.append(f.fault("half a point: give both latitude and longitude, or neither"))
    faults += _claimed_twice(countries.rows) + _claimed_twice(regions.rows) + _claimed_twice(features.rows)
    by_country: dict[str, list[Row[Division]]] = defaultdict(list)
    for row in divisions.rows:
        by_country[row.entry.country].append(row)
    return sorted(faults + [fault for rows in by_country.values() for fault in _claimed_twice(rows)])


def _claimed_twice(rows: Sequence[Row[T]]) -> list[Fault]:
    """Return a fault for each spelling that two rows of one table claim; divisions are asked country by country."""
    first: dict[str, Row[T]] = {}
    faults = []
    for row in rows:
        for key in sorted({fold(name) for name in (row.entry.name, *row.entry.variants)}):
            other = first.setdefault(key, row)
            if other is not row:
                faults.append(row.fault(f"{key!r} is also a name of {other.entry.name} ({other.file}:{other.line})"))
    return faults

"""The five tables of places that people edit, under `knowledge/data/places`, and the check of them.

`countries.csv`: ISO 3166-1 alpha-3 as `id`, point as in the CIA World Factbook, neighbours and id from GeoNames.
`admin1.csv`: first-level divisions by GeoNames' admin1 codes; their points come from the compiled index.
`districts.csv`: counties and districts within a division, each with its seat: a populated place that stands for it.
`regions.csv`: names of parts of the world, which have neither country nor point.
`features.csv`: areas, waters, bases, camps, crossings, and towns that GeoNames lacks; a disputed one has no country.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from .faults import Fault
from .files import Entry, Row, Table, Texts, table
from .folding import fold
from .place_index import PlaceIndex

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


class District(Entry):
    """A row of `districts.csv`; `admin1` is a name of `admin1.csv`, `seat` a populated place in it.

    Where seats are few, or have fewer than 500 inhabitants, the largest town stands in their place.
    """

    country: str
    admin1: str
    name: str
    variants: Texts = ()
    seat: str

    def identity(self) -> object:
        """Return country, division and name."""
        return self.country, self.admin1, self.name


class Region(Entry):
    """A row of `regions.csv`."""

    name: str
    variants: Texts = ()

    def identity(self) -> object:
        """Return the name."""
        return self.name


class Feature(Entry):
    """A row of `features.csv`; `admin1` is a name of `admin1.csv`. One without a point is too wide for one."""

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


def countries(folder: Path | None = None) -> Table[Country]:
    """Return the countries, the user's over ours."""
    return table("places/countries", Country, folder)


def divisions(folder: Path | None = None) -> Table[Division]:
    """Return the first-level divisions."""
    return table("places/admin1", Division, folder)


def districts(folder: Path | None = None) -> Table[District]:
    """Return the counties and districts."""
    return table("places/districts", District, folder)


def regions(folder: Path | None = None) -> Table[Region]:
    """Return the parts of the world."""
    return table("places/regions", Region, folder)


def features(folder: Path | None = None) -> Table[Feature]:
    """Return areas, waters, facilities and further towns."""
    return table("places/features", Feature, folder)


def check(folder: Path | None = None) -> list[Fault]:
    """Return what is wrong: references that lead nowhere, divisions that GeoNames lacks, names claimed twice."""
    lands, parts, world, others = countries(folder), divisions(folder), regions(folder), features(folder)
    counties = districts(folder)
    faults = [*lands.faults, *parts.faults, *counties.faults, *world.faults, *others.faults]
    alpha2 = {c.entry.id: c.entry.alpha2 for c in lands.rows}
    region_names = {r.entry.name for r in world.rows}
    for c in lands.rows:
        faults += [c.fault(f"neighbour {n!r} is no country") for n in c.entry.neighbours if n not in alpha2]
        if c.entry.region not in region_names:
            faults.append(c.fault(f"region {c.entry.region!r} is not in regions.csv"))
    index = PlaceIndex()
    known = index.divisions
    for d in parts.rows:
        if (alpha2.get(d.entry.country, ""), d.entry.code) not in known:
            faults.append(d.fault(f"GeoNames has no division {d.entry.country} {d.entry.code}"))
    named = {(d.entry.country, d.entry.name): d.entry.code for d in parts.rows}
    for county in counties.rows:
        code = named.get((county.entry.country, county.entry.admin1))
        if code is None:
            faults.append(county.fault(f"{county.entry.admin1!r} is no division of {county.entry.country}"))
        elif index.largest(county.entry.seat, alpha2.get(county.entry.country, ""), code) is None:
            faults.append(county.fault(f"GeoNames has no {county.entry.seat!r} in {county.entry.admin1}"))
    for f in others.rows:
        if f.entry.country and f.entry.country not in alpha2:
            faults.append(f.fault(f"country {f.entry.country!r} is unknown"))
        if f.entry.admin1 and (f.entry.country, f.entry.admin1) not in named:
            faults.append(f.fault(f"{f.entry.admin1!r} is no division of {f.entry.country}"))
        if (f.entry.latitude is None) != (f.entry.longitude is None):
            faults.append(f.fault("half a point: give both latitude and longitude, or neither"))
    by_country: dict[str, list[Row[Division]]] = defaultdict(list)
    for division in parts.rows:
        by_country[division.entry.country].append(division)
    for same in by_country.values():
        faults += _claimed_twice(same)
    return sorted(faults + _claimed_twice(lands.rows) + _claimed_twice(world.rows) + _claimed_twice(others.rows))


T = TypeVar("T", bound=Country | Division | Region | Feature)


def _claimed_twice(rows: Sequence[Row[T]]) -> list[Fault]:
    """Return a fault for each spelling that two of the rows claim."""
    first: dict[str, Row[T]] = {}
    faults: list[Fault] = []
    for row in rows:
        for key in sorted({fold(name) for name in (row.entry.name, *row.entry.variants)}):
            other = first.setdefault(key, row)
            if other is not row:
                faults.append(row.fault(f"{key!r} is also a name of {other.entry.name} ({other.file}:{other.line})"))
    return faults

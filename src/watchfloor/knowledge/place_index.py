"""The compiled GeoNames index: 235,000 populated places, asked by folded name, mapped from disk and never unpacked.

`tools/compile_places.py` writes it and describes its layout. The processor must be little-endian, as all that we build
for are.
"""

import json
import mmap
import struct
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from .files import DATA
from .folding import fold

INDEX = DATA / "places" / "index.bin"
_MAGIC = b"WFPLACE1"
_HEADER = struct.Struct("<6I")


class Posting(NamedTuple):
    """A place that bears a name; `alias` where it is not its first name. Numbers rise as population falls."""

    number: int
    alias: bool


class Division(NamedTuple):
    """The middle (degrees, WGS 84) of a first-level division, and the inhabitants of its places."""

    latitude: float
    longitude: float
    population: int


@dataclass(frozen=True, slots=True)
class City:
    """A populated place. `country` is ISO alpha-2 and `division` GeoNames' admin1 code ("" where it has none)."""

    name: str
    country: str
    division: str
    latitude: float
    longitude: float
    population: int
    geonames: int


class PlaceIndex:
    """Names to places. Raises FileNotFoundError where the index was not built, ValueError where it is another's."""

    def __init__(self, path: Path = INDEX) -> None:
        """Map the file; about a millisecond."""
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._bytes[: len(_MAGIC)] != _MAGIC:
            raise ValueError(f"{path} is no place index of this version: run tools/compile_places.py")
        count, name_bytes, self._blocks, block_bytes, division_bytes, _ = _HEADER.unpack_from(self._bytes, len(_MAGIC))
        view = memoryview(self._bytes)
        at = len(_MAGIC) + _HEADER.size

        def cut(size: int) -> memoryview:
            nonlocal at
            at += size
            return view[at - size : at]

        self._ids = cut(4 * count).cast("I")
        self._latitudes = cut(4 * count).cast("i")
        self._longitudes = cut(4 * count).cast("i")
        self._populations = cut(4 * count).cast("I")
        self._name_at = cut(4 * count + 4).cast("I")
        self._block_at = cut(4 * self._blocks + 4).cast("I")
        self._division_of = cut(2 * count).cast("H")
        self._names = cut(name_bytes)
        self._keys = cut(block_bytes)
        self._division_json = cut(division_bytes)

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self._ids)

    @cached_property
    def _codes(self) -> list[tuple[str, str, float, float, int]]:
        return [tuple(row) for row in json.loads(bytes(self._division_json))]

    @cached_property
    def divisions(self) -> dict[tuple[str, str], Division]:
        """All first-level divisions by (alpha-2, GeoNames admin1 code)."""
        return {(row[0], row[1]): Division(*row[2:]) for row in self._codes}

    def city(self, number: int) -> City:
        """Return the place of that number."""
        country, division, *_ = self._codes[self._division_of[number]]
        return City(
            bytes(self._names[self._name_at[number] : self._name_at[number + 1]]).decode(),
            country,
            division,
            self._latitudes[number] / 1e5,
            self._longitudes[number] / 1e5,
            self._populations[number],
            self._ids[number],
        )

    def population(self, number: int) -> int:
        """Return the inhabitants of a place; 0 where GeoNames does not know."""
        return int(self._populations[number])

    def postings(self, key: str) -> list[Posting]:
        """Return the places of a folded name, most populous first."""
        wanted = key.encode()
        low, high = 0, self._blocks
        while low < high:  # the first block that starts after the key; the one before may hold it
            middle = (low + high) // 2
            at = self._block_at[middle]
            if bytes(self._keys[at + 2 : at + 2 + self._keys[at + 1]]) <= wanted:
                low = middle + 1
            else:
                high = middle
        return self._scan(low - 1, wanted) if low else []

    def largest(self, name: str, country: str, division: str) -> City | None:
        """Return the most populous place of a name in a division, by alpha-2 and GeoNames' admin1 code."""
        cities = (self.city(number) for number, _ in self.postings(fold(name)))
        return next((city for city in cities if (city.country, city.division) == (country, division)), None)

    def _scan(self, block: int, wanted: bytes) -> list[Posting]:
        at, end, keys, key = self._block_at[block], self._block_at[block + 1], self._keys, b""
        while at < end:
            shared, own = keys[at], keys[at + 1]
            key = key[:shared] + bytes(keys[at + 2 : at + 2 + own])
            at += 2 + own
            count = keys[at] | keys[at + 1] << 8
            at += 2
            if key == wanted:
                codes = (int.from_bytes(keys[i : i + 3], "little") for i in range(at, at + 3 * count, 3))
                return [Posting(code >> 1, bool(code & 1)) for code in codes]
            at += 3 * count
        return []

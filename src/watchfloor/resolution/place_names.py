"""How texts write the names of places: what to look up, and what the words around the name say about it.

"northwestern Syria" is Syria, "Anbar province" a division, "the village of Sarmada" no division, "Kabul airport" a
facility of Kabul, "near Sinjar" Sinjar. The name as it stands is always tried first: "South Sudan", "West Bank" and
"North Waziristan" are names of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from ..knowledge.folding import fold

Sort = Literal["division", "county", "district", "town", "water", None]

COMPASS = "north|south|east|west|northeast|northwest|southeast|southwest|central"
_COMPASS = re.compile(
    r"(?:(?:the|far|mid|deep|upper|lower|inner|outer|rural|coastal|mainland|downtown|greater|future|post-war|all of|"
    r"(?:(?:other|some|several|many|large|various|different) )?(?:parts?|areas?|regions?|swathes|districts) of|most of|"
    rf"(?:{COMPASS})(?:ern|ernmost)?|(?:north|south)[- ](?:east|west)(?:ern)?|[nsew]\.|"
    r"neighbou?ring|nearby|war-torn|occupied|[a-z]+-(?:held|controlled|occupied|administered))[ -]+(?:of )?)+",
    re.IGNORECASE,
)
_NEAR = re.compile(
    rf"(?:just )?(?:near|outside|around|close to|(?:{COMPASS}) of|(?:on |in )?(?:the )?(?:out)?skirts of|"
    r"(?:in )?(?:the )?(?:vicinity|suburbs|countryside|heart|centre|center) of)\s+(?:the )?",
    re.IGNORECASE,
)
_WORDS: tuple[tuple[Sort, str], ...] = (
    ("division", "province governorate state oblast krai region prefecture department wilaya wilayah emirate republic"),
    ("county", "county"),
    ("district", "district subdistrict sub-district municipality township agency tehsil territory parish"),
    ("district", "commune constituency raion rayon woreda canton"),
    ("town", "city town village neighborhood neighbourhood quarter suburb hamlet settlement area capital"),
    ("water", "river lake sea bay gulf strait"),
)
_SORTS: dict[str, Sort] = {word: sort for sort, words in _WORDS for word in words.split()}
_AFTER = re.compile(rf"\s+(tribal |rural |metropolitan |autonomous )?({'|'.join(_SORTS)})s?$", re.IGNORECASE)
# "the Pakistani city of Quetta", "the border town of Spin Boldak".
_BEFORE = re.compile(
    rf"(?:[\w-]+ )?({'|'.join(_SORTS)}|island|peninsula|site|port|coast) of\s+(?:the )?", re.IGNORECASE
)
#: What may follow the name of a town to name something in or at it.
_FACILITY = re.compile(
    r"\s+(?:(?:international|military|main|central|old|new|air|police|refugee|border|nuclear|naval|army|train|railway|bus|"
    r"power|oil|gas|detention|training|displacement|idp|general|grand|national|state|public|teaching|medical|high|"
    r"shopping|town|city|court)[ -])*"
    r"(?:airport|airfield|airbase|base|barracks|garrison|headquarters|prison|jail|university|college|school|hospital|"
    r"clinic|mosque|church|cathedral|shrine|stadium|market|bazaar|crossing|checkpoint|post|port|harbou?r|camp|dam|bridge|"
    r"station|embassy|consulate|palace|square|hotel|mall|plant|refinery|field|court|courthouse|hall|centre|center|"
    r"outskirts|suburbs|countryside|road|highway|pocket|enclave|front|axis|salient|"
    r"border|frontier|territory|soil|mainland|waters|airspace|side|"
    r"highland|mountain|hill|valley|forest|desert|plain|plateau|basin|corridor|coast|island|borderland)s?$",
    re.IGNORECASE,
)
_EDGES = " \t\n\"“”'‘’.,;:()[]"
_DETERMINER = re.compile(r"(?:the|its|their|his|our|this|that)\s+(?=\S)", re.IGNORECASE)

# Letters and endings that transcriptions from Arabic, Persian, Pashto, Urdu and Cyrillic exchange.
_EXCHANGES = (
    ("q", "k"), ("k", "q"), ("ou", "u"), ("oo", "u"), ("u", "o"), ("o", "u"), ("ee", "i"), ("i", "e"), ("e", "i"),
    ("e", "a"), ("a", "e"), ("aa", "a"), ("ei", "ai"), ("ay", "ai"), ("ai", "ay"), ("iyy", "iy"), ("iya", "ia"),
    ("y", "i"), ("w", "v"), ("v", "w"), ("dj", "j"), ("gh", "g"), ("kh", "h"), ("dh", "d"), ("th", "t"),
    ("tch", "ch"), ("zh", "z"), ("ph", "f"), ("ss", "s"), ("ll", "l"), ("bb", "b"), ("tt", "t"), ("dd", "d"),
    ("mm", "m"), ("nn", "n"), ("rr", "r"),
)  # fmt: skip
_ENDINGS = (
    ("ah", "a"), ("a", "ah"), ("eh", "e"), ("ieh", "iyah"), ("iya", "iyah"), ("e", "ah"), ("pore", "pur"),
    ("pur", "pore"),
)  # fmt: skip
#: Shorter names become other names when one letter changes.
SHORTEST_RESPELT = 5


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that name a place, from `start` in the document; `within` are containers that the text states."""

    text: str
    start: int = 0
    within: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Reading:
    """A name to look up.

    `sort` is the kind of place that the words say; `part` tells that only a part or a facility of it is meant.
    """

    name: str
    sort: Sort = None
    part: bool = False


def bare(text: str) -> str:
    """Return a mention without quotes, possessive ending and determiner; a last dot may belong to it ("Ala.")."""
    text = re.sub(r"['’]s?$", "", text.lstrip(_EDGES).rstrip(_EDGES.replace(".", "")))
    return _DETERMINER.sub("", text, count=1)


def near(text: str) -> str:
    """Return what a mention is near to: "the outskirts of Homs" is Homs; without such words, the mention."""
    return _NEAR.sub("", text, count=1) if _NEAR.match(text) else text


def readings(text: str) -> Iterator[Reading]:
    """Yield what a mention may be looked up as, the fuller names first."""
    seen = set()
    name = bare(text)
    for reading in (Reading(name), *_peel(Reading(near(name)))):
        if reading.name and reading.name[:1] != " " and reading not in seen:
            seen.add(reading)
            yield reading


def _peel(reading: Reading) -> Iterator[Reading]:
    yield reading
    name = reading.name
    if match := _AFTER.search(name):
        yield from _peel(replace(reading, name=name[: match.start()], sort=reading.sort or _SORTS[match[2].lower()]))
    if match := _BEFORE.match(name):
        yield from _peel(replace(reading, name=name[match.end() :], sort=reading.sort or _SORTS.get(match[1].lower())))
    if (match := _COMPASS.match(name)) and match.end() < len(name):
        yield from _peel(replace(reading, name=name[match.end() :], part=True))
    if match := _FACILITY.search(name):
        yield from _peel(replace(reading, name=name[: match.start()], part=True))


def is_name(text: str) -> bool:
    """Tell a name from "the border" and "there": some word of it has a capital."""
    return any(word[:1].isupper() for word in re.split(r"[\s-]+", text))


def respelt(name: str) -> list[str]:
    """Return other spellings of a name, as keys, those nearest to it first; none for a short name."""
    key = fold(name)
    if len(key) < SHORTEST_RESPELT:
        return []
    once = list(_respell(key))
    return [k for k in dict.fromkeys([*once, *(twice for k in once[:12] for twice in _respell(k))]) if k != key]


def with_article(name: str) -> str:
    """Return the name with the Arabic article, or without where it has one."""
    key = fold(name)
    return key.removeprefix("al ") if key.startswith("al ") else f"al {key}"


def _respell(key: str) -> Iterator[str]:
    for old, new in _ENDINGS:
        if key.endswith(old):
            yield key[: -len(old)] + new
    for old, new in _EXCHANGES:
        if old in key[1:]:
            yield key[0] + key[1:].replace(old, new)
        if key.startswith(old) and len(old) + len(new) < 4:
            yield new + key[len(old) :]

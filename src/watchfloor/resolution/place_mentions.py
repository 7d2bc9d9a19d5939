"""Which words of a document name places: what the language model marks as names, read with the gazetteer.

A place that lends its name to an organisation or a building is named with it ("Ohio Department of Health", "Djibo
Hospital"), a direction or a kind of place is no part of a name ("northern Mali", "Goma city"), and a capitalised word
for a road, a building or a direction is none at all. What remains of a name that no gazetteer knows is kept whole.
Nationalities are kept as well: they name no place, but tell of one.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from ..knowledge.folding import fold
from ..knowledge.places import Places
from .place_names import COMPASS, PlaceMention

#: Words with a capital in names of roads, buildings and directions, which name no place without another word.
COMMON = frozenset(
    f"""{COMPASS.replace("|", " ")} northern southern eastern western northeastern northwestern southeastern
    southwestern midtown downtown city state county town township village district region province area street road
    avenue highway interstate route drive lane boulevard parkway bridge park center centre hall house hospital school
    college university church library station airport mall theater theatre museum hotel court lot main metro tri
    united new old upper lower gulf bay valley river lake island mountain""".split()
)
#: A road is called after a place that it need not be near: "Wichita Drive".
ROADS = ("street", "st.", "road", "rd.", "avenue", "ave.", "drive", "lane", "boulevard", "parkway", "highway", "trail")
#: A direction before a name, where it is none of the name's own words: "north Georgia", but "West Virginia".
_BEFORE = re.compile(
    rf"(?:(?:{COMPASS})(?:ern)?|metro|metropolitan|downtown|greater|upper|lower|mid|rural|suburban|nearby)[ -]+",
    re.IGNORECASE,
)
#: A kind of place after one: "Ochamchire district", "Dublin City".
_AFTER = re.compile(r"[ -](?:city|town|village|district|region|area|province|governorate|police)$", re.IGNORECASE)
#: Abbreviated divisions and countries, which the model splits or takes for ends of sentences: "W.Va.", "D.C.", "Pa.".
_ABBREVIATED = re.compile(r"(?<![\w.])(?:[A-Z]\.[ ]?){1,2}(?:[A-Z]\.|[A-Z]?[a-z]{1,3}\.)|(?<=, )[A-Z][a-z]{1,4}\.")
#: Where a report comes from, before its first sentence: "KABUL (AP) —", "GOMA, DR Congo -".
_DATELINE = re.compile(
    r"(?m)^[ \t]*([A-Z][A-Z.'’]+(?:[ -][A-Z.'’]+)*)(?:, [\w. ]{2,30})?(?: ?\([^()\n]{2,30}\))? ?[-–—]"
)


Marked = tuple[int, int, str]
"""A name as the language model marks it: its offsets in the document, and LOC, ORG, PER or NAT."""


def place_mentions(
    text: str, names: Iterable[Marked], places: Places, is_demonym: Callable[[str], bool]
) -> list[PlaceMention]:
    """Return the names of places among what was marked, and in it, in the order of the text; none overlap."""
    marked = sorted(names)
    said = {fold(text[start:end]) for start, end, label in marked if label == "LOC"}
    found = [*_datelines(text, places), *_abbreviations(text, places)]
    for start, end, label in marked:
        if any(start < mention.end and mention.start < end for mention in found):
            continue
        words = text[start:end]
        if label == "LOC":
            found += _in_place(words, start, places)
        elif label == "ORG":
            found += _in_organisation(words, start, places, said, is_demonym)
        elif label == "NAT" and is_demonym(words):
            found.append(PlaceMention(words, start))
    return sorted(found, key=lambda mention: mention.start)


def _datelines(text: str, places: Places) -> Iterator[PlaceMention]:
    for match in _DATELINE.finditer(text):
        if places.find(match[1]):
            yield PlaceMention(match[1], match.start(1))


def _abbreviations(text: str, places: Places) -> Iterator[PlaceMention]:
    for match in _ABBREVIATED.finditer(text):
        if _is_area(match[0], places) and not _is_area(match[0].rstrip("."), places):
            yield PlaceMention(match[0], match.start())


def _is_area(words: str, places: Places) -> bool:
    return any(entry.level in ("country", "admin1") for entry in places.find(words))


def _in_place(words: str, start: int, places: Places) -> Iterator[PlaceMention]:
    while (match := _BEFORE.match(words)) and (words[0].islower() or not places.find(words)):
        start, words = start + match.end(), words[match.end() :]
    while (match := _AFTER.search(words)) and (match[0][1].islower() or not places.find(words)):
        words = words[: match.start()]
    if len(words) > 1 and any(word[:1].isupper() and fold(word) not in COMMON for word in re.split(r"[\s-]+", words)):
        known = bool(places.find(words)) or words.lower().endswith(ROADS)
        yield PlaceMention(words if known else _beginning(words, places) or words, start)


def _in_organisation(
    words: str, start: int, places: Places, said: Collection[str], is_demonym: Callable[[str], bool]
) -> Iterator[PlaceMention]:
    match = _BEFORE.match(words)
    if match and not _beginning(words, places, said):
        start, words = start + match.end(), words[match.end() :]
    first = words.split()[0] if words.split() else ""
    if part := _beginning(words, places, said):
        yield PlaceMention(part, start)
    elif is_demonym(first):
        yield PlaceMention(first, start)
    _, of, last = words.rpartition(" of ")
    if of and last == _beginning(last, places, said):
        yield PlaceMention(last, start + len(words) - len(last))


def _beginning(words: str, places: Places, said: Collection[str] | None = None) -> str:
    """Return the longest beginning of a name that is an area's name, or a city's that the document names as a place.

    Without `said`, any widely known city will do.
    """
    ends = [match.start() for match in re.finditer(r"[\s-]+|$", words)]
    for end in reversed(ends):
        part = words[:end]
        kind = places.kind(part) if fold(part) not in COMMON else None
        if kind in ("country", "admin1", "admin2") or (kind == "city" and (said is None or fold(part) in said)):
            return part
    return ""

"""A statement as linking sees it: one flat row, small enough that a million of them fit in memory.

A row holds what the statement says and nothing that depends on other statements or on the registry: the window of a
statement without a day, the country that it inherits and the groups that a group belongs to are worked out when rows
are linked, so that a correction of one statement or of the registry needs no other row made anew.
"""

import re
from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from watchfloor.knowledge.name_words import fold
from watchfloor.records import Document, Participant, Place, Quantity, Span, Statement, Time, day

from . import sequence

#: Tolls that are compared, each as the lowest and highest number that the words allow. Arrested and abducted people are
#: one toll: reports of one raid differ in which word they use.
TOLL_OF = {"killed": "killed", "wounded": "wounded", "casualties": "harmed", "arrested": "taken", "abducted": "taken"}

SCHEMA = pa.schema(
    [
        ("id", pa.string()),
        ("document", pa.string()),
        ("section", pa.int32()),  # index in the document
        ("heading", pa.string()),  # of the section
        ("at", pa.int32()),  # where the trigger begins
        ("sentence", pa.int32()),  # where the evidence begins
        ("back", pa.bool_()),  # the trigger looks back: "the attack"
        ("aside", pa.int32()),  # where words begin that put it before or after the rest: "hours after a blast"
        ("anew", pa.bool_()),  # words turn to another happening: "Hours later, gunmen shot"
        ("source", pa.string()),
        ("published", pa.date32()),
        ("cited", pa.date32()),  # the earliest day of an outlet that is cited for it
        ("kind", pa.string()),
        ("type", pa.string()),
        ("modes", pa.list_(pa.string())),
        ("modality", pa.string()),
        ("polarity", pa.string()),
        ("aggregate", pa.bool_()),
        ("about", pa.list_(pa.string())),
        ("since", pa.date32()),  # what the words say; null where they say no day
        ("until", pa.date32()),
        ("timed", pa.bool_()),  # whether words of its sentence say when, a day or not ("the same morning")
        ("placed", pa.bool_()),  # whether words of its sentence say where
        ("sites", pa.list_(pa.string())),  # towns and spots, by GeoNames' number and by name
        ("precision", pa.int8()),  # of the most precise place: an index of PRECISIONS; null where there is none
        ("country", pa.string()),  # of that place, and so on
        ("admin1", pa.string()),
        ("seat", pa.bool_()),  # a town that bears the name of its division: the words may mean either
        ("latitude", pa.float64()),
        ("longitude", pa.float64()),
        ("actors", pa.list_(pa.string())),  # ids of the registry, "~" and words for nouns, "=" and words for names
        ("recipients", pa.list_(pa.string())),
        ("killed_low", pa.int32()),
        ("killed_high", pa.int32()),  # null with a low one: no bound
        ("wounded_low", pa.int32()),
        ("wounded_high", pa.int32()),
        ("harmed_low", pa.int32()),
        ("harmed_high", pa.int32()),
        ("taken_low", pa.int32()),
        ("taken_high", pa.int32()),
        ("vector", pa.binary()),  # the meaning of the evidence, signed bytes
    ]
)

#: How exactly a place is known, from the least.
PRECISIONS = ("unresolved", "country", "admin1", "city", "point")
#: Numbers beyond this are typing errors or whole populations; they fit the column.
LARGEST = 2_000_000_000
#: Words before a noun that count or point and name nobody: "the four policemen" are "policemen".
COUNTING = frozenset(
    "a an the this that these those some several many few at least more than over about around nearly almost up to "
    "other another both all any one two three four five six seven eight nine ten eleven twelve dozen dozens hundred "
    "hundreds thousand thousands scores of unknown unidentified suspected".split()
)
#: Words by which a noun means a happening that was told: "the attack", "this killing".
POINTING = frozenset("the this that these those such".split())
#: Words beside a town's name that only say what it is, and those that say it is a division: "Katsina State".
KINDS = frozenset("city town village district barangay municipality county camp market road port".split())
DIVISIONS = frozenset("state province region governorate oblast department prefecture".split())
#: Words with capitals that stand together: "Bibi Fatima" in "the Bibi Fatima mosque".
_PROPER = re.compile(r"[^\W\d_a-z][\w'’-]*(?:\s+[^\W\d_a-z][\w'’-]*)*")


def row(statement: Statement, document: Document, vector: bytes | None = None) -> dict[str, object]:
    """The row of SCHEMA for a statement of a document; ``vector`` is the meaning of its evidence, if known."""
    place = max(statement.places, key=lambda p: PRECISIONS.index(p.precision), default=None)
    section = statement.section
    cited = [c.date for c in statement.attribution.citations if c.date]
    tolls: dict[str, int | None] = {}
    for quantity in statement.quantities:
        name = TOLL_OF.get(quantity.kind)
        if name and f"{name}_low" not in tolls and (quantity.low is not None or quantity.high is not None):
            tolls[f"{name}_low"], tolls[f"{name}_high"] = _bounds(quantity)
    values: dict[str, object] = {
        "id": statement.id,
        "document": statement.document,
        "section": section,
        "heading": document.sections[section].heading if section is not None else None,
        "at": statement.trigger.start,
        "sentence": statement.evidence.start,
        "back": _looks_back(statement),
        "aside": sequence.aside(statement),
        "anew": sequence.anew(statement),
        "source": document.source,
        "published": day(document.published, months=True),
        "cited": min((told for each in cited if (told := day(each, months=True))), default=None),
        "kind": statement.kind,
        "type": statement.type,
        "modes": list(statement.modes),
        "modality": statement.modality,
        "polarity": statement.polarity,
        "aggregate": statement.aggregate,
        "about": list(statement.about),
        "since": day(statement.time.since, months=True) if statement.time else None,
        "until": day(statement.time.until, months=True) if statement.time else None,
        "timed": statement.time is not None and _inside(statement.evidence, statement.time),
        "placed": any(_inside(statement.evidence, place) for place in statement.places),
        "sites": sorted({site for place in statement.places for site in sites(place)}),
        "actors": _parties(statement.actors),
        "recipients": _parties(statement.recipients),
        "vector": vector,
        **_place(place),
        **tolls,
    }
    return {name: values.get(name) for name in SCHEMA.names}


def _inside(evidence: Span, words: Time | Place) -> bool:
    return evidence.start <= words.start < evidence.end


def _looks_back(statement: Statement) -> bool:
    """The word before the trigger points at what was told before, or a pronoun stands for somebody named before."""
    before = statement.evidence.text[: max(0, statement.trigger.start - statement.evidence.start)].split()
    if before and before[-1].lower() in POINTING:
        return True
    return any(one.start < statement.evidence.start for one in (*statement.actors, *statement.recipients))


def _place(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    return {
        "precision": PRECISIONS.index(place.precision),
        "country": place.country,
        "admin1": place.admin1,
        "seat": place.precision == "city" and fold(place.name or place.text) == fold(place.admin1 or ""),
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def sites(place: Place) -> Iterator[str]:
    """What tells one town or spot from another: GeoNames' number, and the proper names in its words, folded.

    Of "the market of Boni" that is "boni", known to the gazetteer or not, and of "Watapur district of Kunar province"
    "watapur"; a division's own name is none, since it holds many. A road between two towns ("Douentza-Hombori") has
    both. Names of countries and nationalities are left out when rows are linked.
    """
    if place.geonames is not None and place.precision in ("city", "point"):
        yield str(place.geonames)
    division = " ".join(fold(place.admin1 or ""))
    for words in dict.fromkeys((place.text, place.name or place.text)):
        for run in _PROPER.findall(words):
            for name in (run, *(run.split("-") if "-" in run else ())):
                bare = [word for word in fold(name) if word not in KINDS]
                if bare and len("".join(bare)) > 3 and " ".join(bare) != division and not DIVISIONS & set(fold(name)):
                    yield " ".join(bare)


def _parties(participants: tuple[Participant, ...]) -> list[str]:
    return list(dict.fromkeys(token for participant in participants for token in _party(participant)))


def _party(participant: Participant) -> Iterator[str]:
    """The registry's id; of others a name whole ("=ruben vardanyan"), and every noun by itself ("~army", "~convoy").

    Two reports of one event rarely use the same phrase, but often the same noun.
    """
    if participant.id:
        yield participant.id
        return
    words = [word for word in fold(participant.text) if word not in COUNTING and not word[0].isdigit()]
    capitals = [run for run in _PROPER.findall(participant.text) if participant.text.index(run) or " " in run]
    if capitals:
        yield f"={' '.join(fold(capitals[-1]))}"
    yield from (f"~{_singular(word)}" for word in words if len(word) > 2)


def _singular(word: str) -> str:
    """A noun without its plural ending, as far as two mentions need it to meet."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith("men"):
        return f"{word[:-3]}man"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _bounds(quantity: Quantity) -> tuple[int, int | None]:
    low = min(quantity.low or 0, LARGEST)
    return low, None if quantity.high is None else min(quantity.high, LARGEST)

"""A statement as linking sees it: one flat row, small enough that a million of them fit in memory.

A row holds what the statement says and nothing that depends on other statements or on the registry: the window of a
statement without a day, the country that it inherits and the groups that a group belongs to are worked out when rows
are linked, so that a correction of one statement or of the registry needs no other row made anew.
"""

from datetime import date
from typing import Any

import pyarrow as pa

from watchfloor.knowledge.name_words import fold
from watchfloor.records import Document, Participant, Place, Quantity, Statement

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
        ("sites", pa.list_(pa.string())),  # towns and spots, by GeoNames' id, else by country and name
        ("precision", pa.int8()),  # of the most precise place: an index of PRECISIONS; null where there is none
        ("country", pa.string()),  # of that place, and so on
        ("admin1", pa.string()),
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
        "source": document.source,
        "published": _day(document.published),
        "cited": min((day for day in map(_day, cited) if day), default=None),
        "kind": statement.kind,
        "type": statement.type,
        "modes": list(statement.modes),
        "modality": statement.modality,
        "polarity": statement.polarity,
        "aggregate": statement.aggregate,
        "about": list(statement.about),
        "since": _day(statement.time.since) if statement.time else None,
        "until": _day(statement.time.until) if statement.time else None,
        "sites": sorted({site for site in map(_site, statement.places) if site}),
        "actors": _parties(statement.actors),
        "recipients": _parties(statement.recipients),
        "vector": vector,
        **_place(place),
        **tolls,
    }
    return {name: values.get(name) for name in SCHEMA.names}


def _place(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    return {
        "precision": PRECISIONS.index(place.precision),
        "country": place.country,
        "admin1": place.admin1,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def _site(place: Place) -> str | None:
    """What tells one town or spot from another; None for divisions and countries, which hold many."""
    if place.precision in ("country", "admin1"):
        return None
    if place.geonames is not None:
        return str(place.geonames)
    return f"{place.country or ''}:{' '.join(fold(place.name or place.text))}"


def _parties(participants: tuple[Participant, ...]) -> list[str]:
    return list(dict.fromkeys(token for token in map(_party, participants) if token))


def _party(participant: Participant) -> str | None:
    """The registry's id; of others their words: "~policemen" for a noun, "=ruben vardanyan" for a name."""
    if participant.id:
        return participant.id
    words = [word for word in fold(participant.text) if word not in COUNTING and not word[0].isdigit()]
    if not words:
        return None
    named = any(word[:1].isupper() for word in participant.text.split()[1:]) or participant.text.istitle()
    return f"{'=' if named else '~'}{' '.join(words)}"


def _bounds(quantity: Quantity) -> tuple[int, int | None]:
    low = min(quantity.low or 0, LARGEST)
    return low, None if quantity.high is None else min(quantity.high, LARGEST)


def _day(iso: str | None) -> date | None:
    """The day of an ISO date, the first one of a month; None for anything else."""
    try:
        return date.fromisoformat(iso if len(iso) > 7 else f"{iso}-01") if iso else None
    except ValueError:
        return None

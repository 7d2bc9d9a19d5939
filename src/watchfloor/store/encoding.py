"""Records in columns: the whole as JSON, and the values by which statements are found."""

import json
from collections.abc import Iterator
from typing import Any

from watchfloor.records import Document, Participant, Place, Statement, to_dict

Row = dict[str, Any]

#: Made once: with options of its own, `json.dumps` would make one for each record.
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def dumps(value: Any) -> str:
    """Compact JSON, its keys in the order of the record."""
    return ENCODER.encode(value)


def storable(name: str) -> str:
    """A path, key or title as databases take it: undecodable bytes and NUL, which file names may hold, written out."""
    return name.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")


def particulars(document: Document) -> Row:
    """What is known of a document beside its text."""
    record = to_dict(document)
    del record["record"], record["text"]
    return {name: storable(value) if isinstance(value, str) else value for name, value in record.items()}


def document_columns(record: Row) -> Row:
    """The columns of ``documents`` that repeat its particulars."""
    names = ("id", "key", "path", "url", "title", "publication", "source", "published", "language")
    return {**{name: record[name] for name in names}, "record": record}


def derived_columns(statement: Statement) -> Row:
    """The columns of ``statements`` by which it is found: they follow corrections."""
    return {
        "kind": statement.kind,
        "type": statement.type,
        "since": statement.time.since if statement.time else None,
        "until": statement.time.until if statement.time else None,
        "modality": statement.modality,
        "polarity": statement.polarity,
        "stance": statement.stance,
        "aggregate": statement.aggregate,
    }


def statement_columns(statement: Statement, position: int, coder: str, *, added: bool = False) -> Row:
    """A whole row of ``statements``."""
    record = to_dict(statement)
    del record["record"]
    return {
        "id": statement.id,
        "document": statement.document,
        "position": position,
        **derived_columns(statement),
        "confidence": statement.confidence,
        "rejected": False,
        "added": added,
        "coder": coder,
        "trigger_start": statement.trigger.start,
        "trigger_end": statement.trigger.end,
        "evidence": statement.evidence.text,
        "record": record,
    }


def mention_rows(statement: Statement) -> Iterator[Row]:
    """The rows of ``mentions``: actors, recipients, places, in the order of the record."""
    parties = [("actor", a) for a in statement.actors] + [("recipient", r) for r in statement.recipients]
    rows = [_party(role, p) for role, p in parties] + [_place(p) for p in statement.places]
    for position, row in enumerate(rows):
        yield {"statement": statement.id, "position": position, **row}


def _party(role: str, who: Participant) -> Row:
    return _mention(role, who.name or who.text, id=who.id, country=who.country)


def _place(where: Place) -> Row:
    return _mention(
        "place",
        where.name or where.text,
        id=str(where.geonames) if where.geonames else None,
        country=where.country,
        admin1=where.admin1,
        latitude=where.latitude,
        longitude=where.longitude,
    )


def _mention(role: str, name: str, **columns: object) -> Row:
    empty = dict.fromkeys(("id", "country", "admin1", "latitude", "longitude"))
    return {"role": role, "name": name, "folded": name.casefold(), **empty, **columns}

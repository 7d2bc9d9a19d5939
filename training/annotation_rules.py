"""What a table of annotated passages must hold; every fault of a table is told at once."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

from training.annotations import Row, listed, rows
from watchfloor import knowledge
from watchfloor.records import Modality, Polarity, Stance

#: Kinds of quantities, as docs/record.md lists them.
KINDS = (
    "killed wounded casualties arrested abducted displaced released people soldiers vehicles attacks money other"
).split()
#: A day, a month or a year, or two of them.
TIME = re.compile(r"\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?")


def faults(path: Path) -> list[str]:
    """A line for every fault: "a.tsv:12: a004: ..."; none where the table is sound."""
    types = knowledge.load().lexicon.types
    modes = {name: frozenset(type_.modes) for name, type_ in types.items()}
    texts: dict[str, str] = {}
    found = []
    for line, row in enumerate(rows(path), 2):
        found += [f"{path.name}:{line}: {row['id']}: {fault}" for fault in _row(row, texts, modes)]
    return found


def _row(row: Row, texts: dict[str, str], modes: dict[str, frozenset[str]]) -> Iterator[str]:
    if None in row or None in row.values():
        yield "not as many fields as columns"
        return
    if row["text"]:
        if row["id"] in texts:
            yield "a second text of the same id"
        texts[row["id"]] = row["text"]
        if not _is_day(row["published"]):
            yield f"published {row['published']!r} is no ISO day"
    text = texts.get(row["id"])
    if text is None:
        yield "no text"
    elif row["type"]:
        yield from _words(row, text)
        yield from _values(row, modes)


def _words(row: Row, text: str) -> Iterator[str]:
    """Whether what is said to stand in the text does."""
    if text.count(row["quote"]) != 1:
        yield f"the quote stands {text.count(row['quote'])} times in the text: {row['quote']!r}"
    if not row["trigger"] or row["trigger"] not in row["quote"]:
        yield f"the trigger {row['trigger']!r} does not stand in the quote"
    for column in ("actors", "recipients", "places", "count_text"):
        for words in listed(row[column]):
            if words not in text:
                yield f"{column}: {words!r} does not stand in the text"
    for column in ("time_text", "speaker", "instrument"):
        if row[column] not in text:
            yield f"{column}: {row[column]!r} does not stand in the text"


def _values(row: Row, modes: dict[str, frozenset[str]]) -> Iterator[str]:
    """Whether what is chosen from a list is on it."""
    types = row["type"].split("|")
    for type_ in types:
        if type_ not in modes:
            yield f"no such type: {type_}"
    if row["mode"] and not any(row["mode"] in modes.get(type_, ()) for type_ in types):
        yield f"no mode of {row['type']}: {row['mode']}"
    for count in listed(row["counts"]):
        kind, _, value = count.partition("=")
        if kind not in KINDS or not value.isdigit():
            yield f"no count: {count}"
    if row["time"] and not TIME.fullmatch(row["time"]):
        yield f"no time: {row['time']}"
    for column, values in (("modality", get_args(Modality)), ("polarity", get_args(Polarity)), ("core", ("yes", "no"))):
        if row[column] not in values:
            yield f"{column} {row[column]!r} is none of {', '.join(values)}"
    if row["stance"] and row["stance"] not in get_args(Stance):
        yield f"stance {row['stance']!r} is none of {', '.join(get_args(Stance))}"


def _is_day(words: str) -> bool:
    try:
        return bool(date.fromisoformat(words))
    except ValueError:
        return False

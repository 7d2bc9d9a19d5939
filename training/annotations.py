"""Our own annotated passages: annotations/BATCH.tsv, one row a statement, as annotations/README.md tells.

Each batch is the work of one writer and has one use: the coding heads learn from most, some are left for weighing the
heads against the rules, and the rest is held out, never trained on and scored by the bench.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

from watchfloor.records import Document, Span, digest

FOLDER = Path(__file__).with_name("annotations")
Use = Literal["learnt", "weighed", "held out"]
#: Batches that the heads have not seen and that ``training/weighing.py`` fits weights on.
WEIGHED = frozenset("tu")
#: Batches that only measure.
HELD_OUT = frozenset("cmv")
#: Ends a paragraph within a cell.
BREAK = "¶"
COLUMNS = (
    "id published text quote trigger type mode actors recipients places time_text time speaker modality polarity "
    "counts count_text instrument stance core"
).split()

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of some kind ("killed"), and its words where the row gives them."""

    kind: str
    value: int
    words: Span | None


@dataclass(frozen=True, slots=True)
class Annotation:
    """One statement as a person codes it; every span is of the passage, ``time`` is a day, month, year or "from/to"."""

    quote: Span
    trigger: Span
    types: tuple[str, ...]
    """All that can be defended, the best first."""
    mode: str | None
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    places: tuple[Span, ...]
    when: Span | None
    time: str | None
    speaker: Span | None
    modality: str
    polarity: str
    counts: tuple[Count, ...]
    instrument: Span | None
    stance: str | None
    core: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A few sentences with all that they state: nothing, where the passage is a near miss."""

    id: str
    published: str
    text: str
    statements: tuple[Annotation, ...]

    @property
    def document(self) -> Document:
        """The passage as a document to be coded."""
        return Document(digest(self.text), self.id, self.id, self.text, published=self.published, language="en")


def use(batch: str) -> Use:
    """What the batch of that letter is for."""
    return "held out" if batch in HELD_OUT else "weighed" if batch in WEIGHED else "learnt"


def passages(of: Use, folder: Path = FOLDER) -> list[Passage]:
    """The passages of the batches for one use; raises ValueError for words that are not there."""
    tables = [path for path in sorted(folder.glob("*.tsv")) if use(path.stem) == of]
    return [passage for path in tables for passage in _passages(rows(path))]


def rows(path: Path) -> list[Row]:
    """The rows of one table, paragraphs set apart; raises ValueError where its columns are others."""
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if table.fieldnames != COLUMNS:
            raise ValueError(f"{path}: the columns are not {' '.join(COLUMNS)}")
        return [
            {name: cell.replace(BREAK, "\n\n") if isinstance(cell, str) else cell for name, cell in row.items()}
            for row in table
        ]


def _passages(table: list[Row]) -> Iterator[Passage]:
    for id_, group in groupby(table, key=lambda row: row["id"]):
        told = list(group)
        text = told[0]["text"]
        yield Passage(id_, told[0]["published"], text, tuple(_annotation(text, row) for row in told if row["type"]))


def _annotation(text: str, row: Row) -> Annotation:
    quote = _mark(text, row["quote"])

    def one(column: str) -> Span | None:
        return _mark(text, row[column], quote) if row[column] else None

    def several(column: str) -> tuple[Span, ...]:
        return tuple(_mark(text, words, quote) for words in listed(row[column]))

    numbers = several("count_text")
    kinds = [kind.split("=") for kind in listed(row["counts"])]
    return Annotation(
        quote=quote,
        trigger=_inside(quote, row["trigger"]),
        types=tuple(row["type"].split("|")),
        mode=row["mode"] or None,
        actors=several("actors"),
        recipients=several("recipients"),
        places=several("places"),
        when=one("time_text"),
        time=row["time"] or None,
        speaker=one("speaker"),
        modality=row["modality"],
        polarity=row["polarity"],
        counts=tuple(
            Count(kind, int(value), numbers[i] if i < len(numbers) else None) for i, (kind, value) in enumerate(kinds)
        ),
        instrument=one("instrument"),
        stance=row["stance"] or None,
        core=row["core"] == "yes",
    )


def listed(cell: str) -> list[str]:
    """The parts of a cell that holds several, set off by "; "."""
    return [part for part in cell.split("; ") if part]


def _mark(text: str, words: str, near: Span | None = None) -> Span:
    """Where the words stand; of several occurrences the one nearest to ``near``, whole words before parts of words."""
    whole = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    starts = whole or [m.start() for m in re.finditer(re.escape(words), text)]
    if not starts:
        raise ValueError(f"{words!r} does not stand in {text!r}")
    at = min(starts, key=lambda start: _distance(start, start + len(words), near))
    return Span(words, at, at + len(words))


def _distance(start: int, end: int, near: Span | None) -> int:
    return 0 if near is None else max(near.start - end, start - near.end, 0)


def _inside(quote: Span, words: str) -> Span:
    found = _mark(quote.text, words)
    return Span(words, quote.start + found.start, quote.start + found.end)

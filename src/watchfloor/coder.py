"""A document goes in, its attributed statements come out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from watchfloor import extraction, knowledge, language
from watchfloor.extraction import Name, Reading
from watchfloor.records import Citation, Document, Span, Statement, day
from watchfloor.resolution import dates
from watchfloor.resolution.identity import Identities
from watchfloor.resolution.outlets import OutletResolver
from watchfloor.resolution.places import PlaceResolver
from watchfloor.resolution.publication import source_of_publication

#: Languages that are coded. A text too short to tell its language is read as English.
CODED = ("en", None)
#: Kinds of time expressions that say when something happened; durations and repetitions do not.
WHEN = ("date", "range", "time")


@dataclass(frozen=True)
class Coded:
    """A document, its citations found, with the statements that it makes."""

    document: Document
    statements: tuple[Statement, ...] = ()
    vectors: tuple[bytes | None, ...] = ()
    """What each statement says, as ``language.vector`` gives it; none where there is nothing to go by."""

    @property
    def foreign(self) -> bool:
        """It is in another language, so it was not coded."""
        return self.document.language not in CODED


class Coder:
    """Reads documents; one instance serves any number of them, one at a time."""

    def __init__(self, known: knowledge.Knowledge, reader: language.LanguageReader) -> None:
        """Take what is known of the world and the reader of English."""
        self._known = known
        self._reader = reader
        self._outlets = OutletResolver(known.sources)
        self._identities = Identities(known)

    @classmethod
    def load(cls, folder: Path | None = None) -> "Coder":
        """A coder with our knowledge, and a user's folder of entries over it; raises KnowledgeError."""
        return cls(knowledge.load(folder), language.load())

    @property
    def known(self) -> knowledge.Knowledge:
        """What is known of the world."""
        return self._known

    @property
    def reader(self) -> language.LanguageReader:
        """The reader of English, for those who need trees without statements."""
        return self._reader

    @property
    def places(self) -> PlaceResolver:
        """The resolver of places."""
        return self._identities.places

    def code(self, document: Document) -> Coded:
        """The document with its citations, and its statements; none where it is not in English."""
        document = replace(document, source=source_of_publication(document, self._known.sources))
        if document.language not in CODED:
            return Coded(document)
        published = day(document.published)
        brackets = self._citations(document.text, published)
        document = replace(document, citations=tuple(c for b in brackets for c in b.citations))
        reading, days = self._read(document, published, brackets)
        cited = extraction.scope(document.text, brackets, reading.sentences)
        statements = extraction.extract(reading, cited)
        resolved = self._identities.resolve(document, published, statements, days, reading.names)
        return Coded(document, resolved, tuple(_vector(reading, statement) for statement in resolved))

    def reading(self, document: Document) -> Reading:
        """The document as extraction sees it: its tree, its names and days; for what is no statement."""
        published = day(document.published)
        brackets = self._citations(document.text, published)
        return self._read(document, published, brackets)[0]

    def _read(
        self, document: Document, published: date | None, brackets: Sequence[extraction.Bracket]
    ) -> tuple[Reading, Mapping[tuple[int, int], dates.Interval | None]]:
        """The tree with its names and times, and the days that each time expression means, by its start and end."""
        doc = self._reader.read(extraction.mask(document.text, [*document.furniture, *brackets]))
        times = dates.find(document.text)
        tenses = extraction.future(doc, [Span(t.text, t.start, t.end) for t in times])
        intervals = dates.resolve_all(times, published, document.text, tenses)
        days = {(t.start, t.end): interval for t, interval in zip(times, intervals, strict=True)}
        opened = filter(None, (dates.beginning(t, published) for t in times))  # "since May 3, when …" tells of May 3
        days |= {(first.start, first.end): interval for first, interval in opened}
        when = _when(times, days, [*document.furniture, *brackets])
        return Reading(
            doc, document, self._known, self._names(document.text, published), when, _limits(document.text, times)
        ), days

    def _names(self, text: str, published: date | None) -> list[Name]:
        actors = self._known.actors
        return [Name(start, end, id_, actors[id_].type) for start, end, id_ in self._identities.named(text, published)]

    def _citations(self, text: str, published: date | None) -> Sequence[extraction.Bracket]:
        brackets = extraction.find_citations(text, self._outlets.is_outlet, lambda words: dates.cited(words, published))
        return [replace(b, citations=tuple(map(self._sourced, b.citations))) for b in brackets]

    def _sourced(self, citation: Citation) -> Citation:
        return replace(citation, source=self._outlets.resolve(citation.outlet))


def _vector(reading: Reading, statement: Statement) -> bytes | None:
    trigger, evidence = statement.trigger, statement.evidence
    return language.vector(reading.doc, (trigger.start, trigger.end), (evidence.start, evidence.end))


def _when(
    times: Sequence[dates.TimeExpression],
    days: Mapping[tuple[int, int], dates.Interval | None],
    apart: Sequence[Span | extraction.Bracket],
) -> list[Span]:
    """Time expressions that can say when something happened: not how long, not how often; none of what stands apart.

    "Two days after" counts only where a day comes of it.
    """
    return [
        Span(t.text, t.start, t.end)
        for t in times
        if (t.kind in WHEN or (t.kind == "offset" and days[t.start, t.end]))
        and not any(a.start <= t.start < a.end for a in apart)
    ]


def _limits(text: str, times: Sequence[dates.TimeExpression]) -> list[Span]:
    """Stretches within which something is to come: "within weeks"."""
    return [
        Span(t.text, t.start, t.end)
        for t in times
        if t.kind == "duration" and text[: t.start].rstrip().lower().endswith("within")
    ]

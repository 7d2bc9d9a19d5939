"""What assessment is given: statements, each with what is known of the publication that makes it."""

import calendar
from dataclasses import dataclass
from datetime import date

from watchfloor.records import Citation, Document, Statement, day


@dataclass(frozen=True, slots=True)
class Publication:
    """What of a document counts here: its version and key, its day (ISO), its publisher by registry id or by name."""

    document: str
    key: str
    published: str | None = None
    source: str | None = None
    name: str | None = None

    @classmethod
    def of(cls, document: Document) -> "Publication":
        """The publication that a document is."""
        return cls(document.id, document.key, document.published, document.source, document.publication)

    @property
    def publisher(self) -> str:
        """Who publishes it; where nobody knows, the document stands for itself."""
        return self.source or self.name or self.key


@dataclass(frozen=True, slots=True)
class Member:
    """One statement of an event, with its publication."""

    statement: Statement
    publication: Publication

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
    def day(self) -> str | None:
        """The earliest day that it cites, else the day of publication; ISO, of a cited month the last day."""
        cited = [last for citation in self.statement.attribution.citations if (last := _last(citation))]
        return min(cited) if cited else self.publication.published

    @property
    def on(self) -> date | None:
        """The same as a day; None where it is none."""
        return day(self.day)

    @property
    def order(self) -> tuple[str, str, int, str]:
        """The order of reports: by date, the undated last, then as they stand in their documents."""
        return self.day or "9999", self.statement.document, self.statement.trigger.start, self.statement.id


def _last(citation: Citation) -> str | None:
    cited = citation.date
    if cited is None or len(cited) != len("2021-09"):
        return cited
    year, month = int(cited[:4]), int(cited[5:])
    return f"{cited}-{calendar.monthrange(year, month)[1]}"

"""The country of a statement that names no place: that of its section's heading, of its section, of its document.

The rule is that of linking (`linking/inheritance.py`), which puts it as one query over a whole store.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from watchfloor.knowledge.places import Places
from watchfloor.records import Statement


class Naming(NamedTuple):
    """How many statements of a section name a country (alpha-3), or with None for it, no place."""

    document: str
    section: int | None
    heading: str | None
    country: str | None
    times: int


class Inheritance:
    """Which country the statements of some documents inherit."""

    def __init__(self, named: Iterable[Naming], places: Places) -> None:
        """Count over all statements of the documents."""
        self._headings: dict[tuple[str, int | None], str | None] = {}
        self._sections: dict[tuple[str, int | None], Counter[str]] = {}
        self._documents: dict[str, Counter[str]] = {}
        for each in named:
            if each.heading:
                self._headings[each.document, each.section] = places.country(each.heading.strip())
            if each.country:
                here = each.document, each.section
                self._sections.setdefault(here, Counter())[each.country] += each.times
                self._documents.setdefault(each.document, Counter())[each.country] += each.times

    def country(self, statement: Statement) -> str | None:
        """Alpha-3, or None; at a draw there is none."""
        here = statement.document, statement.section
        return (
            self._headings.get(here)
            or _most(self._sections.get(here, Counter()))
            or _most(self._documents.get(statement.document, Counter()))
        )


def _most(counts: Counter[str]) -> str | None:
    most = max(counts.values(), default=0)
    leading = [country for country, times in counts.items() if times == most]
    return leading[0] if len(leading) == 1 else None

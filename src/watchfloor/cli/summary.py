"""What a command did to a store, in a line: words on a terminal, JSON in a pipe."""

import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from watchfloor.growth import Growth
    from watchfloor.pipeline import Outcome

#: What `store.Added` says, as it is told.
SAID = {"new": "new", "changed": "changed", "recoded": "recoded", "copy": "copies", "same": "unchanged"}

#: What brings statements into the store; those of a copy are there.
KEEPS = frozenset({"new", "changed", "recoded"})


@dataclass
class Summary:
    """Counts of documents by what became of them, of statements that were kept, and of events (None: not linked)."""

    documents: Counter[str] = field(default_factory=Counter)
    statements: int = 0
    growth: "Growth | None" = None

    def add(self, outcome: "Outcome | None") -> None:
        """Count one document; None: it failed."""
        if outcome is None:
            self.documents["failed"] += 1
        else:
            self.documents[SAID[outcome.added]] += 1
            self.statements += outcome.statements if outcome.added in KEEPS else 0

    def write(self) -> None:
        """Print it."""
        write(self.words(), self.record())

    def words(self) -> str:
        """For people; what did not happen is left out."""
        counts = ((name, self.documents[name]) for name in (*SAID.values(), "failed"))
        counted = [f"{n:,} {'copy' if (name, n) == ('copies', 1) else name}" for name, n in counts if n]
        parts = [f"documents: {', '.join(counted) or 'none'}", f"statements: {self.statements:,}"]
        if self.growth:
            parts.append(grown_words(self.growth))
        return " · ".join(parts)

    def record(self) -> dict[str, Any]:
        """For programs; every count is there."""
        names = (*SAID.values(), "failed")
        return {**{n: self.documents[n] for n in names}, "statements": self.statements, **grown_record(self.growth)}


def grown_words(growth: "Growth") -> str:
    """How the events grew, for people."""
    return f"events: {growth.new:,} new, {growth.grown:,} grown"


def grown_record(growth: "Growth | None") -> dict[str, Any]:
    """The same for programs."""
    return {"events": {"new": growth.new, "grown": growth.grown} if growth else None}


def write(words: str, record: dict[str, Any]) -> None:
    """Print a summary: words on a terminal, a line of JSON elsewhere."""
    typer.echo(words if sys.stdout.isatty() else json.dumps(record, ensure_ascii=False))

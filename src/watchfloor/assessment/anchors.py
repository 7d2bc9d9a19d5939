"""Where decisions hang, and which statement each one means now."""

from collections.abc import Iterable

from watchfloor.records import Anchor, Statement

from .members import Member


def anchor(member: Member) -> Anchor:
    """Where a decision on this statement hangs."""
    s = member.statement
    return Anchor(member.publication.key, s.document, s.id, s.type, s.trigger, s.evidence.text)


class Finder:
    """Finds the statement that an anchor means now, among those of today."""

    def __init__(self, members: Iterable[Member]) -> None:
        """Index the members."""
        self._by_id: dict[str, Member] = {}
        self._by_key: dict[tuple[str, str], list[Member]] = {}
        for member in members:
            self.add(member)

    def add(self, member: Member) -> None:
        """Take one more."""
        self._by_id[member.id] = member
        self._by_key.setdefault((member.publication.key, member.statement.type), []).append(member)

    def find(self, wanted: Anchor) -> Member | None:
        """The statement of that id; else, in the same bytes, that of the type whose trigger overlaps, nearest first.

        In another version of the document, that of the same type, trigger words and sentence; None where none fits.
        """
        if wanted.statement in self._by_id:
            return self._by_id[wanted.statement]
        fitting = [m for m in self._by_key.get((wanted.key, wanted.type), ()) if _fits(m.statement, wanted)]
        return min(fitting, key=lambda m: (abs(m.statement.trigger.start - wanted.trigger.start), m.id), default=None)


def _fits(statement: Statement, wanted: Anchor) -> bool:
    if statement.document == wanted.document:
        return statement.trigger.overlaps(wanted.trigger)
    return statement.trigger.text == wanted.trigger.text and statement.evidence.text == wanted.evidence

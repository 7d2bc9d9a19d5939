"""Events as they stand now: put together from what the store keeps, what people decided and how they rated sources."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import pyarrow as pa

from watchfloor import assessment
from watchfloor.assessment import Applied, Effective, Inheritance, Member, Naming, Ties
from watchfloor.knowledge import Knowledge
from watchfloor.linking import copies
from watchfloor.linking.passages import passages
from watchfloor.records import Decision, Event, Rating, digest
from watchfloor.store import Filter, Kept, Store

#: Events fetched at once: some thousand statements, a few megabytes.
BATCH = 500


@dataclass(frozen=True)
class Told:
    """An event, and what it rests on.

    ``kept``: its reports as they were coded, by statement; ``members``: the same as people left them, rejected ones
    out, the founding one first; ``copies``: documents that repeat another one's text, to that one.
    """

    event: Event
    kept: Mapping[str, Kept]
    members: Sequence[Member]
    applied: Applied
    copies: Mapping[str, str]

    @property
    def day(self) -> date | None:
        """A day on which it may have happened: its first, else that of its first dated report."""
        time = self.event.time
        told = (time.since or time.until) if time else None
        return date.fromisoformat(told) if told else next((m.on for m in self.members if m.on), None)


@dataclass(frozen=True, slots=True)
class Quote:
    """Two documents (ids, the earlier report first) that quote the same words and are no copies of one text.

    ``words``: how many; ``text``: the longest passage of them, as one of the two has it.
    """

    left: str
    right: str
    words: int
    text: str


class Events:
    """The events of a store; what people decided is read once, so that all are of one moment."""

    def __init__(self, store: Store, known: Knowledge) -> None:
        """Take the store and what is known of the world."""
        self._store = store
        self._known = known

    @cached_property
    def decisions(self) -> Sequence[Decision]:
        """All decisions, in the order in which they were made."""
        return self._store.decisions()

    @cached_property
    def ratings(self) -> Sequence[Rating]:
        """All ratings, in the order in which they were given."""
        return self._store.ratings()

    @cached_property
    def applied(self) -> Applied:
        """What decisions make of the statements of all documents that they are about."""
        return self._store.applied()

    @cached_property
    def effective(self) -> Effective:
        """Statements as people left them."""
        return Effective(self.applied, self.decisions, self.ties)

    @cached_property
    def ties(self) -> Ties:
        """Who belongs to whom: by the registry, and by what texts say and people confirmed."""
        return Ties(self._known, assessment.confirmed(self.applied.members, self.applied))

    def told(self, id_: str) -> Told | None:
        """The event of that id; None where all its statements were rejected or superseded."""
        return next(self._assembled([id_]), None)

    def all(self, f: Filter) -> Iterator[Told]:
        """The events for which a filter holds, in the order of their ids."""
        ids = self._store.events(f)
        for start in range(0, len(ids), BATCH):
            yield from self._assembled(ids[start : start + BATCH])

    def statements(self, f: Filter) -> Iterator[Kept]:
        """The statements for which a filter holds, as people left them, document by document."""
        for kept in self._store.statements(f):
            if now := self.effective.now(kept.member):
                yield replace(kept, statement=now.statement)

    def members(self, id_: str) -> list[Member]:
        """The statements of an event as they were coded, the founding one first; superseded ones left out."""
        return founding_first(id_, [k.member for k in self._store.members(id_) if not k.superseded])

    def _assembled(self, ids: Sequence[str]) -> Iterator[Told]:
        """Some events, of what is fetched for all of them at once."""
        found = self._store.members_of(ids)
        named: dict[str, list[Naming]] = {}
        for naming in self._store.countries(sorted({k.document for kept in found.values() for k in kept})):
            named.setdefault(naming.document, []).append(naming)
        for id_, kept in found.items():
            if told := self._one(id_, kept, named):
                yield told

    def _one(self, id_: str, kept: Sequence[Kept], named: Mapping[str, Sequence[Naming]]) -> Told | None:
        counted = {k.statement.id: k for k in kept if not k.superseded}
        applied = self.applied.on(counted.keys())
        members = [now for k in counted.values() if (now := self.effective.now(k.member))]
        if not members:
            return None
        documents = {m.publication.document for m in members}
        groups = self.copies_of(documents)
        whole = any(m.statement.aggregate for m in members)
        event = assessment.event(
            id_,
            members,
            self.ties,
            ratings=self.ratings,
            copies=groups,
            contains=self._store.contains(id_) if whole else (),
            applied=applied,
            inherited=Inheritance([n for d in sorted(documents) for n in named.get(d, ())], self._known.places),
        )
        later = {document: first for document, first in groups.items() if document != first}
        return Told(event, counted, founding_first(id_, members), applied, later)

    def copies_of(self, documents: set[str]) -> dict[str, str]:
        """The documents whose texts are near-copies of one another, to the first published of each group."""
        if len(documents) < 2:
            return {}
        return self._compared(documents).first_of_each()

    def quotes(self, told: Told) -> list[Quote]:
        """Which documents of an event quote the same words; copies of one text count as the first of them."""
        reports = sorted(told.members, key=lambda m: m.order)
        order = {d: n for n, d in enumerate(dict.fromkeys(m.publication.document for m in reports))}
        found: dict[tuple[str, str], Quote] = {}
        for row in self._compared(order).quotes.to_pylist():
            ends = (told.copies.get(d, d) for d in (row["left"], row["right"]))
            left, right = sorted(ends, key=lambda d: order[d])
            if left != right and (left, right) not in found:
                found[left, right] = Quote(left, right, row["words"], self._quoted(row["left"], row["right"]))
        return sorted(found.values(), key=lambda q: (order[q.left], order[q.right]))

    def _quoted(self, one: str, other: str) -> str:
        """The longest of the passages that one document quotes and another has as well."""
        table, place = self._signatures
        signatures = (table["signature"][place[document]].as_py() for document in (one, other))
        text = self._store.document(one).text
        told = list(passages(text))
        quoted = [told[number] for number, _ in copies.shared(*signatures) if told[number].quoted]
        longest = max(quoted, key=lambda passage: len(passage.words))
        return text[longest.start : longest.end]

    def _compared(self, documents: Collection[str]) -> copies.Copies:
        """The texts of some documents, compared with one another."""
        table, place = self._signatures
        return copies.copies(table.take([place[d] for d in sorted(documents) if d in place]))

    @cached_property
    def _signatures(self) -> tuple[pa.Table, Mapping[str, int]]:
        """All signatures, and in which row that of a document stands."""
        table = self._store.signatures()
        return table, {document: row for row, document in enumerate(table["document"].to_pylist())}


def founding_first(event: str, members: Sequence[Member]) -> list[Member]:
    """Members by date, before them the one that the event has its id from, where it is still there."""
    return sorted(members, key=lambda m: (digest("event", m.id) != event, m.order))

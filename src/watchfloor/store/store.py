"""The store as the rest of the program sees it: one class, every method one transaction.

It is one piece, if a long one: the list of what can be asked of a store. How it is done stands in the files beside it.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

import pyarrow as pa
from sqlalchemy import Connection, Engine

from watchfloor import knowledge
from watchfloor.assessment import Applied, Naming, Ties, Unfit
from watchfloor.knowledge import Knowledge
from watchfloor.linking import Linked
from watchfloor.records import Decision, Document, Rating, Statement

from . import (
    adding,
    counting,
    decisions,
    dumping,
    engines,
    linking_rows,
    links,
    overlay,
    reading,
    removal,
    runs,
    schema,
    words,
)
from .filters import EVERYTHING, Filter
from .kept import Added, Edge, Failure, Hit, Kept, Named, Outlet, Run, Standing


class Store:
    """Documents, statements and decisions under one URL; a context manager.

    Every method raises StoreError: one line that says what, where, what to do. Whatever returns was kept for good;
    whatever raises left nothing behind. Another process may read and write at the same time.
    """

    def __init__(self, engine: Engine, place: str, known: Knowledge) -> None:
        """Use `open`."""
        self._engine, self._place = engine, place
        self._ties = Ties(known)
        self._asked = 0

    @classmethod
    def open(cls, url: str, *, create: bool = True, known: Knowledge | None = None) -> Self:
        """The store at ``url``, made or brought up to date where it has to be; ``known``: ours where none is given."""
        parsed = engines.parse(url)
        place = parsed.render_as_string(hide_password=True)
        store = cls(engines.connect(parsed, create=create), place, known or knowledge.load())
        try:
            with store._reading() as connection:
                ready = schema.ready(connection)
            if not ready:
                with store._writing() as connection:
                    schema.migrate(connection, store._place)
                engines.let_read_while_writing(store._engine, place)
        except BaseException:
            store.close()
            raise
        return store

    @staticmethod
    def missing(url: str) -> bool:
        """The store would be a file, and there is none."""
        return engines.missing(engines.parse(url))

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def place(self) -> str:
        """The URL without its password, for messages."""
        return self._place

    # runs

    def begin(self, command: str, version: str) -> int:
        """Note that a command starts; gives the run's number."""
        with self._writing() as c:
            return runs.begin(c, command, version, _now())

    def finish(self, run: int) -> None:
        """Note that it came to its end."""
        with self._writing() as c:
            runs.finish(c, run, _now())

    def fail(self, run: int, path: str, why: str) -> None:
        """Note an input that could not be read."""
        with self._writing() as c:
            runs.fail(c, run, path, why)

    def runs(self) -> list[Run]:
        """All runs, the newest first."""
        with self._reading() as c:
            return runs.everything(c)

    def failures(self, run: int) -> list[Failure]:
        """What could not be read in a run, in order."""
        with self._reading() as c:
            return runs.failed(c, run)

    # documents and statements

    def known(self, key: str, id: str, coder: str | None, said: Mapping[str, str | None] | None = None) -> bool:
        """These bytes stand under ``key``, coded by this version (None: by any), with what was ``said`` of them.

        ``said`` are fields of the document that the user gave (title, source, ...); None says nothing. What is
        known needs no coding; `add` would answer SAME.
        """
        with self._reading() as c:
            return adding.known(c, key, id, coder, said or {})

    def add(
        self,
        document: Document,
        statements: Sequence[Statement],
        *,
        original: bytes,
        coder: str,
        run: int,
        signature: bytes | None,
        vectors: Sequence[bytes | None],
        rows: Sequence[Mapping[str, object]],
    ) -> Added:
        """Keep a document with its statements; ``vectors`` and ``rows`` (`linking.row`) are parallel to them."""
        coded = adding.Coded(document, statements, original, coder, run, signature, vectors, rows)
        with self._writing() as c:
            added = adding.add(c, coded)
            if added is not Added.SAME and overlay.concerned(c, document.id):
                overlay.refresh(c, [document.id], self._ties)
            return added

    def documents(self, f: Filter = EVERYTHING) -> Iterator[Document]:
        """Documents by day of publication."""
        with self._reading() as c:
            yield from reading.all_documents(c, f)

    def statements(self, f: Filter = EVERYTHING) -> Iterator[Kept]:
        """Statements as they were coded, document by document."""
        with self._reading() as c:
            yield from reading.all_statements(c, f)

    def document(self, name: str) -> Document:
        """The document of that id, unique prefix of an id, or key."""
        with self._reading() as c:
            return reading.document(c, name, self._place)

    def standings(self, f: Filter = EVERYTHING) -> Iterator[Standing]:
        """How each of the same documents stands, in the same order."""
        with self._reading() as c:
            yield from reading.all_standings(c, f)

    def original(self, id: str) -> bytes:
        """The bytes that a document was read from; ``id`` is whole."""
        with self._reading() as c:
            return reading.original(c, id, self._place)

    def statement(self, prefix: str) -> Kept:
        """The statement of that id or unique prefix."""
        with self._reading() as c:
            return reading.statement(c, prefix, self._place)

    def event(self, prefix: str) -> str:
        """The id of the event of that id or unique prefix; merged ones lead to where they went."""
        with self._reading() as c:
            return reading.event(c, prefix, self._place)

    def remove(self, document: str, by: str, reason: str) -> list[str]:
        """Take a document out, all its versions; gives their ids. What stays is a row that says who, when and why."""
        with self._writing() as c:
            return removal.remove(c, reading.document(c, document, self._place).id, by, _now(), reason)

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Documents and statements in which all words and "phrases" stand, at most ``limit`` of each."""
        with self._reading() as c:
            return words.search(c, query, limit)

    # linking

    def rows(self) -> pa.Table:
        """Everything that counts by `linking.SCHEMA`, corrections applied, rejected statements left out."""
        with self._reading() as c:
            self._asked = links.seen(c)
            return linking_rows.table(c)

    def unlinked(self) -> bool:
        """Something came in or was decided since linking last looked."""
        with self._reading() as c:
            return links.asked(c)

    def keep_links(self, linked: Linked) -> None:
        """Settle what linking made of the `rows` that this store gave last."""
        with self._writing() as c:
            links.keep(c, linked, self._asked)
        self._asked = 0

    def countries(self, documents: Sequence[str]) -> list[Naming]:
        """Which countries the statements of some documents (ids) name, section by section."""
        with self._reading() as c:
            return linking_rows.countries(c, documents)

    def assignments(self) -> pa.Table:
        """Statement and event: what is settled."""
        with self._reading() as c:
            return links.assignments(c)

    def signatures(self) -> pa.Table:
        """Document, key, published, signature of all documents that count, for finding copies."""
        with self._reading() as c:
            return reading.all_signatures(c)

    def events(self, f: Filter = EVERYTHING) -> list[str]:
        """Ids of the events for which the filter holds."""
        with self._reading() as c:
            return reading.all_events(c, f)

    def members(self, event: str) -> list[Kept]:
        """The statements that tell an event, by day of publication."""
        with self._reading() as c:
            return reading.members_of(c, [event])[event]

    def members_of(self, events: Sequence[str]) -> dict[str, list[Kept]]:
        """The same of some hundreds of events at once, by event."""
        with self._reading() as c:
            return reading.members_of(c, events)

    def edges(self, event: str) -> list[Edge]:
        """The pairs of an event's statements that were weighed, the strongest first."""
        with self._reading() as c:
            return links.of_event(c, event)

    def held_apart(self, most: int) -> list[Edge]:
        """Pairs of statements of two events that lacked little of being one, the strongest first."""
        with self._reading() as c:
            return links.held_apart(c, most)

    def contains(self, event: str) -> list[str]:
        """The events that an aggregate one sums up."""
        with self._reading() as c:
            return links.contained(c, event)

    # people

    def decide(self, decision: Decision, vector: bytes | None = None) -> str:
        """Keep a decision, and what follows from it; gives its id. ``vector`` is that of a statement that it adds."""
        with self._writing() as c:
            decisions.keep(c, decision)
            meanings = {} if vector is None else {decision.subjects[0].statement: vector}
            overlay.refresh(c, decisions.reached(c, decision), self._ties, meanings)
        return decision.id

    def decisions(self) -> list[Decision]:
        """All of them in the order in which they were made, undone ones and the rows that undo them too."""
        with self._reading() as c:
            return decisions.everything(c)

    def unfit(self) -> list[Unfit]:
        """Decisions that have no effect any more, and why: what they were made on is not found, or reads otherwise."""
        with self._reading() as c:
            return overlay.unfit(c, self._ties)

    def applied(self) -> Applied:
        """What people's decisions make of the statements of the documents that they are about."""
        with self._reading() as c:
            return overlay.applied(c, self._ties)

    def rate(self, rating: Rating) -> None:
        """Keep a rating of a source."""
        with self._writing() as c:
            decisions.rate(c, rating)

    def ratings(self) -> list[Rating]:
        """Ratings in the order in which they were given; the last one of a source or document counts."""
        with self._reading() as c:
            return decisions.rated(c)

    def outlets(self) -> list[Outlet]:
        """Who publishes and who is cited, those of most documents first."""
        with self._reading() as c:
            return counting.outlets(c)

    def named(self) -> Sequence[Named]:
        """Who does or suffers something, the most frequent first."""
        with self._reading() as c:
            return counting.named(c)

    def dump(self) -> Iterator[str]:
        """Every row but those of runs as a line of JSON without times, sorted: what two stores are compared by."""
        with self._reading() as c:
            yield from dumping.lines(c)

    def _reading(self) -> AbstractContextManager[Connection]:
        return engines.reading(self._engine, self._place)

    def _writing(self) -> AbstractContextManager[Connection]:
        return engines.writing(self._engine, self._place)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

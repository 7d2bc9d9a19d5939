"""Documents and statements made for these tests, each from a few words."""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from watchfloor.linking import Linked, row
from watchfloor.linking.linked import ASSIGNMENTS, CONTAINS, EDGES, REDIRECTS
from watchfloor.records import (
    Anchor,
    Decision,
    Document,
    Participant,
    Place,
    Span,
    Statement,
    Time,
    digest,
)
from watchfloor.store import Added, Store

CODER = "coder 1"

TEXT = "Militants attacked a checkpoint in Jalalabad on Monday. Police arrested two men in Kabul."


def document(text: str = TEXT, key: str = "report.txt", **particulars: Any) -> Document:
    """A document whose id is the hash of its text."""
    return Document(
        digest(text.encode()), key, key, text, **{"published": "2021-09-21", "language": "en", **particulars}
    )


def span(text: str, words: str) -> Span:
    """The first place of ``words`` in a text."""
    start = text.index(words)
    return Span(words, start, start + len(words))


def statement(of: Document, trigger: str = "attacked", type: str = "ASSAULT", **slots: Any) -> Statement:
    """What the sentence with the word ``trigger`` tells."""
    words = span(of.text, trigger)
    start = of.text.rfind(".", 0, words.start) + 1
    sentence = Span.cut(of.text, start, of.text.find(".", words.end) + 1)
    id_ = digest(of.id, type, words.start, words.end, 0)
    return Statement(id_, of.id, None, "event", type, words, sentence, **slots)


def actor(name: str, id: str | None = None) -> Participant:
    """A participant, wherever its words stand."""
    return Participant(name, 0, len(name), id=id, name=name)


def place(name: str, country: str) -> Place:
    """A town, wherever its words stand."""
    return Place(name, 0, len(name), name=name, country=country, precision="city")


def day(iso: str) -> Time:
    """One day, whatever its words."""
    return Time("then", 0, 4, since=iso, until=iso, precision="day")


def vector(of: Statement) -> bytes:
    """What stands for the meaning of its sentence."""
    return digest(of.evidence.text).encode()


def add(
    store: Store, of: Document, statements: Sequence[Statement] = (), *, coder: str = CODER, run: int | None = None
) -> Added:
    """Add with the rows and vectors that the pipeline would make."""
    vectors = [vector(s) for s in statements]
    return store.add(
        of,
        statements,
        original=of.text.encode(),
        coder=coder,
        run=store.begin("add", "0.0") if run is None else run,
        signature=digest(of.text).encode(),
        vectors=vectors,
        rows=[row(s, of, v) for s, v in zip(statements, vectors, strict=True)],
    )


def linked(
    events: Mapping[str, str],
    *,
    edges: Sequence[tuple[str, str, float]] = (),
    redirects: Sequence[tuple[str, str]] = (),
    contains: Sequence[tuple[str, str]] = (),
) -> Linked:
    """What linking would give: statement to event, and so on."""
    weighed = [{"left": a, "right": b, "weight": w, "time": w} for a, b, w in edges]
    return Linked(
        pa.Table.from_pylist([{"statement": s, "event": e} for s, e in events.items()], schema=ASSIGNMENTS),
        pa.Table.from_pylist(weighed, schema=EDGES),
        pa.Table.from_pylist([{"old": a, "new": b} for a, b in redirects], schema=REDIRECTS),
        pa.Table.from_pylist([{"aggregate": a, "event": b} for a, b in contains], schema=CONTAINS),
    )


def anchor(of: Document, told: Statement) -> Anchor:
    """Where a decision on a statement hangs."""
    return Anchor(of.key, of.id, told.id, told.type, told.trigger, told.evidence.text)


def decision(of: Document, told: Statement, action: str = "reject", **values: Any) -> Decision:
    """One on one statement."""
    at = values.pop("at", "2021-10-01T00:00:00.000000Z")
    id_ = digest(action, told.id, at, str(values))
    return Decision(id_, action, "statement", "ana", at, "misread", subjects=(anchor(of, told),), **values)  # type: ignore[arg-type]

"""The main path: what was published goes in; statements and the events that they tell come out, and are kept."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from watchfloor import linking
from watchfloor.documents import Input
from watchfloor.edition import edition
from watchfloor.knowledge import Knowledge
from watchfloor.linking import Linked
from watchfloor.linking.copies import signature
from watchfloor.records import Document
from watchfloor.store import Added, Store

if TYPE_CHECKING:
    from watchfloor.coder import Coder


def add(store: Store, run: int, given: Input, coder: Callable[[], "Coder"]) -> Added:
    """Read, code and keep one document, in one transaction; raises DocumentError."""
    return keep(store, run, given.read(), given.data, coder())


def keep(store: Store, run: int, document: Document, original: bytes, coder: "Coder") -> Added:
    """Code a document and keep what comes of it."""
    coded = coder.code(document)
    vectors = [None for s in coded.statements]
    rows = [linking.row(s, coded.document, v) for s, v in zip(coded.statements, vectors, strict=True)]
    return store.add(
        coded.document,
        coded.statements,
        original=original,
        coder=edition(),
        run=run,
        signature=signature(document.text),
        vectors=vectors,
        rows=rows,
    )


def link(store: Store, known: Knowledge, *, afresh: bool = False) -> Linked:
    """Put statements together that tell one event, and keep that; ``afresh``: whatever was settled before."""
    rows = store.rows()
    settled = store.assignments()
    linked = linking.link(rows, settled, known=known)
    store.keep_links(linked)
    return linked

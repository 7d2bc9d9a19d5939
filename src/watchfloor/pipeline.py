"""The main path: what was published goes in; statements and the events that they tell come out, and are kept."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from watchfloor import linking
from watchfloor.documents import Hints, Input
from watchfloor.edition import edition
from watchfloor.growth import Growth, growth
from watchfloor.knowledge import Knowledge
from watchfloor.linking.copies import signature
from watchfloor.store import Added, Store

if TYPE_CHECKING:
    from watchfloor.coder import Coder

#: Loads the coder when it is first called: what is known already needs none, and loading takes seconds.
Loader = Callable[[], "Coder"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an input, and how many statements were coded; ``foreign``: in another ``language``, so none."""

    added: Added
    statements: int = 0
    language: str | None = None
    foreign: bool = False


def add(store: Store, run: int, given: Input, coder: Loader) -> Outcome:
    """Read, code and keep one document, unless it is known; raises DocumentError."""
    if store.known(given.key, given.id, None, asdict(given.hints)):
        return Outcome(Added.SAME)
    return keep(store, run, given, coder)


def recode(store: Store, run: int, id_: str, coder: Loader) -> Outcome:
    """Read, code and keep once more what a document was made of; what was said of it stays."""
    kept = store.document(id_)
    said = Hints(published=kept.published, source=kept.source, url=kept.url, title=kept.title)
    return keep(store, run, Input(store.original(id_), kept.path, kept.key, said), coder)


def keep(store: Store, run: int, given: Input, coder: Loader) -> Outcome:
    """From bytes to statements, with all that linking needs, and into the store in one transaction."""
    read = given.read()
    coded = coder().code(read)
    document, statements = coded.document, coded.statements
    rows = [linking.row(s, document, v) for s, v in zip(statements, coded.vectors, strict=True)]
    added = store.add(
        document,
        statements,
        original=given.data,
        coder=edition(),
        run=run,
        signature=signature(document.text),
        vectors=coded.vectors,
        rows=rows,
    )
    return Outcome(added, len(statements), document.language, coded.foreign)


def link(store: Store, known: Knowledge, *, afresh: bool = False) -> Growth:
    """Put statements together that tell one event, and keep that in one transaction.

    What is new joins what is settled; ``afresh``: everything is weighed anew, and only ids go on.
    """
    rows = store.rows()
    settled = store.assignments()
    bonds = store.applied().bonds
    constraints = linking.Constraints(bonds.together, bonds.apart, bonds.same_actor, bonds.different_actor)
    linked = linking.link(rows, settled, constraints, known, afresh=afresh)
    store.keep_links(linked)
    return growth(settled, linked.assignments)

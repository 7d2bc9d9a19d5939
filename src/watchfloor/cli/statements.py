"""The command `statements`: what is told, document by document."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.console import RenderableType
from rich.text import Text

from watchfloor.records import Document, to_dict

from . import filters
from .flat import CELLS as OF_STATEMENTS
from .flat import Value
from .ids import short
from .listing import FormatOption, Listing, OutputOption
from .storing import DEFAULT, StoreOption, opened
from .table import QUIET, tables

if TYPE_CHECKING:
    from watchfloor.store import Kept, Store


class Told(NamedTuple):
    """A statement as it is kept, and its document."""

    document: Document
    kept: "Kept"


def statements(
    actor: filters.ActorOption = None,
    type_: filters.TypeOption = None,
    place: filters.PlaceOption = None,
    source: filters.SourceOption = None,
    since: filters.SinceOption = None,
    until: filters.UntilOption = None,
    text: filters.TextOption = None,
    every: filters.AllOption = False,
    form: FormatOption = None,
    output: OutputOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """List the statements that are kept, document by document, as people left them.

    Those that somebody rejected are left out. Below each id stands that of its event.

    Exit status: 0 listed, 2 wrong use.
    """
    asked = filters.chosen(
        actor=actor, type_=type_, place=place, source=source, since=since, until=until, text=text, superseded=every
    )
    from watchfloor import knowledge
    from watchfloor.events import Events

    with opened(store) as kept:
        LISTING.write(told(kept, Events(kept, knowledge.load()).statements(asked)), form, output)


def told(store: "Store", found: Iterable["Kept"]) -> Iterator[Told]:
    """Each statement with its document, which is fetched once."""
    for id_, group in groupby(found, key=lambda kept: kept.document):
        document = store.document(id_)
        for kept in group:
            yield Told(document, kept)


def table(found: Iterable[Told]) -> Iterator[RenderableType]:
    """A table for each document."""
    for document, group in groupby(found, key=lambda told: told.document):
        here = [told.kept for told in group]
        marks = {kept.statement.id: mark(kept) for kept in here}
        yield tables(document, [kept.statement for kept in here], marks)


def mark(kept: "Kept") -> Text:
    """The ids of a statement and of its event; that its document was replaced."""
    text = Text(short(kept.statement.id))
    if kept.event:
        text.append(f"\n{short(kept.event)}", style=QUIET)
    return text.append("\nreplaced", style=QUIET) if kept.superseded else text


def record(told: Told) -> dict[str, Any]:
    """The statement's record, its event, and whether its document was replaced."""
    return {**to_dict(told.kept.statement), "event": told.kept.event, "superseded": told.kept.superseded}


def of_statement(cell: Callable[..., Value], told: Told) -> Value:
    """The cell that `read` gives too."""
    return cell(told.document, told.kept.statement)


CELLS: Mapping[str, Callable[[Told], Value]] = {
    **{name: partial(of_statement, cell) for name, cell in OF_STATEMENTS.items()},
    "event": lambda told: told.kept.event,
    "superseded": lambda told: str(told.kept.superseded).lower(),
}

LISTING = Listing[Told](table, record, CELLS)

"""The command `documents`: what is kept, one line a document."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Column
from rich.text import Text

from watchfloor.records import Document, to_dict

from . import filters, wording
from .flat import Value, joined
from .ids import short
from .listing import FormatOption, Listing, OutputOption
from .storing import DEFAULT, StoreOption, opened
from .table import QUIET, UNSAID, ruled

if TYPE_CHECKING:
    from watchfloor.store import Standing


class Listed(NamedTuple):
    """A document and how it stands; ``copy_of``: the document published before it that its text repeats."""

    document: Document
    standing: "Standing"
    copy_of: str | None = None


def documents(
    actor: filters.ActorOption = None,
    type_: filters.TypeOption = None,
    place: filters.PlaceOption = None,
    source: filters.SourceOption = None,
    since: filters.SinceOption = None,
    until: filters.UntilOption = None,
    text: filters.TextOption = None,
    every: filters.AllOption = False,
    copied: Annotated[
        bool,
        typer.Option("--copies", help="Texts that several have, each after the first.", rich_help_panel=filters.PANEL),
    ] = False,
    form: FormatOption = None,
    output: OutputOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """List the documents that are kept, by day of publication.

    A document is listed where one of its statements has what was asked for; --text looks into all of its text.

    Exit status: 0 listed, 2 wrong use.
    """
    asked = filters.chosen(
        actor=actor, type_=type_, place=place, source=source, since=since, until=until, text=text, superseded=every
    )
    with opened(store) as kept:
        standings = {each.document: each for each in kept.standings(asked)}
        found = (Listed(d, standings[d.id]) for d in kept.documents(asked) if d.id in standings)
        if copied:
            from watchfloor.linking.copies import copies

            COPIES.write(together(found, copies(kept.signatures()).first_of_each()), form, output)
        else:
            LISTING.write(found, form, output)


def together(found: Iterable[Listed], first: Mapping[str, str]) -> list[Listed]:
    """Those with a text that several have, one text after the other, in the order of their first ones here."""
    groups: dict[str, list[Listed]] = {}
    for each in found:
        if of := first.get(each.document.id):
            groups.setdefault(of, []).append(each._replace(copy_of=None if of == each.document.id else of))
    return [each for group in groups.values() for each in sorted(group, key=lambda each: each.copy_of is not None)]


def table(found: Iterable[Listed]) -> Iterator[RenderableType]:
    """One table of all of them."""
    shown = ruled(
        Column("Id", width=8),
        Column("Published", width=11),
        Column("Source", ratio=2, overflow="fold"),
        Column("Title", ratio=5, overflow="fold"),
        Column("Tells", justify="right", width=6),
    )
    for each in found:
        document, standing = each.document, each.standing
        name = Text(wording.words(document.title or document.path))
        if standing.superseded:
            name.append("  replaced by a newer version", style=QUIET)
        if each.copy_of:
            name.append(f"  copy of {short(each.copy_of)}", style=QUIET)
        shown.add_row(
            Text(short(document.id)),
            Text(wording.day(document.published) or "undated"),
            Text(wording.words(document.source or document.publication or "")) or UNSAID.copy(),
            name,
            Text(f"{standing.statements:,}"),
        )
    if shown.row_count:
        yield shown
    yield Padding(Text(f"{shown.row_count:,} document{'' if shown.row_count == 1 else 's'}", style=QUIET), (0, 1))


def record(found: Listed) -> dict[str, Any]:
    """The document's record, and how it stands."""
    standing = found.standing
    more = {"coder": standing.coder, "superseded": standing.superseded, "statements": standing.statements}
    return {**to_dict(found.document), **more}


#: Column by column, what a cell holds; docs/record.md describes them.
CELLS: Mapping[str, Callable[[Listed], Value]] = {
    "id": lambda f: f.document.id,
    "key": lambda f: f.document.key,
    "path": lambda f: f.document.path,
    "url": lambda f: f.document.url,
    "title": lambda f: f.document.title,
    "authors": lambda f: joined(f.document.authors),
    "publication": lambda f: f.document.publication,
    "source": lambda f: f.document.source,
    "volume": lambda f: f.document.volume,
    "issue": lambda f: f.document.issue,
    "published": lambda f: f.document.published,
    "retrieved": lambda f: f.document.retrieved,
    "language": lambda f: f.document.language,
    "characters": lambda f: len(f.document.text),
    "coder": lambda f: f.standing.coder,
    "superseded": lambda f: str(f.standing.superseded).lower(),
    "statements": lambda f: f.standing.statements,
}

LISTING = Listing[Listed](table, record, CELLS)
COPIES = Listing[Listed](
    table, lambda f: {**record(f), "copy_of": f.copy_of}, {**CELLS, "copy_of": lambda f: f.copy_of}
)

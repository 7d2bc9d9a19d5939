"""The commands `sources`: who publishes and who is cited, and how reliable people hold them to be."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Column
from rich.text import Text

from watchfloor.records import Rating, to_dict

from . import wording
from .desk import desk, now
from .event_wording import plural
from .failures import Failures
from .flat import Value, joined
from .listing import FormatOption, Listing, OutputOption
from .naming import Names
from .storing import DEFAULT, SignedOption, StoreOption, opened, signed
from .summary import write
from .table import QUIET, ruled

if TYPE_CHECKING:
    from watchfloor.store import Outlet

app = typer.Typer(help="List who publishes and who is cited, and rate them.", invoke_without_command=True)

#: What the letters say (NATO AJP-2.1).
LETTERS = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}


@dataclass(frozen=True, slots=True)
class Row:
    """An outlet by its name, what the registry knows of it, and all ratings of it, the newest first."""

    outlet: "Outlet"
    name: str
    kind: str | None
    country: str | None
    ratings: Sequence[Rating]

    @property
    def reliability(self) -> str | None:
        """The grade in force of the whole source."""
        return next((r.reliability for r in self.ratings if r.document is None), None)


@app.callback()
def sources(
    context: typer.Context,
    form: FormatOption = None,
    output: OutputOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """List who publishes and who is cited, how often, and how reliable people hold them to be.

    Exit status: 0 listed, 2 wrong use.
    """
    if context.invoked_subcommand is not None:
        return
    from watchfloor import knowledge
    from watchfloor.store import Outlet

    known = knowledge.load()
    names = Names(known)
    with opened(store) as kept:
        outlets, ratings = kept.outlets(), kept.ratings()
    there = {outlet.name for outlet in outlets}
    rated_only = dict.fromkeys(r.source for r in ratings if r.source not in there)
    found = []
    for outlet in (*outlets, *(Outlet(name, 0, 0, 0) for name in rated_only)):
        source = known.sources.get(outlet.name) if outlet.name else None
        mine = [r for r in reversed(ratings) if r.source == outlet.name]
        name = names.source(outlet.name)
        found.append(Row(outlet, name, source.kind if source else None, source.country if source else None, mine))
    LISTING.write(found, form, output)


@app.command()
def rate(
    source: Annotated[str, typer.Argument(metavar="ID", help="A source's id or name.")],
    reliability: Annotated[
        str,
        typer.Option("--reliability", metavar="A..F", help="A completely reliable ... E unreliable, F cannot judge."),
    ],
    note: Annotated[str, typer.Option("--note", metavar="WHY", help="Why.")] = "",
    document: Annotated[
        str | None, typer.Option("--document", metavar="DOCUMENT", help="One document of it alone: its key or id.")
    ] = None,
    by: SignedOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """Rate how reliable a source is, or one document of it; the latest rating counts, all are kept.

    Exit status: 0 rated, 2 wrong use: nothing was kept.
    """
    who = signed(by)
    from watchfloor import assessment, knowledge

    with desk(store) as at:
        key = at.store.document(document).key if document else None
        made = assessment.rate(source, reliability, at.reading, by=who, at=now(), note=note, document=key)
        at.store.rate(made)
        there = {outlet.name for outlet in at.store.outlets()}
    waits = knowledge.load().sources.get(made.source) is None and made.source not in there
    if waits:
        Failures().warn(
            f"{made.source}: neither in the registry nor a source of what is kept, so the rating waits for it; "
            "`watchfloor sources` lists them"
        )
    of = f", in {made.document}" if made.document else ""
    write(f"{made.source}{of}: {made.reliability}, {LETTERS[made.reliability]}", to_dict(made))


def tables(rows: Iterable[Row]) -> Iterator[RenderableType]:
    """One table of all of them, under each the history of its ratings."""
    table = ruled(
        Column("Source", ratio=5, overflow="fold"),
        Column("What it is", width=16, overflow="fold"),
        *(Column(name, justify="right") for name in ("Documents", "Statements", "Cited")),
        Column("Reliability", ratio=5, overflow="fold"),
        collapse=True,
    )
    for row in rows:
        id_ = row.outlet.name if row.outlet.name != row.name else None
        name = Text(row.name).append(f"\n{id_}" if id_ else "", style=QUIET)
        what = ", ".join(filter(None, [row.kind, row.country]))
        counts = [f"{n:,}" for n in (row.outlet.documents, row.outlet.statements, row.outlet.citations)]
        table.add_row(name, what, *counts, Text("\n").join(map(rated, row.ratings)))
    if table.row_count:
        yield table
    yield Padding(Text(plural(table.row_count, "source"), style=QUIET), (0, 1))


def rated(rating: Rating) -> Text:
    """A rating in a line."""
    text = Text(rating.reliability, style="bold")
    signed_ = f"  {wording.words(rating.by)}, {wording.day(rating.at[:10])}"
    text.append(signed_, style=Style(bold=False, dim=True))
    text.append(f"  {wording.words(rating.document)}" if rating.document else "", style=Style(bold=False))
    return text.append(f"  {wording.words(rating.note)}" if rating.note else "", style=Style(bold=False))


def record(row: Row) -> Mapping[str, Any]:
    """A source as a JSON object."""
    return {
        "record": "source",
        "id": row.outlet.name,
        "name": row.name,
        "kind": row.kind,
        "country": row.country,
        "documents": row.outlet.documents,
        "statements": row.outlet.statements,
        "citations": row.outlet.citations,
        "reliability": row.reliability,
        "ratings": [to_dict(rating) for rating in row.ratings],
    }


CELLS: Mapping[str, Callable[[Row], Value]] = {
    "id": lambda r: r.outlet.name,
    "name": lambda r: r.name,
    "kind": lambda r: r.kind,
    "country": lambda r: r.country,
    "documents": lambda r: r.outlet.documents,
    "statements": lambda r: r.outlet.statements,
    "citations": lambda r: r.outlet.citations,
    "reliability": lambda r: r.reliability,
    "ratings": lambda r: joined(f"{x.reliability} {x.by} {x.at[:10]}" for x in r.ratings),
}

LISTING = Listing[Row](tables, record, CELLS)

"""The command `search`: words in documents and statements."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from . import wording
from .flat import Value
from .ids import short
from .listing import FormatOption, Listing, OutputOption
from .storing import DEFAULT, StoreOption, opened
from .table import QUIET

if TYPE_CHECKING:
    from watchfloor.store import Hit

FOUND = Style(bold=True, color="yellow")


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="All of these words; '\"phrases so\"'.")],
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="At most so many documents, and statements.")] = 20,
    form: FormatOption = None,
    output: OutputOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """Find words in documents and in the sentences of statements, the most telling first.

    All words have to occur, in any form ("bombing" finds "bombed"); case does not matter.

    Exit status: 0 also where nothing is found, 2 wrong use.
    """
    with opened(store) as kept:
        LISTING.write(kept.search(" ".join(words), limit), form, output)


def table(found: Iterable["Hit"]) -> Iterator[RenderableType]:
    """Each hit with its excerpt."""
    shown = Table.grid(padding=(0, 2))
    shown.add_column(width=9, style=QUIET)
    shown.add_column(width=8)
    shown.add_column(ratio=1, overflow="fold")
    for hit in found:
        about = " · ".join(filter(None, [wording.day(hit.published) or "undated", wording.words(hit.title or "")]))
        text = excerpt(wording.words(hit.excerpt)).append(f"\n{about}\n", style=QUIET)
        shown.add_row(hit.kind, short(hit.id), text)
    yield Padding(shown if shown.row_count else Text("nothing found", style=QUIET), (0, 1))


def excerpt(text: str) -> Text:
    """The excerpt with what was found set off; the marks stay, for where there is no colour."""
    shown = Text(text)
    shown.highlight_regex("«[^»]*»", FOUND)
    return shown


#: Column by column, what a cell holds; docs/commands.md describes them.
CELLS: Mapping[str, Callable[["Hit"], Value]] = {
    "kind": lambda h: h.kind,
    "id": lambda h: h.id,
    "document": lambda h: h.document,
    "title": lambda h: h.title,
    "published": lambda h: h.published,
    "excerpt": lambda h: h.excerpt,
}

LISTING = Listing["Hit"](table, asdict, CELLS)

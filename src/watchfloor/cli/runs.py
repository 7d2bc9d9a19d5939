"""The command `runs`: what was coded when, by which edition; what failed, and why."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Column
from rich.text import Text

from . import wording
from .failures import WRONG_USE, Failures
from .flat import Value, joined
from .listing import FormatOption, Listing, OutputOption
from .storing import DEFAULT, StoreOption, opened
from .table import DENIED, QUIET, ruled

if TYPE_CHECKING:
    from watchfloor.store import Failure, Run


class Ran(NamedTuple):
    """A run, and what failed in it."""

    run: "Run"
    failures: Sequence["Failure"]


def runs(
    number: Annotated[int | None, typer.Argument(metavar="RUN", help="One run alone, with what failed in it.")] = None,
    form: FormatOption = None,
    output: OutputOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """List when documents were added, linked and coded anew, by which edition of the program; the newest run first.

    Documents and statements are those that it coded then, though a later run coded some anew. What failed is told of
    one run, and in every format but the table of all.

    Exit status: 0 listed, 2 wrong use or no such run.
    """
    with opened(store) as kept:
        found = [Ran(run, kept.failures(run.id)) for run in kept.runs() if number in (None, run.id)]
    if number is not None and not found:
        Failures().warn(f"{number}: no such run; `watchfloor runs` lists them")
        raise typer.Exit(WRONG_USE)
    (ONE if number is not None else LISTING).write(found, form, output)


def table(found: Iterable[Ran]) -> Iterator[RenderableType]:
    """One table of all of them."""
    shown = ruled(
        Column("Run", justify="right"),
        Column("Command"),
        Column("Started (UTC)"),
        Column("Took"),
        Column("Documents", justify="right"),
        Column("Statements", justify="right"),
        Column("Failed", justify="right"),
        Column("Edition", no_wrap=True),
        expand=False,
        collapse=True,
    )
    for run, failures in found:
        shown.add_row(
            str(run.id),
            run.command,
            f"{wording.day(run.started[:10])}, {run.started[11:16]}",
            took(run),
            f"{run.documents:,}",
            f"{run.statements:,}",
            Text(f"{len(failures):,}", style=DENIED if failures else QUIET),
            run.version,
        )
    yield shown if shown.row_count else Padding(Text("no runs", style=QUIET), (0, 1))


def table_of_one(found: Iterable[Ran]) -> Iterator[RenderableType]:
    """The run, then what failed, line by line."""
    for ran in found:
        yield from table([ran])
        for failure in ran.failures:
            yield Padding(Text(f"{wording.printable(failure.path)}: {wording.printable(failure.why)}"), (0, 1))


def took(run: "Run") -> str:
    """How long it took, as 3 s or 2:05:00; a run without an end was broken off, or is at work."""
    if run.finished is None:
        return "not finished"
    seconds = round((datetime.fromisoformat(run.finished) - datetime.fromisoformat(run.started)).total_seconds())
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}:{minutes:02}:{seconds:02}"
    return f"{minutes}:{seconds:02} min" if minutes else f"{seconds} s"


def record(ran: Ran) -> dict[str, Any]:
    """The run, with what failed as a list of paths and reasons."""
    failures = [{"path": f.path, "why": f.why} for f in ran.failures]
    return {**asdict(ran.run), "failures": failures}


#: Column by column, what a cell holds; docs/commands.md describes them.
CELLS: Mapping[str, Callable[[Ran], Value]] = {
    "id": lambda r: r.run.id,
    "command": lambda r: r.run.command,
    "version": lambda r: r.run.version,
    "started": lambda r: r.run.started,
    "finished": lambda r: r.run.finished,
    "documents": lambda r: r.run.documents,
    "statements": lambda r: r.run.statements,
    "failures": lambda r: joined(f"{f.path}: {f.why}" for f in r.failures),
}

LISTING = Listing[Ran](table, record, CELLS)
ONE = Listing[Ran](table_of_one, record, CELLS)

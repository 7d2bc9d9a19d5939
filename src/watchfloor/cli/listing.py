"""How commands list what is kept: a table for people, records for programs, rows for spreadsheets."""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Generic, TextIO, TypeVar

import typer
from rich.console import RenderableType

from .destination import destination
from .failures import WRONG_USE, Failures
from .flat import Value
from .formats import Format, page, usual

FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="A table, records as JSON Lines or as one JSON array, or rows. "
        "Unless given, a terminal gets the table and a pipe gets jsonl.",
        rich_help_panel="What is printed",
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        metavar="FILE",
        help="Write there; the file appears when it is whole.",
        rich_help_panel="What is printed",
    ),
]

T = TypeVar("T")


@contextmanager
def writing(output: Path | None) -> Iterator[TextIO]:
    """Where a command prints; what cannot be written to ends it with one line and status 2."""
    try:
        with destination(output) as out:
            yield out
    except BrokenPipeError:
        raise  # the reader of the pipe has seen enough; Typer ends the command quietly
    except OSError as error:
        Failures().warn(f"{output or 'standard output'}: cannot be written ({error.strerror}); choose another --output")
        raise typer.Exit(WRONG_USE) from error


@dataclass(frozen=True)
class Listing(Generic[T]):
    """How things of one kind are listed.

    ``table`` gives what is printed for people, part by part; ``record`` the JSON object of one; ``cells`` its cells by
    the names of their columns.
    """

    table: Callable[[Iterable[T]], Iterable[RenderableType]]
    record: Callable[[T], Mapping[str, Any]]
    cells: Mapping[str, Callable[[T], Value]]

    def write(self, things: Iterable[T], form: Format | None, output: Path | None) -> None:
        """Print them all; what cannot be written to ends the command with one line and status 2."""
        form = form or usual(output, on_screen=output is None and sys.stdout.isatty())
        with writing(output) as out:
            self._write(things, form, out)

    def _write(self, things: Iterable[T], form: Format, out: TextIO) -> None:
        match form:
            case Format.TABLE:
                console = page(out)
                for part in self.table(things):
                    console.print(part)
            case Format.JSONL:
                out.writelines(f"{_json(self.record(each))}\n" for each in things)
            case Format.JSON:
                before = "["
                for each in things:
                    out.write(f"{before}\n{_json(self.record(each))}")
                    before = ","
                out.write("\n]\n" if before == "," else "[]\n")
            case Format.CSV:
                writer = csv.writer(out, lineterminator="\n")
                writer.writerow(self.cells)
                writer.writerows([cell(each) for cell in self.cells.values()] for each in things)


def _json(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False)

"""The forms in which `read` prints records. Each takes coded documents one by one and leaves nothing half-written."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from rich.console import Console

from watchfloor.records import Document, Statement, to_dict

from .explanation import explanations
from .flat import COLUMNS, row
from .table import WIDEST, tables

if TYPE_CHECKING:
    from watchfloor.coder import Coded

#: Width of a table that goes to a file or a pipe, where there is no screen to ask.
PAGE = 100


class Format(StrEnum):
    """What `--format` may be."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    JSON = "json"


Writer = Callable[[Iterable["Coded"], TextIO], None]


def usual(output: Path | None, *, on_screen: bool) -> Format:
    """The format where none is asked for: by the ending of the file, a table on a screen, else JSON Lines."""
    if output and output.suffix[1:] in list(Format):
        return Format(output.suffix[1:])
    return Format.TABLE if on_screen else Format.JSONL


def write_table(coded: Iterable["Coded"], out: TextIO) -> None:
    """Tables for people, as wide as the screen up to a comfortable width."""
    console = page(out)
    for each in coded:
        console.print(tables(each.document, each.statements))


def write_explanations(coded: Iterable["Coded"], out: TextIO) -> None:
    """Statement by statement, the sentence that it rests on and the rule that made it."""
    console = page(out)
    for each in coded:
        console.print(explanations(each.document, each.statements))


def page(out: TextIO) -> Console:
    """A console on ``out``: no colour and a fixed width where it is not a screen."""
    console = Console(file=out, highlight=False)
    console.width = min(console.width, WIDEST) if console.is_terminal else PAGE
    return console


def write_jsonl(coded: Iterable["Coded"], out: TextIO) -> None:
    """One JSON object a line: a document, then its statements, then the next document."""
    for each in coded:
        out.write("".join(f"{as_json(record)}\n" for record in records(each)))
        out.flush()


def write_json(coded: Iterable["Coded"], out: TextIO) -> None:
    """The same objects as one JSON array."""
    before = "["
    for each in coded:
        for record in records(each):
            out.write(f"{before}\n{as_json(record)}")
            before = ","
    out.write("\n]\n" if before == "," else "[]\n")


def write_csv(coded: Iterable["Coded"], out: TextIO) -> None:
    """One row a statement, for spreadsheets; a document without statements has no row."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for each in coded:
        writer.writerows(row(each.document, statement) for statement in each.statements)
        out.flush()


def records(coded: "Coded") -> Iterator[Document | Statement]:
    """The document, then its statements."""
    yield coded.document
    yield from coded.statements


def as_json(record: Document | Statement) -> str:
    """The record as one line of JSON, characters as they are."""
    return json.dumps(to_dict(record), ensure_ascii=False)


WRITERS: dict[Format, Writer] = {
    Format.TABLE: write_table,
    Format.JSONL: write_jsonl,
    Format.CSV: write_csv,
    Format.JSON: write_json,
}

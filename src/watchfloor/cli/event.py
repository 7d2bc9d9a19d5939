"""The command `event`: one event, every report of it side by side, and why they were linked."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from watchfloor.records import to_dict

from .event_page import event_page
from .failures import SOME_FAILED, Failures
from .formats import page
from .link_chart import link_chart
from .link_table import link_table
from .listing import OutputOption, writing
from .naming import Names
from .storing import DEFAULT, StoreOption, opened

if TYPE_CHECKING:
    from watchfloor.events import Quote, Told
    from watchfloor.store import Edge


class Form(StrEnum):
    """What `--format` may be."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"
    SVG = "svg"


def event(
    id_: Annotated[str, typer.Argument(metavar="ID", help="An event's id, or a beginning that only one has.")],
    why: Annotated[bool, typer.Option("--why", help="Show what each two reports were linked by.")] = False,
    form: Annotated[
        Form | None,
        typer.Option(
            "--format",
            help="A page for people; the event, its statements and, with --why, its links as JSON; or the links as a "
            "picture. Unless given, a terminal gets the page and a pipe gets jsonl.",
        ),
    ] = None,
    output: OutputOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """Show one event: how well it is supported, where reports agree and differ, and every report side by side.

    Exit status: 0 shown, 1 nobody tells it any more, 2 wrong use.
    """
    from watchfloor import knowledge
    from watchfloor.events import Events

    form = form or usual(output, on_screen=output is None and sys.stdout.isatty())
    known = knowledge.load()
    with opened(store) as kept:
        id_ = kept.event(id_)
        assembled = Events(kept, known)
        told = assembled.told(id_)
        quotes = assembled.quotes(told) if told else []
        edges = kept.edges(id_) if why or form is Form.SVG else []
    if told is None:
        Failures().warn(
            f"event {id_}: every statement of it was rejected or replaced; `watchfloor decide list` says by whom"
        )
        raise typer.Exit(SOME_FAILED)
    with writing(output) as out:
        if form is Form.SVG:
            out.write(link_chart(edges, outlets(told, Names(known, titles(told)))))
        elif form is Form.TABLE:
            console = page(out)
            console.print(event_page(told, quotes, Names(known, titles(told))))
            if why:
                console.print(link_table(edges))
        else:
            write_records(records(told, quotes, edges), form, out)


def usual(output: Path | None, *, on_screen: bool) -> Form:
    """The format where none is asked for: by the ending of the file, a page on a screen, else JSON Lines."""
    if output and output.suffix[1:] in list(Form):
        return Form(output.suffix[1:])
    return Form.TABLE if on_screen else Form.JSONL


def titles(told: "Told") -> Mapping[str, str]:
    """What its documents are called, by key."""
    return {k.key: k.publication or k.title or k.key for k in told.kept.values()}


def outlets(told: "Told", names: Names) -> Mapping[str, str]:
    """By statement, the first outlet that it cites, else the publisher of its document."""
    return {
        report.statement: names.source(next(iter(report.citations), report.source or told.kept[report.statement].key))
        for report in told.event.reports
    }


def records(told: "Told", quotes: Sequence["Quote"], edges: Sequence["Edge"]) -> Iterator[Mapping[str, Any]]:
    """The event, its statements as people left them, what its texts have in common, and the links between them."""
    yield to_dict(told.event)
    statements = {m.id: m.statement for m in told.members}
    yield from (to_dict(statements[report.statement]) for report in told.event.reports)
    yield from ({"record": "copy", "document": d, "copy_of": first} for d, first in sorted(told.copies.items()))
    yield from ({"record": "quote", **asdict(quote)} for quote in quotes)
    yield from (
        {"record": "link", "left": e.left, "right": e.right, "weight": e.weight, "comparisons": dict(e.comparisons)}
        for e in edges
    )


def write_records(found: Iterator[Mapping[str, Any]], form: Form, out: TextIO) -> None:
    """One object a line, or one array of them."""
    lines = (json.dumps(record, ensure_ascii=False) for record in found)
    if form is Form.JSON:
        out.write("[\n" + ",\n".join(lines) + "\n]\n")
    else:
        out.writelines(f"{line}\n" for line in lines)

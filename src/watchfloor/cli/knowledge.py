"""The command `knowledge`: check what analysts edit, and look an actor up as of a day."""

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from .failures import SOME_FAILED, WRONG_USE, Failures
from .formats import page
from .table import QUIET
from .wording import day as written

if TYPE_CHECKING:
    from watchfloor.knowledge.actor_entries import Actor, Period
    from watchfloor.knowledge.actor_index import Actors

app = typer.Typer(no_args_is_help=True, help="Check what analysts edit, and look an actor up.")


@app.command()
def check() -> None:
    """Check every knowledge file: actors, roles, places, sources, lexicon.

    Unknown keys, references to nothing, names that two actors claim, and senses without examples are faults; each is
    printed with its file and line.

    Exit status: 0 no fault, 1 faults.
    """
    from watchfloor import knowledge

    faults = knowledge.check()
    for fault in faults:
        typer.echo(str(fault))
    count = f"{len(faults):,} fault{'' if len(faults) == 1 else 's'}" if faults else "no faults"
    typer.echo(f"watchfloor: {count} in the knowledge files", err=True)
    if faults:
        raise typer.Exit(SOME_FAILED)


@app.command()
def show(
    actor: Annotated[str, typer.Argument(metavar="ID", help="An actor's id, such as iskp.")],
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="As of this day, as 2021-09-24; else of all days.")
    ] = None,
) -> None:
    """Show who an actor is: names, type, country, parents and leaders, as of a day.

    Exit status: 0 shown, 2 no such actor.
    """
    from watchfloor import knowledge

    when = parsed(on)
    actors = knowledge.load().actors
    if actor not in actors:
        near = get_close_matches(actor, list(actors), n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else "the files of the actors list the ids"
        Failures().warn(f"{actor}: no actor has this id; {hint}")
        raise typer.Exit(WRONG_USE)
    page(sys.stdout).print(card(actors, actors[actor], when))


def parsed(day: str | None) -> date | None:
    """The day that was asked for; raises BadParameter where it is none."""
    try:
        return date.fromisoformat(day) if day else None
    except ValueError as error:
        raise typer.BadParameter(f'"{day}" is not a date: write 2021-09-24', param_hint="--on") from error


def card(actors: "Actors", actor: "Actor", on: date | None) -> Padding:
    """What is known of an actor, line by line; what did not hold on the day is left out."""
    lines = Table.grid(padding=(0, 2))
    lines.add_column(style=QUIET, justify="right")
    lines.add_column()
    lines.add_row("", Text(actor.name_on(on), style="bold"))
    for name, values in facts(actors, actor, on):
        if told := "\n".join(values):
            lines.add_row(name, Text(told))
    return Padding(lines, (0, 1))


def facts(actors: "Actors", actor: "Actor", on: date | None) -> Iterator[tuple[str, Iterable[str]]]:
    """The lines of the card: a heading and its values."""
    yield "id", [actor.id]
    yield "type", [", ".join(filter(None, [actor.type, actor.sector]))]
    yield "country", [actor.country or ""]
    yield "existed", [period(actor)]
    yield "names", [dated(name.name, name) for name in actor.names if name.holds(on)]
    yield "short", [", ".join(dated(name.name, name) for name in actor.abbreviations if name.holds(on))]
    yield "people", [", ".join([*actor.demonyms, *actor.people])]
    yield "capital", [", ".join(actor.capital)]
    yield (
        "parents",
        [dated(f"{link.kind} of {named(actors, link.id, on)}", link) for link in actor.parents if link.holds(on)],
    )
    yield "leads", [dated(f"{named(actors, term.id, on)}, {term.role}", term) for term in actor.leads if term.holds(on)]
    yield (
        "led by",
        [
            dated(f"{other.name_on(on)}, {term.role}", term)
            for other in actors.values()
            for term in other.leads
            if term.id == actor.id and term.holds(on)
        ],
    )
    yield "note", [actor.note or ""]


def named(actors: "Actors", key: str, on: date | None) -> str:
    """The name of another actor on the day, and its id."""
    return f"{actors[key].name_on(on)} [{key}]"


def dated(what: str, when: "Period") -> str:
    """Something with the days on which it held, where they are known."""
    days = period(when)
    return f"{what} ({days})" if days else what


def period(when: "Period") -> str:
    """The days of a period; empty where neither end is known."""
    if not when.since and not when.until:
        return ""
    if not when.until:
        return f"since {written(when.since)}"
    return f"{written(when.since)} – {written(when.until)}" if when.since else f"until {written(when.until)}"

"""The command line as a whole."""

from typing import Annotated

import typer

from watchfloor import __version__

from . import decide, knowledge, sources
from .actors import actors
from .add import add
from .documents import documents
from .event import event
from .events import events
from .link import link
from .read import read
from .recode import recode
from .remove import remove
from .review import review
from .runs import runs
from .search import search
from .statements import statements
from .usage import Commands

app = typer.Typer(
    name="watchfloor",
    cls=Commands,
    help="Read what is published about conflict and security into sourced statements: "
    "who did what to whom, where and when, and who says so.",
    epilog="Start with: watchfloor read brief.pdf",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_show_locals=False,
)


def print_version(wanted: bool) -> None:
    """Print name and version, and end."""
    if wanted:
        typer.echo(f"watchfloor {__version__}")
        raise typer.Exit


@app.callback()
def watchfloor(
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Hold the options that every command shares."""


app.command()(read)
app.command()(add)
app.command()(link)
app.command()(events)
app.command()(event)
app.command()(documents)
app.command()(statements)
app.command()(search)
app.command()(runs)
app.command()(recode)
app.command()(remove)
app.add_typer(decide.app, name="decide")
app.command()(review)
app.add_typer(sources.app, name="sources")
app.command()(actors)
app.add_typer(knowledge.app, name="knowledge")

"""The command `read`: from files to statements."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from watchfloor.records import Document

from . import wording
from .destination import destination
from .failures import SOME_FAILED, WRONG_USE, Failures, fault
from .formats import WRITERS, Format, usual, write_explanations
from .progress import progress

if TYPE_CHECKING:
    from watchfloor.documents import Hints
    from watchfloor.coder import Coded, Coder

    Wanted = Sequence[tuple[str, Hints]]

ABOUT = "About the inputs"
OUTPUT = "What is printed"


def read(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="INPUT", help="Files, folders (all readable files in them), - for standard input."),
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When they were published, as 2021-09-24.", rich_help_panel=ABOUT)
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="ID", help="Who published them: an id of the registry.", rich_help_panel=ABOUT)
    ] = None,
    url: Annotated[
        str | None, typer.Option(metavar="URL", help="Where the one input was published.", rich_help_panel=ABOUT)
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TITLE", help="The title of the one input.", rich_help_panel=ABOUT)
    ] = None,
    manifest: Annotated[
        str | None,
        typer.Option(
            metavar="FILE.csv",
            help="Many inputs, described: columns path, published, source, url, title.",
            rich_help_panel=ABOUT,
        ),
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="A table, records as JSON Lines or as one JSON array, or rows. "
            "Unless given, a terminal gets the table and a pipe gets jsonl.",
            rich_help_panel=OUTPUT,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write there; the file appears when it is whole.", rich_help_panel=OUTPUT),
    ] = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="Show for each statement its sentence, its slots and its rule.", rich_help_panel=OUTPUT
        ),
    ] = False,
) -> None:
    """Read documents into sourced statements: who did what to whom, where and when, and who says so.

    Text, Markdown, HTML, PDF and Word files are understood. What a page says about itself (title, publication, date)
    is used unless the options or the manifest say otherwise. A document that is not in English is kept, not coded.

    Exit status: 0 all read, 1 some inputs failed (each has a line on standard error), 2 wrong use.
    """
    if explain and form not in (None, Format.TABLE):
        raise typer.BadParameter("it prints for people: leave --format away", param_hint="--explain")
    from watchfloor.knowledge import KnowledgeError

    failures = Failures(Console(stderr=True, highlight=False))
    wanted = gather(inputs or [], manifest, published=published, source=source, url=url, title=title)
    on_screen = output is None and sys.stdout.isatty()
    write = write_explanations if explain else WRITERS[form or usual(output, on_screen=on_screen)]
    try:
        with destination(output) as out:
            write(coded(wanted, failures, on_screen=on_screen), out)
            if failures.count == len(wanted):
                raise typer.Exit(SOME_FAILED)  # from within: a file that was there is not replaced by nothing
    except BrokenPipeError:
        raise  # the reader of the pipe has seen enough; Typer ends the command quietly
    except KnowledgeError as error:
        for found in error.faults:
            failures.warn(str(found))
        raise typer.Exit(WRONG_USE) from error
    except OSError as error:
        failures.warn(f"{output or 'standard output'}: cannot be written ({error.strerror}); choose another --output")
        raise typer.Exit(WRONG_USE) from error
    if failures.count:
        raise typer.Exit(SOME_FAILED)


def gather(
    inputs: Sequence[str],
    manifest: str | None,
    *,
    published: str | None,
    source: str | None,
    url: str | None,
    title: str | None,
) -> "Wanted":
    """Every path to read, with what is said about it.

    What the manifest says of one outranks what the options say of all. Raises BadParameter on wrong use.
    """
    from watchfloor.documents import DocumentError, Hints, check_day, find, read_manifest

    if not inputs and not manifest:
        raise typer.BadParameter("name a file, a folder or - for standard input", param_hint="INPUT")
    try:
        check_day(published, "--published")
        described = dict(read_manifest(manifest)) if manifest else {}
    except DocumentError as error:
        raise typer.BadParameter(str(error)) from error
    by_file = {Path(path).resolve(): hints for path, hints in described.items()}
    paths = find(inputs)
    given = {Path(path).resolve() for path in paths}
    paths += [path for path in described if Path(path).resolve() not in given]
    if len(paths) > 1 and (url or title):
        raise typer.BadParameter(f"it describes one input, and there are {len(paths)}", param_hint="--url and --title")
    said = Hints(published=published, source=source, url=url, title=title)
    return [(path, merged(by_file.get(Path(path).resolve()), said)) for path in paths]


def merged(own: "Hints | None", general: "Hints") -> "Hints":
    """What is said of one input, completed by what is said of all."""
    if own is None:
        return general
    return replace(own, **{name: value for name, value in asdict(general).items() if value and not getattr(own, name)})


def coded(wanted: "Wanted", failures: Failures, *, on_screen: bool) -> Iterator["Coded"]:
    """Read and code one input after another; what fails gets its line, and the others go on."""
    from watchfloor.coder import Coder

    coder: Coder | None = None
    with progress(len(wanted), failures.console) as bar:
        for path, hints in wanted:
            if document := opened(path, hints, failures):
                coder = coder or Coder.load()
                if result := attempted(coder, document, failures):
                    with bar.aside() if on_screen else nullcontext():
                        yield result
            bar.advance()


def opened(path: str, hints: "Hints", failures: Failures) -> Document | None:
    """The document at ``path``; None where it cannot be read, which has been said."""
    from watchfloor.documents import DocumentError
    from watchfloor.documents import read as read_document

    try:
        return read_document(path, hints)
    except DocumentError as error:
        failures.add(str(error))
    except Exception as error:  # one file must not take the others with it
        failures.add(f"{path}: stopped at a fault of the program ({fault(error)}); please report it")
    return None


def attempted(coder: "Coder", document: Document, failures: Failures) -> "Coded | None":
    """The document with its statements; None where the program fails at it, which has been said."""
    from watchfloor.knowledge import KnowledgeError
    from watchfloor.coder import CODED

    if document.language not in CODED:
        failures.warn(f"{document.path}: in {wording.language(document.language)}, so it is kept and not coded")
    try:
        return coder.code(document)
    except KnowledgeError:
        raise  # no document can be coded
    except Exception as error:  # one document must not take the others with it
        failures.add(f"{document.path}: stopped at a fault of the program ({fault(error)}); please report it")
    return None

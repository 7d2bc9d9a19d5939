"""The command `read`: from files to statements."""

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchfloor.records import Document

from . import wording
from .destination import destination
from .failures import SOME_FAILED, WRONG_USE, Failures, fault
from .formats import WRITERS, Format, usual, write_explanations
from .inputs import (
    InputsArgument,
    ManifestOption,
    PublishedOption,
    SourceOption,
    TitleOption,
    UrlOption,
    gather,
)
from .progress import progress

if TYPE_CHECKING:
    from watchfloor.coder import Coded, Coder
    from watchfloor.documents import Hints

    from .inputs import Wanted

OUTPUT = "What is printed"


def read(
    inputs: InputsArgument = None,
    published: PublishedOption = None,
    source: SourceOption = None,
    url: UrlOption = None,
    title: TitleOption = None,
    manifest: ManifestOption = None,
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

    failures = Failures()
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
    from watchfloor.coder import CODED
    from watchfloor.knowledge import KnowledgeError

    if document.language not in CODED:
        failures.warn(f"{document.path}: in {wording.language(document.language)}, so it is kept and not coded")
    try:
        return coder.code(document)
    except KnowledgeError:
        raise  # no document can be coded
    except Exception as error:  # one document must not take the others with it
        failures.add(f"{document.path}: stopped at a fault of the program ({fault(error)}); please report it")
    return None

"""The command `add`: read documents, keep what they say, link it into events."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from . import wording
from .failures import SOME_FAILED, Failures
from .inputs import (
    ABOUT,
    InputsArgument,
    ManifestOption,
    PublishedOption,
    SourceOption,
    TitleOption,
    UrlOption,
    gather,
)
from .link import linked
from .progress import progress
from .storing import DEFAULT, StoreOption, missing, opened
from .summary import Summary
from .working import attempted, coder, working

if TYPE_CHECKING:
    from watchfloor.documents import DocumentError, Input
    from watchfloor.knowledge.sources import Sources
    from watchfloor.pipeline import Outcome
    from watchfloor.store import Store


def add(
    inputs: InputsArgument = None,
    store: StoreOption = DEFAULT,
    no_link: Annotated[bool, typer.Option("--no-link", help="Leave linking to `watchfloor link`.")] = False,
    jsonl: Annotated[
        bool,
        typer.Option(
            "--jsonl",
            help="The inputs are JSON Lines, whatever their names say: one document a line, with text and, where "
            "known, title, published, url, source, id.",
            rich_help_panel=ABOUT,
        ),
    ] = False,
    published: PublishedOption = None,
    source: SourceOption = None,
    url: UrlOption = None,
    title: TitleOption = None,
    manifest: ManifestOption = None,
) -> None:
    """Read documents, keep them with what they say, and link that into events.

    Text, Markdown, HTML, PDF and Word files are understood, and JSON Lines (.jsonl, .ndjson) with a document in each
    line. Run again, it reads only what is new or changed; broken off, it goes on where it stopped.

    Exit status: 0 all kept, 1 some inputs failed (each has a line on standard error), 2 wrong use.
    """
    from watchfloor import knowledge
    from watchfloor.documents import expected, load_all

    failures = Failures()
    wanted = gather(inputs or [], manifest, published=published, source=source, url=url, title=title, lines=True)
    summary = Summary()
    sources = knowledge.load().sources
    documents: Iterator[Input | DocumentError] = (
        identified(each, sources) for each in load_all(wanted, as_lines=jsonl)
    )
    if missing(store):
        documents = worth_keeping(documents, summary, failures)
    with opened(store, create=True) as kept, working(kept, "add", failures) as run:
        with progress(expected(wanted, as_lines=jsonl), failures.console) as bar:
            for given in documents:
                summary.add(added(kept, run, given, failures))
                bar.advance()
        if not no_link:
            summary.growth = linked(kept, failures)
    summary.write()
    if failures.count:
        raise typer.Exit(SOME_FAILED)


def identified(given: "Input | DocumentError", sources: "Sources") -> "Input | DocumentError":
    """The same, its source by the id of the registry where it has one: what is known is told by what was said of it."""
    from watchfloor.documents import DocumentError

    if isinstance(given, DocumentError) or given.hints.source is None:
        return given
    return replace(given, hints=replace(given.hints, source=sources.identify(given.hints.source)))


def worth_keeping(
    documents: "Iterator[Input | DocumentError]", summary: Summary, failures: Failures
) -> "Iterator[Input | DocumentError]":
    """The same inputs, if one of them is there at all; else the command ends: no store is made to keep nothing."""
    from watchfloor.documents import DocumentError

    lost: list[DocumentError] = []
    for given in documents:
        if not isinstance(given, DocumentError):
            return chain(lost, (given,), documents)
        lost.append(given)
    for error in lost:
        failures.add(str(error))
        summary.add(None)
    summary.write()
    raise typer.Exit(SOME_FAILED)


def added(store: "Store", run: int, given: "Input | DocumentError", failures: Failures) -> "Outcome | None":
    """What becomes of one input; None where it fails, which has been said."""
    from watchfloor import pipeline
    from watchfloor.documents import DocumentError

    if isinstance(given, DocumentError):
        return attempted(store, run, given.place, partial(refuse, given), failures)
    outcome = attempted(store, run, given.path, partial(pipeline.add, store, run, given, coder), failures)
    if outcome and outcome.foreign:
        failures.warn(f"{given.path}: in {wording.language(outcome.language)}, so it is kept and not coded")
    return outcome


def refuse(error: "DocumentError") -> "Outcome":
    """Raise what is wrong with an input."""
    raise error

"""What commands that read are given: the inputs, and what people say of them."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .failures import Failures

if TYPE_CHECKING:
    from watchfloor.documents import Hints

    Wanted = Sequence[tuple[str, Hints]]

ABOUT = "About the inputs"

InputsArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="INPUT", help="Files, folders (all readable files in them), - for standard input."),
]
PublishedOption = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="When they were published, as 2021-09-24.", rich_help_panel=ABOUT),
]
SourceOption = Annotated[
    str | None,
    typer.Option(
        "--source", metavar="ID", help="Who published them: an id or a name of the registry.", rich_help_panel=ABOUT
    ),
]
UrlOption = Annotated[
    str | None, typer.Option("--url", metavar="URL", help="Where the one input was published.", rich_help_panel=ABOUT)
]
TitleOption = Annotated[
    str | None, typer.Option("--title", metavar="TITLE", help="The title of the one input.", rich_help_panel=ABOUT)
]
ManifestOption = Annotated[
    str | None,
    typer.Option(
        "--manifest",
        metavar="FILE.csv",
        help="Many inputs, described: columns path, published, source, url, title.",
        rich_help_panel=ABOUT,
    ),
]


def gather(
    inputs: Sequence[str],
    manifest: str | None,
    *,
    published: str | None,
    source: str | None,
    url: str | None,
    title: str | None,
    lines: bool = False,
) -> "Wanted":
    """Every path to read, with what is said about it.

    What the manifest says of one outranks what the options say of all. Of a folder, ``lines`` takes in files of JSON
    Lines. Raises BadParameter on wrong use.
    """
    from watchfloor.documents import LINES, SUFFIXES, DocumentError, Hints, check_day, find, read_manifest

    if not inputs and not manifest:
        raise typer.BadParameter("name a file, a folder or - for standard input", param_hint="INPUT")
    try:
        check_day(published, "--published")
        described = dict(read_manifest(manifest)) if manifest else {}
    except DocumentError as error:
        raise typer.BadParameter(str(error)) from error
    by_file = {Path(path).resolve(): hints for path, hints in described.items()}
    paths = find(inputs, SUFFIXES | LINES if lines else SUFFIXES)
    given = {Path(path).resolve() for path in paths}
    paths += [path for path in described if Path(path).resolve() not in given]
    if len(paths) > 1 and (url or title):
        raise typer.BadParameter(f"it describes one input, and there are {len(paths)}", param_hint="--url and --title")
    if source:
        doubt_source(source)
    said = Hints(published=published, source=source, url=url, title=title)
    return [(path, merged(by_file.get(Path(path).resolve()), said)) for path in paths]


def doubt_source(source: str) -> None:
    """Say so where the registry does not know a source: it may be mistyped."""
    from watchfloor import knowledge

    known = knowledge.load().sources
    if known.get(known.identify(source)) is None:
        near = get_close_matches(source.lower(), [each.id for each in known], n=2)
        asked = f"; near: {', '.join(near)}" if near else ""
        Failures().warn(f'--source "{source}": not in the registry, so it stands as it is written{asked}')


def merged(own: "Hints | None", general: "Hints") -> "Hints":
    """What is said of one input, completed by what is said of all."""
    if own is None:
        return general
    return replace(own, **{name: value for name, value in asdict(general).items() if value and not getattr(own, name)})

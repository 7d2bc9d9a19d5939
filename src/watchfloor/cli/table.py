"""How tables look, and the one that `read` prints: a heading for each document, then its statements."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Column, Table
from rich.text import Text

from watchfloor.records import Document, Statement

from . import wording

#: Lines longer than this tire the eye, so a wide terminal keeps a margin.
WIDEST = 132

#: One calm colour for each kind of statement, readable on dark and light grounds.
KINDS = {"event": "cyan", "relation": "blue", "position": "magenta", "forecast": "yellow"}
DENIED = Style(color="red")
HEDGED = Style(color="yellow")
QUIET = Style(dim=True)

#: What an empty slot looks like: the text does not say.
UNSAID = Text("–", style=QUIET)


Marks = Mapping[str, Text]


def ruled(
    *columns: Column, expand: bool = True, leading: int = 0, collapse: bool = False, header: bool = True
) -> Table:
    """A table without lines but one under its header; ``leading``: empty lines between rows."""
    return Table(
        *columns,
        box=box.SIMPLE_HEAD,
        show_header=header,
        header_style=Style(bold=True, dim=True),
        border_style=QUIET,
        show_edge=False,
        expand=expand,
        collapse_padding=collapse,
        leading=leading,
        padding=(0, 1),
    )


def tables(document: Document, statements: Sequence[Statement], marks: Marks | None = None) -> RenderableType:
    """The document's heading and, section by section, its statements in the order of the text.

    ``marks`` stand before statements, by their ids: what to call them by.
    """
    parts: list[RenderableType] = [title(document, len(statements))]
    for number, (section, group) in enumerate(groupby(statements, key=lambda s: s.section)):
        heading = document.sections[section].heading if section is not None else ""
        if heading and heading != document.title:
            parts.append(Padding(Text(wording.words(heading), style="italic"), (1 if number else 0, 1, 0, 1)))
        parts.append(rows(group, document.published, header=number == 0, marks=marks))
    return Group(*parts, Text())


def title(document: Document, statements: int) -> RenderableType:
    """Title, what is known of the publication, and where the file lies."""
    lines = [
        Text(wording.words(document.title or document.path), style="bold"),
        Text(wording.heading(document, statements)),
    ]
    if document.title:
        lines.append(Text(wording.words(document.path), style=QUIET, overflow="ellipsis", no_wrap=True))
    return Padding(Group(*lines), (0, 1, 1, 1))


def rows(statements: Iterable[Statement], published: str | None, *, header: bool, marks: Marks | None = None) -> Table:
    """The statements as a table; every one has the same columns, so that the sections of a document line up."""
    first = [Column("Id", width=9)] if marks else []
    table = ruled(
        *first,
        Column("Who", ratio=5, overflow="fold"),
        Column("Did what", ratio=5, min_width=14, overflow="fold"),
        Column("To whom", ratio=5, overflow="fold"),
        Column("Where and when", ratio=5, overflow="fold"),
        Column("Who says so", ratio=5, overflow="fold"),
        Column("Certainty", width=9),
        leading=1,
        collapse=True,
        header=header,
    )
    for statement in statements:
        called = [marks[statement.id]] if marks else []
        table.add_row(*called, *cells(statement, published))
    return table


def cells(statement: Statement, published: str | None) -> Iterator[Text]:
    """The six cells of one statement."""
    colour = KINDS[statement.kind]
    yield stack(Text(wording.participant(a)) for a in statement.actors)
    yield stack([what(statement, colour), *(Text(wording.quantity(q)) for q in statement.quantities)])
    yield stack(Text(wording.participant(r)) for r in statement.recipients)
    yield stack([*(Text(wording.place(p)) for p in statement.places), *when(statement)])
    yield stack(voices(statement, published))
    yield Text.assemble((wording.certainty(statement), mark(statement)), "\n", (f"{statement.confidence:.2f}", QUIET))


def what(statement: Statement, colour: str) -> Text:
    """The type, its modes or stance, and the words that tell it."""
    text = Text(statement.type, style=Style(color=colour, bold=True))
    if details := [*statement.modes, *filter(None, [statement.stance])]:
        text.append(f" {', '.join(details)}", style=Style(color=colour, bold=False))
    return text.append(
        f"\n{wording.words(statement.trigger.text)}", style=Style(italic=True, bold=False, color="default")
    )


def when(statement: Statement) -> Iterator[Text]:
    """The time, or the horizon of a forecast."""
    if statement.time:
        yield Text(wording.time(statement.time))
    if statement.horizon:
        yield Text(f"by {wording.time(statement.horizon)}")


def voices(statement: Statement, published: str | None) -> Iterator[Text]:
    """The speaker in the text, then the outlets that the author cites; nobody where the author speaks."""
    if speaker := statement.attribution.speaker:
        yield Text(wording.words(speaker.name or speaker.text))
    for citation in statement.attribution.citations:
        yield Text(wording.citation(citation, published), style=QUIET)


def mark(statement: Statement) -> Style:
    """Red for what did not happen, yellow for what may or will, plain for what is told as done."""
    if statement.polarity == "negative":
        return DENIED
    return Style() if statement.modality == "actual" else HEDGED


def stack(lines: Iterable[Text]) -> Text:
    """Lines one under another, or the mark of an empty slot."""
    return Text("\n").join(lines) or UNSAID.copy()

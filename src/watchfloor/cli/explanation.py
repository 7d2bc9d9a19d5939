"""What `--explain` prints: the sentence that a statement rests on, its slots marked, and the rule that made it."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from watchfloor.records import Document, Span, Statement

from . import wording
from .ids import short
from .table import KINDS, QUIET, mark, title

#: One look for each slot, in the sentence and beside its name. The trigger alone is set in reverse.
LOOKS = {
    "who": Style(color="green"),
    "to whom": Style(color="bright_red"),
    "where": Style(color="blue"),
    "when": Style(color="magenta"),
    "said by": Style(color="yellow"),
    "cited": Style(color="yellow", dim=True),
    "how many": Style(color="cyan"),
    "with what": Style(color="cyan"),
    "if": Style(italic=True),
}
TRIGGER = Style(bold=True, reverse=True)

Slot = tuple[str, Span, str]


def explanations(document: Document, statements: Sequence[Statement]) -> RenderableType:
    """The document's heading, then statement by statement why it was found."""
    return Group(title(document, len(statements)), *(explanation(s) for s in statements))


def explanation(statement: Statement) -> RenderableType:
    """One statement: what it is, its sentence, its slots, its rule."""
    filled = list(slots(statement))
    details = Table.grid(padding=(0, 2))
    details.add_column(width=9, justify="right")
    details.add_column(ratio=1)
    for name, span, reading in filled:
        told = Text(f"“{wording.words(span.text)}”", style=LOOKS[name])
        if reading and reading != span.text:
            told.append(f"  {reading}", style=Style(color="default", dim=False, italic=False))
        if not statement.evidence.holds(span):
            told.append(f"  (elsewhere, at {span.start:,})", style=Style(color="default", dim=True))
        details.add_row(Text(name, style=QUIET), told)
    details.add_row(Text("because", style=QUIET), Text(statement.rule or "no rule is recorded"))
    parts: list[RenderableType] = [first_line(statement), Padding(sentence(statement, filled), (0, 0, 0, 2)), details]
    return Padding(Group(*parts), (0, 1, 1, 1))


def first_line(statement: Statement) -> Text:
    """Type, mode, certainty and confidence, and how to name the statement."""
    line = Text(statement.type, style=Style(color=KINDS[statement.kind], bold=True))
    quiet = Style(bold=False, color="default", dim=True)
    plain = Style(bold=False, color="default")
    for detail in [*statement.modes, *statement.contexts, *filter(None, [statement.stance])]:
        line.append(f" {detail}", style=plain)
    line.append(" · ", style=quiet).append(wording.certainty(statement), style=plain + mark(statement))
    return line.append(f" · {statement.kind} · {statement.confidence:.2f} · {short(statement.id)}", style=quiet)


def slots(statement: Statement) -> Iterator[Slot]:
    """Every filled slot: its name, the words that it rests on, and what they were read as."""
    for name, participants in (("who", statement.actors), ("to whom", statement.recipients)):
        for p in participants:
            known = ", ".join(filter(None, [p.name and wording.words(p.name), p.type, p.country, p.id and f"[{p.id}]"]))
            meant = f"for “{wording.words(p.mention.text)}”" if p.mention else ""
            known = "" if known == wording.words(p.text) else known
            yield name, Span(p.text, p.start, p.end), ": ".join(filter(None, [meant, known]))
    for place in statement.places:
        known = ", ".join(filter(None, [place.name, place.admin1, place.country, place.precision]))
        yield "where", Span(place.text, place.start, place.end), known
    for time in filter(None, [statement.time, statement.horizon]):
        yield "when", Span(time.text, time.start, time.end), f"{wording.time(time)} ({time.precision})"
    for quantity in statement.quantities:
        yield "how many", Span(quantity.text, quantity.start, quantity.end), wording.quantity(quantity)
    for means in statement.instruments:
        yield "with what", Span(means.text, means.start, means.end), means.kind or ""
    if statement.condition:
        yield "if", statement.condition, ""
    if speaker := statement.attribution.speaker:
        yield "said by", Span(speaker.text, speaker.start, speaker.end), speaker.name or ""
    for cited in statement.attribution.citations:
        yield "cited", Span(cited.text, cited.start, cited.end), wording.citation(cited, None)


def sentence(statement: Statement, filled: Sequence[Slot]) -> Text:
    """The sentence with its slots in colour; the trigger stands in brackets too, for where there is no colour."""
    evidence = statement.evidence
    text = Text(wording.printable(evidence.text))
    marks = [(span, LOOKS[name]) for name, span, _ in reversed(filled)] + [(statement.trigger, TRIGGER)]
    for span, look in marks:
        if evidence.holds(span):
            text.stylize(look, span.start - evidence.start, span.end - evidence.start)
    if evidence.holds(statement.trigger):
        at = statement.trigger.start - evidence.start, statement.trigger.end - evidence.start
        before, trigger, after = text.divide(at)
        text = Text.assemble(before, "[", trigger, "]", after)
    return text

"""The reports of one event side by side: who reports, in which words, and what they give for each slot."""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.style import Style
from rich.table import Column, Table
from rich.text import Text

from watchfloor.records import Event, Report, Says, Statement

from . import wording
from .explanation import LOOKS, TRIGGER, slots
from .ids import short
from .naming import Names, shortened
from .table import DENIED, HEDGED, QUIET, UNSAID, ruled

if TYPE_CHECKING:
    from watchfloor.events import Told

#: What a report does beside telling that it happened, and how it looks.
SAYS: dict[Says, tuple[str, Style]] = {
    "claims": ("claims it", HEDGED),
    "denies": ("denies it", DENIED),
    "foretells": ("foretells it", HEDGED),
    "foils": ("tells that it failed", HEDGED),
    "sums-up": ("sums it up with others", QUIET),
}
#: What a passage gives, in the order in which it is shown; the names are those of `LOOKS`.
GIVEN = ("who", "to whom", "where", "when", "how many", "with what")
#: A value of a person in place of what was read.
CORRECTED = Style(color="green")
#: Characters of a document's name: two lines of its column.
LONGEST = 40


def reports(told: "Told", names: Names) -> Table:
    """One row a passage; statements that stand in one sentence share it."""
    table = ruled(
        Column("Who reports", ratio=5, overflow="fold"),
        Column("In these words", ratio=11, overflow="fold"),
        Column("What it gives", ratio=8, overflow="fold"),
        leading=1,
    )
    statements = {m.id: m.statement for m in told.members}
    against = losing(told.event)
    for passage in passages(told.event.reports):
        inside = [statements[report.statement] for report in passage]
        table.add_row(who(passage, told, names), words(inside), values(inside, against))
    return table


def passages(reports: Sequence[Report]) -> Iterator[list[Report]]:
    """Reports of one sentence together, in the order of the first of each."""
    found: dict[tuple[str, int, int], list[Report]] = {}
    for report in reports:
        found.setdefault((report.document, report.start, report.end), []).append(report)
    return iter(found.values())


def who(passage: Sequence[Report], told: "Told", names: Names) -> Text:
    """The day, the outlets, the document, who speaks, and what that report does."""
    first = passage[0]
    kept = told.kept[first.statement]
    document = names.source(kept.source) if kept.source else names.source(kept.key)
    cited = dict.fromkeys(names.source(name) for report in passage for name in report.citations)
    text = Text(wording.day(first.date) or "undated", style="bold")
    plain = Style(bold=False)
    text.append("".join(f"\n{name}" for name in cited), style=plain)
    if cited:
        published = f", {wording.day(kept.published)}" if kept.published else ""
        text.append(f"\nin {shortened(document, LONGEST)}{published}", style=QUIET + plain)
    else:
        text.append(f"\n{shortened(document, LONGEST)}", style=plain)
    if first.document in told.copies:
        text.append("\ncopy of another text", style=HEDGED + plain)
    for speaker in dict.fromkeys(report.speaker for report in passage if report.speaker):
        text.append(f"\naccording to {wording.words(speaker)}", style=LOOKS["said by"] + plain)
    for says in dict.fromkeys(report.says for report in passage if report.says in SAYS):
        text.append(f"\n{SAYS[says][0]}", style=SAYS[says][1] + plain)
    grades = dict.fromkeys(report.reliability for report in passage if report.reliability)
    text.append("".join(f"\nreliability {grade}" for grade in grades), style=plain)
    changes = [change for report in passage for change in told.applied.changes.get(report.statement, ())]
    for slot, by in dict.fromkeys((change.slot, change.decision.by) for change in changes):
        text.append(f"\n{slot} set by {wording.words(by)}", style=CORRECTED + plain)
    return text.append("".join(f"\n{short(report.statement)}" for report in passage), style=QUIET + plain)


def words(statements: Sequence[Statement]) -> Text:
    """The sentence, its slots in colour, its triggers in brackets too, for where there is no colour."""
    evidence = statements[0].evidence
    text = Text(wording.printable(evidence.text))
    triggers = [s.trigger for s in statements if evidence.holds(s.trigger)]
    marks = [(span, LOOKS[name]) for s in statements for name, span, _ in reversed(list(slots(s)))]
    for span, look in [*marks, *((trigger, TRIGGER) for trigger in triggers)]:
        if evidence.holds(span):
            text.stylize(look, span.start - evidence.start, span.end - evidence.start)
    cuts = sorted({at - evidence.start for trigger in triggers for at in (trigger.start, trigger.end)})
    opening = {trigger.start - evidence.start for trigger in triggers}
    parts = text.divide(cuts)
    bracketed = Text()
    for at, part in zip([None, *cuts], parts, strict=True):
        bracketed.append("" if at is None else "[" if at in opening else "]").append_text(part)
    return bracketed


def values(statements: Sequence[Statement], against: Collection[tuple[str, str]]) -> RenderableType:
    """Slot by slot what the passage gives; ≠ before what better supported reports contradict."""
    found: dict[str, dict[str, bool]] = {name: {} for name in GIVEN}
    for statement in statements:
        for name, slot, value in given(statement):
            found[name][value] = found[name].get(value, False) or (slot, statement.id) in against
    lines = Table.grid(padding=(0, 1))
    lines.add_column(style=QUIET, width=max(map(len, GIVEN)))
    lines.add_column(ratio=1, overflow="fold")
    for name, told in found.items():
        looks = [
            Text.assemble(("≠ ", DENIED), (value, DENIED)) if differs else Text(value, style=LOOKS[name])
            for value, differs in told.items()
        ]
        if looks:
            lines.add_row(name, Text("\n").join(looks))
    return lines if lines.row_count else UNSAID.copy()


def given(statement: Statement) -> Iterator[tuple[str, str, str]]:
    """The values of a statement: the slot as the page calls it, the event's slot, the value in words.

    Doers and sufferers are those that assessment compares: no words that only count people.
    """
    from watchfloor.assessment.sides import COUNTED, roles

    doers, sufferers = roles(statement)
    for name, slot, participants in (("who", "actors", doers), ("to whom", "recipients", sufferers)):
        for told in map(wording.participant, participants):
            if not COUNTED.match(told):
                yield name, slot, told
    for place in statement.places:
        yield "where", "places", wording.place(place)
    if statement.time:
        yield "when", "time", wording.time(statement.time)
    for quantity in statement.quantities:
        yield "how many", quantity.kind, wording.quantity(quantity)
    for means in statement.instruments:
        yield "with what", "instruments", wording.words(means.text)


def losing(event: Event) -> set[tuple[str, str]]:
    """Slot and statement, of every value that a better supported one excludes."""
    return {(d.slot, id_) for d in event.disputes for side in d.sides[1:] for id_ in side.statements}

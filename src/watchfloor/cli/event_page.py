"""The page of one event: what it is, how well it is supported, and every report of it side by side."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from watchfloor.records import Claim, Dispute, Event, Status, Toll

from . import event_wording, wording
from .event_copies import likeness
from .event_reports import reports
from .ids import short
from .naming import Names
from .table import DENIED, HEDGED, KINDS, QUIET

if TYPE_CHECKING:
    from watchfloor.events import Quote, Told

#: Green for what stands, yellow for what one side alone says, red for what is spoken against.
STATUS: dict[Status, Style] = {
    "confirmed": Style(color="green"),
    "reported": Style(),
    "claimed": HEDGED,
    "planned": HEDGED,
    "foiled": HEDGED,
    "disputed": DENIED,
    "denied": DENIED,
}
#: The best grades in green, the middle as it is, what is doubted in red.
GRADES = {1: Style(color="green"), 2: Style(color="green"), 3: Style(), 4: HEDGED, 5: DENIED, 6: QUIET}
LABEL = 12


def event_page(told: "Told", quotes: Sequence["Quote"], names: Names) -> RenderableType:
    """The event from its heading to its reports; ``quotes``: what several of its documents quote."""
    return Group(heading(told.event), Padding(facts(told, quotes, names), (1, 1, 1, 1)), reports(told, names))


def heading(event: Event) -> RenderableType:
    """What, who to whom, where and when; at the right how to name it."""
    what = Text(event.type, style=Style(color=KINDS[event.kind], bold=True))
    details = [*event.modes, *event.contexts, *(["several happenings"] if event.aggregate else [])]
    if details:
        what.append(f" {', '.join(details)}", style=Style(color=KINDS[event.kind], bold=False))
    first = Table.grid(expand=True)
    first.add_column(ratio=1)
    first.add_column(justify="right")
    first.add_row(what, Text(f"event {event.id}", style=QUIET))
    where = "; ".join(map(event_wording.site, event.places))
    lines = [
        Text(event_wording.parties(event), style="bold"),
        Text(" · ".join(filter(None, [event_wording.when(event.time), where]))),
    ]
    return Padding(Group(first, *(line for line in lines if line)), (0, 1))


def facts(told: "Told", quotes: Sequence["Quote"], names: Names) -> Table:
    """Line by line: how well it is supported, each slot with who gives it and who gives another."""
    lines = Table.grid(padding=(0, 2))
    lines.add_column(width=LABEL, justify="right", style=QUIET)
    lines.add_column(ratio=1)
    lines.expand = True
    for label, value in [
        *support(told, names),
        *likeness(told, quotes, names),
        *slots(told.event, names),
        *tolls(told, names),
        *voiced(told.event, names),
        *beside(told),
    ]:
        lines.add_row(label, value)
    return lines


def support(told: "Told", names: Names) -> Iterator[tuple[str, RenderableType]]:
    """Status, credibility with its rule, the independent sources."""
    event = told.event
    yield "status", Text(event.status, style=STATUS[event.status])
    rule = event.reason.partition(" (")[0]
    yield (
        "credibility",
        Text.assemble((str(event.credibility), GRADES[event.credibility] + Style(bold=True)), f"  {rule}"),
    )
    documents = len({report.document for report in event.reports})
    passages = len({(report.document, report.start) for report in event.reports})
    text = Text(
        f"{event_wording.plural(passages, 'report')} in {event_wording.plural(documents, 'document')}, "
        f"{event_wording.plural(event.independent, 'independent source')}"
    )
    for number, source in enumerate(event.sources):
        rated = f"reliability {source.reliability}" if source.reliability else ""
        notes = ", ".join(filter(None, [rated, "a party to it" if source.interested else ""]))
        text.append("\n" if number == 0 else " · ").append(names.source(source.name))
        text.append(f" ({notes})" if notes else "", style=HEDGED if source.interested else QUIET)
    yield "rests on", text


def slots(event: Event, names: Names) -> Iterator[tuple[str, RenderableType]]:
    """Each slot: the value, and who gives it; what cannot hold beside it."""
    disputes = {dispute.slot: dispute for dispute in event.disputes}
    if dispute := disputes.get("happening"):
        yield "happened", sides(dispute, names)
    several: list[tuple[str, str, Sequence[tuple[str, Sequence[str], str]]]] = [
        ("who", "actors", [(event_wording.party(p), p.statements, p.known) for p in event.actors]),
        ("to whom", "recipients", [(event_wording.party(p), p.statements, p.known) for p in event.recipients]),
        ("where", "places", [(event_wording.site(p), p.statements, p.known) for p in event.places]),
    ]
    if event.time:
        several.append(("when", "time", [(event_wording.when(event.time), event.time.statements, event.time.known)]))
    for label, slot, values in several:
        decided = any(known == "set" for _, _, known in values)
        if values and (decided or slot not in disputes):
            yield label, Text("\n").join(given(event, names, *value) for value in values)
        if slot in disputes:
            yield "against" if decided else label, sides(disputes[slot], names)


def tolls(told: "Told", names: Names) -> Iterator[tuple[str, RenderableType]]:
    """Each toll, and who counts what; what a person set is marked, as the reports beside it say something else."""
    decided = [d for each in told.applied.events.values() for d in each if d.slot == "quantities"]
    kinds = {quantity["kind"] for decision in decided for quantity in decision.value or ()}
    for toll in told.event.toll:
        yield toll.kind, counted(toll, names, by_person=toll.who is None and toll.kind in kinds)


def given(event: Event, names: Names, value: str, statements: Sequence[str], known: str) -> Text:
    """A value, and the sources behind it."""
    text = Text(value)
    if known == "set":
        return text.append("  set by a person", style=QUIET)
    if known == "bounded":
        return text.append("  no report gives the day", style=QUIET)
    origins = [name for report in event.reports if report.statement in statements for name in report.origins]
    if known == "inherited":
        text.append("  from the document at large", style=QUIET)
    return text.append(f"  {event_wording.listed(map(names.source, origins))}", style=QUIET)


def sides(dispute: Dispute, names: Names) -> Text:
    """The values that cannot all hold, one a line, the best supported first."""
    text = Text()
    for number, side in enumerate(dispute.sides):
        if number:
            text.append("\n≠ ", style=DENIED)
        sources = event_wording.listed(map(names.source, side.sources))
        text.append(wording.words(side.value), style=None if number == 0 else DENIED)
        text.append(f"  {sources}", style=QUIET)
    return text


def counted(toll: Toll, names: Names, *, by_person: bool) -> Text:
    """The number supported best, then who says which."""
    text = Text(event_wording.number(toll), style="bold")
    if event_wording.took_part(toll):
        text.append(" took part", style=Style(bold=False))
    elif toll.who:
        text.append(f" of {names.actor(toll.who)}", style=Style(bold=False))
    if by_person:
        text.append("  set by a person", style=QUIET + Style(bold=False))
    for count in toll.counts:
        said = " in ".join(
            dict.fromkeys(filter(None, [wording.words(count.speaker or ""), names.source(count.source)]))
        )
        best = toll.best is not None and toll.best in (count.low, count.high)
        text.append(f"\n{event_wording.count(count)}", style=Style(bold=best))
        text.append(f"  {said}", style=QUIET + Style(bold=False))
    return text


def voiced(event: Event, names: Names) -> Iterator[tuple[str, RenderableType]]:
    """Who claims it, and who denies it."""
    for label, claims, look in (("claimed by", event.claims, HEDGED), ("denied by", event.denials, DENIED)):
        if claims:
            yield label, Text("\n").join(_claim(claim, names, look) for claim in _each_once(claims))


def _each_once(claims: Iterable[Claim]) -> list[Claim]:
    return list({(c.name, c.source, c.date): c for c in claims}.values())


def _claim(claim: Claim, names: Names, look: Style) -> Text:
    told = ", ".join(filter(None, [names.source(claim.source), wording.day(claim.date)]))
    return Text.assemble((wording.words(claim.name), look), (f"  {told}", QUIET))


def beside(told: "Told") -> Iterator[tuple[str, RenderableType]]:
    """The events that an aggregate sums up, and what people decided."""
    if told.event.contains:
        yield "sums up", Text("\n".join(f"event {short(id_)}" for id_ in told.event.contains))
    touched = {d.id: d for each in (*told.applied.touched.values(), *told.applied.events.values()) for d in each}
    decided = [touched[id_] for id_ in told.event.decisions if id_ in touched]
    rejected = dict.fromkeys(told.applied.rejected.values())
    for decision in dict.fromkeys([*decided, *rejected]):
        slot = f" {decision.slot}" if decision.slot else ""
        told_why = f": {wording.words(decision.reason)}" if decision.reason else ""
        text = Text(f"{decision.by}, {wording.day(decision.at[:10])}: {decision.action}{slot}{told_why}")
        yield "decided", text.append(f"  {short(decision.id)}", style=QUIET)

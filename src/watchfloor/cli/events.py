"""The command `events`: what happened, an event in two lines where it is simple."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, get_args

import typer
from rich.console import RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Column
from rich.text import Text

from watchfloor.records import Event, Status, to_dict

from . import event_wording, filters
from .event_page import GRADES, STATUS
from .failures import Failures
from .flat import Value, joined
from .ids import short
from .listing import FormatOption, Listing, OutputOption
from .storing import DEFAULT, StoreOption, opened
from .table import KINDS, QUIET, ruled, stack

if TYPE_CHECKING:
    from watchfloor.events import Events, Told


def events(
    actor: filters.ActorOption = None,
    type_: filters.TypeOption = None,
    place: filters.PlaceOption = None,
    source: filters.SourceOption = None,
    since: filters.SinceOption = None,
    until: filters.UntilOption = None,
    text: filters.TextOption = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            "--status",
            metavar="STATUS",
            help=f"How it stands: {', '.join(get_args(Status))}.",
            rich_help_panel=filters.PANEL,
        ),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="No more than the latest N.", rich_help_panel=filters.PANEL)
    ] = None,
    form: FormatOption = None,
    output: OutputOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """List events by date: what happened, who to whom, where, how many, how it stands and who tells it.

    Exit status: 0 listed, 2 wrong use.
    """
    for each in status or ():
        if each not in get_args(Status):
            raise typer.BadParameter(f'"{each}" is none of {", ".join(get_args(Status))}', param_hint="--status")
    from watchfloor import knowledge
    from watchfloor.events import Events

    asked = filters.chosen(actor=actor, type_=type_, place=place, source=source, since=since, until=until, text=text)
    known = knowledge.load()
    wanted = [filters.ids(each, known) for each in actor or ()]
    with opened(store) as kept:
        assembled = Events(kept, known)
        found = [
            told.event
            for told in assembled.all(asked)
            if (not status or told.event.status in status)
            and within(told.event, asked.since, asked.until)
            and (not wanted or partakes(told, wanted, assembled))
        ]
    if not found:
        failures = Failures()
        for line in filters.nobody_knows(actor, place, source):
            failures.warn(line)
    found.sort(key=when)
    LISTING.write(found[-limit:] if limit else found, form, output)


def within(event: Event, since: str | None, until: str | None) -> bool:
    """True where it may have happened on the days asked for; a report of another day is not enough.

    One that reports only bound stands at its last day, as in the list; one without any is not left out.
    """
    time = event.time
    first, last = (time.since or time.until, time.until or time.since) if time else (None, None)
    return not (since and last and last < since) and not (until and first and first > until)


def partakes(told: "Told", wanted: Iterable[set[str]], assembled: "Events") -> bool:
    """True where one who was asked for, or who belonged to it on the day of the event, does it or suffers it.

    Names that the registry lacks were looked for by the store.
    """
    on = told.day
    parties = {p.id for m in told.members for p in (*m.statement.actors, *m.statement.recipients) if p.id}
    return any(
        not ids or any(assembled.ties.wider(id_, party, on) for id_ in ids for party in parties) for ids in wanted
    )


def when(event: Event) -> tuple[str, str, str]:
    """The order of events: by their first day, those that are only bounded by their last, the undated at the end."""
    first = (event.time.since or event.time.until) if event.time else None
    last = event.time.until if event.time else None
    return first or "9999", last or "9999", event.id


def tables(found: Iterable[Event]) -> Iterator[RenderableType]:
    """One table of all of them, two lines for most, so that a screen holds many; and what the figures mean."""
    table = ruled(
        Column("When", width=13),
        Column("What", width=14, overflow="fold"),
        Column("Who to whom", ratio=4, overflow="fold"),
        Column("Where", ratio=3, overflow="fold"),
        Column("How many", ratio=3, overflow="fold"),
        Column("Standing", width=11),
        collapse=True,
    )
    for event in found:
        table.add_row(*cells(event))
    if table.row_count:
        yield table
        yield Padding(Text(LEGEND, style=QUIET), (1, 1, 0, 1))
    yield Padding(Text(event_wording.plural(table.row_count, "event"), style=QUIET), (0, 1))


#: What the last column means; the order of its figures is that of the words.
LEGEND = (
    "Standing: how it stands, and its credibility from 1 (confirmed) to 6 (cannot be judged); under it, how many "
    "passages report it from how many independent sources. ≤ before a day: on that day or earlier."
)


def cells(event: Event) -> Iterator[Text]:
    """The cells of one event."""
    yield Text(event_wording.when(event.time) or "undated").append(f"\n{short(event.id)}", style=QUIET)
    colour = KINDS[event.kind]
    what = Text(event.type, style=Style(color=colour, bold=True))
    for detail in (*event.modes, *(["several"] if event.aggregate else [])):
        what.append(f"\n{detail}", style=Style(color=colour, bold=False))
    yield what
    yield stack([Text(side) for side in who(event)])
    yield stack(
        Text(event_wording.site(site), style=QUIET if site.known == "inherited" else "") for site in event.places[:MOST]
    )
    yield stack(Text(event_wording.toll(toll, event)) for toll in event.toll[:MOST])
    yield standing(event)


def standing(event: Event) -> Text:
    """Status and credibility; under them how many report it, and from how many independent sources."""
    passages = len({(report.document, report.start) for report in event.reports})
    text = Text.assemble((event.status, STATUS[event.status]), " ", (str(event.credibility), GRADES[event.credibility]))
    return text.append(f"\n{passages:,} from {event.independent:,}", style=QUIET)


#: Places, parties and counts of one event that the list shows; its page shows all.
MOST = 3


def who(event: Event) -> Iterator[str]:
    """Who did it, and to whom, on two lines."""
    if event.actors:
        yield event_wording.listed(map(event_wording.party, event.actors), MOST)
    if event.recipients:
        yield "→ " + event_wording.listed(map(event_wording.party, event.recipients), MOST)


def counts(event: Event, bound: Callable[[int | None, int | None, int | None], Value]) -> str:
    """A cell of tolls: "killed 46; wounded 143", of one of low, best and high."""
    return joined(f"{t.kind}{f' ({t.who})' if t.who else ''} {bound(t.low, t.best, t.high)}" for t in event.toll)


#: Column by column, what a cell holds; docs/record.md describes them.
CELLS: Mapping[str, Callable[[Event], Value]] = {
    "id": lambda e: e.id,
    "kind": lambda e: e.kind,
    "type": lambda e: e.type,
    "status": lambda e: e.status,
    "modes": lambda e: joined(e.modes),
    "contexts": lambda e: joined(e.contexts),
    "from": lambda e: e.time.since if e.time else None,
    "to": lambda e: e.time.until if e.time else None,
    "time_precision": lambda e: e.time.precision if e.time else None,
    "time_known": lambda e: e.time.known if e.time else None,
    "places": lambda e: joined(p.name for p in e.places),
    "place_countries": lambda e: joined(p.country for p in e.places),
    "place_admin1": lambda e: joined(p.admin1 for p in e.places),
    "latitudes": lambda e: joined(p.latitude for p in e.places),
    "longitudes": lambda e: joined(p.longitude for p in e.places),
    "place_precisions": lambda e: joined(p.precision for p in e.places),
    "actors": lambda e: joined(p.name for p in e.actors),
    "actor_ids": lambda e: joined(p.id for p in e.actors),
    "recipients": lambda e: joined(p.name for p in e.recipients),
    "recipient_ids": lambda e: joined(p.id for p in e.recipients),
    "toll_low": lambda e: counts(e, lambda low, best, high: low),
    "toll_best": lambda e: counts(e, lambda low, best, high: best),
    "toll_high": lambda e: counts(e, lambda low, best, high: high),
    "claimed_by": lambda e: joined(dict.fromkeys(c.name for c in e.claims)),
    "denied_by": lambda e: joined(dict.fromkeys(c.name for c in e.denials)),
    "disputes": lambda e: joined(d.slot for d in e.disputes),
    "reports": lambda e: len(e.reports),
    "independent": lambda e: e.independent,
    "sources": lambda e: joined(s.name for s in e.sources),
    "credibility": lambda e: e.credibility,
    "reason": lambda e: e.reason,
    "aggregate": lambda e: str(e.aggregate).lower(),
    "contains": lambda e: joined(e.contains),
    "decisions": lambda e: joined(e.decisions),
}

LISTING = Listing[Event](tables, to_dict, CELLS)

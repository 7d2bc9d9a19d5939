"""The command `review`: what waits for a decision, most useful first, and how far reviewers agree."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Column, Table
from rich.text import Text

from watchfloor.records import Event

from . import event_wording, filters, wording
from .flat import Value, joined
from .ids import short
from .listing import FormatOption, Listing, OutputOption
from .naming import Names
from .storing import DEFAULT, StoreOption, opened
from .table import QUIET, ruled

if TYPE_CHECKING:
    from watchfloor.assessment import Agreement, Member, Waiting

#: What there is to say of two events that lacked little of being one.
SAME_OR_NOT = ("--merge", "--apart-from")
#: As many as somebody decides on in one sitting.
SITTING = 20


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that waits, what it is in words, and the command that shows or decides it."""

    waiting: "Waiting"
    about: str
    command: str


def review(
    actor: filters.ActorOption = None,
    type_: filters.TypeOption = None,
    place: filters.PlaceOption = None,
    since: filters.SinceOption = None,
    until: filters.UntilOption = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=0, help="No more than N; 0: all.")] = SITTING,
    form: FormatOption = None,
    output: OutputOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """List what waits for a decision, most useful first, with the reason and the command; and how far reviewers agree.

    Exit status: 0 listed, 2 wrong use.
    """
    from watchfloor import assessment, knowledge
    from watchfloor.events import Events
    from watchfloor.linking.rivals import MOST

    asked = filters.chosen(actor=actor, type_=type_, place=place, since=since, until=until)
    with opened(store) as kept:
        known = knowledge.load()
        assembled = Events(kept, known)
        told = list(assembled.all(asked))
        within = [edge for each in told if len(each.members) > 1 for edge in kept.edges(each.event.id)]
        edges = [*within, *kept.held_apart(MOST)]
        events = {each.event.id: each.event for each in told}
        members = {m.id: m for each in told for m in each.members}
        waiting = assessment.review(events.values(), members.values(), edges, assembled.applied, Names(known).source)
        coded = [k.member for each in told for k in each.kept.values()]
        agreed = assessment.agreement(assembled.decisions, coded)
    owner = {m.id: each.event.id for each in told for m in each.members}
    shown = [item(w, events, members, owner) for w in (waiting[:limit] if limit else waiting)]
    listing(len(waiting)).write([*shown, *agreed], form, output)


def item(
    waiting: "Waiting", events: Mapping[str, Event], members: Mapping[str, "Member"], owner: Mapping[str, str]
) -> Item:
    """What waits, as people see it."""
    first = waiting.ids[0]
    if waiting.what == "event":
        return Item(waiting, in_words(events[first]), f"watchfloor event {short(first)}")
    if waiting.what == "statement":
        return Item(waiting, sentence(members[first]), f"watchfloor decide statement {short(first)} --confirm")
    if waiting.what == "actor":
        return Item(waiting, first, f'watchfloor decide actors "{first}" ID --same --reason ...')
    one, other = (owner[id_] for id_ in waiting.ids)
    if one != other:
        about = f"same event? {in_words(events[one])} | {in_words(events[other])}"
        either = (f"watchfloor decide event {short(one)} {is_} {short(other)} --reason ..." for is_ in SAME_OR_NOT)
        return Item(waiting, about, "\n".join(either))
    about = " | ".join(sentence(members[id_]) for id_ in waiting.ids)
    command = f"watchfloor decide event {short(owner[first])} --split {short(waiting.ids[1])} --reason ..."
    return Item(waiting, about, command)


def in_words(event: Event) -> str:
    """An event in one line: what, who to whom, where, when."""
    where = "; ".join(map(event_wording.site, event.places[:1]))
    parts = [event.type, event_wording.parties(event, 3), where, event_wording.when(event.time)]
    return ", ".join(filter(None, parts))


def sentence(member: "Member") -> str:
    """The sentence of a statement, its trigger in brackets."""
    s = member.statement
    start, end = s.trigger.start - s.evidence.start, s.trigger.end - s.evidence.start
    words = s.evidence.text
    return wording.words(f"{words[:start]}[{words[start:end]}]{words[end:]}" if 0 <= start < end else words)


def listing(count: int) -> "Listing[Item | Agreement]":
    """How a review of so many things is printed: what waits, then how far reviewers agree."""

    def tables(found: "Iterable[Item | Agreement]") -> Iterator[RenderableType]:
        every = list(found)
        yield from parts([each for each in every if isinstance(each, Item)], count)
        yield from agreements([each for each in every if not isinstance(each, Item)])

    return Listing(tables, record, CELLS)


def parts(items: Iterable[Item], count: int) -> Iterator[RenderableType]:
    """What waits, one below the other."""
    lines = Table.grid(padding=(0, 2), expand=True)
    lines.add_column(width=4, justify="right", style=QUIET)
    lines.add_column(width=9, style=Style(bold=True))
    lines.add_column(ratio=1)
    number = 0
    for each in items:
        number += 1
        text = Text(each.about)
        text.append(f"\n{'; '.join(each.waiting.reasons)}", style="yellow")
        text.append(f"\n{each.command}\n", style=QUIET)
        lines.add_row(f"{number:,}", each.waiting.what, text)
    if number:
        yield lines
    rest = count - number
    said = "nothing waits for a decision" if count == 0 else f"{number:,} of {count:,}"
    yield Padding(Text(said if rest or not count else f"{count:,} in all", style=QUIET), (0, 1))


def agreements(agreed: Sequence["Agreement"]) -> Iterator[RenderableType]:
    """Reviewers who judged the same statements: how many, how many alike, and Cohen's kappa."""
    if not agreed:
        return
    table = ruled(
        Column("Reviewers"),
        *(Column(name, justify="right") for name in ("Both judged", "Alike", "Cohen’s kappa")),
        Column("Where they differ"),
        expand=False,
    )
    for each in agreed:
        differing = [f"{n:,} {one} / {other}" for (one, other), n in sorted(each.counts.items()) if one != other]
        kappa = "–" if each.kappa is None else f"{each.kappa:.2f}"
        names = f"{wording.words(each.first)}, {wording.words(each.second)}"
        table.add_row(names, f"{each.both:,}", f"{each.alike:,}", kappa, ", ".join(differing) or "–")
    yield Padding(table, (1, 0, 0, 0))


def record(each: "Item | Agreement") -> Mapping[str, Any]:
    """What waits, or how far two reviewers agree, as a JSON object."""
    if isinstance(each, Item):
        return {"record": "waiting", **asdict(each.waiting), "about": each.about, "command": each.command}
    counts = [{"first": one, "second": other, "statements": n} for (one, other), n in sorted(each.counts.items())]
    return {"record": "agreement", **{**asdict(each), "counts": counts}}


def waits(cell: Callable[[Item], Value]) -> "Callable[[Item | Agreement], Value]":
    """A cell of what waits; empty in the row of an agreement."""
    return lambda each: cell(each) if isinstance(each, Item) else None


CELLS: "Mapping[str, Callable[[Item | Agreement], Value]]" = {
    "what": lambda each: each.waiting.what if isinstance(each, Item) else "agreement",
    "ids": waits(lambda i: joined(i.waiting.ids)),
    "weight": waits(lambda i: i.waiting.weight),
    "about": lambda each: (
        each.about if isinstance(each, Item) else f"{each.first}, {each.second}: {each.alike} of {each.both} alike"
    ),
    "reasons": waits(lambda i: joined(i.waiting.reasons)),
    "command": waits(lambda i: i.command),
}

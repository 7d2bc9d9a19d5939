"""The command `actors`: who occurs, and who one of them is as of a day: by the registry, and by what texts say."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Column, Table
from rich.text import Text

from watchfloor.records import Activity, Fact, Profile, to_dict

from . import filters, wording
from .event_wording import plural
from .flat import Value, joined
from .ids import short
from .knowledge import parsed
from .listing import FormatOption, Listing, OutputOption
from .storing import DEFAULT, StoreOption, opened
from .table import QUIET, ruled

if TYPE_CHECKING:
    from watchfloor.knowledge import Knowledge
    from watchfloor.store import Named, Store

#: Statements named behind a fact; the JSON formats have all.
MOST = 3
CONFIRMED = Style(color="green")


def actors(
    actor: Annotated[
        str | None, typer.Argument(metavar="ID", help="An actor's id, or a name; else all are listed.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="As of this day, as 2021-09-20; else of all days.")
    ] = None,
    all_: Annotated[
        bool, typer.Option("--all", help="In the list, descriptions and bare numbers too: people, soldiers, 143.")
    ] = False,
    form: FormatOption = None,
    output: OutputOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """List who does or suffers something, the most frequent first; or show who one of them is, as of a day.

    What texts say stands apart from what the registry says, with the statements behind it, until somebody confirms it.

    Exit status: 0 shown, 2 wrong use.
    """
    day = parsed(on)
    if actor is None:
        if day:
            raise typer.BadParameter("it asks for one actor: name one", param_hint="--on")
        with opened(store) as kept:
            found = [each for each in kept.named() if all_ or each.id or named(each.name)]
        LISTING.write(found, form, output)
        return
    from watchfloor import knowledge

    known = knowledge.load()
    ids = sorted(filters.ids(actor, known))
    if len(ids) > 1:
        raise typer.BadParameter(f"several actors bear this name: {', '.join(ids)}", param_hint="ID")
    with opened(store) as kept:
        profile = profiled(kept, ids[0] if ids else actor, known, day)
    if profile.id is None and not profile.names and not profile.activity:
        raise typer.BadParameter(f'nobody is named "{actor}" in the registry or in what is kept', param_hint="ID")
    PROFILES.write([profile], form, output)


def profiled(store: "Store", name: str, known: "Knowledge", on: date | None) -> Profile:
    """The profile of an actor, from all statements that name it."""
    from watchfloor import assessment
    from watchfloor.events import Events
    from watchfloor.store import Filter

    assembled = Events(store, known)
    coded = (kept.member for kept in store.statements(Filter(actors=frozenset({name}))))
    members = [member for each in coded if (member := assembled.effective.now(each))]
    copies = assembled.copies_of({m.publication.document for m in members})
    return assessment.actor(name, members, assembled.ties, on, assembled.applied, copies)


def table(found: Iterable["Named"]) -> Iterator[RenderableType]:
    """One table of all who occur."""
    shown = ruled(
        Column("Who", ratio=4, overflow="fold"),
        Column("Id", ratio=3, overflow="fold"),
        Column("Statements", justify="right"),
        Column("Documents", justify="right"),
        Column("First"),
        Column("Last"),
        collapse=True,
    )
    for each in found:
        days = wording.day(each.first), wording.day(each.last)
        counts = f"{each.statements:,}", f"{each.documents:,}"
        shown.add_row(wording.words(each.name), Text(each.id or "–", style=QUIET), *counts, *days)
    if shown.row_count:
        yield shown
    yield Padding(Text(plural(shown.row_count, "actor"), style=QUIET), (0, 1))


def pages(found: Iterable[Profile]) -> Iterator[RenderableType]:
    """The profile of each, part by part."""
    for profile in found:
        yield Padding(Group(*heading(profile)), (0, 1, 1, 1))
        parts = (
            ("names", profile.names),
            ("parents", profile.parents),
            ("allegiances", profile.allegiances),
            ("leaders", profile.leaders),
            ("relations", profile.relations),
        )
        lines = Table.grid(padding=(0, 2), expand=True)
        lines.add_column(width=11, justify="right", style=QUIET)
        lines.add_column(ratio=1)
        for name, facts in parts:
            for known, source in (("registry", "in the registry"), ("texts", "in texts")):
                told = [f for f in facts if f.known == known]
                if told:
                    between = " · " if (name, known) == ("names", "registry") else "\n"
                    lines.add_row(name, Text(source, style=Style(italic=True, dim=True)))
                    lines.add_row("", Text(between).join(map(fact, told)))
        if profile.activity:
            lines.add_row("activity", Text("\n").join(map(activity, profile.activity)))
        yield Padding(lines, (0, 1))


def heading(profile: Profile) -> Iterator[Text]:
    """Name and id, what it is, and as of when."""
    yield Text(wording.words(profile.name), style="bold")
    day = f"as of {wording.day(profile.on)}" if profile.on else "of all days"
    known = [profile.id or "not in the registry", profile.type, profile.country, day]
    yield Text(" · ".join(filter(None, known)), style=QUIET)


def named(text: str) -> bool:
    """True of what begins as a name does, in scripts without capitals too; "soldiers" and "143" are none."""
    return text[:1].isalpha() and not text[:1].islower()


def fact(told: Fact) -> Text:
    """One thing about it, its days, and for what texts say the statements behind it."""
    kind = "" if told.kind in ("official", "name", "used", "leader") else f"{told.kind} of "
    text = Text(f"{kind}{wording.words(told.name)}")
    text.append(f" [{told.id}]" if told.id and kind else "", style=QUIET)
    if told.since or told.until:
        days = (
            " – ".join(dict.fromkeys(filter(None, [wording.day(told.since), wording.day(told.until)])))
            if told.until
            else f"since {wording.day(told.since)}"
        )
        text.append(f"  {days}", style=QUIET)
    if told.known == "texts":
        text.append(f"  {plural(told.independent, 'source')}, {plural(len(told.statements), 'statement')}", style=QUIET)
        text.append(f": {listed(told.statements)}", style=QUIET)
        text.append("  confirmed" if told.decisions else "", style=CONFIRMED)
    return text


def activity(told: Activity) -> Text:
    """What it did or suffered: how often, from when to when, where."""
    text = Text(f"{told.type} {'by it' if told.role == 'doer' else 'against it'}  {told.count:,}")
    days = " – ".join(dict.fromkeys(filter(None, [wording.day(told.first), wording.day(told.last)])))
    where = ", ".join(told.countries)
    text.append(f"  {' · '.join(filter(None, [days, where]))}", style=QUIET)
    return text.append(f"  {listed(told.statements)}", style=QUIET)


def listed(statements: Sequence[str]) -> str:
    """The first few statements, and that there are more."""
    more = " …" if len(statements) > MOST else ""
    return " ".join(map(short, statements[:MOST])) + more


CELLS: Mapping[str, Callable[["Named"], Value]] = {
    "id": lambda n: n.id,
    "name": lambda n: n.name,
    "statements": lambda n: n.statements,
    "documents": lambda n: n.documents,
    "first": lambda n: n.first,
    "last": lambda n: n.last,
}
LISTING = Listing["Named"](table, lambda n: {"record": "actor", **asdict(n)}, CELLS)


def told_of(facts: Iterable[Fact]) -> str:
    """A cell of facts, those of texts marked."""
    return joined(f"{f.kind} {f.name}{' (texts)' if f.known == 'texts' else ''}" for f in facts)


PROFILE_CELLS: Mapping[str, Callable[[Profile], Value]] = {
    "id": lambda p: p.id,
    "name": lambda p: p.name,
    "type": lambda p: p.type,
    "country": lambda p: p.country,
    "on": lambda p: p.on,
    "names": lambda p: told_of(p.names),
    "parents": lambda p: told_of(p.parents),
    "allegiances": lambda p: told_of(p.allegiances),
    "leaders": lambda p: told_of(p.leaders),
    "relations": lambda p: told_of(p.relations),
    "activity": lambda p: joined(f"{a.role} {a.type} {a.count}" for a in p.activity),
}
PROFILES = Listing[Profile](pages, to_dict, PROFILE_CELLS)

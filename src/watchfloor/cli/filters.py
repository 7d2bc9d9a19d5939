"""The options that choose: `--actor --type --place --source --since --until --text` mean the same in every command."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, get_args

import typer

if TYPE_CHECKING:
    from watchfloor.knowledge import Knowledge
    from watchfloor.knowledge.actor_index import Actors
    from watchfloor.knowledge.places import Gazetteer
    from watchfloor.store import Filter

PANEL = "Which ones (all, unless asked for)"

ActorOption = Annotated[
    list[str] | None,
    typer.Option(
        "--actor",
        metavar="ID|NAME",
        help="Who does it or suffers it, with all who belong to them; several: any of them.",
        rich_help_panel=PANEL,
    ),
]
TypeOption = Annotated[
    list[str] | None,
    typer.Option("--type", metavar="TYPE", help="What happens, such as ASSAULT.", rich_help_panel=PANEL),
]
PlaceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--place",
        metavar="PLACE",
        help="Where: a country (AFG, AF, Afghanistan), province or town.",
        rich_help_panel=PANEL,
    ),
]
SourceOption = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="ID|NAME", help="Who published it.", rich_help_panel=PANEL),
]
SinceOption = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Not before this day, month or year.", rich_help_panel=PANEL),
]
UntilOption = Annotated[
    str | None,
    typer.Option("--until", metavar="DATE", help="Not after it.", rich_help_panel=PANEL),
]
TextOption = Annotated[
    str | None,
    typer.Option("--text", metavar="WORDS", help='All these words, or "phrases".', rich_help_panel=PANEL),
]
AllOption = Annotated[
    bool,
    typer.Option("--all", help="Older versions too, which newer ones have replaced.", rich_help_panel=PANEL),
]


def chosen(
    *,
    actor: Iterable[str] | None = None,
    type_: Iterable[str] | None = None,
    place: Iterable[str] | None = None,
    source: Iterable[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    text: str | None = None,
    superseded: bool = False,
) -> "Filter":
    """The filter that the options ask for; raises BadParameter where one cannot be meant."""
    from watchfloor import knowledge
    from watchfloor.store import Filter

    known = knowledge.load()
    first, last = day(since, "--since")[0], day(until, "--until")[1]
    if first and last and first > last:
        raise typer.BadParameter(f"{since} is after {until}", param_hint="--since and --until")
    named = [site(each, known) for each in place or ()]
    return Filter(
        actors=frozenset(id_ for each in actor or () for id_ in actors(each, known)),
        types=frozenset(type_of(each, known) for each in type_ or ()),
        places=frozenset(name for names, country in named if not country for name in names),
        towns=frozenset((name, country) for names, country in named if country for name in names),
        sources=frozenset(map(known.sources.identify, source or ())),
        since=first,
        until=last,
        text=text,
        superseded=superseded,
    )


def day(value: str | None, option: str) -> tuple[str | None, str | None]:
    """First and last day of a day, month or year; raises BadParameter on anything else."""
    from watchfloor.knowledge.actor_entries import span

    if value is None:
        return None, None
    try:
        first, last = span(value)
    except ValueError as error:
        raise typer.BadParameter(
            f'"{value}" is not a date: write 2021-09-24, 2021-09 or 2021', param_hint=option
        ) from error
    return first.isoformat(), last.isoformat()


def actors(name: str, known: "Knowledge") -> set[str]:
    """The ids of an actor and all who belong to it; a name that nobody in the registry bears stands for itself."""
    return {below for id_ in ids(name, known) for below in family(id_, known.actors)} or {name}


def ids(name: str, known: "Knowledge") -> set[str]:
    """The ids of the actors of that id or name; none where nobody in the registry bears it."""
    return {name} & set(known.actors) or {
        found.actor for found in known.actors.find(name) if found.end - found.start == len(name)
    }


def family(id_: str, registry: "Actors") -> set[str]:
    """The ids of an actor, of its branches and leaders whatever the day, and of a state's organs ("usa.military")."""
    from watchfloor.knowledge.roles import Sector

    found, level = {id_}, {id_}
    while level:
        level = {
            actor.id
            for actor in registry.values()
            if level & {*(link.id for link in actor.parents if link.belongs), *(term.id for term in actor.leads)}
        } - found
        found |= level
    states = [each for each in found if each in registry and registry[each].type == "state"]
    return found | {f"{state}.{sector}" for state in states for sector in get_args(Sector)}


def site(words: str, known: "Knowledge") -> tuple[set[str], str | None]:
    """How texts and the gazetteer write a place, and its country where that is said: "Jalalabad", "Tripoli, LBN".

    A country stands for itself, by its alpha-3.
    """
    if country := country_of(words, known):
        return {country}, None
    town, _, after = words.rpartition(",")
    country = country_of(after.strip(), known) if town else None
    name = town.strip() if country else words.strip()
    return {name, *(entry.name for entry in entries(name, known) if country in (None, entry.country))}, country


def entries(name: str, known: "Knowledge") -> "Sequence[Gazetteer]":
    """What the gazetteer has of that name, in whatever case."""
    return known.places.find(name) or known.places.find(name.title())


def country_of(words: str, known: "Knowledge") -> str | None:
    """The alpha-3 of a country by code or name, in whatever case."""
    return known.places.country(words) or known.places.country(words.upper())


def nobody_knows(
    actor: Iterable[str] | None, place: Iterable[str] | None, source: Iterable[str] | None
) -> Iterator[str]:
    """Why nothing may have been found: lines about what was asked for and stands in no registry."""
    from watchfloor import knowledge

    known = knowledge.load()
    for name in actor or ():
        if not ids(name, known):
            yield (
                f'--actor "{name}": nobody in the registry, so only texts with that very name were looked for; '
                "`watchfloor actors` lists who occurs"
            )
    for name in place or ():
        if not (country_of(name, known) or entries(name.rpartition(",")[0].strip() or name, known)):
            yield f'--place "{name}": not in the gazetteer, so only texts with that very name were looked for'
    for name in source or ():
        if known.sources.get(known.sources.identify(name)) is None:
            yield (
                f'--source "{name}": not in the registry, so only that very name was looked for; '
                "`watchfloor sources` lists who publishes"
            )


def type_of(name: str, known: "Knowledge") -> str:
    """The type in capitals; raises BadParameter where there is none of that name."""
    types = known.lexicon.types
    if name.upper() in types:
        return name.upper()
    near = get_close_matches(name.upper(), types, n=2) or sorted(types)
    raise typer.BadParameter(f'no type "{name}"; there is {", ".join(near)}', param_hint="--type")

"""The registry of actors: reading its files, and what is wrong with them."""

from collections.abc import Iterator
from pathlib import Path

from .actor_entries import NAMES, Actor, Name, Period, span
from .actor_index import Actors
from .faults import Fault
from .files import Row, Table, table
from .name_words import fold, spellings


def load(folder: Path | None = None) -> Actors:
    """Read all actors; raises KnowledgeError where a file has a fault."""
    return Actors(table("actors", Actor, folder).entries())


def check(folder: Path | None = None) -> list[Fault]:
    """Return all faults of the actors' files: those of reading, unknown references, and names with two bearers."""
    read = table("actors", Actor, folder)
    return sorted([*read.faults, *_references(read), *_periods(read), *_shared_names(read)])


def _references(read: Table[Actor]) -> Iterator[Fault]:
    known = {row.entry.id for row in read.rows}
    states = {row.entry.country for row in read.rows if row.entry.type == "state"}
    for row in read.rows:
        for id in (*(link.id for link in row.entry.parents), *(term.id for term in row.entry.leads)):
            if id not in known:
                yield row.fault(f"{row.entry.id} refers to {id!r}, which is no actor")
        countries = {row.entry.country, *(country for name in row.entry.names for country in name.within)} - {None}
        for country in sorted(str(country) for country in countries - states):
            yield row.fault(f"{row.entry.id} has the country {country!r}, which is no state's alpha-3 code")


def _periods(read: Table[Actor]) -> Iterator[Fault]:
    for row in read.rows:
        entry = row.entry
        periods: tuple[Period, ...] = (
            entry, *entry.names, *entry.abbreviations, *entry.parents, *entry.leads,
        )  # fmt: skip
        for period in periods:
            if period.since and period.until and span(period.since)[0] > span(period.until)[1]:
                yield row.fault(f"{entry.id}: {period.since} is after {period.until}")


def _shared_names(read: Table[Actor]) -> Iterator[Fault]:
    """Names must tell actors apart, unless their days or their contexts do; demonyms ("Congolese") may be shared."""
    seen: dict[tuple[str, ...], list[tuple[Row[Actor], Name]]] = {}
    for row in read.rows:
        for kind, name in row.entry.claims():
            if kind not in NAMES:
                continue
            for key in dict.fromkeys(fold(spelling) for spelling in spellings(name.name)):
                if not key:
                    yield row.fault(f"{row.entry.id} has a name without a letter or figure")
                for other, its in seen.get(key, ()):
                    apart = set(its.within) != set(name.within) or not its.overlaps(name)
                    if other.entry.id != row.entry.id and not apart:
                        yield row.fault(f"{row.entry.id} and {other.entry.id} both bear the name {' '.join(key)!r}")
                seen.setdefault(key, []).append((row, name))

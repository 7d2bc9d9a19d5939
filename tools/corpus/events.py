"""The invented events: what truly happened, before anybody reports it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from random import Random

from corpus import tables
from corpus.tables import Kind, Theatre

#: The day on which the first event can happen.
BEGINNING = date(2016, 1, 1)
#: Of all events, how many happen in the town of the one before, on the same day or the next: what linking confuses.
NEIGHBOURS = 0.1


@dataclass(frozen=True)
class Event:
    """What happened; ``figures`` counts by name ("killed": 4), zero left out."""

    id: str
    kind: Kind
    theatre: Theatre
    group: tuple[str, str]
    day: date
    town: str
    figures: Mapping[str, int]


def events(seed: int, days: int) -> Iterator[Event]:
    """Events without end, spread over so many days from the beginning, in no order of time."""
    before: Event | None = None
    for number in count(1):
        rng = Random(f"{seed} event {number}")
        event = _event(f"e{number:06d}", rng, days)
        if before and rng.random() < NEIGHBOURS:
            day = before.day + timedelta(days=rng.randrange(2))
            event = replace(event, theatre=before.theatre, group=before.group, town=before.town, day=day)
        yield event
        before = event


def _event(id_: str, rng: Random, days: int) -> Event:
    kind = rng.choices(tables.kinds(), weights=[kind.share for kind in tables.kinds()])[0]
    theatre = rng.choice(tables.theatres())
    # The square of a chance: most tolls are small.
    figures = {name: low + int((high - low + 1) * rng.random() ** 2) for name, low, high in kind.counted}
    return Event(
        id=id_,
        kind=kind,
        theatre=theatre,
        group=rng.choice(theatre.groups),
        day=BEGINNING + timedelta(days=rng.randrange(days)),
        town=rng.choice(theatre.towns),
        figures={name: number for name, number in figures.items() if number},
    )

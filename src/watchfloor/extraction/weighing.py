"""Where rules and trained heads meet: what the rules leave empty is filled with what most speaks for.

Where the rules find something they are right more often than the heads that would have something else, so it stays.
"""

from collections.abc import Sequence
from dataclasses import replace

from .drafts import Draft
from .options import Filling, Option, Options
from .reading import Reading
from .roles import Casting
from .settings import Settings
from .weights import Question, worth


def weigh(reading: Reading, drafts: Sequence[Draft], casting: Casting) -> None:
    """Fill the actors, recipients, places and times that the drafts lack; nothing is filled without trained heads."""
    if reading.coding is None:
        return
    options = Options(reading, reading.coding, casting, drafts)
    settings = Settings(reading, reading.coding)
    for draft in drafts:
        if not draft.cast.actors and (actors := choose("actor", options.of(draft, "actor")).parts):
            draft.cast = replace(draft.cast, actors=actors)
            draft.learned = (*draft.learned, "actors")
        if not draft.cast.recipients and (recipients := choose("recipient", options.of(draft, "recipient")).parts):
            draft.cast = replace(draft.cast, recipients=recipients)
            draft.learned = (*draft.learned, "recipients")
        if not draft.places and (places := choose("place", settings.places(draft)).parts):
            draft.places = list(places)
            draft.learned = (*draft.learned, "places")
        if draft.time is None and (times := choose("time", settings.times(draft)).parts):
            (draft.time,) = times
            draft.learned = (*draft.learned, "time")


def choose(slot: Question, options: Sequence[Option[Filling]]) -> Option[Filling]:
    """Return the option that most speaks for, the first of equals."""
    return max(options, key=lambda option: worth(slot, option.evidence))

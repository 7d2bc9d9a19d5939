"""How a telling words its day, its place, its numbers and its parties."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from corpus import tables
from corpus.events import Event

#: Of the statements of the reference briefs, 16 in 109 state a day and 34 in 109 a place; so do those of the corpus.
STATES_DAY = 16 / 109
STATES_PLACE = 34 / 109

#: Of all numbers told, how many differ from the truth, and how many are not told.
WRONG_NUMBER = 0.25
NO_NUMBER = 0.2
#: Of all days told, how many are a day off: the evening before, the morning after.
WRONG_DAY = 0.06

SMALL = "zero one two three four five six seven eight nine".split()
#: Written out: the names of strftime depend on the locale.
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()

_BRACKET = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")


def fill(template: str, slots: Mapping[str, str | None]) -> str:
    """The template with its slots filled: a bracket falls out where one of its slots is None, {Slot} takes a capital.

    Raises KeyError for a slot that is not known.
    """

    def word(match: re.Match[str]) -> str:
        value = slots[match[1].lower()] or ""
        return capital(value) if match[1][0].isupper() else value

    def bracket(match: re.Match[str]) -> str:
        return match[1] if all(slots[slot.lower()] for slot in _SLOT.findall(match[1])) else ""

    return _one(_SLOT.sub(word, _BRACKET.sub(bracket, template)))


def _one(text: str) -> str:
    """The text with "one soldiers were" as "one soldier was"."""
    plurals = "|".join(tables.singular())
    return re.sub(
        rf"\b([Oo]ne )((?:\w+ )?)({plurals})\b( were)?",
        lambda m: m[1] + m[2] + tables.singular()[m[3]] + (" was" if m[4] else ""),
        text,
    )


def fits(template: str, slots: Mapping[str, str | None]) -> bool:
    """Whether all slots that the template names outside its brackets are known."""
    return all(slots.get(slot.lower()) for slot in _SLOT.findall(_BRACKET.sub("", template)))


def capital(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def number(value: int) -> str:
    """In words below ten, with a comma above 999."""
    return SMALL[value] if value < len(SMALL) else f"{value:,}"


def slots(event: Event, published: date, rng: Random, larger: float = 1.0) -> dict[str, str | None]:
    """What one telling of an event says; numbers are told ``larger`` times the truth, or differ, or are not told."""
    theatre = event.theatre
    told: dict[str, str | None] = {name: None for name, _, _ in event.kind.counted}
    for name, value in event.figures.items():
        chance = rng.random()
        if chance < WRONG_NUMBER:
            value = max(1, value + rng.choice([-2, -1, 1, 2, 3, 5]))
        told[name] = None if chance > 1 - NO_NUMBER else number(round(value * larger))
    return told | {
        "country": theatre.country,
        "adjective": theatre.adjective,
        "region": theatre.region,
        "town": event.town,
        "group": rng.choice(event.group),
        "noun": event.kind.noun,
        "where": _where(event, rng) if rng.random() < STATES_PLACE else None,
        "when": _when(event.day, published, rng) if rng.random() < STATES_DAY else None,
    }


def month_day(day: date) -> str:
    """As briefs cite it: "September 11"."""
    return f"{MONTHS[day.month - 1]} {day.day}"


def _where(event: Event, rng: Random) -> str:
    theatre = event.theatre
    town, region = event.town, theatre.region
    near = [f"in {town}", f"near {town}", f"in {town}, {region}"]
    far = [f"in {region}", f"in {region}, {theatre.country}", f"in {theatre.country}"]
    return rng.choice(near if rng.random() < 0.6 else far)


def _when(day: date, published: date, rng: Random) -> str:
    if rng.random() < WRONG_DAY:
        day = min(day + timedelta(days=rng.choice([-1, 1])), published)
    weekday = WEEKDAYS[day.weekday()]
    dated = f"on {month_day(day)}" + (f", {day.year}" if day.year != published.year else "")
    ago = (published - day).days
    if ago == 0:
        return rng.choice(["today", f"on {weekday}", "this morning"])
    if ago == 1:
        return rng.choice(["yesterday", f"on {weekday}", f"on {weekday} night"])
    if ago < 7:
        return rng.choice([f"on {weekday}", f"late on {weekday}", dated])
    return rng.choice(["last week", dated]) if ago < 14 - published.weekday() and ago > published.weekday() else dated

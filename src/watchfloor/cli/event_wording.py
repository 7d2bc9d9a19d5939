"""How an event's values read to people: when, where, how many, by whom."""

from collections.abc import Iterable

from watchfloor.records import DOERS, Count, Event, Party, Quantity, Site, Time, Toll, When

from . import wording


def when(value: When | None) -> str:
    """The days, "≤ 15 Oct 2021" where reports only bound them; empty where nothing is known."""
    if value is None or not (value.since or value.until):
        return ""
    if value.known == "bounded":
        return f"≤ {wording.day(value.until)}"
    return wording.time(Time("", 0, 0, value.since, value.until, value.precision))


def site(value: Site) -> str:
    """The place and its country: "Jalalabad, AFG"."""
    name = wording.words(value.name)
    return f"{name}, {value.country}" if value.country and value.precision != "country" else name


def party(value: Party) -> str:
    """Who, in one line."""
    return wording.words(value.name)


def parties(event: Event, most: int = 8) -> str:
    """Who to whom; a dash for whom no report names, a number for those beyond a few."""
    actors, recipients = (listed(map(party, side), most) or "–" for side in (event.actors, event.recipients))
    return f"{actors} → {recipients}" if event.actors or event.recipients else ""


def count(value: Count) -> str:
    """A number as its words allow it: "46", "46–50", "at least 46"."""
    return wording.quantity(Quantity("other", value.low, value.high, value.text, 0, 0))


def number(toll: Toll) -> str:
    """The number that is supported best, and between which ones the reports lie: "46 (25–100)"."""
    if toll.best is None:
        return "unknown"
    if toll.low == toll.high or toll.low is None or toll.high is None:
        return f"{toll.best:,}"
    return f"{toll.best:,} ({toll.low:,}–{toll.high:,})"


def toll(value: Toll, event: Event) -> str:
    """A number and what it counts: "46 (25–100) killed", "13 killed (U.S. service members)", "4 took part"."""
    if took_part(value):
        return f"{number(value)} took part"
    if not value.who:
        return f"{number(value)} {value.kind}"
    names = {each.id: party(each) for each in (*event.actors, *event.recipients)}
    return f"{number(value)} {value.kind} ({names.get(value.who) or wording.words(value.who)})"


def took_part(value: Toll) -> bool:
    """True of a number of attackers, protesters, soldiers sent: no harm, but the size of what was done."""
    return value.kind == "people" and value.who == DOERS


def plural(number: int, noun: str) -> str:
    """A count and its noun: "1 report", "2 reports"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(names: Iterable[str], most: int = 4) -> str:
    """Names in a row, those beyond a few as their number."""
    found = list(dict.fromkeys(names))
    rest = len(found) - most
    return ", ".join(found) if rest <= 1 else f"{', '.join(found[:most])} and {rest} more"

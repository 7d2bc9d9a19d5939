"""What is reported of the events, and the roundups over several of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import islice
from random import Random

from corpus import phrases, tables
from corpus.events import Event, events
from corpus.phrases import capital, fill
from watchfloor import knowledge

#: How many reports an event gets, and how often: most are told once, a few by everybody.
REPORTS = {1: 45, 2: 22, 3: 13, 4: 8, 5: 5, 6: 3, 8: 2, 12: 2}
#: What follows a first report, how often, and how many days after the event at least and at most.
FOLLOWING = {
    "local": (28, 0, 2),
    "copy": (18, 0, 1),
    "wire": (12, 0, 1),
    "claim": (10, 0, 2),
    "release": (8, 0, 2),
    "update": (8, 1, 5),
    "social": (6, 0, 0),
    "denial": (5, 1, 3),
    "late": (5, 20, 90),
}
#: What comes first.
FIRST = {"wire": 40, "local": 40, "release": 12, "claim": 8}
#: Of all documents, those over several events or none.
ROUNDUPS = {"brief": 0.05, "vague": 0.03, "aggregate": 0.02, "foreign": 0.01}
#: How far back a roundup looks, in days; a vague report means something of its last week or two.
SPAN = 14


@dataclass(frozen=True)
class Telling:
    """An event, and the characters of the text that tell it; "aggregate" and "vague" ones tell none for sure."""

    event: str
    start: int
    end: int
    told: str


@dataclass(frozen=True)
class Report:
    """A document to be; ``how`` is its kind, ``copy_of`` the report it copies."""

    how: str
    source: str
    title: str
    published: date
    text: str
    tellings: tuple[Telling, ...]
    copy_of: "Report | None" = None


class Draft:
    """A text in the making, that remembers which characters tell which event."""

    def __init__(self, opening: str = "") -> None:
        """Begin with a dateline, or with nothing."""
        self.text = opening
        self.tellings: list[Telling] = []

    def say(self, sentence: str, told: str = "", *of: Event) -> None:
        """Add a sentence, which tells these events in this way."""
        if self.text and not self.text.endswith(" "):
            self.text += " "
        start = len(self.text)
        self.text += capital(sentence)
        self.tellings += [Telling(event.id, start, len(self.text), told) for event in of]


def reports(seed: int, documents: int, days: int) -> list[Report]:
    """So many reports, by day of publication, of events spread over so many days."""
    happened: list[Event] = []
    made: list[Report] = []
    rest = sum(round(documents * share) for share in ROUNDUPS.values())
    for event in events(seed, days):
        if len(made) >= documents - rest:
            break
        happened.append(event)
        made += islice(_of_event(event, Random(f"{seed} reports {event.id}")), documents - rest - len(made))
    rng = Random(f"{seed} roundups")
    for how, share in ROUNDUPS.items():
        made += (_roundup(how, happened, rng) for _ in range(round(documents * share)))
    return sorted(made, key=lambda report: report.published)


def _of_event(event: Event, rng: Random) -> Iterator[Report]:
    first = _report(rng.choices(list(FIRST), weights=list(FIRST.values()))[0], event, event.day + _days(rng, 0, 1), rng)
    yield first
    seen = {first.how}
    for _ in range(rng.choices(list(REPORTS), weights=list(REPORTS.values()))[0] - 1):
        how = rng.choices(list(FOLLOWING), weights=[weight for weight, _, _ in FOLLOWING.values()])[0]
        _, soonest, latest = FOLLOWING[how]
        once = how in {"claim", "denial"} and (how in seen or event.kind.by == "people")
        if once or (how == "update" and not event.figures.get("killed")):
            how = "local"
        seen.add(how)
        if how == "copy":
            yield _copy(first, event, rng)
        else:
            yield _report(how, event, event.day + _days(rng, soonest, latest), rng)


def _report(how: str, event: Event, published: date, rng: Random) -> Report:
    """One report of one event."""
    theatre, words = event.theatre, tables.wording()
    larger = {"claim": rng.uniform(1.5, 3), "update": rng.uniform(1.2, 1.8)}.get(how, 1.0)
    slots = phrases.slots(event, published, rng, larger)
    source = rng.choice(words["wires"] if how == "wire" else theatre.outlets)
    draft = Draft()
    told = how if how in {"claim", "denial"} else "report"
    if how == "claim":
        by_group = event.kind.by == "group"
        source = theatre.claims if by_group else source
        voice = f"a statement by {slots['group']}" if by_group else f"the {theatre.adjective} defence ministry"
        draft.say(f"{fill(event.kind.own, slots)}, {voice} said.", told, event)
    elif how == "denial":
        who = slots["group"] if event.kind.by == "group" else f"the {theatre.adjective} government"
        draft.say(fill(f"{who} denied that {event.kind.denied}[ {{where}}].", slots), told, event)
    elif how == "update":
        slots["killed"] = slots["killed"] or phrases.number(round(event.figures["killed"] * larger))
        draft.say(f"{fill(rng.choice(words['updates']), slots)}, {rng.choice(words['speakers'])}.", told, event)
    elif how == "release":
        draft.say(f"the {theatre.adjective} interior ministry said that {_lead(event, slots, rng)}.", told, event)
    elif how == "social":
        source = rng.choice(["twitter", "facebook", "telegram"])
        draft.say(f"BREAKING: {_lead(event, slots, rng)}!", told, event)
    else:
        if how == "wire" and rng.random() < 0.4:
            draft = Draft(f"{event.town.upper()}, {theatre.country} ({outlets()[source]}) - ")
        draft.say(f"{_lead(event, slots, rng)}, {rng.choice(words['speakers'])}.", told, event)
    for sentence in rng.sample(words["context"], rng.randrange(1, 4) if how != "social" else 1):
        draft.say(fill(sentence, slots))
    return Report(how, source, _headline(event, slots, rng), published, draft.text, tuple(draft.tellings))


def _copy(original: Report, event: Event, rng: Random) -> Report:
    """The same words under another headline in another paper: some without the last sentence, most with a credit."""
    text = original.text
    if rng.random() < 0.3:
        cut = text.rstrip(".").rfind(". ") + 1
        text = text[:cut] if cut >= max(telling.end for telling in original.tellings) else text
    if rng.random() < 0.6:
        text = f"{text} {fill(rng.choice(tables.wording()['credits']), {'outlet': outlets()[original.source]})}"
    published = original.published + _days(rng, 0, 1)
    others = [outlet for outlet in event.theatre.outlets if outlet != original.source]
    title = _headline(event, phrases.slots(event, published, rng), rng)
    return replace(
        original, how="copy", source=rng.choice(others), title=title, published=published, text=text, copy_of=original
    )


def _roundup(how: str, happened: Sequence[Event], rng: Random) -> Report:
    """A document over what happened in one theatre in the two weeks before it."""
    latest = rng.choice([event for event in happened if how == "brief" or _attack(event)])
    theatre, words, published = latest.theatre, tables.wording(), latest.day + _days(rng, 1, 7)
    since = published - timedelta(days=SPAN)
    recent = [event for event in happened if event.theatre == theatre and since <= event.day < published]
    if how == "vague":
        recent = [event for event in recent if event.kind.noun == latest.kind.noun]
    elif how == "aggregate":
        recent = [event for event in recent if event.group == latest.group and _attack(event)]
    slots = phrases.slots(latest, published, rng)
    slots |= {"minister": rng.choice(words["ministers"]), "number": phrases.number(rng.randrange(3, 20))}
    slots |= {"days": phrases.number(rng.choice([2, 3, 7, 10]))}
    draft = Draft()
    if how == "brief":
        source = rng.choice(words["briefs"])
        for event in sorted(recent, key=lambda event: event.day)[-4:]:
            cited = min(event.day + _days(rng, 0, 2), published)
            lead = _lead(event, phrases.slots(event, published, rng), rng)
            citation = f"{outlets()[rng.choice(theatre.outlets)]}, {phrases.month_day(cited)}"
            draft.say(f"{lead} ({citation}).", "report", event)
        title = f"{theatre.country}: the past two weeks"
    elif how == "foreign":
        source, title = rng.choice(words["wires"]), theatre.country
        draft.say(fill(rng.choice(words["foreign"]), slots))
    else:
        source, title = rng.choice(theatre.outlets), f"Violence in {theatre.region}"
        draft.say(fill(rng.choice(words["vague" if how == "vague" else "aggregates"]), slots), how, *recent)
    if how != "foreign":
        draft.say(fill(rng.choice(words["context"]), slots))
    return Report(how, source, title, published, draft.text, tuple(draft.tellings))


def _attack(event: Event) -> bool:
    return event.kind.type == "ASSAULT" and event.kind.by == "group"


def _lead(event: Event, slots: dict[str, str | None], rng: Random) -> str:
    return fill(rng.choice([lead for lead in event.kind.leads if phrases.fits(lead, slots)]), slots)


def _headline(event: Event, slots: dict[str, str | None], rng: Random) -> str:
    fitting = [headline for headline in event.kind.headlines if phrases.fits(headline, slots)]
    return fill(rng.choice(fitting or [f"{capital(event.kind.noun)} in {{country}}"]), slots)


def _days(rng: Random, low: int, high: int) -> timedelta:
    return timedelta(days=rng.randint(low, high))


@cache
def outlets() -> dict[str, str]:
    """The names of the outlets of the registry, by id, as a citation gives them: without the country in brackets."""
    return {source.id: source.name.partition(" (")[0] for source in knowledge.load().sources}

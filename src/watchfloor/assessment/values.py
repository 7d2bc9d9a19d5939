"""How values are written: "actor=iskp", "place=Kunduz, AFG", "time=2021-10-01..2021-10-08", "killed=46-50"."""

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, get_args

from watchfloor.knowledge import Knowledge
from watchfloor.knowledge.actor_entries import span
from watchfloor.knowledge.name_words import tokens
from watchfloor.knowledge.places import Gazetteer
from watchfloor.records import (
    Kind,
    Modality,
    Participant,
    Place,
    PlacePrecision,
    Polarity,
    Quantity,
    Speaker,
    Stance,
    Statement,
    Status,
    TimePrecision,
)

from .errors import DecisionError

#: What is counted, as a statement's quantities name it.
COUNTED = tuple(
    "killed wounded casualties arrested abducted displaced released people soldiers vehicles attacks money".split()
)
#: What a gazetteer's level is called in a statement.
PRECISION: Mapping[str, PlacePrecision] = {
    "country": "country", "admin1": "admin1", "admin2": "admin1", "region": "unresolved", "feature": "point",
    "city": "city",
}  # fmt: skip
#: Slots that hold one of a few words, and whether they may be empty.
WORDS: Mapping[str, tuple[tuple[str, ...], bool]] = {
    "modality": (get_args(Modality), False),
    "polarity": (get_args(Polarity), False),
    "stance": (get_args(Stance), True),
    "aggregate": (("true", "false"), False),
}
#: Names by which slots with several values are set; the plural is understood as well.
SEVERAL = {"actor": "actors", "recipient": "recipients", "place": "places", "mode": "modes", "context": "contexts"}
#: What an event has: no more than its reports can be overruled on.
OF_EVENT = frozenset({"type", "status", "actors", "recipients", "places", "time", "quantities"})


class Reading:
    """Reads values against what is known; raises DecisionError, one line each."""

    def __init__(self, known: Knowledge) -> None:
        """Take the knowledge; each part is read when it is first needed."""
        self._known = known

    def kind(self, type_: str) -> Kind:
        """The kind of a type of the ontology."""
        found = self._known.lexicon.types.get(type_)
        if found is None:
            near = difflib.get_close_matches(type_.upper(), self._known.lexicon.types, 1)
            hint = f"did you mean {near[0]}?" if near else f"one of {', '.join(sorted(self._known.lexicon.types))}"
            raise DecisionError(f"no type {type_!r}: {hint}")
        return found.kind

    def mode(self, mode: str, type_: str) -> str:
        """A mode that the type has."""
        found = self._known.lexicon.types.get(type_)
        modes = found.modes if found else ()
        if mode not in modes:
            raise DecisionError(f"no mode {mode!r} of {type_}: {', '.join(modes) or 'it has none'}")
        return mode

    def source(self, name: str) -> str:
        """The id of a source by id, name or host; the name itself where none is registered."""
        return self._known.sources.identify(name)

    def actor_named(self, words: str) -> str:
        """The id of an actor by id or name; the words themselves where nobody is registered under them."""
        return self.participant(words).id or " ".join(words.split())

    def participant(self, words: str) -> Participant:
        """Who is meant: an id ("iskp", "afg.police"), a name of the registry, or a name that it does not have."""
        words = " ".join(words.split())
        actors = self._known.actors
        claim = None if words in actors else actors.claim(tokens(words))
        id_ = words if words in actors else claim.actor if claim else None
        if id_ is not None:
            actor = actors[id_]
            return Participant("", 0, 0, None, actor.id, actor.name, actor.type, actor.country)
        state, _, sector = words.partition(".")
        if re.fullmatch(r"[a-z-]+", sector) and state in actors and actors[state].type == "state":
            name = f"{actors[state].name}: {sector}"
            return Participant("", 0, 0, None, words, name, sector, actors[state].country)
        if re.fullmatch(r"[a-z0-9]+([-.][a-z0-9]+)*", words):
            near = difflib.get_close_matches(words, actors, 3)
            hint = f"; near: {', '.join(near)}" if near else ""
            raise DecisionError(
                f"no actor {words!r} in the registry{hint}; a name that it lacks is written in capitals"
            )
        if not words:
            raise DecisionError("an actor has no name")
        return Participant("", 0, 0, None, None, words)

    def place(self, words: str) -> Place:
        """Where is meant: "Kunduz, AFG", "Kunduz, Kunduz, AFG" (division), "Afghanistan", or "34.5, 69.2" (degrees)."""
        if point := re.fullmatch(r"\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*", words):
            latitude, longitude = map(float, point.groups())
            if abs(latitude) > 90 or abs(longitude) > 180:
                raise DecisionError(f"{words!r} is no point on Earth: latitude, longitude in degrees")
            return Place("", 0, 0, words.strip(), None, None, latitude, longitude, None, "point")
        name, *within = (part.strip() for part in words.split(","))
        country = self._known.places.country(within[-1]) if within else None
        if within and country is None:
            raise DecisionError(f"no country {within[-1]!r}: write a place as NAME, COUNTRY or NAME, DIVISION, COUNTRY")
        found = [g for g in self._known.places.find(name) if country is None or g.country == country]
        if len(within) > 1:
            found = [g for g in found if (g.admin1 or "").casefold() == within[0].casefold()]
        if not found:
            raise DecisionError(f"no place {words!r} in the gazetteer; a point is written as LATITUDE, LONGITUDE")
        # A town of the name before the division around it; of several in one country the most populous.
        best = sorted(found, key=lambda g: (g.level not in ("country", "city", "feature"), -g.population))
        if country is None and len({g.country for g in best}) > 1 and best[0].level != "country":
            countries = ", ".join(sorted({g.country or "?" for g in best}))
            raise DecisionError(f"{name!r} lies in {countries}: say which, as in place={name}, {best[0].country}")
        return _place(best[0])


def read_value(assignment: str, statement: Statement, reading: Reading, *, event: bool = False) -> tuple[str, Any]:
    """The slot of the record, and its value as plain JSON, that "NAME=VALUE" says; values are separated by ";".

    Words that stand in the statement's sentence keep their span, others have an empty one.
    """
    name, equals, text = assignment.partition("=")
    name, text = name.strip().lower(), text.strip()
    if not equals:
        raise DecisionError(f"{assignment!r}: write NAME=VALUE, for example actor=iskp")
    slot, value = _read(SEVERAL.get(name, name), text, statement, reading, event)
    if event and slot not in OF_EVENT:
        raise DecisionError(f"an event has no slot {name!r} to set: set it in its statements")
    return slot, value


def _read(slot: str, text: str, statement: Statement, reading: Reading, event: bool) -> tuple[str, Any]:
    parts = [part.strip() for part in text.split(";") if part.strip()]
    if slot in COUNTED:
        counts = [_count(slot, part) for part in parts]
        if event:  # only the kind set is overruled, so that it is named even where nothing was counted
            return "quantities", counts or [asdict(Quantity(slot, None, None, "", 0, 0))]
        return "quantities", [*(asdict(q) for q in statement.quantities if q.kind != slot), *counts]
    if slot in WORDS:
        return slot, _word(slot, text)
    if slot == "status" and event:
        if text not in get_args(Status):
            raise DecisionError(f"status={text}: one of {', '.join(get_args(Status))}")
        return slot, text
    readers: Mapping[str, Callable[[], Any]] = {
        "type": lambda: _type(text.upper(), statement, reading),
        "modes": lambda: [reading.mode(part, statement.type) for part in parts],
        "contexts": lambda: parts,
        "actors": lambda: [_spanned(reading.participant(part), part, statement) for part in parts],
        "recipients": lambda: [_spanned(reading.participant(part), part, statement) for part in parts],
        "places": lambda: [_spanned(reading.place(part), part.partition(",")[0], statement) for part in parts],
        "time": lambda: _time(text),
        "speaker": lambda: _speaker(text, statement, reading),
        "about": lambda: [_id(part) for part in parts],
    }
    if slot not in readers:
        names = sorted({*SEVERAL, *WORDS, *COUNTED, *(r for r in readers if r not in SEVERAL.values())})
        raise DecisionError(f"no slot {slot!r} to set: {', '.join(names)}")
    return slot, readers[slot]()


def _type(type_: str, statement: Statement, reading: Reading) -> str:
    if (kind := reading.kind(type_)) != statement.kind:
        raise DecisionError(
            f"{type_} is a {kind}, this is a statement of an {statement.kind}: reject it and add another"
        )
    return type_


def _word(slot: str, text: str) -> Any:
    known, empty = WORDS[slot]
    if not text and empty:
        return None
    if text not in known:
        raise DecisionError(f"{slot}={text}: one of {', '.join(known)}")
    return text == "true" if slot == "aggregate" else text


def _time(text: str) -> Any:
    if not text:
        return None
    since, dots, until = (part.strip() for part in text.partition(".."))
    try:
        first, last = span(since)[0], span(until if dots else since)[1]
    except ValueError as error:
        raise DecisionError(f"time={text}: {error}, or two of them with .. between") from error
    if first > last:
        raise DecisionError(f"time={text}: {since} is after {until}")
    sizes: Mapping[int, TimePrecision] = {4: "year", 7: "month", 10: "day"}
    precision = "interval" if dots and first != last else sizes[len(since)]
    return {
        "text": "", "start": 0, "end": 0, "from": first.isoformat(), "to": last.isoformat(), "precision": precision,
    }  # fmt: skip


def _count(kind: str, text: str) -> Any:
    bounds = re.fullmatch(r"(\d*)(-?)(\d*)", text.replace(" ", "").replace(",", ""))
    low, dash, high = bounds.groups() if bounds else ("", "", "")
    if not (low or high) or not (dash or low):
        raise DecisionError(f"{kind}={text}: write 46, 46-50, 46- (at least) or -50 (at most)")
    least = int(low) if low else None
    most = (int(high) if high else None) if dash else least
    if least is not None and most is not None and least > most:
        raise DecisionError(f"{kind}={text}: {least} is more than {most}")
    return asdict(Quantity(kind, least, most, "", 0, 0))


def _speaker(text: str, statement: Statement, reading: Reading) -> Any:
    if not text:
        return None
    one = reading.participant(text)
    return _spanned(Speaker("", 0, 0, one.id, one.name), text, statement)


def _id(text: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{16}", text):
        raise DecisionError(f"about={text}: whole ids of statements, 16 hexadecimal digits each")
    return text


def _spanned(one: Participant | Place | Speaker, words: str, statement: Statement) -> Any:
    """The value with the span of its words, where the statement's sentence has them."""
    value = asdict(one)
    at = statement.evidence.text.find(words)
    if at >= 0:
        start = statement.evidence.start + at
        value |= {"text": words, "start": start, "end": start + len(words)}
    return value


def _place(found: Gazetteer) -> Place:
    return Place(
        "", 0, 0, found.name, found.country, found.admin1, found.latitude, found.longitude, found.geonames,
        PRECISION[found.level],
    )  # fmt: skip

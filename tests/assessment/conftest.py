"""Statements made by hand: what assessment is tried on."""

from collections.abc import Callable
from typing import Any

import pytest

from watchfloor import knowledge
from watchfloor.assessment import Member, Publication, Ties
from watchfloor.records import (
    Attribution,
    Citation,
    Participant,
    Place,
    Quantity,
    Span,
    Speaker,
    Statement,
    Time,
    Voice,
    digest,
)

#: Gazetteer entries that the tests name.
PLACES = {
    "AFG": Place("", 0, 0, "Afghanistan", "AFG", None, 33.0, 66.0, 1149361, "country"),
    "Kunduz": Place("", 0, 0, "Kunduz", "AFG", "Kunduz", 36.73, 68.86, 1135689, "city"),
    "Kandahar": Place("", 0, 0, "Kandahar", "AFG", "Kandahar", 31.61, 65.71, 1138336, "city"),
    "Kunduz province": Place("", 0, 0, "Kunduz", "AFG", "Kunduz", 36.8, 68.9, 1135690, "admin1"),
    "Khan Abad": Place("", 0, 0, "Khan Abad", "AFG", "Kunduz", 36.68, 69.11, 1136575, "city"),
    "Kunduz airport": Place("", 0, 0, "Kunduz Airport", "AFG", "Kunduz", 36.66, 68.91, None, "point"),
}

Make = Callable[..., Member]


@pytest.fixture(scope="session")
def ties() -> Ties:
    """The shipped registry."""
    return Ties(knowledge.load())


@pytest.fixture
def make() -> Make:
    """Members in short words: ``make("afp", killed=55, place="Kunduz")``; each call is another sentence."""
    count = 0

    def member(
        publisher: str = "paper",
        *,
        type: str = "ASSAULT",
        actor: str | tuple[str, ...] = (),
        recipient: str | tuple[str, ...] = (),
        place: str | tuple[str, ...] = (),
        time: str | None = None,
        cites: str | tuple[str, ...] = (),
        cited: str | None = None,
        outlet: str | None = None,
        speaker: str | None = None,
        published: str | None = "2021-10-08",
        document: str | None = None,
        **slots: Any,
    ) -> Member:
        nonlocal count
        count += 1
        kinds = ("killed", "wounded", "arrested")
        counts = [_quantity(kind, slots.pop(kind)) for kind in kinds if kind in slots]
        voice = _registered(speaker) if speaker else None
        citations = tuple(Citation(c, c, cited, f"({c})", 0, 0) for c in _several(cites))
        chain = [Voice("outlet", c.text, c.start, c.end, c.source) for c in citations]
        chain += [Voice("agency", outlet, 5, 9, outlet)] if outlet else []
        chain += [Voice("official", voice.text, 7, 8, voice.id)] if voice else []
        document = document or f"{publisher}-{published}"
        start = 10 * count
        statement = Statement(
            id=digest(document, type, start, count),
            document=document,
            section=None,
            type=type,
            trigger=Span("attack", start, start + 6),
            evidence=Span(f"Sentence {count}.", start, start + 9),
            actors=tuple(map(_registered, _several(actor))),
            recipients=tuple(map(_registered, _several(recipient))),
            places=tuple(PLACES[p] for p in _several(place)),
            time=_time(time),
            attribution=Attribution(
                Speaker(voice.text, 7, 8, voice.id, voice.name) if voice else None, tuple(chain), citations
            ),
            quantities=tuple(counts),
            **{"kind": "event", "confidence": 0.9} | slots,
        )
        return Member(statement, Publication(document, f"{document}.txt", published, publisher, None))

    return member


def _several(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _registered(words: str) -> Participant:
    """Small letters and no blank: an id of the registry; else words that it does not know."""
    id_ = words if words == words.lower() and " " not in words else None
    return Participant(words, 0, len(words), None, id_, words)


def _time(words: str | None) -> Time | None:
    if words is None:
        return None
    since, _, until = words.partition("..")
    return Time(words, 0, len(words), since, until or since, "interval" if until else "day")


def _quantity(kind: str, number: int | tuple[int | None, int | None]) -> Quantity:
    low, high = number if isinstance(number, tuple) else (number, number)
    return Quantity(kind, low, high, str(low), 0, 0)

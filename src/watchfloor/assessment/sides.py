"""Who did it and to whom: the parties supported best, and doers who cannot both have done it."""

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

from watchfloor.records import Dispute, Participant, Party, Statement

from .claims import claimed
from .members import Member
from .ranking import Candidate, Weights, candidates, dispute, ranked
from .ties import Ties

#: Words that only count people and say nothing of who they are: "46 people", "dozens", "55".
COUNTED = re.compile(
    r"^(?:(?:about|at least|around|nearly|some|more than|up to|over|several|many|scores|dozens|hundreds|thousands|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|of|the|other|others|[\d,.]+|"
    r"people|persons|dead|killed|wounded|injured|casualties|victims)\s*)+$",
    re.IGNORECASE,
)


def roles(statement: Statement) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Doers and sufferers of a statement; who dies of nobody's act suffers, who has claimed nothing did nothing."""
    if statement.type == "DIE":
        return (), (*statement.actors, *statement.recipients)
    if claimed(statement) == "unclaimed":
        return (), ()
    return statement.actors, statement.recipients


def doers(
    members: Sequence[Member], weights: Weights, ties: Ties, on: date | None
) -> tuple[tuple[Party, ...], Dispute | None]:
    """Who did it: the registered actor supported best and those named beside it, else the words supported best.

    ``weights`` are those of accusations: who claims a deed has no stake in being believed against himself.
    """
    given = [(p, m.id) for m in members for p in roles(m.statement)[0] if not COUNTED.match(_name(p))]
    registered = [(p, id_) for p, id_ in given if _acts(p, ties)] or [(p, id_) for p, id_ in given if p.id]
    order = _ranked(registered or given, weights, ties, on)
    if not order:
        return (), None
    named = {c.value.id: set(c.statements) for c in order}

    def beside(one: Participant, other: Participant) -> bool:
        return bool(named[one.id] & named[other.id])

    def clash(one: Participant, other: Participant) -> bool:
        return _acts(one, ties) and _acts(other, ties) and not (_kin(one, other, ties, on) or beside(one, other))

    best = order[0]
    if not registered:
        return (_party(best, ties, on),), None
    with_it = [c for c in order[1:] if beside(c.value, best.value) and not _kin(c.value, best.value, ties, on)]
    found = tuple(_party(c, ties, on) for c in (best, *with_it))
    words = {c.value.id: _party(c, ties, on).name for c in order}
    wider = partial(_wider, ties=ties, on=on)
    return found, dispute("actors", order, clash, wider, lambda p: words[p.id], weights)


def sufferers(members: Sequence[Member], weights: Weights, ties: Ties, on: date | None) -> tuple[Party, ...]:
    """To whom it was done: all that reports name, the narrower of two of a kind; they do not exclude each other."""
    given = [(p, m.id) for m in members for p in roles(m.statement)[1] if not COUNTED.match(_name(p))]
    order = _ranked(given, weights, ties, on)
    narrowest = [
        c for c in order if not any(o is not c and _wider(c.value, o.value, ties, on) and o.value.id for o in order)
    ]
    return tuple(_party(c, ties, on) for c in sorted(narrowest, key=lambda c: c.value.id is None))


def _ranked(
    given: Sequence[tuple[Participant, str]], weights: Weights, ties: Ties, on: date | None
) -> list[Candidate[Participant]]:
    found = candidates(given, lambda p: p.id or _name(p).casefold())
    height = {c.value.id: -float(len(ties.above(c.value.id, on))) if c.value.id else 1.0 for c in found}
    return ranked(found, lambda a, b: _wider(a, b, ties, on), lambda p: height[p.id], weights)


def _wider(wide: Participant, narrow: Participant, ties: Ties, on: date | None) -> bool:
    return bool(wide.id and narrow.id) and ties.wider(str(wide.id), str(narrow.id), on)


def _kin(one: Participant, other: Participant, ties: Ties, on: date | None) -> bool:
    return ties.kin(str(one.id), str(other.id), on)


def _acts(participant: Participant, ties: Ties) -> bool:
    return participant.id is not None and ties.acts(participant.id)


def _party(candidate: Candidate[Participant], ties: Ties, on: date | None) -> Party:
    one = candidate.value
    # An organ without an entry ("usa.military") keeps the words of the text.
    name = ties.name(one.id, on) if one.id else _name(one)
    name = _name(one) if name == one.id else name
    return Party(name, one.id, one.type, one.country, "stated", tuple(candidate.statements))


def _name(participant: Participant) -> str:
    return participant.name or participant.text

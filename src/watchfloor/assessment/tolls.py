"""How many: every number that reports give, by what they count; the least, the most, the one supported best."""

import math
from collections.abc import Sequence

from watchfloor.records import DOERS, Count, Dispute, Quantity, Statement, Toll

from .members import Member
from .ranking import Weights, candidates, dispute, ranked
from .sides import roles

#: Sums of money and what has no kind are told of events, and are no toll.
LEFT_OUT = frozenset({"money", "other"})


def tolls(members: Sequence[Member], weights: Weights) -> tuple[tuple[Toll, ...], tuple[Dispute, ...]]:
    """The tolls by kind and by group counted, in the order of telling, and the counts outside each other's bounds."""
    given: dict[tuple[str, str | None], list[tuple[Count, str]]] = {}
    for member in members:
        by_group: dict[tuple[str, str | None], list[Quantity]] = {}
        for quantity in member.statement.quantities:
            if quantity.kind not in LEFT_OUT:
                by_group.setdefault((quantity.kind, _who(quantity, member.statement)), []).append(quantity)
        for group, quantities in by_group.items():
            given.setdefault(group, []).append((_count(quantities, member, weights), member.id))
    found, disputes = [], []
    for (kind, who), counts in given.items():
        order = ranked(candidates(counts, lambda c: (c.low, c.high)), _wider, _width, weights)
        bounds = [b for c, _ in counts for b in (c.low, c.high) if b is not None]
        best = order[0].value
        number = best.low if best.low is not None else best.high
        low, high = min(bounds, default=None), max(bounds, default=None)
        found.append(Toll(kind, who, low, number, high, tuple(c for c, _ in counts)))
        slot = f"{kind} ({who})" if who else kind
        if differing := dispute(slot, order, _apart, _wider, words, weights):
            disputes.append(differing)
    return tuple(found), tuple(disputes)


def words(count: Count) -> str:
    """The number as the spreadsheet writes it: "4", "4-6", "10-" (at least), "-10" (at most)."""
    if count.low == count.high:
        return str(count.low)
    return f"{'' if count.low is None else count.low}-{'' if count.high is None else count.high}"


def _who(quantity: Quantity, statement: Statement) -> str | None:
    """The group that a number stands with ("13 American troops"); None for people at large."""
    actors, recipients = roles(statement)
    for participants, unnamed in ((recipients, None), (actors, DOERS)):
        for one in participants:
            if one.start <= quantity.start and quantity.end <= one.end:
                return one.id or unnamed
    return None


def _count(quantities: Sequence[Quantity], member: Member, weights: Weights) -> Count:
    """One number of several of a kind, which may be parts of each other or not: the largest, up to their sum."""
    first = quantities[0]
    low, high = first.low, first.high
    if len(quantities) > 1:
        lows, highs = [q.low or 0 for q in quantities], [q.high for q in quantities]
        low, high = max(lows), None if None in highs else sum(h or 0 for h in highs)
    speaker = member.statement.attribution.speaker
    return Count(
        low,
        high,
        ", ".join(q.text for q in quantities),
        member.id,
        (speaker.name or speaker.text) if speaker else None,
        next(iter(weights.origins.get(member.id, ())), None),
    )


def _bounds(count: Count) -> tuple[float, float]:
    return (0 if count.low is None else count.low), (math.inf if count.high is None else count.high)


def _wider(wide: Count, narrow: Count) -> bool:
    """True where a count supports another: a range those in it, "at least ten" ten, and not every larger number."""
    if wide.high is None:
        return wide.low == narrow.low
    if wide.low is None:
        return wide.high == narrow.high
    return narrow.low is not None and narrow.high is not None and wide.low <= narrow.low and narrow.high <= wide.high


def _apart(one: Count, other: Count) -> bool:
    (a, b), (c, d) = _bounds(one), _bounds(other)
    return b < c or d < a


def _width(count: Count) -> float:
    low, high = _bounds(count)
    return high - low

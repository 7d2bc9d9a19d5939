"""When an event happened: the days that reports name, and what bounds them where none does."""

from collections.abc import Sequence
from datetime import date

from watchfloor.records import Dispute, Time, When

from .members import Member
from .ranking import Weights, candidates, dispute, ranked


def when(members: Sequence[Member], weights: Weights) -> tuple[When | None, Dispute | None]:
    """The days supported best, and the days that cannot both be right; members in the order of their dates."""
    given = [(t, m.id) for m in members if (t := m.statement.time) and t.since and t.until]
    order = ranked(candidates(given, lambda t: (t.since, t.until)), _wider, _days, weights)
    if not order:
        return _bounded(members), None
    best = order[0].value
    found = When(best.since, best.until, best.precision, "stated", tuple(order[0].statements))
    return found, dispute("time", order, _apart, _wider, _words, weights)


def _bounded(members: Sequence[Member]) -> When | None:
    """Not after the earliest day on which somebody reports it."""
    dated = [m for m in members if m.day]
    if not dated:
        return None
    first = min(m.day or "" for m in dated)
    return When(None, first, "unresolved", "bounded", tuple(m.id for m in dated if m.day == first))


def _wider(wide: Time, narrow: Time) -> bool:
    return bool(wide.since and narrow.since and wide.until and narrow.until) and (
        str(wide.since) <= str(narrow.since) and str(narrow.until) <= str(wide.until)
    )


def _apart(one: Time, other: Time) -> bool:
    return str(one.until) < str(other.since) or str(other.until) < str(one.since)


def _days(time: Time) -> float:
    return (date.fromisoformat(str(time.until)) - date.fromisoformat(str(time.since))).days


def _words(time: Time) -> str:
    return str(time.since) if time.since == time.until else f"{time.since} to {time.until}"

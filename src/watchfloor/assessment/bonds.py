"""Which statements people put together or apart, and what of it still holds after later decisions."""

from collections.abc import Sequence
from dataclasses import dataclass

from watchfloor.records import Decision

Pair = tuple[str, str]


@dataclass(frozen=True)
class Bonds:
    """What decisions ask of linking: pairs of statements that belong together or not, actors that are one or not."""

    together: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
    same_actor: tuple[Pair, ...] = ()
    different_actor: tuple[Pair, ...] = ()


class Binding:
    """Takes merges, splits and events held apart by their time; on each pair of statements the latest one holds."""

    def __init__(self) -> None:
        """Nothing is bound."""
        self._together: dict[Pair, Decision] = {}
        self._apart: dict[Pair, Decision] = {}
        self._ended: dict[str, tuple[Decision, Decision]] = {}

    def merge(self, decision: Decision, one: Sequence[str], other: Sequence[str]) -> None:
        """Tie all statements of both events."""
        for pair in _across(one, other):
            if (earlier := self._apart.pop(pair, None)) is not None:
                self._end(earlier, decision)
        self._tie((*one, *other), decision)

    def apart(self, decision: Decision, one: Sequence[str], other: Sequence[str]) -> None:
        """Hold each statement of one event apart from each of another; neither need be one event for that."""
        for pair in _across(one, other):
            if (earlier := self._together.pop(pair, None)) is not None:
                self._end(earlier, decision)
            self._apart[pair] = decision

    def split(self, decision: Decision, out: Sequence[str], rest: Sequence[str]) -> None:
        """Hold each of ``out`` apart from each of the rest; those taken out tell one event.

        What an earlier merge tied on either side stays tied there.
        """
        cut: dict[str, tuple[Decision, dict[str, None]]] = {}
        for pair in _across(out, rest):
            if (earlier := self._together.pop(pair, None)) is not None:
                self._end(earlier, decision)
                cut.setdefault(earlier.id, (earlier, {}))[1].update(dict.fromkeys(pair))
            self._apart[pair] = decision
        for earlier, tied in cut.values():
            for side in (out, rest):
                self._tie([id_ for id_ in side if id_ in tied], earlier)
        self._tie(out, decision)

    def pairs(self) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
        """Those together, and those apart."""
        return tuple(sorted(self._together)), tuple(sorted(self._apart))

    def overruled(self) -> dict[str, Decision]:
        """Ids of decisions of which nothing is left, to the later ones that ended them."""
        left = {d.id for d in (*self._together.values(), *self._apart.values())}
        return {earlier.id: later for earlier, later in self._ended.values() if earlier.id not in left}

    def _tie(self, ids: Sequence[str], decision: Decision) -> None:
        """Each one with the first, which is enough to make one event of them."""
        for pair in (_pair(ids[0], each) for each in ids[1:] if each != ids[0]):
            if (earlier := self._apart.pop(pair, None)) is not None:
                self._end(earlier, decision)
            self._together[pair] = decision

    def _end(self, earlier: Decision, later: Decision) -> None:
        self._ended[earlier.id] = (earlier, later)


def _across(one: Sequence[str], other: Sequence[str]) -> list[Pair]:
    return sorted({_pair(a, b) for a in one for b in other if a != b})


def _pair(one: str, other: str) -> Pair:
    return min(one, other), max(one, other)

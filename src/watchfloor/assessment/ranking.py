"""The values that reports give for one slot: which is supported best, and which cannot both hold."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from watchfloor.records import Dispute, Side

T = TypeVar("T")


@dataclass
class Candidate(Generic[T]):
    """One value with the statements that give it, in the order of the reports."""

    value: T
    statements: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Weights:
    """What a statement adds to a value: its sources, and whether one of them is not a party."""

    origins: Mapping[str, tuple[str, ...]]
    interested: Collection[str]

    def support(self, statements: Iterable[str]) -> tuple[int, int]:
        """How many independent sources give a value: those without a stake in it, and all."""
        free: set[str] = set()
        every: set[str] = set()
        for id_ in statements:
            names = self.origins.get(id_, ())
            every.update(names)
            if id_ not in self.interested:
                free.update(names)
        return len(free), len(every)

    def names(self, statements: Iterable[str]) -> tuple[str, ...]:
        """The sources that give a value."""
        return tuple(dict.fromkeys(name for id_ in statements for name in self.origins.get(id_, ())))


def candidates(given: Iterable[tuple[T, str]], key: Callable[[T], object]) -> list[Candidate[T]]:
    """Values with their statements; equal keys are one value, the first one told."""
    found: dict[object, Candidate[T]] = {}
    for value, statement in given:
        candidate = found.setdefault(key(value), Candidate(value))
        if statement not in candidate.statements:
            candidate.statements.append(statement)
    return list(found.values())


def ranked(
    found: Sequence[Candidate[T]], wider: Callable[[T, T], bool], size: Callable[[T], float], weights: Weights
) -> list[Candidate[T]]:
    """Best first: by independent support, then the more precise (smaller) value, then the one told first.

    Who gives a wider value supports each narrower one in it: "in Afghanistan" does not speak against Kunduz.
    """
    if len(found) < 2:
        return list(found)

    def rank(number: int) -> tuple[int, int, float, int]:
        value = found[number].value
        behind = (other for other in found if other.value is value or wider(other.value, value))
        free, every = weights.support(id_ for other in behind for id_ in other.statements)
        return -free, -every, size(value), number

    return [found[k] for k in sorted(range(len(found)), key=rank)]


def dispute(
    slot: str,
    order: Sequence[Candidate[T]],
    clash: Callable[[T, T], bool],
    wider: Callable[[T, T], bool],
    words: Callable[[T], str],
    weights: Weights,
) -> Dispute | None:
    """The values that cannot hold beside some other, best supported first; None where all can be true.

    A wider value that speaks against nothing else stands on the side of the narrower one, where there is just one.
    """
    if len(order) < 2:
        return None
    numbers = range(len(order))
    against = [{k for k in numbers if k != n and clash(order[n].value, order[k].value)} for n in numbers]
    within = [
        [k for k in numbers if k != n and against[n] <= against[k] and wider(order[n].value, order[k].value)]
        for n in numbers
    ]
    sides = [n for n in numbers if against[n] and not any(against[k] for k in within[n])]
    on = [[k for k in within[n] if k in sides] for n in numbers]
    found = []
    for n in sides:
        behind = [order[n], *(order[k] for k in numbers if on[k] == [n] or (against[k] and n in on[k]))]
        statements = tuple(dict.fromkeys(id_ for candidate in behind for id_ in candidate.statements))
        found.append(Side(words(order[n].value), statements, weights.names(statements)))
    return Dispute(slot, tuple(found)) if found else None

"""Which decisions hold: all that nobody has undone."""

from collections.abc import Iterable

from watchfloor.records import Decision


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The rows that are not undone, undoings among them, in the order of their time; an undo can itself be undone."""
    undone: set[str | None] = set()
    held = []
    for decision in sorted(decisions, key=lambda d: (d.at, d.id), reverse=True):
        if decision.id not in undone:
            held.append(decision)
            if decision.action == "undo":
                undone.add(decision.undoes)
    return held[::-1]


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that have an effect, in the order of their time."""
    return [d for d in standing(decisions) if d.action != "undo"]

"""How far two reviewers agree on the statements that both have judged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from watchfloor.records import Decision

from .anchors import Finder
from .force import in_force
from .members import Member

#: What a decision says of a statement.
JUDGEMENTS: Mapping[str, str] = {"confirm": "right", "set": "corrected", "reject": "wrong"}


@dataclass(frozen=True)
class Agreement:
    """Two reviewers: how many statements both judged, how many alike, and Cohen's kappa, None where undefined.

    ``counts``: (judgement of the first, of the second) to how many statements; judgements are right, corrected, wrong.
    """

    first: str
    second: str
    both: int
    alike: int
    kappa: float | None
    counts: Mapping[tuple[str, str], int]


def kappa(first: Mapping[str, str], second: Mapping[str, str]) -> float | None:
    """Cohen's kappa over what both judged: agreement beyond the chance that their own habits give (Cohen 1960).

    None where they judged nothing in common, or where chance alone would make them agree on everything.
    """
    both = sorted(first.keys() & second.keys())
    if not both:
        return None
    n = len(both)
    observed = sum(first[s] == second[s] for s in both) / n
    values = {first[s] for s in both} | {second[s] for s in both}
    chance = sum(sum(first[s] == v for s in both) * sum(second[s] == v for s in both) for v in values) / n**2
    return None if chance == 1 else (observed - chance) / (1 - chance)


def judgements(decisions: Iterable[Decision], members: Iterable[Member]) -> dict[str, dict[str, str]]:
    """Reviewers to their last judgement of each statement; a correction says that it stands, but not as it was."""
    finder = Finder(members)
    found: dict[str, dict[str, str]] = {}
    for decision in in_force(decisions):
        if decision.scope == "statement" and decision.action in JUDGEMENTS:
            for each in decision.subjects:
                member = finder.find(each)
                statement = member.id if member else each.statement
                found.setdefault(decision.by, {})[statement] = JUDGEMENTS[decision.action]
    return found


def agreement(decisions: Iterable[Decision], members: Iterable[Member]) -> tuple[Agreement, ...]:
    """Every two reviewers who judged a statement in common, by name; members as they were coded, rejected ones too."""
    judged = judgements(decisions, members)
    found = []
    for first, second in combinations(sorted(judged), 2):
        one, other = judged[first], judged[second]
        counts: dict[tuple[str, str], int] = {}
        for statement in sorted(one.keys() & other.keys()):
            pair = one[statement], other[statement]
            counts[pair] = counts.get(pair, 0) + 1
        if both := sum(counts.values()):
            alike = sum(n for (a, b), n in counts.items() if a == b)
            found.append(Agreement(first, second, both, alike, kappa(one, other), counts))
    return tuple(found)

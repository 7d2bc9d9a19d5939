"""How credible an event is, 1 to 6 in the words of NATO's system, by one printed rule (docs/assessment.md).

It counts who tells it and who contradicts it. How reliable sources are is a matter of its own, and no part of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

#: The words of the six grades (NATO AJP-2.1).
GRADES = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}


@dataclass(frozen=True)
class Support:
    """What the grade rests on.

    ``free``: independent sources without a stake that tell that it happened; ``stake``: those that are a party's;
    ``both``: the side that did it and the side that suffered it both say so; ``denied_free`` and ``denied_stake``: the
    sources that say that it did not happen, or not so; ``core``: the disputed slots that make it another event.
    """

    free: tuple[str, ...] = ()
    stake: tuple[str, ...] = ()
    both: bool = False
    denied_free: tuple[str, ...] = ()
    denied_stake: tuple[str, ...] = ()
    core: tuple[str, ...] = ()

    @property
    def told(self) -> int:
        """How many sources tell it."""
        return len(self.free) + len(self.stake)

    @property
    def denied(self) -> bool:
        """True where anybody says that it did not happen."""
        return bool(self.denied_free or self.denied_stake)

    @property
    def contested(self) -> bool:
        """True where it is denied, or told so differently that it may be another event."""
        return self.denied or bool(self.core)


#: The first rule that holds gives the grade.
RULES: Sequence[tuple[int, str, Callable[[Support], bool]]] = (
    (6, "nobody says that it happened", lambda s: s.told == 0),
    (5, "more sources without a stake deny it than tell it", lambda s: len(s.denied_free) > len(s.free)),
    (5, "only a party to it says so, and it is denied", lambda s: not s.free and s.denied and not s.both),
    (1, "independent sources confirm each other", lambda s: len(s.free) > 1 and not s.contested),
    (2, "independent sources tell it, and not all agree", lambda s: len(s.free) > 1 and not s.denied_free),
    (3, "more sources without a stake tell it than deny it", lambda s: len(s.free) > max(1, len(s.denied_free))),
    (2, "both sides say so", lambda s: s.both and not s.denied_free),
    (2, "a source without a stake and a party both say so", lambda s: s.told > len(s.free) > 0 and not s.contested),
    (4, "only a party to it says so", lambda s: not s.free),
    (4, "few tell it, and it is denied", lambda s: s.denied),
    (3, "one source without a stake, and nothing against it", lambda s: not s.core),
    (4, "few tell it, and they do not agree", lambda s: True),
)


def credibility(support: Support) -> tuple[int, str]:
    """The grade from 1 to 6, and in words why."""
    grade, why = next((grade, why) for grade, why, holds in RULES if holds(support))
    return grade, f"{GRADES[grade]}: {why} ({_figures(support)})"


def _figures(support: Support) -> str:
    parts = [
        _listed("independent", support.free),
        _listed("a party's", support.stake),
        _listed("deny it", (*support.denied_free, *support.denied_stake)),
        f"disputed: {', '.join(support.core)}" if support.core else "",
    ]
    return "; ".join(part for part in parts if part) or "no source"


def _listed(what: str, names: Sequence[str]) -> str:
    return f"{len(names)} {what}: {', '.join(names)}" if names else ""

"""The reports of one event with what each of them says, on which sources it rests, and who has a stake."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from watchfloor.records import Says

from . import voicing
from .members import Member
from .origins import origins
from .ranking import Weights
from .ties import Ties


@dataclass(frozen=True)
class Case:
    """``members`` in the order of reports; ``said`` by statement; ``on``: the first day of a report."""

    members: Sequence[Member]
    aggregate: bool
    said: Mapping[str, Says]
    weights: Weights
    ties: Ties
    on: date | None

    @classmethod
    def of(cls, members: Sequence[Member], beside: Sequence[Member], copies: Mapping[str, str], ties: Ties) -> "Case":
        """The case of these members, joined by those beside them that are about one of them."""
        about = {m.id for m in members}
        joined = {m.id: m for m in (*members, *(b for b in beside if about.intersection(b.statement.about)))}
        told = sorted(joined.values(), key=lambda m: m.order)
        on = next((m.on for m in told if m.on), None)
        aggregate = all(m.statement.aggregate for m in members)
        said = {m.id: voicing.says(m.statement, aggregate, ties, on) for m in told}
        parties = voicing.parties([m for m in told if said[m.id] in voicing.HAPPENED] or told, ties)
        behind = origins(told, copies, ties)
        stake = frozenset(m.id for m in told if voicing.interested(m.statement, behind[m.id], parties, ties, on))
        return cls(told, aggregate, said, Weights(behind, stake), ties, on)

    def saying(self, *kinds: Says) -> list[Member]:
        """The members that say one of these."""
        return [m for m in self.members if self.said[m.id] in kinds]

    @property
    def happened(self) -> list[Member]:
        """Those that say that it happened."""
        return self.saying(*voicing.HAPPENED)

    @property
    def telling(self) -> Sequence[Member]:
        """Those that give the slots: who tells that it happened, else who tells of a try or of a plan, else all."""
        found = self.happened or self.saying("sums-up") or self.saying("foils") or self.saying("foretells")
        return found or self.members

"""Where rules and trained heads meet on who plays a role: the rules stand unless the heads are surer of another."""

import math
from collections.abc import Callable, Sequence

from spacy.tokens import Token

from .clause import base, preposition
from .coding import Coding
from .parts import Part
from .reading import Reading

#: Log-odds by which the rules' choice is preferred to what the heads say: of somebody, and of nobody. Chosen on the
#: coded documents that were not trained on.
RULED = {"actor": 2.5, "recipient": 2.5}
RULED_NOBODY = {"actor": 1.0, "recipient": 1.0}
#: How much surer of nobody than of the rules' choice the heads must be for the slot to stay empty.
KEPT = {"actor": 4.0, "recipient": 4.0}
#: Share of the likeliest's probability with which another of the same enumeration is named too.
BESIDE = 0.3
#: Dependents that are words of the mention whose head they hang on.
WITHIN = frozenset("compound flat amod det nummod case advmod fixed goeswith punct".split())
#: Probability below which nothing is told.
FAINT = 1e-6


class Weighing:
    """Weighs the roles of one document."""

    def __init__(self, reading: Reading, coding: Coding, stands_for: Callable[[Token], Token]) -> None:
        """``stands_for`` gives the antecedent of a word."""
        self._reading = reading
        self._coding = coding
        self._stands_for = stands_for

    def choose(self, head: Token, role: str, ruled: Sequence[Part], taken: Sequence[Part]) -> tuple[Part, ...]:
        """Who plays a role of a trigger: those whom the rules found, others, or nobody."""
        told, nobody = self._coding.fills(head.i, role)
        likely = self._mentions(told)
        names = {self._key(t) for part in ruled for t in (part.head, part.at)}
        of_ruled = math.log(max(FAINT, sum(likely.get(key, 0.0) for key in names)))
        other = max((k for k in likely if k not in names), key=lambda k: (likely[k], -k), default=None)
        of_other = math.log(max(FAINT, likely[other])) if other is not None else math.log(FAINT)
        if ruled:
            if nobody > of_ruled + KEPT[role] and nobody > of_other:
                return ()
            if other is None or of_other < of_ruled + RULED[role]:
                return tuple(ruled)
        elif other is None or of_other < nobody + RULED_NOBODY[role]:
            return ()
        return self._parts(other, likely, taken) or tuple(ruled)

    def _parts(self, first: int, likely: dict[int, float], taken: Sequence[Part]) -> tuple[Part, ...]:
        doc = self._reading.doc
        together = {self._key(t) for t in (doc[first], *doc[first].conjuncts)}
        chosen = sorted(k for k in likely if k in together and likely[k] >= BESIDE * likely[first])
        used = {self._key(t) for part in taken for t in (part.head, part.at)}
        parts = [Part(self._stands_for(doc[k]), doc[k]) for k in chosen if k not in used]
        return tuple(p for p in parts if p.head.pos_ not in ("PRON", "DET"))

    def _mentions(self, told: dict[int, float]) -> dict[int, float]:
        """Probabilities of the mentions near by, by the index of their heads."""
        found: dict[int, float] = {}
        doc = self._reading.doc
        for index, logarithm in told.items():
            if logarithm > math.log(FAINT):
                key = self._key(doc[index])
                found[key] = found.get(key, 0.0) + math.exp(logarithm)
        return found

    def _key(self, token: Token) -> int:
        """The head of the mention that a word belongs to."""
        name = self._reading.name_at(token)
        while (
            (
                base(token.dep_) in WITHIN
                or (name is not None and self._reading.name_at(token.head) is name)
                or (token.pos_ == token.head.pos_ == "PROPN" and preposition(token) == "of")
            )
            and token.head.i != token.i
            and token.head.pos_ not in ("VERB", "AUX")
        ):
            token = token.head
        return token.i

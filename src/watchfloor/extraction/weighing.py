"""Who or what fills a slot to the trained heads: the likeliest mention of those that can, or nobody."""

import math
from collections.abc import Callable, Sequence

from spacy.tokens import Token

from .clause import base, preposition
from .coding import Coding
from .parts import Part
from .reading import Reading

#: How much likelier than nobody somebody must be, in log-odds. Chosen on coded documents that the heads had not seen.
LIKELIER = {"actor": 0.0, "recipient": 0.0}
#: Share of the likeliest's probability with which another of the same enumeration is named too.
BESIDE = 0.3
#: Dependents that are words of the mention whose head they hang on.
WITHIN = frozenset("compound flat amod det nummod case advmod fixed goeswith punct".split())
#: Log-probability from which a word counts: one in a million.
FAINT = math.log(1e-6)

May = Callable[[Token, Token], bool]
"""Whether a word, and what it stands for, can fill the slot at all."""


class Weighing:
    """Weighs the words of one document."""

    def __init__(self, reading: Reading, coding: Coding, stands_for: Callable[[Token], Token]) -> None:
        """``stands_for`` gives the antecedent of a word."""
        self._reading = reading
        self._coding = coding
        self._stands_for = stands_for

    def likeliest(self, head: Token, slot: str, may: May, taken: Sequence[Part]) -> tuple[Part, ...]:
        """Who fills a slot of a trigger, with others of one enumeration; nobody where that is likelier."""
        told, nobody = self._coding.fills(head.i, slot)
        likely = self._mentions(told)
        used = {self._mention(t) for part in taken for t in (part.head, part.at)} | {head.i}
        able = {i: share for i, share in likely.items() if i not in used and self._may(i, may)}
        first = max(able, key=lambda i: (able[i], -i), default=None)
        if first is None or math.log(able[first]) < nobody + LIKELIER[slot]:
            return ()
        doc = self._reading.doc
        together = {self._mention(token) for token in (doc[first], *doc[first].conjuncts)}
        chosen = sorted(i for i in able if i in together and able[i] >= BESIDE * able[first])
        return tuple(Part(self._stands_for(doc[i]), doc[i]) for i in chosen)

    def _may(self, index: int, may: May) -> bool:
        token = self._reading.doc[index]
        head = self._stands_for(token)
        return head.pos_ not in ("PRON", "DET") and may(token, head)

    def _mentions(self, told: dict[int, float]) -> dict[int, float]:
        """Probabilities of the mentions near by, by the index of their heads."""
        found: dict[int, float] = {}
        for index, logarithm in told.items():
            if logarithm > FAINT:
                mention = self._mention(self._reading.doc[index])
                found[mention] = found.get(mention, 0.0) + math.exp(logarithm)
        return found

    def _mention(self, token: Token) -> int:
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

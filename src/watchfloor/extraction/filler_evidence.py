"""How sure it is that an entity fills a role: the model's scores of its mentions, and what else speaks for it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from watchfloor.records import Span

from .clause import base, preposition
from .reading import Reading
from .weights import log_odds

Role = Literal["perpetrator", "organisation", "target", "victim", "weapon"]
ROLES: tuple[Role, ...] = ("perpetrator", "organisation", "target", "victim", "weapon")

#: Log-odds beyond this are all alike: a score of 0.99.
SURE = math.log(99)
#: Types of statements that tell of an incident.
VIOLENT = frozenset({"ASSAULT", "COERCE", "DIE", "CLAIM", "THREATEN"})
#: Classes of nouns that suit a role.
SUITING: Mapping[Role, frozenset[str]] = {
    "perpetrator": frozenset({"PERSON"}),
    "organisation": frozenset({"GROUP"}),
    "target": frozenset({"FACILITY", "VEHICLE"}),
    "victim": frozenset({"PERSON"}),
    "weapon": frozenset({"WEAPON"}),
}
#: Relations to a word of violence in which a role stands, with the preposition after the colon.
DOING = frozenset({"nsubj", "obl:by", "nmod:by", "nmod:poss", "compound", "amod"})
UNDERGOING = frozenset({"obj", "nsubj:pass", "nmod:of", "nmod:on", "nmod:against", "obl:against", "obl:on", "obl:at"})
USED = frozenset({"obl:with", "nsubj", "obj", "compound", "nmod:of", "nmod:with", "obl:in"})
STANDING: Mapping[Role, frozenset[str]] = {
    "perpetrator": DOING,
    "organisation": DOING,
    "target": UNDERGOING,
    "victim": UNDERGOING,
    "weapon": USED,
}

NAMES = (
    "always", "surest", "next", "often", "early", "incident", "suits", "stands", "violent near", "named",
    "behind", "long",
)  # fmt: skip
#: Logistic regression on messages of MUC-4's training part, a weight for each of NAMES; ``python -m training.fillers``
#: fits them anew and gives the levels of ``fillers``.
WEIGHTS: Mapping[Role, tuple[float, ...]] = {
    "perpetrator": (-2.86, 1.10, 0.01, -0.29, -0.00, 0.03, -0.07, 0.14, 0.55, 0.72, -0.15, 0.14),
    "organisation": (-2.68, 1.03, 0.16, -0.27, -0.09, 0.27, 0.86, -0.19, 0.36, 1.02, -0.39, 0.03),
    "target": (-1.47, 1.16, 0.28, -1.38, 0.20, -0.02, 0.36, 0.43, 0.21, -0.03, -0.10, 0.09),
    "victim": (-2.08, 0.81, -0.02, -0.25, -0.28, 0.11, 0.03, 0.68, 0.70, 0.86, -0.24, -0.05),
    "weapon": (-1.25, 1.05, 0.02, -0.72, 0.05, 0.05, 0.65, 0.15, 0.59, -1.80, -0.12, -0.21),
}


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a filler: how they are compared, their head, the model's probability, whether a person's name."""

    span: Span
    key: str
    head: Token
    probability: float
    named: bool


def probability(
    reading: Reading, role: Role, group: Sequence[Mention], groups: Mapping[Role, Sequence[Sequence[Mention]]]
) -> float:
    """How likely the mentions fill the role; ``groups`` are the candidates for all roles of the document."""
    found = evidence(reading, role, group, groups)
    return 1 / (1 + math.exp(-sum(w * x for w, x in zip(WEIGHTS[role], found, strict=True))))


def evidence(
    reading: Reading, role: Role, group: Sequence[Mention], groups: Mapping[Role, Sequence[Sequence[Mention]]]
) -> tuple[float, ...]:
    """What speaks for it, by NAMES; scores as logarithms of odds."""
    sure = sorted((m.probability for m in group), reverse=True)
    others = [m.probability for other in ROLES if other != role for g in groups[other] for m in g]
    surest = max(m.probability for g in groups[role] for m in g)
    first = min(group, key=lambda m: m.span.start)
    heads = [m.head for m in group]
    return (
        1.0,
        log_odds(sure[0], SURE),
        log_odds(sure[1], SURE) if len(sure) > 1 else -4.0,
        math.log(len(group)),
        1.0 - first.span.start / max(len(reading.document.text), 1),
        log_odds(max(others), SURE) if others else -4.0,
        float(any(reading.classes(h) & SUITING[role] for h in heads)),
        float(any(_stands(reading, h) & STANDING[role] for h in heads)),
        float(any(_stands(reading, h) for h in heads)),
        float(any(m.named for m in group)),
        log_odds(surest, SURE) - log_odds(sure[0], SURE),
        math.log(len(reading.doc)),
    )


def _stands(reading: Reading, head: Token) -> frozenset[str]:
    """The relation in which a noun stands to a word of violence; empty where to none."""
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head
    governor = head.head
    part = "noun" if governor.pos_ in ("NOUN", "PROPN") else "verb"
    senses = reading.knowledge.lexicon.by_head.get((governor.lemma_.lower(), part), ())
    if governor.i == head.i or not any(sense.type in VIOLENT for sense in senses):
        return frozenset()
    case = preposition(head)
    return frozenset({head.dep_, f"{base(head.dep_)}:{case}" if case else base(head.dep_)})

"""How sure a statement is: the chance that its type, its actors and its recipients are what a careful person codes.

A logistic model over what the lexicon and the trained heads say, fitted by ``python -m training.confidence`` on coded
documents that the heads were not trained on; docs/accuracy.md shows how well it holds.
"""

import math
from collections.abc import Mapping, Sequence

from watchfloor.records import Participant, Statement

from .coding import Coding
from .reading import Reading

#: What counts, and how much: log-odds for each unit.
WEIGHTS: Mapping[str, float] = {
    "always": 1.32,
    # log-probabilities that the heads give the type and those who play the roles
    "type": 0.33,
    "actor": 0.22,
    "recipient": 0.20,
    # an event that a noun tells, one that nobody is said to do, slots that only the heads filled, and, for each e-fold,
    # the length of its sentence
    "noun": -0.05,
    "nobody acts": -0.87,
    "filled": -0.27,
    "length": -0.09,
}
#: What `rule` says of a slot that the heads filled.
LEARNED = "trained heads"
#: Words of a usual sentence, whose length counts nothing.
USUAL = 20
#: Log-probabilities below this are as good as impossible, and all alike.
FLOOR = -6.0
Features = Mapping[str, float]


def confidence(reading: Reading, statement: Statement) -> float:
    """Return the chance, to two decimals; the lexicon's own weight where the language model has no trained heads."""
    found = features(reading, statement)
    if not found:
        return statement.confidence
    total = sum(WEIGHTS[name] * value for name, value in found.items())
    return round(1 / (1 + math.exp(-total)), 2)


def features(reading: Reading, statement: Statement) -> Features:
    """Return what the model weighs; nothing where the language model has no trained heads."""
    coding = reading.coding
    tokens = reading.tokens(statement.trigger.start, statement.trigger.end)
    if coding is None or not tokens:
        return {}
    heads = [t.i for t in tokens if not t.is_space]
    trigger = max(heads, key=lambda i: (1 - math.exp(coding.types(i)[""]), -i))
    return {
        "always": 1.0,
        "type": max(FLOOR, max(coding.types(i)[statement.type] for i in heads)),
        "actor": _role(reading, coding, trigger, "actor", statement.actors),
        "recipient": _role(reading, coding, trigger, "recipient", statement.recipients),
        "noun": float(reading.doc[trigger].pos_ in ("NOUN", "PROPN")),
        "nobody acts": float(not statement.actors),
        "filled": float(statement.rule.count(LEARNED)),
        "length": math.log(max(1, len(statement.evidence.text.split())) / USUAL),
    }


def _role(reading: Reading, coding: Coding, trigger: int, role: str, participants: Sequence[Participant]) -> float:
    """The heads' log-probability of those named, or of nobody; of several the least."""
    told, nobody = coding.fills(trigger, role)
    if not participants:
        return max(FLOOR, nobody)
    return min(max(FLOOR, _log_sum(reading, told, p)) for p in participants)


def _log_sum(reading: Reading, told: Mapping[int, float], participant: Participant) -> float:
    spans = [(participant.start, participant.end)]
    if participant.mention is not None:
        spans.append((participant.mention.start, participant.mention.end))
    words = {t.i for start, end in spans for t in reading.tokens(start, end)}
    mass = sum(math.exp(told[i]) for i in words if i in told)
    return math.log(mass) if mass > 0 else FLOOR

"""Who may fill a role that the rules leave empty, and what speaks for each: nobody, and mentions near by.

Evidence is a table of numbers by name. What it is worth is learnt (``weighing``); here stands only what there is.
"""

import math
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from spacy.tokens import Token

from watchfloor.records import Place, Time

from . import clause
from .clause import base, preposition
from .coding import Coding
from .coreference import FIRST, ONE
from .drafts import Draft
from .fitting import ACTORS, fits
from .frames import Frame
from .parts import Part
from .place_phrases import LOCATIVE
from .reading import Reading, sentences_apart
from .recipients import EMPLACEMENTS
from .roles import Casting

Slot = Literal["actor", "recipient"]

Filling = TypeVar("Filling", Part, Place, Time)
Candidate = TypeVar("Candidate", bound=Hashable)

#: As many of the mentions that the heads hold likeliest are weighed, and none less likely than this.
MOST, LEAST = 8, 0.004
#: Share of the likeliest's probability with which another of the same enumeration is named too.
BESIDE = 0.3
#: Dependents that are words of the mention whose head they hang on.
WITHIN = frozenset("compound flat amod det nummod case advmod fixed goeswith punct".split())
#: Log-probability from which a word counts: one in a million.
FAINT = math.log(1e-6)
#: Log-probabilities below this are as good as impossible, and all alike.
FLOOR = math.log(1e-3)
#: Relations by which a clause leans on another, whose subject and object may be its own.
LEANING = frozenset({"conj", "xcomp", "ccomp", "advcl", "acl", "parataxis", "dep"})
#: Types by which nobody speaks of a deed of their own: "France condemned the attack".
JUDGING = frozenset({"ACCUSE", "SUPPORT"})
#: Relations of whose a thing is to the thing.
OWNING = frozenset({"compound", "amod", "nmod:poss"})
#: Sentences back that are told apart.
BACK = 3


@dataclass(frozen=True)
class Option(Generic[Filling]):
    """An answer to what fills a slot, ``parts`` empty where nothing does, and what speaks for it."""

    parts: tuple[Filling, ...]
    evidence: Mapping[str, float]


class Mentions:
    """The phrases that the words of one document belong to, by the index of their heads."""

    def __init__(self, reading: Reading) -> None:
        """Take what knows the names."""
        self._reading = reading

    def head(self, token: Token) -> int:
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

    def likely(self, told: Mapping[int, float]) -> dict[int, float]:
        """Probabilities of mentions, from log-probabilities of words."""
        found: dict[int, float] = {}
        for index, logarithm in told.items():
            if logarithm > FAINT:
                mention = self.head(self._reading.doc[index])
                found[mention] = found.get(mention, 0.0) + math.exp(logarithm)
        return found


class Options:
    """Finds the options of one document's statements."""

    def __init__(self, reading: Reading, coding: Coding, casting: Casting, drafts: Sequence[Draft]) -> None:
        """``drafts`` have the roles that the rules of the ``casting`` give them."""
        self._reading = reading
        self._coding = coding
        self._casting = casting
        self._stands_for = casting.stands_for
        self._mentions = Mentions(reading)
        self._judges = {
            token.i: [self._entity(part) for part in draft.cast.actors]
            for draft in drafts
            if draft.type in JUDGING
            for tokens in draft.trigger.arguments.values()
            for token in tokens
        }
        self._often: Mapping[Slot, Counter[str]] = {
            "actor": Counter(self._entity(p) for d in drafts for p in d.cast.actors),
            "recipient": Counter(self._entity(p) for d in drafts for p in d.cast.recipients),
        }

    def of(self, draft: Draft, slot: Slot) -> list[Option[Part]]:
        """Nobody, then the mentions that the heads hold likely, the likeliest first."""
        frame = self._casting.frame(draft.trigger)
        taken = draft.cast.recipients if slot == "actor" else draft.cast.actors
        told, nobody = self._coding.fills(draft.head.i, slot)
        standing = _standing(frame, slot)
        found = [Option[Part]((), _of_nobody(draft, standing, nobody, bool(taken)))]
        if any(token.lower_ in ONE for token in standing) or _is_nobodys(draft, slot, standing):
            return found  # an "I" that the rules do not know is nameless, and so is whose "13 supply routes" are
        likely = self._mentions.likely(told)
        used = {self._mentions.head(token) for part in taken for token in (part.head, part.at)} | {draft.head.i}
        entities = {self._entity(part) for part in taken}
        if slot == "actor":
            entities.update(self._judges.get(draft.head.i, ()))
        arguments = _arguments(frame)
        somewhere = {t.i for place in draft.places for t in self._reading.tokens(place.start, place.end)}
        open_ = (i for i in ranked(likely, int) if i not in used and self._names(i, entities))
        for rank, index in enumerate(i for i in open_ if not self._within(i, used)):
            head = self._stands_for(self._reading.doc[index])
            evidence = self._of_mention(draft, index, head, likely[index])
            evidence |= {f"mention, argument {name}": 1.0 for name in arguments.get(index, ())}
            evidence |= {
                "mention, unfit": float(index in somewhere or not self._may(frame, slot, index, head)),
                "likeliest": float(rank == 0),
            }
            found.append(Option(self._enumerated(index, likely, used, entities), evidence))
        return found

    def _of_mention(self, draft: Draft, index: int, head: Token, share: float) -> dict[str, float]:
        token = self._reading.doc[index]
        standing = where(token, draft.head)
        entity = self._entity(Part(head, token))
        return {
            "mention": 1.0,
            "mention, heads": log_of(share),
            "mention, distance": math.log1p(abs(token.i - draft.head.i)),
            "mention, stands for another": float(head.i != token.i),
            "mention, other voice": float(self._reading.quote_at(token) != self._reading.quote_at(draft.head)),
            "mention, registered": float(self._reading.name_at(head) is not None),
            "mention, acts elsewhere": math.log1p(self._often["actor"][entity]),
            "mention, suffers elsewhere": math.log1p(self._often["recipient"][entity]),
            f"mention: {draft.type}": 1.0,
            f"mention: {standing}": 1.0,
            f"mention: {draft.trigger.sense.pos} {standing}": 1.0,
            **{f"mention, {name}": 1.0 for name in self._reading.classes(head)},
        }

    def _may(self, frame: Frame, slot: Slot, index: int, head: Token) -> bool:
        """True for a word of the wanted classes that is neither located nor an event."""
        token, classes = self._reading.doc[index], self._reading.classes(head)
        located = "PLACE" in classes and preposition(token) in LOCATIVE
        if located or ("EVENT" in classes and "ACTOR" not in classes):
            return False
        return fits(self._reading, frame, "heads", token, head, ACTORS if slot == "actor" else frame.wanted)

    def _enumerated(
        self, index: int, likely: Mapping[int, float], barred: Collection[int], entities: Collection[str]
    ) -> tuple[Part, ...]:
        """A mention with the others of its enumeration that the heads hold likely too."""
        doc = self._reading.doc
        together = {self._mentions.head(token) for token in doc[index].conjuncts}
        also = [i for i in together if i not in barred and likely.get(i, 0.0) >= BESIDE * likely[index]]
        chosen = sorted({index, *(i for i in also if self._names(i, entities))})
        return tuple(Part(self._stands_for(doc[i]), doc[i]) for i in chosen)

    def _names(self, index: int, entities: Collection[str]) -> bool:
        """False for a pronoun that stands for nobody clear, and for those named ``entities``."""
        token = self._reading.doc[index]
        head = self._stands_for(token)
        return head.pos_ not in ("PRON", "DET") and self._entity(Part(head, token)) not in entities

    def _within(self, index: int, used: Collection[int]) -> bool:
        """True for whose part has the other role: "IS provinces" do nothing to IS."""
        token = self._reading.doc[index]
        return token.dep_ in OWNING and token.head.i in used

    def _entity(self, part: Part) -> str:
        name = self._reading.name_at(part.head)
        return name.id if name is not None else part.head.lower_


def _standing(frame: Frame, slot: Slot) -> list[Token]:
    """The words that stand where the role is told, though the rules do not take them for it."""
    roles = frame.actor if slot == "actor" else frame.recipient
    return [token for name in roles for token in frame.arguments.get(name, ())]


def _is_nobodys(draft: Draft, slot: Slot, standing: Sequence[Token]) -> bool:
    """True where emplacements are hit that the rules found no owner for."""
    hit = draft.type == "ASSAULT" and slot == "recipient"
    return hit and any(token.lemma_.lower() in EMPLACEMENTS for token in standing)


def _of_nobody(draft: Draft, standing: Sequence[Token], nobody: float, other: bool) -> dict[str, float]:
    return {
        "nobody": 1.0,
        f"nobody: {draft.type}": 1.0,
        f"nobody: {draft.trigger.sense.pos}": 1.0,
        "nobody, heads": max(nobody, FLOOR),
        "nobody, first person": float(any(token.lower_ in FIRST for token in standing)),
        "nobody, somebody stands there": float(any(token.lower_ not in FIRST for token in standing)),
        "nobody, the other is named": float(other),
        "nobody, passive": float(draft.trigger.sense.pos == "verb" and clause.passive(draft.head)),
    }


def ranked(likely: Mapping[Candidate, float], at: Callable[[Candidate], int]) -> list[Candidate]:
    """The likeliest candidates, the likeliest first; ``at``: where one stands, by which equals are ordered."""
    return sorted((one for one in likely if likely[one] >= LEAST), key=lambda one: (-likely[one], at(one)))[:MOST]


def _arguments(frame: Frame) -> Mapping[int, Sequence[str]]:
    """The words that stand as arguments of a trigger, or are lent by a light verb, with the names of the arguments."""
    found: dict[int, list[str]] = {}
    lent = {f"lent {role}": tokens for role, tokens in frame.lent.items()}
    for name, tokens in (*frame.arguments.items(), *lent.items()):
        for index in {t.i for t in tokens}:
            found.setdefault(index, []).append(name)
    return found


def where(token: Token, trigger: Token) -> str:
    """Where a word stands in the tree as seen from a trigger; by sentences, where it is another one."""
    relation, case = base(token.dep_), preposition(token)
    step = f"{relation} {case}" if case and relation in ("obl", "nmod") else relation
    if token.dep_ in ("nsubj:pass", "obl:agent", "nmod:poss"):
        step = token.dep_
    if token.sent.start != trigger.sent.start:
        apart = sentences_apart(token, trigger) if token.i < trigger.i else -1
        return "later sentence" if apart < 0 else f"{min(apart, BACK)} sentences back"
    if token.head.i == trigger.i:
        return f"below {step}"
    if trigger.head.i == token.i:
        return f"above {base(trigger.dep_)}"
    leaning = base(trigger.dep_)
    if token.head.i == trigger.head.i:
        return f"beside {leaning} {step}"
    if token.head.head.i == trigger.i:
        return f"under {base(token.head.dep_)} {step}"
    if trigger.head.head.i == token.head.i and leaning in LEANING:
        return f"above {leaning} {step}"
    return "before" if token.i < trigger.i else "after"


def log_of(share: float) -> float:
    """Return the logarithm of a probability, bounded below."""
    return math.log(max(share, math.exp(FLOOR)))

"""Who does what an event noun tells without a name: its claimants, those who go "for talks", those told before."""

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from . import clause
from .parts import Cast, Part
from .reading import Reading
from .triggers import Trigger

#: Prepositions that make an event noun the purpose of a verb, with the types of such events.
PURPOSES = {
    "for": ("CONSULT", "MOBILIZE", "TRAIN", "COOPERATE"),
    "on": ("CONSULT",),
    "in": ("SUPPORT",),
}


class Doers:
    """Finds the doers of one document's event nouns."""

    def __init__(
        self,
        reading: Reading,
        triggers: Sequence[Trigger],
        cast: Callable[[Trigger], Cast],
        stands_for: Callable[[Token], Token],
    ) -> None:
        """``cast`` gives the roles of a trigger, ``stands_for`` the antecedent of a word."""
        self._reading = reading
        self._triggers = {t.head.i: t for t in triggers}
        self._cast = cast
        self._stands_for = stands_for

    def of(self, event: Token) -> tuple[Part, ...]:
        """The actors of an event noun that stands for them: "the strikes destroyed", "killed by an airstrike"."""
        trigger = self._triggers.get(event.i)
        if trigger is None or trigger.sense.type != "ASSAULT":
            return ()
        return self._cast(trigger).actors

    def behind(self, token: Token) -> tuple[Part, ...]:
        """Who acts where an attack, a message or a weapon is said to: its doer, issuer or owner."""
        return self.of(token) or self.issuers(token) or self.operators(token)

    def operators(self, thing: Token) -> tuple[Part, ...]:
        """Whose weapon or vehicle does something: "a US drone killed him"."""
        classes = self._reading.classes(thing)
        if "ACTOR" in classes or not classes & {"VEHICLE", "WEAPON"}:
            return ()
        inside = clause.of_noun(thing)
        owners = [(self._stands_for(t), t) for name in ("poss", "mod") for t in inside.get(name, ())]
        return tuple(Part(head, at) for head, at in owners if self._reading.classes(head) & {"ACTOR", "STATE"})

    def issuers(self, message: Token) -> tuple[Part, ...]:
        """Who does what a message does: whoever issues it ("issued an edict calling them infidels")."""
        verb = message.head
        if message.dep_ != "obj" or verb.pos_ != "VERB" or "MESSAGE" not in self._reading.classes(message):
            return ()
        heads = [(self._stands_for(t), t) for t in clause.of_verb(verb).get("subj", [])]
        return tuple(Part(head, at) for head, at in heads if "ACTOR" in self._reading.classes(head))

    def claimants(self, attack: Token) -> tuple[Part, ...]:
        """Who claims an attack, or is blamed for it: "ISKP claimed the bombing", "blamed IS for a raid"."""
        below = attack
        for governor, dep in clause.ancestors(attack):
            claim = self._triggers.get(governor.i)
            if claim is not None and claim.sense.type == "CLAIM":
                return self._cast(claim).actors if claim.sense.polarity != "negative" else ()
            blamed = clause.preposition(below) in ("for", "over", "of")
            if claim is not None and claim.sense.type == "ACCUSE" and claim.sense.mode == "allege" and blamed:
                return self._cast(claim).recipients  # "blamed IS for a raid"
            if governor.pos_ == "VERB" or clause.base(dep) not in ("nmod", "obj", "obl", "conj"):
                break
            below = governor
        return ()

    def told_before(self, event: Token) -> tuple[Part, ...]:
        """The actors of the event that this one is coordinated with, or takes up: the last with the same noun."""
        if event.dep_ == "conj" and event.head.i in self._triggers:
            return self._cast(self._triggers[event.head.i]).actors
        if not self._takes_up(event):
            return ()
        before = [t for i, t in self._triggers.items() if i < event.i and _same_noun(t.head, event)]
        return next((found for t in reversed(before) if (found := self._cast(t).actors)), ())

    @staticmethod
    def _takes_up(noun: Token) -> bool:
        """True for a noun that goes on with what was told: "the attack", "these strikes", "five strikes"."""
        return any(c.dep_ in ("det", "nummod") and c.lower_ not in ("a", "an") for c in noun.children)

    @staticmethod
    def purposeful(trigger: Trigger) -> list[Token]:
        """Who goes "for talks", "on a visit" or acts "in support of" somebody: the subject of the governing verb."""
        noun, verb = trigger.head, trigger.head.head
        if trigger.sense.type in PURPOSES.get(clause.preposition(noun) or "", ()) and verb.pos_ == "VERB":
            return clause.of_verb(verb).get("subj", [])
        return []


def _same_noun(one: Token, other: Token) -> bool:
    """True for one noun, or where the one is the end of the other: "airstrikes" and "strikes"."""
    return one.pos_ == other.pos_ and (one.lemma_.endswith(other.lemma_) or other.lemma_.endswith(one.lemma_))

"""Who acts where a thing is said to: the makers of an attack, the owners of a weapon, those who go "for talks"."""

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

    def undergo(self, event: Token) -> frozenset[int]:
        """The words for those to whom an event noun is done: "the ambush of peacekeepers"."""
        trigger = self._triggers.get(event.i)
        return frozenset() if trigger is None else frozenset(part.at.i for part in self._cast(trigger).recipients)

    def behind(self, token: Token) -> tuple[Part, ...]:
        """Who acts where an attack, a message or a weapon is said to: its doer, issuer or owner."""
        token = clause.counted(token)  # "one of the strikes", "a pair of bombs"
        return self.of(token) or self.issuers(token) or self.operators(token)

    def operators(self, thing: Token) -> tuple[Part, ...]:
        """Whose weapon or vehicle does something: "a US drone killed him"."""
        classes = self._reading.classes(thing)
        if "ACTOR" in classes or not classes & {"VEHICLE", "WEAPON"}:
            return ()
        inside = clause.of_noun(thing)
        tokens = [t for name in ("poss", "mod") for t in inside.get(name, ())]
        for used in clause.children(thing, "acl", "acl:relcl"):  # "a bomb planted by rebels"
            tokens += clause.of_verb(used).get("subj", []) if clause.passive(used) else []
        owners = [(self._stands_for(t), t) for t in tokens]
        return tuple(Part(head, at) for head, at in owners if self._reading.classes(head) & {"ACTOR", "STATE"})

    def issuers(self, message: Token) -> tuple[Part, ...]:
        """Who does what a message does: whoever issues it ("issued an edict calling them infidels")."""
        verb = message.head
        if message.dep_ != "obj" or verb.pos_ != "VERB" or "MESSAGE" not in self._reading.classes(message):
            return ()
        heads = [(self._stands_for(t), t) for t in clause.of_verb(verb).get("subj", [])]
        return tuple(Part(head, at) for head, at in heads if "ACTOR" in self._reading.classes(head))

    @staticmethod
    def purposeful(trigger: Trigger) -> list[Token]:
        """Who goes "for talks", "on a visit" or acts "in support of" somebody: the subject of the governing verb."""
        noun, verb = trigger.head, trigger.head.head
        if trigger.sense.type in PURPOSES.get(clause.preposition(noun) or "", ()) and verb.pos_ == "VERB":
            return clause.of_verb(verb).get("subj", [])
        return []

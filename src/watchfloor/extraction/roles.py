"""Who plays actor and recipient in what a trigger tells, by the arguments that its sense names."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from watchfloor.knowledge.lexicon import LightVerb
from watchfloor.records import Participant

from . import clause
from .clause import Arguments, counted
from .coreference import Coreference
from .mentions import name_of
from .reading import Reading
from .triggers import Trigger, phrase

#: What can be an actor: an event does nothing, nor does a building.
ACTORS = ("ACTOR",)


@dataclass(frozen=True)
class Part:
    """Somebody in a role: the head of the words that name it, and the word (perhaps a pronoun) that stands there."""

    head: Token
    at: Token


@dataclass(frozen=True)
class Cast:
    """Who does what a trigger tells, and to whom."""

    actors: tuple[Part, ...]
    recipients: tuple[Part, ...]


class Casting:
    """Gives the roles of one document."""

    def __init__(self, reading: Reading, coreference: Coreference) -> None:
        """Index the light verbs."""
        self._reading = reading
        self._coreference = coreference
        self._light: dict[str, list[tuple[list[str], LightVerb]]] = {}
        for verb in reading.knowledge.lexicon.light_verbs:
            for lemma in (verb.lemma, *verb.also):
                self._light.setdefault(lemma.split()[0], []).append((lemma.split(), verb))

    def carrier(self, noun: Token) -> tuple[Token, LightVerb] | None:
        """The light verb that carries an event noun ("carried out an attack"), if any."""
        verbs = [noun.head, *(c for c in noun.children if c.dep_ in ("acl", "acl:relcl") and c.pos_ == "VERB")]
        if noun.dep_ == "conj":
            verbs.append(noun.head.head)
        for verb in verbs:
            if verb.pos_ != "VERB":
                continue
            for words, light in self._light.get(verb.lemma_.lower(), ()):
                if len(words) > 1 and phrase(verb, words) is None:
                    continue
                found = clause.of_verb(verb).get(light.argument, [])
                if any(t.i == noun.i for t in found):
                    return verb, light
        return None

    def cast(self, trigger: Trigger) -> Cast:
        """Actors and recipients of a trigger, as the text tells them."""
        arguments = dict(trigger.arguments)
        type_ = self._reading.knowledge.lexicon.types[trigger.sense.type]
        roles = {**type_.roles(trigger.sense.pos), **trigger.sense.roles}
        lent: dict[str, list[Token]] = {}
        if trigger.sense.pos == "noun":
            carried = self.carrier(trigger.head)
            if carried is not None:
                verb, light = carried
                above = clause.of_verb(verb)
                lent[light.subject] = above.pop("subj", [])
                if light.subject == "recipient" and "from" in above:
                    lent["actor"] = above["from"]
                above.pop(light.argument, None)
                for name, tokens in above.items():
                    arguments.setdefault(name, tokens)
            if "mod" not in arguments and trigger.head.i > 0:
                before = trigger.head.nbor(-1)
                if before.ent_type_ in ("ORG", "NAT") and before.sent == trigger.head.sent:
                    arguments["mod"] = [before]
            arguments["self"] = [trigger.head]
        actors = self._choose(trigger, lent.get("actor", []), roles.get("actor", ()), arguments, ACTORS, ())
        return Cast(
            tuple(actors),
            tuple(
                self._choose(
                    trigger,
                    lent.get("recipient", []),
                    roles.get("recipient", ()),
                    arguments,
                    type_.recipient_is,
                    actors,
                )
            ),
        )

    def _choose(
        self,
        trigger: Trigger,
        lent: Sequence[Token],
        names: Sequence[str],
        arguments: Arguments,
        wanted: Sequence[str],
        taken: Sequence[Part],
    ) -> list[Part]:
        """The first argument that holds somebody (or something) of the wanted classes, all its coordinated words."""
        for tokens in (lent, *(arguments.get(name, []) for name in names)):
            name = "lent" if tokens is lent else next((n for n in names if arguments.get(n) is tokens), "")
            found: list[Part] = []
            for token in tokens:
                head = self._coreference.resolve(counted(token))
                if any(head.i == part.head.i for part in (*taken, *found)) or token in trigger.words[1:]:
                    continue
                if token.i == trigger.head.i and name != "self":
                    continue
                if name == "self" or self._fits(token, head, wanted, name):
                    found.append(Part(head, token))
            if found:
                return found
        return []

    def _fits(self, token: Token, head: Token, wanted: Sequence[str], name: str) -> bool:
        if self._reading.is_time(token) or not wanted:
            return False
        classes = self._reading.classes(head)
        if name == "mod":  # "rebel attack", "mosque attack"; but no "deadly attack"
            named = head.ent_type_ in ("ORG", "NAT", "PER") or self._reading.name_at(head) is not None
            if not (named or (head.pos_ == "NOUN" and classes & {"ACTOR", "THING"})):
                return False
        if "EVENT" in classes and "ACTOR" not in classes and "ANY" not in wanted and "EVENT" not in wanted:
            return False
        if head.pos_ in ("PRON", "DET"):
            return False  # a pronoun that stands for nobody clear names nobody
        if self._reading.fits(head, wanted):
            return True
        # A country, city or unknown proper name in an actor's place stands for its people and government.
        return (
            "ACTOR" in wanted
            and name in ("lent", "subj", "by", "poss", "obj", "with", "on", "to", "between")
            and (head.pos_ == "PROPN" and "TIME" not in classes)
        )

    def participant(self, part: Part) -> Participant:
        """The unresolved participant of a role."""
        span = name_of(self._reading, part.head)
        mention = None
        if part.head.i not in (part.at.i, counted(part.at).i):
            mention = self._reading.token_span(*self._definite(part.at))
        return Participant(span.text, span.start, span.end, mention=mention, name=span.text)

    @staticmethod
    def _definite(token: Token) -> list[Token]:
        return [*clause.children(token, "det"), token]

"""Who plays actor and recipient in what a trigger tells, by the arguments that its sense names."""

from collections.abc import Sequence

from spacy.tokens import Token

from watchfloor.knowledge.lexicon import GRAMMATICAL
from watchfloor.records import Participant

from . import clause
from .clause import Arguments, counted
from .coreference import FIRST, Coreference
from .doers import Doers
from .light_verbs import Carrier, Carriers
from .mentions import name_of, proper_name
from .parts import NOBODY, Cast, Part
from .reading import Reading
from .speakers import Speakers
from .triggers import Trigger

#: What can be an actor: an event does nothing, nor does a building.
ACTORS = ("ACTOR",)
#: Where, in what is asked, promised or refused, the one stands whom it concerns.
COMPLEMENTS = {
    "REQUEST": ("subj",),
    "AGREE": ("with", "iobj", "obj", "to", "against", "for"),
    "REJECT": ("obj", "with", "from", "to"),
    "THREATEN": ("obj", "against", "on"),
    "POSITION": ("subj", "obj", "with", "to", "against"),
}
#: Types that judge what somebody did; the judged are those who did it.
JUDGING = frozenset({"SUPPORT", "ACCUSE", "POSITION", "REJECT"})
#: Types of help, given by those after "of" where somebody acts "with the support of" them.
HELPING = frozenset({"SUPPORT", "AID", "COOPERATE", "AGREE"})


class Casting:
    """Gives the roles of one document."""

    def __init__(
        self, reading: Reading, triggers: Sequence[Trigger], coreference: Coreference, speakers: Speakers
    ) -> None:
        """``triggers`` are all of the document, in the order of its text."""
        self._reading = reading
        self._coreference = coreference
        self._speakers = speakers
        self._carriers = Carriers(reading.knowledge.lexicon)
        self._doers = Doers(reading, triggers, self.cast, self._stands_for)
        self._known: dict[int, Cast] = {}

    def carrier(self, trigger: Trigger) -> Carrier | None:
        """The light verb that carries an event noun, if any."""
        event = self._reading.knowledge.lexicon.types[trigger.sense.type].kind == "event"
        return self._carriers.of(trigger.head) if event and trigger.sense.pos == "noun" else None

    def cast(self, trigger: Trigger) -> Cast:
        """Actors and recipients of a trigger, as the text tells them."""
        if trigger.head.i not in self._known:
            self._known[trigger.head.i] = NOBODY  # an event that is its own doer in a circle of clauses has none
            self._known[trigger.head.i] = self._cast(trigger)
        return self._known[trigger.head.i]

    def _cast(self, trigger: Trigger) -> Cast:
        arguments = dict(trigger.arguments)
        type_ = self._reading.knowledge.lexicon.types[trigger.sense.type]
        roles = {**type_.roles(trigger.sense.pos), **trigger.sense.roles}
        lent: dict[str, list[Token]] = {}
        if trigger.sense.pos == "noun" and clause.preposition(trigger.head) == "with" and trigger.sense.type in HELPING:
            roles = {"actor": ("of", "from", "poss", "by", "mod"), "recipient": ()}
            lent["recipient"] = clause.of_verb(trigger.head.head).get("subj", [])
        if trigger.sense.pos == "noun":
            carrier = self.carrier(trigger)
            if carrier is not None:
                lent[carrier.entry.subject] = carrier.arguments.get("subj", [])
                if carrier.entry.subject == "recipient":
                    lent["actor"] = carrier.arguments.get("from", [])
                arguments = {k: v for k, v in carrier.arguments.items() if k != "subj"} | arguments
            if "mod" not in arguments and trigger.head.i > trigger.head.sent.start:
                before = trigger.head.nbor(-1)
                if before.ent_type_ in ("ORG", "NAT"):
                    arguments["mod"] = [before]
            arguments["self"] = [trigger.head]
        actors = self._choose(trigger, lent.get("actor", []), roles.get("actor", ()), arguments, ACTORS, ())
        if not actors and trigger.sense.pos == "adjective":  # "it is essential that they leave": so says the speaker
            actors = self._choose(trigger, (), ("speaker",), arguments, ACTORS, ())
        if not actors and trigger.sense.pos == "noun":
            actors = self._choose(trigger, self._doers.purposeful(trigger), (), {}, ACTORS, ())
            if not actors and trigger.sense.type == "ASSAULT":
                actors = list(self._doers.claimants(trigger.head) or self._doers.told_before(trigger.head))
        recipients = self._choose(
            trigger, lent.get("recipient", []), roles.get("recipient", ()), arguments, type_.recipient_is, actors
        )
        if not recipients:
            recipients = self._in_object(trigger, roles.get("recipient", ()), arguments, type_.recipient_is, actors)
        if not recipients:
            recipients = self._in_complement(trigger, arguments, actors)
        actors = [a for a in actors if a.head.i == a.at.i or not self._same_name(a, recipients)]
        if trigger.sense.type in JUDGING:
            recipients = self._behind(recipients, actors)
        return Cast(tuple(actors), tuple(recipients))

    def _same_name(self, actor: Part, recipients: Sequence[Part]) -> bool:
        """True where a pronoun would do something to whoever it stands for: then it stands for somebody else."""
        name = self._reading.name_at(actor.head)
        return name is not None and any((n := self._reading.name_at(r.head)) and n.id == name.id for r in recipients)

    def _in_object(
        self, trigger: Trigger, names: Sequence[str], arguments: Arguments, wanted: Sequence[str], taken: Sequence[Part]
    ) -> list[Part]:
        """Whom the object of a verb is for or against: "spread messages to recruits"; from whom land is taken."""
        sense = trigger.sense
        if sense.pos != "verb":
            return []
        if sense.mode == "territory":
            origin = [
                t for token in arguments.get("from", ()) for t in (token, *self._inside(token, ("poss", "mod", "of")))
            ]
            return self._choose(trigger, (), ("from",), {"from": origin}, ACTORS, taken)
        phrases = [n for n in names if n not in GRAMMATICAL]
        for noun in arguments.get("obj", ()):
            if noun.pos_ == "NOUN" and "ACTOR" not in self._reading.classes(noun):
                found = self._choose(trigger, (), phrases, clause.of_noun(noun), wanted, taken)
                if found:
                    return found
        return []

    @staticmethod
    def _inside(noun: Token, names: Sequence[str]) -> list[Token]:
        found = clause.of_noun(noun)
        return [t for name in names for t in found.get(name, ())]

    def _in_complement(self, trigger: Trigger, arguments: Arguments, actors: Sequence[Part]) -> list[Part]:
        """Whom a request is to or a promise for, where only what is asked or promised says so.

        "pressed for Russia to leave" asks Russia; "is committed to working with its partners" commits to the partners.
        """
        if trigger.sense.type == "REQUEST" and "inf" in arguments:
            found = self._choose(trigger, (), ("for",), arguments, ACTORS, actors)
            if found:
                return found
        names = COMPLEMENTS.get(trigger.sense.type)
        for clause_name in ("that", "inf", "ing", "for", "to"):
            for verb in arguments.get(clause_name, ()) if names else ():
                if verb.pos_ not in ("VERB", "AUX", "ADJ"):
                    continue
                inside = clause.of_verb(verb)
                wanted = ("ANY",) if trigger.sense.type in JUDGING else ACTORS
                found = self._choose(trigger, (), names or (), inside, wanted, actors)
                if found:
                    return found
        return []

    def _behind(self, parts: Sequence[Part], actors: Sequence[Part]) -> list[Part]:
        """Whom praise or blame is for, where it is of their deed: "condemned the attack", "welcomed Iraq's move"."""
        found: list[Part] = []
        for part in parts:
            if self._reading.classes(part.head) & {"ACTOR", "PLACE"}:
                found.append(part)
                continue
            doers = self._doers.of(part.head)
            if not doers:
                tokens = self._inside(part.head, ("poss", "by", "of", "between", "from", "mod"))
                for told in self._inside(part.head, ("that",)):  # "the news that rebels freed the town"
                    tokens += clause.of_verb(told).get("subj", [])
                heads = [self._stands_for(t) for t in tokens]
                doers = tuple(
                    Part(h, t)
                    for h, t in zip(heads, tokens, strict=True)
                    if "ACTOR" in self._reading.classes(h) and h.pos_ != "PRON"
                )
            found += [d for d in doers if d not in found and all(d.head.i != a.head.i for a in actors)]
        return found

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
        for name, tokens in (("lent", lent), *((name, arguments.get(name, ())) for name in names)):
            found: list[Part] = []
            for token in tokens:
                if wanted is ACTORS and name in ("subj", "by", "lent") and token.i != trigger.head.i:
                    found += [
                        p
                        for p in (self._doers.of(token) or self._doers.issuers(token) or self._doers.operators(token))
                        if p not in found
                    ]
                head = self._stands_for(token)
                if any(self._is_one(head, part.head) for part in (*taken, *found)) or token in trigger.words[1:]:
                    continue
                if token.i == trigger.head.i and name != "self":
                    continue
                if name == "self" and arguments.get("subj"):
                    continue  # "he is the leader of …": he, whoever that is
                if name == "self" or self._fits(trigger, token, head, wanted, name):
                    found.append(Part(head, token))
            if found:
                return found
        return []

    def _is_one(self, one: Token, other: Token) -> bool:
        """True for one word, or two words of one name."""
        name = self._reading.name_at(one)
        return one.i == other.i or (name is not None and name is self._reading.name_at(other))

    def _stands_for(self, token: Token) -> Token:
        """Whom a word means: the antecedent of a pronoun, the speaker of "I" and "we"."""
        if token.lower_ in FIRST and token.pos_ == "PRON":
            said = self._speakers.said(token)
            if said is not None and said.speaker is not None:
                return self._coreference.resolve(counted(said.speaker))
            if token.lower_ in ("we", "us", "our"):
                return self._reading.author or token
        return self._coreference.resolve(counted(token))

    def _fits(self, trigger: Trigger, token: Token, head: Token, wanted: Sequence[str], name: str) -> bool:
        if self._reading.is_time(token) or not wanted:
            return False
        classes = self._reading.classes(head)
        if name == "mod" and token.i and token.nbor(-1).text in ("-", "–"):
            return False  # the "border" of a "cross-border raid"
        if name == "mod":  # "rebel attack", "mosque attack"; but no "deadly attack"
            named = head.ent_type_ in ("ORG", "NAT", "PER") or self._reading.name_at(head) is not None
            if not (named or (head.pos_ == "NOUN" and classes & {"ACTOR", "THING"} and "WEAPON" not in classes)):
                return False
        if trigger.sense.type == "ASSAULT" and wanted is not ACTORS and self._is_town(head, trigger.sense.mode):
            return False  # an attacked town is where it happens, not to whom
        if "EVENT" in classes and "ACTOR" not in classes and "ANY" not in wanted and "EVENT" not in wanted:
            return False
        if name == "on" and trigger.sense.pos == "verb" and "ACTOR" not in classes and head.pos_ != "PROPN":
            return False  # "detained on arrival"
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

    def _is_town(self, head: Token, mode: str | None) -> bool:
        """True for a place by name ("the village of X"); any village where the attack is for the land itself."""
        classes = self._reading.classes(head)
        if "STATE" in classes or "ACTOR" in classes:
            return False
        inside = (
            c for c in clause.children(head, "compound", "nmod", "appos") if clause.preposition(c) in (None, "of")
        )
        named = head.ent_type_ == "LOC" or ("TERRITORY" in classes and any(c.ent_type_ == "LOC" for c in inside))
        return named or (mode == "territory" and "TERRITORY" in classes)

    def participant(self, part: Part) -> Participant:
        """The unresolved participant of a role."""
        span = name_of(self._reading, part.head)
        mention = None
        if part.head.i not in (part.at.i, counted(part.at).i):
            mention = self._reading.token_span(*self._definite(part.at))
        return Participant(span.text, span.start, span.end, mention=mention, name=proper_name(self._reading, part.head))

    @staticmethod
    def _definite(token: Token) -> list[Token]:
        return [*clause.children(token, "det"), token]

"""Who plays actor and recipient in what a trigger tells: rules that propose somebody, in the order of their weight."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from watchfloor.records import Participant

from . import clause
from .answers import Answers
from .ascription import Ascription
from .clause import counted
from .coreference import Coreference
from .doers import Doers
from .fitting import ACTORS, fits
from .frames import Frame, Frames
from .light_verbs import Carrier
from .mentions import name_of, proper_name
from .pairs import Pairs
from .parts import NOBODY, Cast, Part, Proposal, choose
from .reading import Reading
from .recipients import JUDGING, Recipients
from .speakers import Speakers
from .standing import Standing, some_of_them
from .triggers import Trigger

#: Types whose actors only suffer what is told.
SUFFERED = frozenset({"DIE", "FLEE"})


class Casting:
    """Gives the roles of one document."""

    def __init__(
        self, reading: Reading, triggers: Sequence[Trigger], coreference: Coreference, speakers: Speakers
    ) -> None:
        """``triggers`` are all of the document, in the order of its text."""
        self._reading = reading
        self._standing = Standing(reading, coreference, speakers)
        self.stands_for = self._standing.of
        self._frames = Frames(reading)
        self._doers = Doers(reading, triggers, self.cast, self._standing.of)
        self._beyond = Recipients(reading, self._doers, self._fill, self._standing.of)
        self._pairs = Pairs(reading, triggers, self.cast)
        self._known: dict[int, Cast] = {}
        self._actor_rules = (
            self._owning,
            self._lent_actor,
            self._said_actor,
            self._speaking,
            self._purposeful,
        )
        self._attack_rules = Ascription(reading, triggers, self.cast, self._fill).rules()
        self._recipient_rules = (
            self._lent_recipient,
            self._said_recipient,
            self._beyond.of_land,
            self._beyond.in_object,
            self._beyond.of_toll,
            self._beyond.opposed,
            self._beyond.of_wish,
            self._beyond.in_complement,
            Answers(reading, triggers, self.cast, self._standing.of).answered,
        )

    def carrier(self, trigger: Trigger) -> Carrier | None:
        """The light verb that carries an event noun, if any."""
        return self._frames.carrier(trigger)

    def cast(self, trigger: Trigger) -> Cast:
        """Actors and recipients of a trigger, as the text tells them."""
        if trigger.head.i not in self._known:
            self._known[trigger.head.i] = NOBODY  # an event that is its own doer in a circle of clauses has none
            self._known[trigger.head.i] = self._cast(self._frames.of(trigger))
        return self._known[trigger.head.i]

    def _cast(self, frame: Frame) -> Cast:
        rules = (*self._actor_rules, *(self._attack_rules if frame.type == "ASSAULT" else ()))
        actors = choose(proposal for rule in rules for proposal in rule(frame))
        recipients = choose(proposal for rule in self._recipient_rules for proposal in rule(frame, actors))
        actors = tuple(a for a in actors if a.head.i == a.at.i or not self._same_name(a, recipients))
        if frame.type in JUDGING:
            recipients = self._beyond.behind(recipients, actors)
        if frame.type == "ASSAULT":
            recipients = self._beyond.hit(recipients)
        return Cast(actors, recipients)

    def frame(self, trigger: Trigger) -> Frame:
        """What the roles of a trigger are chosen from."""
        return self._frames.of(trigger)

    def _owning(self, frame: Frame) -> Iterator[Proposal]:
        """Whose deed it is by name, whoever speaks of it: "reiterated Kenya's support"."""
        if frame.lent.get("actor"):
            for name in ("poss", "mod"):
                named = [t for t in frame.arguments.get(name, ()) if t.pos_ == "PROPN" or t.ent_type_]
                if name in frame.actor:
                    yield Proposal(name, self._fill(frame, name, named, ACTORS))

    def _lent_actor(self, frame: Frame) -> Iterator[Proposal]:
        """The subject of a light verb: "carried out an attack"."""
        yield Proposal("lent", self._fill(frame, "lent", frame.lent.get("actor", ()), ACTORS))

    def _said_actor(self, frame: Frame) -> Iterator[Proposal]:
        """The arguments that the sense names."""
        for name in frame.actor:
            yield Proposal(name, self._fill(frame, name, frame.arguments.get(name, ()), ACTORS))

    def _speaking(self, frame: Frame) -> Iterator[Proposal]:
        """The speaker of "it is essential that they leave"."""
        if frame.trigger.sense.pos == "adjective":
            yield Proposal("speaker", self._fill(frame, "speaker", frame.arguments.get("speaker", ()), ACTORS))

    def _purposeful(self, frame: Frame) -> Iterator[Proposal]:
        """Who goes "for talks"."""
        if frame.is_noun:
            yield Proposal("purpose", self._fill(frame, "lent", self._doers.purposeful(frame.trigger), ACTORS))

    def _lent_recipient(self, frame: Frame, actors: Sequence[Part]) -> Iterator[Proposal]:
        """The subject of a verb that carries what is done to it: "came under attack"."""
        yield Proposal("lent", self._fill(frame, "lent", frame.lent.get("recipient", ()), frame.wanted, actors))

    def _said_recipient(self, frame: Frame, actors: Sequence[Part]) -> Iterator[Proposal]:
        """The arguments that the sense names."""
        for name in frame.recipient:
            yield Proposal(name, self._fill(frame, name, frame.arguments.get(name, ()), frame.wanted, actors))

    def _same_name(self, actor: Part, recipients: Iterable[Part]) -> bool:
        """True where a pronoun would do something to whoever it stands for: then it stands for somebody else."""
        name = self._reading.name_at(actor.head)
        return name is not None and any((n := self._reading.name_at(r.head)) and n.id == name.id for r in recipients)

    def _fill(
        self, frame: Frame, name: str, tokens: Sequence[Token], wanted: Sequence[str], taken: Sequence[Part] = ()
    ) -> list[Part]:
        """Those whom the words of one argument name, where they are of the wanted classes and not taken."""
        found: list[Part] = []
        for token in tokens:
            if wanted is ACTORS and name in ("subj", "by", "lent") and token.i != frame.head.i:
                found += [p for p in self._doers.behind(token) if p not in found]
            if both := self._pairs.meant(token):
                found += [p for p in both if p not in (*taken, *found)]
                continue
            head = self._standing.of(token, acting=wanted is ACTORS and frame.type not in SUFFERED)
            if any(self._is_one(head, part.head) for part in (*taken, *found)) or token in frame.trigger.words[1:]:
                continue
            if token.i == frame.head.i and name != "self":
                continue
            if name == "self" and frame.arguments.get("subj"):
                continue  # "he is the leader of …": he, whoever that is
            if name == "self" or fits(self._reading, frame, name, token, head, wanted):
                found.append(Part(head, token))
        return found

    def _is_one(self, one: Token, other: Token) -> bool:
        """True for one word, or two words of one name."""
        name = self._reading.name_at(one)
        return one.i == other.i or (name is not None and name is self._reading.name_at(other))

    def participant(self, part: Part) -> Participant:
        """The unresolved participant of a role."""
        span = name_of(self._reading, part.head)
        mention = None
        if part.head.i not in (part.at.i, counted(part.at).i):
            mention = self._reading.token_span(*clause.children(part.at, "det"), part.at)
        named = part.head
        if some_of_them(named) and (whole := self._standing.of(counted(named))).pos_ == "NOUN":
            named = whole  # "one of them": one of the hitmen, but no "ISWAP" where they are its men
        return Participant(span.text, span.start, span.end, mention=mention, name=proper_name(self._reading, named))

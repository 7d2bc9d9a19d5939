"""Who made an attack that its own clause ascribes to nobody: as the rest of the sentence, or of the account, tells."""

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from . import clause
from .coreference import points_back
from .fitting import ACTORS, Fill
from .frames import Frame
from .parts import Cast, Part, Proposal
from .reading import Reading, sentences_apart
from .triggers import Trigger

#: Arguments of a verb of harm that hold the attack behind it: "killed when gunmen attacked", "died in the blast".
ATTACKS = ("when", "as", "in", "during", "after")
#: Prepositions between an accusation, arrest or conviction and what it is for.
CHARGES = frozenset({"for", "over", "of"})
#: Prepositions before what somebody does something with.
MEANS = frozenset({"with", "through", "via"})
#: Nouns by which an account goes on with any attack that it told of.
GENERIC = frozenset("attack assault incident violence raid strike bombing shooting killing ambush offensive".split())
#: Nouns for those who make an attack.
ATTACKERS = frozenset("assailant attacker bomber hijacker raider".split())
#: How many sentences after an attack its claim may stand, and an account may go on with "the attack".
REACH = 3


class Ascription:
    """Looks through the attacks and claims of one document."""

    def __init__(
        self, reading: Reading, triggers: Sequence[Trigger], cast: Callable[[Trigger], Cast], fill: Fill
    ) -> None:
        """``cast`` gives the roles of a trigger, ``fill`` makes parts of words."""
        self._fill = fill
        self._reading = reading
        self._triggers = {t.head.i: t for t in triggers}
        self._cast = cast

    def rules(self) -> tuple[Callable[[Frame], Iterator[Proposal]], ...]:
        """What proposes the doers of an attack, the nearest first."""
        return (
            self._claimed,
            self._means,
            self._below,
            self._above,
            self._coordinated,
            self._told_before,
            self._claimed_later,
        )

    def _claimed(self, frame: Frame) -> Iterator[Proposal]:
        """Who claims it, or is accused, arrested or convicted for it, in the same clause."""
        if not frame.is_noun:
            return
        below = frame.head
        for governor, dep in clause.ancestors(frame.head):
            told = self._triggers.get(governor.i)
            if told is not None and told.sense.type == "CLAIM" and not told.learned:
                if _denies(told):
                    return
                yield Proposal("claim", self._cast(told).actors)
            accused = told is not None and (
                (told.sense.type == "ACCUSE" and told.sense.mode == "allege") or told.sense.type == "SANCTION"
            )
            if told is not None and accused and clause.preposition(below) in CHARGES:
                yield Proposal("accused", self._cast(told).recipients)
                return
            if governor.pos_ == "VERB" or clause.base(dep) not in ("nmod", "obj", "obl", "conj"):
                return
            below = governor

    def _means(self, frame: Frame) -> Iterator[Proposal]:
        """Who does something by it: "backed the army with airstrikes"."""
        verb = frame.head.head
        if frame.is_noun and clause.preposition(frame.head) in MEANS and verb.pos_ == "VERB":
            yield Proposal("means", self._fill(frame, "lent", clause.of_verb(verb).get("subj", []), ACTORS, ()))

    def _below(self, frame: Frame) -> Iterator[Proposal]:
        """Who makes the attack in which it happens: "were killed when gunmen attacked the village"."""
        if frame.is_noun or not _silent(frame):
            return
        for name in ATTACKS:
            for token in frame.arguments.get(name, ()):
                if token.i != frame.head.i:
                    yield Proposal(name, self._makers(token))

    def _above(self, frame: Frame) -> Iterator[Proposal]:
        """Who makes the attack that this one is a part of: "killed ten people, including a man who was beheaded"."""
        if frame.head.dep_ not in ("acl:relcl", "acl") or frame.arguments.get("subj") or self._is_attacker(frame):
            return
        for governor, _ in clause.ancestors(frame.head):
            if governor.i in self._triggers and governor.i != frame.head.i:
                yield Proposal("part of", self._makers(governor))

    def _coordinated(self, frame: Frame) -> Iterator[Proposal]:
        """Who makes the attack that it is coordinated with: "the raid and the killings"."""
        if frame.is_noun and frame.head.dep_ == "conj":
            yield Proposal("conj", self._makers(frame.head.head))

    def _told_before(self, frame: Frame) -> Iterator[Proposal]:
        """Who made the attack that it goes on with: the last with the same noun, or the last at all before."""
        event = frame.head
        if not frame.is_noun or not points_back(event):
            return
        attacks = [t for t in self._before(event) if t.sense.type == "ASSAULT"]
        if attacks and event.lemma_ in GENERIC and sentences_apart(attacks[0].head, event) <= REACH:
            yield Proposal("taken up", self._cast(attacks[0]).actors)
        for trigger in attacks:
            if _same_noun(trigger.head, event):
                yield Proposal("told before", self._cast(trigger).actors)

    def _claimed_later(self, frame: Frame) -> Iterator[Proposal]:
        """Who claims it in a later sentence: "a bomb hit a bus. The group later claimed the attack"."""
        if not _silent(frame):
            return
        for i in range(frame.head.i + 1, len(frame.head.doc)):
            trigger = self._triggers.get(i)
            if trigger is None:
                continue
            if sentences_apart(frame.head, trigger.head) > REACH:
                return
            if trigger.sense.type == "ASSAULT" and not frame.is_noun and self._cast(trigger).actors:
                return  # another attack, by somebody
            if trigger.sense.type == "CLAIM" and not trigger.learned and not _denies(trigger):
                yield Proposal("claimed later", self._cast(trigger).actors)
                return

    def _is_attacker(self, frame: Frame) -> bool:
        """True where those who are harmed are the attackers: "the raid, in which six assailants were shot"."""
        return any(t.lemma_.lower() in ATTACKERS for t in frame.arguments.get("obj", ()))

    def _makers(self, token: Token) -> tuple[Part, ...]:
        """The actors of the attack that a word tells."""
        trigger = self._triggers.get(token.i)
        return self._cast(trigger).actors if trigger is not None and trigger.sense.type == "ASSAULT" else ()

    def _before(self, token: Token) -> Iterator[Trigger]:
        """Triggers from a word back to the start of the text."""
        return (self._triggers[i] for i in sorted((i for i in self._triggers if i < token.i), reverse=True))


def _silent(frame: Frame) -> bool:
    """True where the clause names nobody who could do it, not even by a pronoun."""
    return all(t.pos_ != "PRON" and not t.ent_type_ for t in frame.arguments.get("subj", ()))


def _denies(claim: Trigger) -> bool:
    """True for "denied responsibility" and "did not claim it"."""
    return claim.sense.polarity == "negative" or bool(claim.arguments.get("neg"))


def _same_noun(one: Token, other: Token) -> bool:
    """True for one noun, or where the one is the end of the other: "airstrikes" and "strikes"."""
    return one.pos_ == other.pos_ and (one.lemma_.endswith(other.lemma_) or other.lemma_.endswith(one.lemma_))

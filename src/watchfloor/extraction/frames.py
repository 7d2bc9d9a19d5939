"""What the roles of one trigger are chosen from: its arguments, those lent by a light verb, and what its sense says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from . import clause
from .clause import Arguments
from .light_verbs import Carrier, Carriers
from .reading import Reading
from .triggers import Trigger

#: Types of help, given by those after "of" where somebody acts "with the support of" them.
HELPING = frozenset({"SUPPORT", "AID", "COOPERATE", "AGREE"})
#: Where the helper stands then.
HELPERS = ("of", "from", "poss", "by", "mod")


@dataclass(frozen=True)
class Frame:
    """One trigger with everything that may name its roles.

    ``actor`` and ``recipient`` are names of arguments, the most telling first; ``lent`` holds by role what a light verb
    lends; ``wanted`` are the classes of recipients.
    """

    trigger: Trigger
    arguments: Arguments
    lent: Mapping[str, Sequence[Token]]
    actor: Sequence[str]
    recipient: Sequence[str]
    wanted: Sequence[str]

    @property
    def type(self) -> str:
        """The type of statement."""
        return self.trigger.sense.type

    @property
    def head(self) -> Token:
        """The trigger's main word."""
        return self.trigger.head

    @property
    def is_noun(self) -> bool:
        """True where a noun tells it."""
        return self.trigger.sense.pos == "noun"


class Frames:
    """Makes the frames of one document."""

    def __init__(self, reading: Reading) -> None:
        """Take the lexicon of a reading."""
        self._lexicon = reading.knowledge.lexicon
        self._carriers = Carriers(self._lexicon)

    def carrier(self, trigger: Trigger) -> Carrier | None:
        """The light verb that carries an event noun, if any."""
        event = self._lexicon.types[trigger.sense.type].kind == "event"
        if not event or trigger.sense.pos != "noun" or trigger.sense.type == "DIE":
            return None  # who announces a death does not die
        return self._carriers.of(trigger.head)

    def of(self, trigger: Trigger) -> Frame:
        """The frame of a trigger."""
        type_, sense = self._lexicon.types[trigger.sense.type], trigger.sense
        roles = {**type_.roles(sense.pos), **sense.roles}
        arguments = dict(trigger.arguments)
        lent: dict[str, list[Token]] = {}
        if sense.pos == "noun":
            if clause.preposition(trigger.head) == "with" and sense.type in HELPING:
                roles = {"actor": HELPERS, "recipient": ()}
                lent["recipient"] = clause.of_verb(trigger.head.head).get("subj", [])
            carrier = self.carrier(trigger)
            if carrier is not None:
                lent[carrier.entry.subject] = carrier.arguments.get("subj", [])
                if carrier.entry.subject == "recipient":
                    lent["actor"] = carrier.arguments.get("from", [])
                arguments = {k: v for k, v in carrier.arguments.items() if k != "subj"} | arguments
            if "mod" not in arguments and (before := _name_before(trigger.head)) is not None:
                arguments["mod"] = [before]
            arguments["self"] = [trigger.head]
            if "poss" in roles.get("recipient", ()) and arguments.get("of"):  # "Israel's killing of two medics"
                roles["actor"] = (*roles.get("actor", ()), "poss")
                roles["recipient"] = tuple(name for name in roles["recipient"] if name != "poss")
        return Frame(
            trigger, arguments, lent, roles.get("actor", ()), roles.get("recipient", ()), tuple(type_.recipient_is)
        )


def _name_before(noun: Token) -> Token | None:
    """The name right before a noun that the model attaches elsewhere: "a wave of Taliban attacks"."""
    before = noun.nbor(-1) if noun.i > noun.sent.start else None
    return before if before is not None and before.ent_type_ in ("ORG", "NAT") else None

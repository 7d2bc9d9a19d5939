"""Whose wish is refused, granted or answered, where a sentence leaves it to the one before: "Paris refused"."""

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from .frames import Frame
from .parts import Cast, Part, Proposal
from .reading import Reading, sentences_apart
from .triggers import Trigger

#: Types that answer what somebody else said or wants.
ANSWERING = frozenset({"REJECT", "CONCEDE"})
#: Types that ask for an answer.
ASKING = frozenset({"REQUEST", "ACCUSE", "THREATEN", "AGREE", "CONSULT"})
#: Nouns for what is answered.
SAID = frozenset(
    "accusation allegation appeal call charge claim condition criticism demand finding idea invitation offer plan "
    "proposal report request statement suggestion ultimatum wish".split()
)
#: Those of them that whoever was quoted last has told.
REPORTED = frozenset("accusation allegation charge claim finding report statement suggestion".split())
#: How many sentences back an answer reaches.
REACH = 1


class Answers:
    """Looks back from the answers of one document to what they answer."""

    def __init__(
        self,
        reading: Reading,
        triggers: Sequence[Trigger],
        cast: Callable[[Trigger], Cast],
        stands_for: Callable[[Token], Token],
    ) -> None:
        """``triggers`` are all of the document in order; ``cast`` and ``stands_for`` look up roles and antecedents."""
        self._stands_for = stands_for
        self._reading = reading
        self._triggers = triggers
        self._cast = cast

    def answered(self, frame: Frame, actors: Sequence[Part]) -> Iterator[Proposal]:
        """Whoever asked, accused or offered last, of those who answer or of nobody named."""
        if frame.type not in ANSWERING or not _is_bare(frame):
            return
        for trigger in reversed(self._triggers):
            if trigger.head.i >= frame.head.i:
                continue
            if sentences_apart(trigger.head, frame.head) > REACH:
                return
            if trigger.sense.type not in ASKING:
                if told := self._told(frame, trigger):
                    yield Proposal("told before", told)
                continue
            asked = self._cast(trigger)
            if not asked.recipients or any(self._is_one(r, a) for r in asked.recipients for a in actors):
                askers = [p for p in asked.actors if not any(self._is_one(p, a) for a in actors)]
                yield Proposal("asked before", askers)

    def _told(self, frame: Frame, trigger: Trigger) -> list[Part]:
        """Who said what a report or a claim takes up."""
        if not any(t.lemma_.lower() in REPORTED for t in frame.arguments.get("obj", ())):
            return []
        parts = [Part(self._stands_for(t), t) for t in trigger.arguments.get("speaker", ())]
        return [p for p in parts if p.head.ent_type_ != "LOC" and p.head.pos_ != "PRON"]

    def _is_one(self, one: Part, other: Part) -> bool:
        name, known = self._reading.name_at(one.head), self._reading.name_at(other.head)
        if name is not None and known is not None:
            return name.id == known.id
        return one.head.i == other.head.i or one.head.text == other.head.text


def _is_bare(frame: Frame) -> bool:
    """True for an answer without an object, or whose object only says what kind of saying it answers."""
    objects = [t for name in ("obj", "to", "with") for t in frame.arguments.get(name, ())]
    if any(t.lemma_ != "do" for t in frame.arguments.get("inf", ())):
        return False  # "refused to leave"; but "refused to do so"
    if frame.is_noun or any(name in frame.arguments for name in ("that", "ing", "for")):
        return False
    return all(t.lemma_.lower() in SAID for t in objects)

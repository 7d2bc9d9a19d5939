"""Weapons and means: "with rifles", "using drones", "a car bomb attack"."""

from collections.abc import Iterator

from spacy.tokens import Token

from watchfloor.records import Instrument

from .clause import children, counted, preposition
from .drafts import Draft
from .mentions import name_of
from .reading import Reading

#: Arguments that may hold a means, for types of force and for training.
MEANS = ("with", "using", "by", "in", "involving", "mod", "obj", "subj")
ARMED = frozenset({"ASSAULT", "DIE", "TRAIN", "THREATEN"})
USING = frozenset(
    "use involve employ wield carry fire detonate drop throw lob launch plant lay hurl explode set ram drive rig place "
    "aim unleash shoot blow".split()
)
#: Words that count what is fired: "ten rounds of artillery".
ROUNDS = frozenset({"round", "salvo", "barrage", "volley", "burst"})


class Instruments:
    """Finds the means of the statements of one document."""

    def __init__(self, reading: Reading) -> None:
        """Take the document's reading."""
        self._reading = reading
        self._weapons = reading.knowledge.lexicon.weapon_of

    def of(self, draft: Draft) -> tuple[Instrument, ...]:
        """The weapons that a statement's clause names, each once, in the order of the text."""
        if draft.type not in ARMED:
            return ()
        found = {noun.i: noun for noun in self._nouns(draft)}
        return tuple(self._instrument(found[i]) for i in sorted(found))

    def mode(self, instrument: Instrument) -> str | None:
        """The mode of ASSAULT that a weapon implies."""
        return next(
            (w.mode for w in self._weapons.values() if w.kind == instrument.kind and w.mode),
            None,
        )

    def _nouns(self, draft: Draft) -> Iterator[Token]:
        handled = draft.head.lemma_.lower() in USING
        for name in MEANS:
            if name == "obj" and not handled and draft.trigger.sense.pos == "verb" and draft.type == "ASSAULT":
                continue  # "destroyed a mortar"
            for token in draft.trigger.arguments.get(name, ()):
                noun = _fired(token) if name == "obj" else counted(token) if name == "subj" else token
                yield from filter(self._is_weapon, children(token, "obj") if token.pos_ == "VERB" else [noun])
        for verb in draft.tellers:
            for below in children(verb, "advcl", "acl", "xcomp"):
                if below.lemma_.lower() in USING or any(m.lower_ == "by" for m in children(below, "mark", "case")):
                    yield from filter(self._is_weapon, map(_fired, children(below, "obj")))

    def _is_weapon(self, noun: Token) -> bool:
        return "WEAPON" in self._reading.classes(noun) or self._kind(noun) is not None

    def _kind(self, noun: Token) -> str | None:
        """The kind of weapon that the noun names with the words before it: "live rounds", "an explosive charge"."""
        words = [*(c.lower_ for c in noun.lefts if c.dep_ in ("compound", "amod")), noun.lemma_.lower()]
        keys = [" ".join(words[k:]) for k in range(len(words))] + [noun.lower_]
        return next((self._weapons[k].kind for k in keys if k in self._weapons), None)

    def _instrument(self, noun: Token) -> Instrument:
        span = name_of(self._reading, noun, of=False)
        return Instrument(span.text, span.start, span.end, self._kind(noun))


def _fired(noun: Token) -> Token:
    """What is fired, behind words that count it: "dozens of rounds of artillery"."""
    noun = counted(noun)
    of = [c for c in children(noun, "nmod") if preposition(c) == "of"] if noun.lemma_.lower() in ROUNDS else []
    return of[0] if of else noun

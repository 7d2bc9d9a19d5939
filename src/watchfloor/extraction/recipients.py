"""To whom it is done, where the trigger's arguments do not say so: inside its object, its complement, a deed."""

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from watchfloor.knowledge.lexicon import GRAMMATICAL

from . import clause
from .clause import Arguments
from .counting import FATE
from .doers import Doers
from .fitting import ACTORS, Fill
from .frames import Frame
from .parts import Part, Proposal
from .reading import Reading

#: Where, in what is asked, promised or refused, the one stands whom it concerns.
COMPLEMENTS = {
    "REQUEST": ("subj",),
    "AGREE": ("with", "iobj", "obj", "to", "against", "for"),
    "REJECT": ("obj", "with", "from", "to"),
    "THREATEN": ("obj", "against", "on"),
    "SUPPORT": ("subj",),
    "ACCUSE": ("subj",),
    "POSITION": ("subj", "obj", "with", "to", "against"),
}
#: Types that are done to people in what they want, have or hold.
WISHED = frozenset({"REJECT", "CONCEDE", "AGREE", "AID", "REQUEST"})
#: Where those stand whose something is.
OWNERS = ("poss", "by", "from", "of", "with", "for")
#: Types that judge what somebody did; the judged are those who did it.
JUDGING = frozenset({"SUPPORT", "ACCUSE", "POSITION", "REJECT"})

#: Attacks that have no victim but two sides.
MUTUAL = frozenset("battle clash combat exchange fight fighting firefight gunfight shootout skirmish war".split())
#: Verbs by which those die in it whom an attack harmed.
DYING = frozenset({"die", "perish"})
#: How many verbs deep a complement is followed.
DEPTH = 3
#: Conjunctions of a condition.
IF = frozenset({"if", "unless", "should"})
#: Verbs by which somebody has land that is taken from them.
HOLDING = frozenset("hold control occupy seize capture rule govern dominate".split())
#: What is dug, laid or rigged for fighting: where nobody is said to own it, hitting it is done to nobody.
EMPLACEMENTS = frozenset("position route tunnel bunker berm trench vbied ied".split())


class Recipients:
    """Finds the recipients of one document's triggers beyond their arguments."""

    def __init__(self, reading: Reading, doers: Doers, fill: Fill, stands_for: Callable[[Token], Token]) -> None:
        """``fill`` makes parts of words, ``stands_for`` gives the antecedent of a word."""
        self._reading = reading
        self._doers = doers
        self._fill = fill
        self._stands_for = stands_for

    def of_land(self, frame: Frame, actors: Sequence[Part]) -> Iterator[Proposal]:
        """From whom land is taken."""
        sense = frame.trigger.sense
        if sense.pos == "verb" and sense.mode == "territory":
            origin = [
                t for token in frame.arguments.get("from", ()) for t in (token, *inside(token, "poss", "mod", "of"))
            ]
            yield Proposal("from", self._fill(frame, "from", origin, ACTORS, actors))
            for land in frame.arguments.get("obj", ()):
                for place in (land, *inside(land, "of")):
                    yield Proposal("held by", self._fill(frame, "by", _holders(place), ACTORS, actors))

    def in_object(self, frame: Frame, actors: Sequence[Part]) -> Iterator[Proposal]:
        """Whom the object of a verb is for or against: "spread messages to recruits"."""
        if frame.trigger.sense.pos != "verb" or frame.trigger.sense.mode == "territory":
            return
        for noun in frame.arguments.get("obj", ()):
            if noun.pos_ != "NOUN" or "ACTOR" in self._reading.classes(noun):
                continue
            aimed = [clause.of_verb(c) for c in clause.children(noun, "acl") if clause.passive(c)]
            for phrases in (clause.of_noun(noun), *aimed):  # "fired shells at the camp", "fired shells aimed at it"
                for name in frame.recipient:
                    if name not in GRAMMATICAL and name != "of":
                        found = self._fill(frame, name, phrases.get(name, ()), frame.wanted, actors)
                        yield Proposal(f"obj {name}", found)

    def of_toll(self, frame: Frame, actors: Sequence[Part]) -> Iterator[Proposal]:
        """Whom an attack killed, as a clause about it says: "the raid that killed a nurse", "in which a nurse died"."""
        if not frame.is_noun or frame.type != "ASSAULT" or frame.head.lemma_.lower() in MUTUAL:
            return
        for verb in clause.children(frame.head, "acl:relcl"):
            fate = FATE.get(verb.lemma_.lower())
            if fate in ("killed", "wounded"):
                yield Proposal("toll", self._fill(frame, "obj", clause.of_verb(verb).get("obj", ()), ACTORS, actors))
            elif verb.lemma_.lower() in DYING:
                yield Proposal("toll", self._fill(frame, "subj", clause.of_verb(verb).get("subj", ()), ACTORS, actors))

    def opposed(self, frame: Frame, actors: Sequence[Part]) -> Iterator[Proposal]:
        """Whom "against" names, wherever the tree hangs it: "conducted raids using drones against the militia"."""
        if frame.type != "ASSAULT" or not frame.lent.get("actor"):
            return
        for token in frame.head.doc[frame.head.i + 1 : frame.head.sent.end]:
            if token.pos_ == "VERB" and token.dep_ not in ("acl", "amod") and token.tag_ != "VBG":
                return
            if token.lower_ == "against" and token.dep_ == "case":
                yield Proposal("against", self._fill(frame, "against", [token.head], frame.wanted, actors))

    def of_wish(self, frame: Frame, actors: Sequence[Part]) -> Iterator[Proposal]:
        """Whose offer, demand or charge an object is, where a type is about people: "rejected the union's offer"."""
        if frame.trigger.sense.pos != "verb" or frame.wanted != ACTORS or frame.type not in WISHED:
            return
        for name in frame.recipient:
            for noun in frame.arguments.get(name, ()):
                if noun.pos_ == "NOUN" and "ACTOR" not in self._reading.classes(noun):
                    phrases = clause.of_noun(noun)
                    # "demanded the release of X" asks somebody else
                    owners = OWNERS if frame.type != "REQUEST" else ("poss", "by", "from")
                    for inner in owners:
                        found = self._fill(frame, "poss", phrases.get(inner, ()), frame.wanted, actors)
                        yield Proposal(f"{name} {inner}", found)

    def in_complement(self, frame: Frame, actors: Sequence[Part]) -> Iterator[Proposal]:
        """Whom a request is to or a promise for, where only what is asked or promised says so.

        "pressed for Russia to leave" asks Russia; "is committed to working with its partners" commits to the partners.
        """
        arguments = frame.arguments
        if frame.type == "REQUEST" and "inf" in arguments:
            yield Proposal("for", self._fill(frame, "for", arguments.get("for", ()), ACTORS, actors))
        names = COMPLEMENTS.get(frame.type, ())
        wanted = ("ANY",) if frame.type in JUDGING else ACTORS
        for complement in ("that", "inf", "ing", "for", "to"):
            for verb in arguments.get(complement, ()) if names else ():
                for below in _told_by(verb):
                    for name in names:
                        yield Proposal(
                            f"{complement} {name}", self._fill(frame, name, below.get(name, ()), wanted, actors)
                        )
                if frame.type == "THREATEN":  # "warned that it would strike if the army moved"
                    yield Proposal("if", self._fill(frame, "subj", _conditional(verb), ACTORS, actors))

    def behind(self, parts: Sequence[Part], actors: Sequence[Part]) -> tuple[Part, ...]:
        """Whom praise or blame is for, where it is of their deed: "condemned the attack", "welcomed Iraq's move"."""
        found: list[Part] = []
        for part in parts:
            if self._reading.classes(part.head) & {"ACTOR", "PLACE"} or part.head.pos_ == "PROPN":
                found.append(part)
                continue
            doers = self._doers.of(part.head) or self._named_with(part.head)
            for doer in doers:
                if all(doer.head.i != other.head.i for other in (*found, *actors)):
                    found.append(doer)
        return tuple(found)

    def hit(self, parts: Sequence[Part]) -> tuple[Part, ...]:
        """Of a list of what was hit in which emplacements stand, those that are somebody's: "an ISIL-held building"."""
        if not any(part.head.lemma_.lower() in EMPLACEMENTS for part in parts):
            return tuple(parts)
        return tuple(part for part in parts if self._is_owned(part.head))

    def _is_owned(self, thing: Token) -> bool:
        if "ACTOR" in self._reading.classes(thing):
            return True
        owners = [t for c in clause.children(thing, "compound", "amod", "nmod:poss") for t in c.subtree]
        return any(self._reading.name_at(t) is not None or t.ent_type_ in ("ORG", "NAT", "PER") for t in owners)

    def _named_with(self, deed: Token) -> list[Part]:
        tokens = inside(deed, "poss", "by", "of", "between", "from", "mod")
        wholes = [t for t in inside(deed, "of") if "ACTOR" not in self._reading.classes(t)]
        tokens += [t for whole in wholes for t in inside(whole, "between", "by", "mod")]
        for told in (*inside(deed, "that"), *clause.children(deed, "acl", "acl:relcl")):
            below = clause.of_verb(told)  # "the news that rebels freed the town", "the deal reached between the two"
            tokens += [t for name in ("subj", "by", "between") for t in below.get(name, ())]
        undergo = self._doers.undergo(deed)
        parts = [Part(self._stands_for(t), t) for t in tokens if t.i not in undergo]
        return [p for p in parts if "ACTOR" in self._reading.classes(p.head) and p.head.pos_ != "PRON"]


def inside(noun: Token, *names: str) -> list[Token]:
    """What a noun's arguments of these names hold."""
    found = clause.of_noun(noun)
    return [t for name in names for t in found.get(name, ())]


def _holders(land: Token) -> list[Token]:
    """Who holds a place: "a town held by rebels", "the area that rebels control"."""
    held = (c for c in clause.children(land, "acl", "acl:relcl") if c.lemma_.lower() in HOLDING)
    return [t for verb in held for t in clause.of_verb(verb).get("subj", ())]


def _told_by(verb: Token) -> Iterator[Arguments]:
    """The arguments of a complement, then of what it goes on with: "to continue to provide the army with arms"."""
    for _ in range(DEPTH):
        if verb.pos_ not in ("VERB", "AUX", "ADJ"):
            return
        below = clause.of_verb(verb)
        yield below
        further = [t for name in ("inf", "ing") for t in below.get(name, ())]
        if not further:
            return
        verb = further[0]


def _conditional(verb: Token) -> list[Token]:
    """Who would bring a threat about: the subject of the condition below its verb."""
    conditions = (c for c in clause.children(verb, "advcl") if any(m.lower_ in IF for m in clause.children(c, "mark")))
    return [t for condition in conditions for t in clause.of_verb(condition).get("subj", ())]

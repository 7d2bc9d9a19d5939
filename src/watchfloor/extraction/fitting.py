"""Which words can play a role: by what they stand for, and where they stand."""

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from . import clause
from .frames import Frame
from .parts import Part
from .reading import Reading

#: What can be an actor: an event does nothing, nor does a building.
ACTORS = ("ACTOR",)
#: Words for many that are people where they flee, die, are arrested or freed; and the types of such things.
NUMBERLESS = frozenset("million thousand hundred dozen score many other third fourth fifth sixth".split())
MANY = frozenset({"FLEE", "DIE", "COERCE", "RETREAT", "ASSAULT"})
#: Parts of a place that are hit as a house is.
QUARTERS = frozenset("area district neighbourhood neighborhood quarter suburb block camp".split())
#: Arguments in which a country, a city or an unknown name stands for its people and government.
PERSONAL = frozenset("lent subj by poss obj with on to between appos".split())
#: Makes the parts that an argument names: frame, name of the argument, its words, wanted classes, those already taken.
Fill = Callable[[Frame, str, Sequence[Token], Sequence[str], Sequence[Part]], list[Part]]


def fits(reading: Reading, frame: Frame, name: str, token: Token, head: Token, wanted: Sequence[str]) -> bool:
    """True where a word in the argument of this name, which stands for ``head``, can be one of the wanted classes."""
    if reading.is_time(token) or not wanted:
        return False
    if head.lemma_.lower() in NUMBERLESS and name in ("subj", "obj") and frame.type in MANY:
        return True  # "thousands fled"
    if head.pos_ in ("PRON", "DET") or any(d.lower_ == "no" for d in clause.children(token, "det")):
        return False  # a pronoun that stands for nobody clear names nobody, nor do "no group" and "no one"
    classes, sense = reading.classes(head), frame.trigger.sense
    if name == "mod" and not _can_modify(reading, token, head):
        return False
    if name == "with" and "WEAPON" in classes:
        return False  # what somebody attacks with
    struck = name == "obj" and sense.pos == "verb" and sense.mode != "territory" and head.lemma_.lower() in QUARTERS
    if sense.type == "ASSAULT" and wanted is not ACTORS and not struck and _is_town(reading, head, sense.mode):
        return False  # an attacked town is where it happens, not to whom; a shelled district is what is hit
    if sense.mode == "visit" and head.ent_type_ == "LOC" and "STATE" not in classes:
        return False  # so is a visited town
    if "EVENT" in classes and "ACTOR" not in classes and "ANY" not in wanted and "EVENT" not in wanted:
        return False
    if name == "on" and sense.pos == "verb" and "ACTOR" not in classes and head.pos_ != "PROPN":
        return False  # "detained on arrival"
    if reading.fits(head, wanted):
        return True
    return "ACTOR" in wanted and name in PERSONAL and head.pos_ == "PROPN" and "TIME" not in classes


def _can_modify(reading: Reading, token: Token, head: Token) -> bool:
    """True before "attack" in "rebel attack" and "mosque attack"; but no "deadly attack" nor "cross-border raid"."""
    if token.i and token.nbor(-1).text in ("-", "–"):
        return False
    if head.ent_type_ in ("ORG", "NAT", "PER") or reading.name_at(head) is not None:
        return True
    classes = reading.classes(head)
    return head.pos_ == "NOUN" and bool(classes & {"ACTOR", "THING"}) and "WEAPON" not in classes


def _is_town(reading: Reading, head: Token, mode: str | None) -> bool:
    """True for a place by name ("the village of X"); any village where the attack is for the land itself."""
    classes = reading.classes(head)
    if "STATE" in classes or "ACTOR" in classes or ("FACILITY" in classes and mode != "territory"):
        return False
    inside = (c for c in clause.children(head, "compound", "nmod", "appos") if clause.preposition(c) in (None, "of"))
    named = head.ent_type_ == "LOC" or ("TERRITORY" in classes and any(c.ent_type_ == "LOC" for c in inside))
    return named or (mode == "territory" and "TERRITORY" in classes)

"""What a document tells once and means on: the place of a happening told over several sentences.

Its day is not carried: who dies of an attack may die of it later.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from .clause import children, preposition
from .counting import FATE
from .drafts import Draft
from .modality import Certainty
from .reading import Reading

#: What people suffer without its being told again by whom: their toll belongs to the attack just told.
TOLL = frozenset({"killed", "wounded"})
#: Words that point back to a happening: "the attack", "these strikes".
POINTING = frozenset({"the", "this", "that", "these", "those", "both"})
#: Words that add people to those just told of: "six more pupils".
FURTHER = frozenset({"more", "another", "other", "others"})


def carry(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Give statements that take up the happening of the sentence before its places."""
    told: dict[int, Draft] = {}  # start of a sentence to the happening that it tells, with a place
    for draft in drafts:
        start = draft.head.sent.start
        before = told.get(_sentence_before(reading, draft.head))
        if not draft.places and before is not None and _goes_on(reading, draft, before):
            draft.places = list(before.places)
        if draft.places and draft.type == "ASSAULT":
            told.setdefault(start, draft)


def _sentence_before(reading: Reading, token: Token) -> int:
    """Where the sentence before begins, if it is of the same paragraph; -1 where there is none."""
    start = token.sent.start
    if start == 0:
        return -1
    before = token.doc[start - 1].sent
    between = reading.document.text[before.start_char : token.sent.start_char].rstrip(" ")
    return before.start if "\n" not in between else -1


def _goes_on(reading: Reading, draft: Draft, before: Draft) -> bool:
    """True for "the attack" and "nine people died", where the sentence itself says no place and no day."""
    if before.type != "ASSAULT" or draft.type not in ("ASSAULT", "DIE") or draft.time is not None:
        return False
    if draft.certainty != Certainty() or any(t.ent_type_ == "LOC" for t in draft.head.sent):
        return False
    if any(_some_of_them(part.at) for part in (*draft.cast.recipients, *draft.cast.actors)):
        return True
    if draft.trigger.sense.pos == "noun":
        return any(d.lower_ in POINTING for d in children(draft.head, "det", "amod"))
    return FATE.get(draft.head.lemma_.lower()) in TOLL and (draft.type == "DIE" or not draft.cast.actors)


def _some_of_them(noun: Token) -> bool:
    """True for a part of those just told of: "three of the marchers", "six more pupils", "the other"."""
    whole = [c for c in children(noun, "nmod") if preposition(c) == "of" and noun.pos_ in ("NUM", "DET", "PRON")]
    known = any(c.pos_ == "PRON" or any(d.lower_ == "the" for d in children(c, "det")) for c in whole)
    return known or any(t.lower_ in FURTHER for t in (noun, *children(noun, "amod", "det", "nummod")))

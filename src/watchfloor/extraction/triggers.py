"""Which words of a document may tell a statement: lexicon senses whose words and conditions hold in the tree.

Where no sense holds, a word that the trained heads hold for a trigger may tell what they say; ``telling`` judges it.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from watchfloor.knowledge.lexicon import PartOfSpeech, Sense

from . import clause
from .clause import Arguments, children, preposition
from .coding import Coding
from .reading import Reading
from .speakers import Speakers

#: Parts of speech of Universal Dependencies to those of the lexicon. A proper noun may be an event noun in a headline.
LEXICAL: Mapping[str, PartOfSpeech] = {
    "VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective",
}  # fmt: skip

#: Words that are particles of a verb even where the model takes them for prepositions.
PARTICLES = frozenset("off out up down away back over around".split())
#: Probability of telling something from which the trained heads' word for it is weighed.
LEARNED = 0.35
#: How far, in words, the parts of a fixed phrase may stand apart: "laid a week-long siege to".
REACH = 8

#: Words that set the verb beside or below them in the future: "will", "may", "is likely to", "is expected to".
FUTURE = frozenset(
    "will 'll would may might could shall likely unlikely certain sure expect set bound due poise go".split()
)
#: Words after "would" by which what was then to come is told as what came.
NARRATED = frozenset({"later", "subsequently"})


@dataclass(frozen=True)
class Trigger:
    """A word that tells a statement, the sense in which it does, and the words around it that play a part."""

    head: Token
    words: tuple[Token, ...]
    sense: Sense
    arguments: Arguments
    learned: Literal["", "unlisted", "refused"] = ""
    """Where the heads alone give it: whether the lexicon lacks the word, or its conditions do not hold."""


def find(reading: Reading, speakers: Speakers) -> Iterator[Trigger]:
    """Triggers in the order of the text, one a word: the sense with the most conditions that hold."""
    coding = reading.coding
    likely = frozenset(coding.likely(LEARNED)) if coding is not None else frozenset()
    for token in reading.doc:
        if token.is_space or token.is_punct or reading.is_time(token) or _part_of_name(reading, token):
            continue
        keys = _keys(token)
        found = next(filter(None, (_listed(reading, token, *key, speakers) for key in keys)), None)
        if found is None and keys and coding is not None and token.i in likely:
            found = _learned(reading, coding, token, *keys[0], speakers)
        if found is not None:
            yield found


def _listed(reading: Reading, token: Token, pos: PartOfSpeech, lemma: str, speakers: Speakers) -> Trigger | None:
    """The first sense of a word whose conditions hold."""
    senses = reading.knowledge.lexicon.by_head.get((lemma, pos))
    if not senses:
        return None
    arguments = _arguments(reading, token, speakers)
    if pos == "adjective" and "subj" not in arguments and "obj" in arguments:
        arguments["subj"] = arguments["obj"]  # "is committed", told as an adjective
    return next((t for s in senses if (t := _match(reading, token, s, arguments)) is not None), None)


def _learned(
    reading: Reading, coding: Coding, token: Token, pos: PartOfSpeech, lemma: str, speakers: Speakers
) -> Trigger | None:
    """What the trained heads hold that a word tells, with the usual roles of its type."""
    if token.dep_ in ("compound", "amod"):
        return None
    types = coding.types(token.i)
    type_ = max(sorted(set(types) - {""}), key=lambda name: types[name])
    sense = Sense(lemma=lemma, pos=pos, type=type_, weight=round(1 - math.exp(types[""]), 2), fires="", misses="")
    known = (lemma, pos) in reading.knowledge.lexicon.by_head
    arguments = _arguments(reading, token, speakers)
    return Trigger(token, (token,), sense, arguments, "refused" if known else "unlisted")


def _arguments(reading: Reading, token: Token, speakers: Speakers) -> Arguments:
    """The arguments of a word (of a modal: those of its verb), "future": what makes it one, "speaker": who says it."""
    arguments = clause.arguments(token.head if is_modal(token) else token)
    if token.pos_ in ("ADJ", "NOUN") and token.i > token.sent.start and token.nbor(-1).pos_ == "NUM":
        arguments["obj" if token.tag_ == "VBN" else "subj"] = [token.nbor(-1)]  # "55 dead", "reported 46 killed"
    if denied := [c for c in children(token, "advmod") if c.lower_ in ("not", "n't", "never")]:
        arguments["neg"] = denied
    if future := _future(token):
        arguments["future"] = future
    said = speakers.said(token)
    if said is not None and said.speaker is not None:
        arguments["speaker"] = [said.speaker]
    elif reading.author is not None and reading.quote_at(token) is None:
        arguments["speaker"] = [reading.author]
    return arguments


def _future(token: Token) -> list[Token]:
    """What sets a verb or predicate in the future; nothing for "would have fallen" and "would later fall"."""
    beside = children(token, "aux") or (children(token.head, "aux") if token.dep_ == "conj" else [])
    if any(t.lemma_ == "have" or token.doc[t.i + 1 : t.i + 2].text in NARRATED for t in beside):
        return []
    above = [token.head] if token.dep_ in ("xcomp", "acl") else []
    return [t for t in (*beside, *above) if FUTURE & {t.lemma_.lower(), t.lower_}]


def is_modal(token: Token) -> bool:
    """True for "must" and "should" before the verb of a main clause."""
    if token.tag_ != "MD" or token.dep_ != "aux" or token.i > token.head.i:
        return False
    # "must be resolved", "should be proper"
    return token.head.tag_ == "VB" or any(c.lower_ == "be" for c in children(token.head, "cop", "aux"))


def _keys(token: Token) -> list[tuple[PartOfSpeech, str]]:
    pos = "verb" if token.tag_ in ("VBD", "VBN") and token.pos_ == "NOUN" else LEXICAL.get(token.pos_)
    if pos is None:
        return []
    lemma = token.lemma_.lower()
    keys: list[tuple[PartOfSpeech, str]] = [(pos, lemma)]
    if token.tag_ in ("VBG", "VBN", "JJ") and pos == "verb":
        keys.append(("adjective", token.lower_))
    if token.tag_ == "VBG" and token.dep_ in ("nsubj", "obj", "nmod", "obl", "compound", "conj", "root", "ROOT"):
        keys.append(("noun", token.lower_))  # "the storming of the palace"
    if pos == "noun" and token.tag_ == "JJ":
        keys.append(("adjective", token.lower_))  # "guilty of murder"
    if pos == "adjective" and token.tag_ in ("JJ", "VBN", "VBG"):
        keys.append(("adjective", token.lower_))
    return keys


def _part_of_name(reading: Reading, token: Token) -> bool:
    """True inside a proper name: the "Attack" of an organisation's name tells nothing."""
    name = reading.name_at(token)
    if name is not None:
        return True
    if token.pos_ == "PROPN" and token.i > token.sent.start and not reading.is_heading(token):
        return True
    if not token.ent_type_ or token.pos_ in ("VERB", "AUX"):
        return False
    return token.ent_type_ in ("PER", "ORG", "NAT") or token.pos_ == "PROPN"


def _match(reading: Reading, token: Token, sense: Sense, arguments: Arguments) -> Trigger | None:
    words = phrase(token, sense.lemma.split())
    if words is None:
        return None
    if token.tag_ == "MD":
        if not is_modal(token) or any(c.lower_ == "have" for c in children(token.head, "aux")):
            return None  # "must have fled"
        words = (token, token.head)
    arguments = _with_phrase(arguments, words)
    if token.dep_ == "amod" and sense.pos == "verb":
        return None  # "the arrested men": told elsewhere, if at all
    if token.dep_ == "compound" and sense.pos == "noun" and token.head.pos_ != "PROPN":
        return None  # an "attack helicopter" is no attack; "rebel leader Foday Sankoh" leads
    for name, wanted in sense.needs.items():
        found = arguments.get(name)
        if not found or (wanted and not any(reading.fits(t, wanted) for t in found)):
            return None
    for name, unwanted in sense.unless.items():
        found = arguments.get(name)
        if found and (not unwanted or any(reading.fits(t, unwanted) for t in found)):
            return None
    return Trigger(token, words, sense, arguments)


def _with_phrase(arguments: Arguments, words: tuple[Token, ...]) -> Arguments:
    """Arguments of a fixed phrase: those of its nouns count as its own ("pledged loyalty to", "laid siege to")."""
    inner = [clause.of_noun(word) for word in words[1:] if word.pos_ == "NOUN"]
    inner += [_below_adjective(word) for word in words[1:] if word.pos_ == "ADJ" or word.dep_ == "xcomp"]
    merged = {**{name: tokens for found in inner for name, tokens in found.items()}, **arguments}
    for word in words[1:]:  # "cordoned off the area", where "off" was taken for a preposition of the area
        adjacent = word.i == words[0].i + 1 and word.head.head.i == words[0].i
        if word.dep_ == "case" and word.lower_ in PARTICLES and adjacent:
            merged.setdefault("obj", [word.head])
    return merged


def _below_adjective(word: Token) -> Arguments:
    """What hangs on the adjective of a phrase: "shot dead by two men"."""
    found = clause.of_verb(word)
    by = found.pop("by", [])
    return {name: t for name, t in found.items() if name not in ("subj", "obj")} | ({"subj": by} if by else {})


def phrase(head: Token, words: list[str]) -> tuple[Token, ...] | None:
    """The tokens of a fixed phrase, each below the one before or below the head; None where one is missing."""
    found = [head]
    for word in words[1:]:
        part = next((t for t in _below(found) if word in (t.lemma_.lower(), t.lower_) and t not in found), None)
        if part is None or abs(part.i - head.i) > REACH:
            return None
        found.append(part)
    return tuple(found)


def _below(found: list[Token]) -> Iterator[Token]:
    """Words that a phrase may go on with: dependents of its words, and the prepositions of those."""
    for token in reversed(found):
        yield from token.children
    for token in reversed(found):
        for child in token.children:
            yield from children(child, "case", "mark", "det", "advmod", "nummod", "amod", "fixed")
            if preposition(child) or child.dep_ in ("xcomp", "obj", "advcl"):
                yield from child.children

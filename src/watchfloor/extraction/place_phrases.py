"""Phrases that say where: the places of a document, each with the word that it qualifies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from .clause import base, children, own_clause, preposition
from .names import WITHIN, entity
from .reading import Reading
from .tree import COUNTING

#: Prepositions that say where something happens.
LOCATIVE = frozenset(
    "in at near outside inside across around along throughout within off between on over north south east west beside "
    "beyond opposite".split()
)
#: Prepositions of ways: they count only with the verb that goes that way.
ALONG = frozenset("to into from out onto through toward towards up over".split())
#: Nouns for a part or the surroundings of a place, which is found behind them: "in the heart of X", "at the gates of".
PARTS = frozenset(
    "gate gates entrance edge heart centre center outskirt outskirts vicinity middle part north south east west side "
    "suburb environs surroundings countryside interior rest lobby courtyard".split()
)
#: Nouns of places that stand before a name: "the village of X".
LOCAL = frozenset(
    "province city town village district region area governorate state county camp base airport border".split()
)
#: Lines that need no more words to be told apart: "across the border".
BORDERS = frozenset({"border", "frontier"})
#: Last words of names that say by themselves that a place is named: "Karen State", "the Western Desert".
GEOGRAPHIC = LOCAL | frozenset("desert sea river lake island valley mountains hills forest gulf strait".split())
#: Units between a place and what lies near it: "within ten kilometres of X".
DISTANCES = frozenset("kilometre kilometer km mile metre meter".split())
#: Words before "of" or "to" that say how a place lies to what happens: "north of X", "close to X".
BEARINGS = frozenset("north south east west northeast northwest southeast southwest close next".split())
#: What one is let into, or kept out of, is where that happens: "denied access to X".
ENTRY = frozenset({"access", "entry", "admission"})
#: What takes somebody to a place, be it made or cancelled: "put off his visit to X".
JOURNEYS = frozenset("trip visit journey tour".split())
#: Relations of phrases with a preposition.
PHRASES = frozenset({"obl", "nmod", "root"})
#: Nouns that take up a place, to the levels of the gazetteer that they can stand for; empty for any.
KIND_OF: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys("town city village settlement capital island".split(), ("city",)),
    **dict.fromkeys("province region district governorate state county".split(), ("admin1", "region")),
    "country": ("country",),
    **dict.fromkeys("place camp".split(), ()),
}


@dataclass(frozen=True)
class Found:
    """A place's word, the word that it qualifies, and the preposition between them; ``named`` by a name of its own."""

    head: Token
    governor: Token
    preposition: str
    named: bool = True


def find(reading: Reading) -> list[Found]:
    """All phrases of place, in the order of the text."""
    found: list[Found] = []
    for token in reading.doc:
        if token.lower_ == "there" and token.pos_ == "ADV" and (place := _meant_by_there(token, found)) is not None:
            found.append(Found(place, token.head, "in"))
        elif (relative := _relative(reading, token)) is not None:
            found.append(relative)
        elif (place := antecedent(reading, token)) is not None:
            found += [Found(place, f.governor, f.preposition) for f in _phrase(reading, token, named=True)]
        elif token.pos_ in ("NOUN", "PROPN", "X") and (is_place(reading, token) or _misread_within(reading, token)):
            found += _phrase(reading, token, named=True)
        elif token.pos_ == "NOUN" and is_unnamed_place(reading, token):
            found += _phrase(reading, token, named=False)
    return found


def _meant_by_there(there: Token, found: Sequence[Found]) -> Token | None:
    """The last place named before it in the sentence, as long as it is nobody who acts; else the last phrase's."""
    for token in reversed(there.doc[there.sent.start : there.i]):
        if token.ent_type_ == "LOC" and base(token.dep_) in ("obj", "obl", "nmod"):
            return token
    return found[-1].head if found else None


def _phrase(reading: Reading, token: Token, *, named: bool) -> Iterator[Found]:
    head = token
    while head.dep_ in ("conj", "appos", "flat") and head.head.i < head.i:
        head = head.head
    if token.dep_ == "appos" and token.head.ent_type_ == "LOC":
        return  # "Jalalabad, Afghanistan": the country says which Jalalabad
    word = preposition(head)
    if word is None or head.dep_ == "nmod:poss":
        return
    if base(head.dep_) not in PHRASES and not (named and word in WITHIN):
        return
    if word == "of" and head.head.lemma_.lower() in LOCAL:
        return  # "the village of X" is found at "village"
    while (outer := _outer(reading, head, word)) is not None:
        head, word = outer
    yield Found(token, own_clause(head, head.head), word, named)


def _outer(reading: Reading, head: Token, word: str) -> tuple[Token, str] | None:
    """Head and preposition of the phrase around one that only says how a place lies, or that stands within a time."""
    above = head.head
    lemma = above.lemma_.lower()
    outer = preposition(above)
    if word == "of" and outer is not None and lemma in PARTS | COUNTING:
        return above, outer
    if word in ("of", "from") and lemma in DISTANCES and base(above.dep_) in ("obl", "nmod", "advmod"):
        return above, "near"
    if word in ("of", "to") and lemma in BEARINGS and above.pos_ in ("ADV", "ADJ") and above.head.i != above.i:
        return above, "near"  # "north of X"
    if word in ("to", "across", "into") and lemma in ENTRY | JOURNEYS and above.head.i != above.i:
        return above, "in"
    if word in ("to", "across", "into") and base(above.dep_) == "nmod" and above.head.lemma_.lower() in ENTRY:
        return above.head, "in"  # "access for the UN to X"
    if reading.is_time(above) and above.head.i != above.i:
        return above, word  # "in the past few days in Italy"
    return None


def _relative(reading: Reading, token: Token) -> Found | None:
    """The place that "where" or "in which" takes up: "Sinjar, where thousands were killed"."""
    clause = token.head
    if token.lower_ not in ("where", "which") or clause.i == token.i:
        return None
    word = "in" if token.lower_ == "where" else preposition(token)
    if word is None or word not in LOCATIVE | ALONG:
        return None
    place = _before(reading, token) if token.lower_ == "where" else None
    if place is None and clause.dep_ in ("acl:relcl", "advcl:relcl"):
        place = clause.head
    if place is None or not (is_place(reading, place) or is_unnamed_place(reading, place)):
        return None
    return Found(place, clause, word, is_place(reading, place))


def _before(reading: Reading, where: Token) -> Token | None:
    """The named place that ends right before "where", however high the tree hangs the clause."""
    words = (t for t in reversed(where.doc[where.sent.start : where.i]) if not t.is_punct and t.dep_ != "case")
    last = next(words, None)
    if last is None or last.ent_type_ != "LOC":
        return None
    while last.dep_ in ("flat", "appos", "nmod", "nmod:unmarked", "compound") and last.head.ent_type_ == "LOC":
        last = last.head
    return last


def _misread_within(reading: Reading, token: Token) -> bool:
    """A misread name behind a preposition that only a place can follow: "in Goma"."""
    return preposition(token) in WITHIN and is_misread(reading, token)


def is_place(reading: Reading, token: Token) -> bool:
    """A place by name, or a place noun with a name in it: "Kabul airport", "the village of X"."""
    classes = reading.classes(token)
    if "TIME" in classes or token.ent_type_ in ("PER", "ORG", "NAT"):
        return False
    name = reading.name_at(token)
    if name is not None and name.type != "state":
        return False  # "Islamic State in Khorasan Province"
    if token.ent_type_ == "LOC" or (token.pos_ == "PROPN" and "PLACE" in classes):
        return True
    if name is None and token.text.istitle() and token.lower_ in GEOGRAPHIC and children(token, "compound", "amod"):
        return True  # "Karen State", "the Western Desert"
    if not classes & {"FACILITY", "TERRITORY"}:
        return False
    parts = children(token, "compound", "nmod", "amod", "appos")
    if "TERRITORY" in classes and any(c.ent_type_ == "NAT" and c.dep_ == "amod" for c in parts):
        return True  # "the Iraqi border"
    names = [c for c in parts if c.ent_type_ == "LOC" or (c.dep_ == "nmod" and is_place(reading, c))]
    return any(preposition(n) in (None, "of") for n in names)


def is_unnamed_place(reading: Reading, token: Token) -> bool:
    """A place noun that is told apart by its words alone: "the district hospital", "a military barracks"."""
    if not reading.classes(token) & {"FACILITY", "TERRITORY"} or token.ent_type_ in ("PER", "ORG", "NAT"):
        return False
    if any(c.ent_type_ == "LOC" and preposition(c) in LOCATIVE for c in children(token, "nmod")):
        return False  # "a hotel in Mogadishu": the name says enough
    if token.lemma_.lower() in BORDERS:
        return True
    told_apart = [c for c in children(token, "compound", "amod", "nmod") if c.pos_ != "PRON"]
    beyond = [c for c in children(token, "nummod") if any(t.is_punct for t in token.doc[token.i : c.i])]
    return bool(told_apart) and not beyond


def is_misread(reading: Reading, token: Token) -> bool:
    """A name of the gazetteer that the model took for somebody, where only a place can stand: "left Gao"."""
    if token.pos_ != "PROPN" or token.ent_type_ not in ("PER", "ORG", "") or reading.name_at(token) is not None:
        return False
    name = found.text if (found := entity(token)) is not None else token.text
    return reading.knowledge.places.is_place_name(name)


def antecedent(reading: Reading, token: Token) -> Token | None:
    """The named place that "the town" or "that province" takes up, from its paragraph or the sentence before."""
    kind = KIND_OF.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
    pointing = [d for d in children(token, "det") if d.lower_ in ("the", "this", "that")]
    told_apart = [c for c in children(token, "amod", "compound", "nmod", "acl", "appos", "nummod") if c.tag_ != "VBN"]
    if kind is None or not pointing or told_apart:
        return None
    start = token.sent.start
    break_ = reading.document.text.rfind("\n", 0, token.idx) + 1
    opening = next((t.i for t in reading.tokens(break_, token.idx)), start)
    first = min(opening, token.doc[start - 1].sent.start if start else 0)
    before = [t for t in token.doc[first : token.i] if t.ent_type_ == "LOC" and t.dep_ not in ("flat", "compound")]
    for name in reversed(before):
        place = name.head if name.head.lemma_.lower() in LOCAL and preposition(name) == "of" else name
        if place.lemma_.lower() == token.lemma_.lower() or not kind:
            return place
        words = found.text if (found := entity(name)) is not None else name.text
        gazetteer = reading.knowledge.places
        levels = {entry.level for entry in gazetteer.find(words)} or {"city"}
        if gazetteer.kind(words) == "country":
            levels = {"country"}  # a village of a country's name is not meant
        if not levels.isdisjoint(kind):
            return place
    return None

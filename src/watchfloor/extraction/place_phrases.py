"""Phrases that say where: the places of a document, each with the word that it qualifies."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from .clause import base, children, own_clause, preposition
from .names import entity
from .reading import Reading

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
    "suburb environs surroundings countryside interior rest".split()
)
#: Nouns of places that stand before a name: "the village of X".
LOCAL = frozenset(
    "province city town village district region area governorate state county camp base airport border".split()
)
#: Nouns that take up a place, to the levels of the gazetteer that they can stand for; empty for any.
KIND_OF: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys("town city village settlement capital island".split(), ("city",)),
    **dict.fromkeys("province region district governorate state county".split(), ("admin1", "region")),
    "country": ("country",),
    **dict.fromkeys("area place zone territory camp".split(), ()),
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
        if token.lower_ == "there" and token.pos_ == "ADV" and found:
            found.append(Found(found[-1].head, token.head, "in"))
        elif (relative := _relative(reading, token)) is not None:
            found.append(relative)
        elif (place := antecedent(reading, token)) is not None:
            found += [Found(place, f.governor, f.preposition) for f in _phrase(token, named=True)]
        elif token.pos_ in ("NOUN", "PROPN", "X") and is_place(reading, token):
            found += _phrase(token, named=True)
        elif token.pos_ == "NOUN" and is_unnamed_place(reading, token):
            found += _phrase(token, named=False)
    return found


def _phrase(token: Token, *, named: bool) -> Iterator[Found]:
    head = token
    while head.dep_ in ("conj", "appos", "flat") and head.head.i < head.i:
        head = head.head
    if token.dep_ == "appos" and token.head.ent_type_ == "LOC":
        return  # "Jalalabad, Afghanistan": the country says which Jalalabad
    word = preposition(head)
    if word is None or base(head.dep_) not in ("obl", "nmod", "root") or head.dep_ == "nmod:poss":
        return
    if word == "of" and head.head.lemma_.lower() in LOCAL:
        return  # "the village of X" is found at "village"
    if word == "of" and head.head.lemma_.lower() in PARTS and (part := preposition(head.head)) is not None:
        head, word = head.head, part
    yield Found(token, own_clause(head, head.head), word, named)


def _relative(reading: Reading, token: Token) -> Found | None:
    """The place that "where" or "in which" takes up: "Sinjar, where thousands were killed"."""
    clause = token.head
    if clause.dep_ not in ("acl:relcl", "advcl:relcl") or token.lower_ not in ("where", "which"):
        return None
    word = "in" if token.lower_ == "where" else preposition(token)
    if word not in LOCATIVE | ALONG or not (is_place(reading, clause.head) or is_unnamed_place(reading, clause.head)):
        return None
    return Found(clause.head, clause, word or "in", is_place(reading, clause.head))


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
    if not classes & {"FACILITY", "TERRITORY"}:
        return False
    names = [c for c in children(token, "compound", "nmod", "amod", "appos") if c.ent_type_ == "LOC"]
    return any(preposition(n) in (None, "of") for n in names)


def is_unnamed_place(reading: Reading, token: Token) -> bool:
    """A place noun that is told apart by its words alone: "the district hospital", "a military barracks"."""
    if not reading.classes(token) & {"FACILITY", "TERRITORY"} or token.ent_type_ in ("PER", "ORG", "NAT"):
        return False
    if any(c.ent_type_ == "LOC" and preposition(c) in LOCATIVE for c in children(token, "nmod")):
        return False  # "a hotel in Mogadishu": the name says enough
    told_apart = [c for c in children(token, "compound", "amod", "nmod") if c.pos_ != "PRON"]
    beyond = [c for c in children(token, "nummod") if any(t.is_punct for t in token.doc[token.i : c.i])]
    return bool(told_apart) and not beyond


def is_misread(reading: Reading, token: Token) -> bool:
    """A name of the gazetteer that the model took for somebody, where only a place can stand: "left Gao"."""
    if token.pos_ != "PROPN" or token.ent_type_ not in ("PER", "ORG") or reading.name_at(token) is not None:
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

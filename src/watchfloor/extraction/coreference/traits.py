"""Number, gender and nature of what a word stands for, as far as words tell them."""

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Token

from ..clause import children, counted
from ..reading import Reading

Number = Literal["one", "many", "either"]
Gender = Literal["", "male", "female"]
Nature = Literal["", "person", "group", "state", "place", "thing", "event", "time"]

PRONOUN_GENDERS: dict[str, Gender] = {
    **dict.fromkeys("he him his himself".split(), "male"),
    **dict.fromkeys("she her hers herself".split(), "female"),
}
#: Nouns that are many without an ending that says so.
MANY = frozenset("people police cattle personnel youth folk public".split())
#: Nouns of groups that the tables of roles do not hold, since they act in no conflict.
GATHERINGS = frozenset(
    "team band family couple company club group party crew staff committee board council jury court class choir "
    "orchestra firm agency organization organisation institution institute university school college church department "
    "ministry government parliament congress senate commission union association federation league army navy force "
    "troop squad brigade regiment battalion militia gang tribe clan dynasty house nation country state administration "
    "majority minority pair trio audience crowd population community generation public media press".split()
)
#: Endings of nouns for persons: "industrialist", "guardian", "fisherman".
PERSONAL = ("ist", "ian", "man", "woman", "eer", "ster", "ologist")


def pronoun_gender(token: Token) -> Gender:
    """The gender that a pronoun tells."""
    return PRONOUN_GENDERS.get(token.lower_, "")


def number_of(reading: Reading, token: Token) -> Number:
    """One, many, or either of both: a group is "it" or "they"."""
    if token.tag_ == "NNPS" or (token.tag_ == "NNS" and token.ent_type_ != "PER"):
        return "either" if token.pos_ == "PROPN" or reading.name_at(token) is not None else "many"
    head = token.head
    if token.dep_ == "nmod" and head.i < token.i and head.pos_ in ("NOUN", "NUM", "DET") and counted(head).i == token.i:
        return "many"
    lemma = token.lemma_.lower()
    if lemma in MANY or token.pos_ in ("NUM", "ADJ"):
        return "many"
    if token.ent_type_ == "PER":
        return "one"
    classes = reading.classes(token)
    if classes & {"GROUP", "STATE"} or token.ent_type_ in ("ORG", "NAT") or lemma in GATHERINGS:
        return "either"
    return "one"


def nature_of(reading: Reading, token: Token) -> Nature:
    """A person, a group, a place, a thing or an event; empty where nothing tells."""
    classes = reading.classes(token)
    lemma = token.lemma_.lower()
    if token.ent_type_ == "PER":
        return "person"
    if "STATE" in classes:
        return "state"
    if token.ent_type_ in ("ORG", "LOC"):
        return "group" if token.ent_type_ == "ORG" else "place"
    if lemma in reading.knowledge.genders.nouns or (lemma + "s").endswith("mans"):
        return "person"
    if "GROUP" in classes or lemma in GATHERINGS:
        return "group"
    if "PERSON" in classes:
        return "person"
    if "TIME" in classes:
        return "time"
    if classes & {"PLACE", "TERRITORY", "FACILITY"}:
        return "place"
    if classes & {"THING", "WEAPON", "VEHICLE", "GOODS", "MESSAGE"}:
        return "thing"
    if "EVENT" in classes:
        return "event"
    if token.pos_ == "NOUN" and lemma.endswith(PERSONAL):
        return "person"
    return ""


def gender_of(reading: Reading, token: Token) -> Gender:
    """The gender that the words of a phrase tell: first name, title, noun, or what an apposition or "is" says."""
    genders = reading.knowledge.genders
    for word in _words(token):
        found = genders.titles.get(word.text)
        if found is None:
            found = genders.nouns.get(word.lemma_.lower()) if word.pos_ != "PROPN" or word.ent_type_ != "PER" else None
        if found in ("male", "female"):
            return found
    if token.pos_ == "PROPN":
        for word in _words(token):
            found = genders.names.get(word.text)
            if found in ("male", "female"):
                return found
    return ""


def _words(token: Token) -> Iterator[Token]:
    """The phrase's own words, and those that describe it: titles, appositions, what it is said to be."""
    own = [token, *children(token, "flat", "compound", "nmod:desc", "goeswith")]
    yield from sorted(own, key=lambda t: t.i)
    yield from children(token, "appos")
    titled = token.dep_ in ("nmod:desc", "compound") and token.ent_type_ == "PER"
    if (token.dep_ == "appos" or titled) and token.head.pos_ in ("NOUN", "PROPN"):
        yield token.head
        yield from (c for c in children(token.head, "flat", "compound") if c.i != token.i)
    if token.dep_ == "nsubj" and any(c.dep_ == "cop" for c in token.head.children):
        yield token.head

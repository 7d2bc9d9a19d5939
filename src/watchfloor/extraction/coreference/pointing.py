"""Nouns that point back: "the group", "the country", "its fighters", "the attack"."""

from collections.abc import Callable, Collection

from spacy.tokens import Token

from ..clause import base, children
from ..reading import Reading
from .mentions import Mention

#: Words before a noun by which it goes on with what was told.
POINTING = frozenset("the this that these those such both".split())
KNOWN = POINTING - {"such", "both"}
#: Nouns that take up a group told before, with "the", "this" or "that".
GROUPS = frozenset(
    "group organization organisation movement militia faction outfit network insurgency alliance coalition party gang "
    "cell bloc union".split()
)
#: Types of registered names that these nouns take up, and of those that the nouns for many states together do.
GROUP_TYPES = frozenset({"armed-group", "political-party", "coalition", "ngo", "company"})
UNIONS = frozenset("alliance bloc coalition organization organisation union".split())
COUNTRIES = frozenset("country nation state kingdom republic".split())
#: Dependents that describe anew whom a noun means, so that it does not only point back.
DESCRIBING = frozenset("nmod nmod:poss amod compound acl:relcl acl appos nummod".split())
#: Sectors and nouns of those who act for whoever they belong to.
ARMED = frozenset({"military", "armed-group", "rebel", "security", "police", "intelligence"})
OWN = frozenset(
    "member man delegate delegation representative envoy negotiator unit aircraft troop force jet drone".split()
)


def points_back(noun: Token) -> bool:
    """True for a noun that goes on with what was told: "the attack", "these strikes", "such talks", "five strikes"."""
    return any(c.lower_ in POINTING or c.dep_ == "nummod" for c in children(noun, "det", "amod", "nummod"))


def acts_for_owner(reading: Reading, noun: Token) -> bool:
    """True for "its fighters", "their jets" and "several of its members": the deed is the owner's.

    Those who are counted and do nothing to anybody are meant themselves: "192 of its soldiers died".
    """
    phrase = noun.head if noun.head.pos_ == "NUM" and noun.dep_ == "nmod" else noun
    is_counted = phrase.pos_ == "NUM" or any(c.pos_ == "NUM" for c in children(noun, "nummod"))
    if is_counted and base(phrase.dep_) == "nsubj" and not children(phrase.head, "obj"):
        return False
    role = reading.knowledge.roles.named(noun.lemma_)
    if noun.tag_ == "NN" and role is not None and role.number != "collective":
        return False  # "its commander"
    armed = role is not None and role.member and role.sector in ARMED
    return armed or "VEHICLE" in reading.classes(noun) or noun.lemma_ in OWN


def points_to(reading: Reading, noun: Token) -> Callable[[Mention], bool] | None:
    """What a definite noun may take up; None for a noun that names somebody itself."""
    if noun.pos_ != "NOUN" or not noun.text.islower() or not any(d.lower_ in KNOWN for d in children(noun, "det")):
        return None
    described = {c.dep_ for c in noun.children} & DESCRIBING
    lemma = noun.lemma_.lower()
    plainly = all(c.pos_ == "ADJ" and not c.ent_type_ for c in children(noun, "amod"))
    if lemma in GROUPS and described <= {"amod"} and plainly:  # "the jihadist group", not "the Syrian army"
        return lambda m: _is_group(reading, m, GROUP_TYPES | {"igo"} if lemma in UNIONS else GROUP_TYPES)
    if described:
        return None
    if lemma in COUNTRIES:
        return lambda m: "STATE" in reading.classes(m.token)
    if "ACTOR" in reading.classes(noun):
        return lambda m: m.kind != "pronoun" and m.token.lemma_.lower() == lemma and _is_fuller(m.token)
    return None


def _is_group(reading: Reading, mention: Mention, types: Collection[str]) -> bool:
    name = reading.name_at(mention.token)
    if name is not None:
        return name.type in types
    return mention.kind == "name" and mention.nature == "group" and mention.number != "many"


def _is_fuller(noun: Token) -> bool:
    return any(c.dep_ in ("nmod", "nmod:poss", "amod", "compound", "appos", "nummod") for c in noun.children)

"""Who and what a text speaks of: each noun, name and pronoun that may take something up or be taken up."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Token

from ..clause import base, counted
from ..reading import Reading
from ..tree import COUNTING
from .traits import Gender, Nature, Number, gender_of, nature_of, number_of, pronoun_gender

Kind = Literal["name", "noun", "pronoun"]
Family = Literal["person", "many", "thing"]
#: Pronouns of the third person by what they can stand for.
FAMILIES: dict[str, Family] = {
    **dict.fromkeys("he him his himself she her hers herself".split(), "person"),
    **dict.fromkeys("they them their theirs themselves".split(), "many"),
    **dict.fromkeys("it its itself".split(), "thing"),
}
#: Relations of nouns that are no phrase of their own.
WITHIN_NAMES = frozenset({"flat", "goeswith", "fixed", "compound:prt"})
#: Relations of words before a noun, which name somebody of their own only as names: "Taliban fighters".
BEFORE_NOUNS = frozenset({"compound", "amod", "nmod:desc", "nmod:unmarked"})
#: Roles by the relation of a phrase to what governs it; all others are "other".
ROLES = {
    "nsubj": "subject", "nsubj:outer": "subject", "csubj": "subject", "nsubj:pass": "undergoer", "obj": "object",
    "iobj": "object", "obl:agent": "agent", "obl": "oblique", "nmod:poss": "owner", "nmod": "inside",
    "appos": "apposition", "compound": "modifier", "amod": "modifier", "nmod:desc": "modifier",
    "nmod:unmarked": "modifier", "root": "root",
}  # fmt: skip


@dataclass(eq=False, slots=True)
class Entity:
    """All mentions of one person, group or thing that have been told so far, and what they tell of it."""

    mentions: list["Mention"] = field(default_factory=list)
    gender: Gender = ""
    called: Gender = ""

    def add(self, mention: "Mention") -> None:
        """Count a mention in; ``called`` is the gender of pronouns taken for it, which are less sure than words."""
        mention.entity = self
        self.mentions.append(mention)
        if mention.kind == "pronoun":
            self.called = mention.gender or self.called
        else:
            self.gender = self.gender or mention.gender


@dataclass(eq=False, slots=True)
class Mention:
    """A phrase by its head, with what is known of whatever it stands for.

    ``top`` is the head of the row that the phrase stands in ("Mali" of "Mali and Niger"), ``predicate`` the word whose
    argument the phrase is part of, ``sentence`` its number. ``known`` is true for a registered name.
    """

    token: Token
    kind: Kind
    number: Number
    gender: Gender
    nature: Nature
    role: str
    top: Token
    predicate: Token | None
    sentence: int
    entity: Entity
    known: bool = False
    row: bool = False

    @property
    def at(self) -> int:
        """Where it stands."""
        return self.token.i


def family(token: Token) -> Family | None:
    """What a pronoun of the third person can stand for; None for any other word."""
    return FAMILIES.get(token.lower_) if token.pos_ in ("PRON", "DET") else None


def find(reading: Reading) -> Iterator[Mention]:
    """All mentions in the order of the text; a row of several is one more, at its first: "Mali and Niger … they"."""
    sentence = -1
    for token in reading.doc:
        sentence += bool(token.is_sent_start)
        if family(token) is not None:
            yield _mention(reading, token, "pronoun", sentence)
        elif _is_phrase(reading, token):
            kind: Kind = "name" if _is_name(reading, token) else "noun"
            yield _mention(reading, token, kind, sentence)
            if any(c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON") for c in token.children):
                row = _mention(reading, token, kind, sentence)
                row.number, row.gender, row.row = "many", "", True
                yield row


def _is_phrase(reading: Reading, token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN", "NUM", "ADJ") or token.dep_ in WITHIN_NAMES or counted(token).i != token.i:
        return False
    if token.pos_ == "NUM" or (token.pos_ == "ADJ" and token.dep_ not in BEFORE_NOUNS):
        return "ACTOR" in reading.classes(token)  # "the three were seized", "the displaced"
    if token.lemma_.lower() in COUNTING and token.dep_ == "nummod":
        return False
    if token.dep_ in BEFORE_NOUNS and token.head.pos_ in ("NOUN", "PROPN"):
        if token.pos_ == "PROPN" and token.ent_type_ and token.head.ent_type_ != token.ent_type_:
            return True
        return reading.name_at(token) is not None and reading.name_at(token.head) is not reading.name_at(token)
    return not reading.is_time(token)


def _is_name(reading: Reading, token: Token) -> bool:
    return token.pos_ == "PROPN" or reading.name_at(token) is not None


def _mention(reading: Reading, token: Token, kind: Kind, sentence: int) -> Mention:
    top = _top(token)
    number: Number
    nature: Nature
    gender: Gender
    if kind == "pronoun":
        number = "many" if family(token) == "many" else "one"
        nature = "person" if family(token) == "person" else ""
        gender = pronoun_gender(token)
    else:
        number, nature = number_of(reading, token), nature_of(reading, token)
        gender = gender_of(reading, token) if nature in ("person", "") else ""
    return Mention(
        token, kind, number, gender, nature, _role(top), top, predicate(top), sentence, Entity(),
        reading.name_at(token) is not None,
    )  # fmt: skip


def _top(token: Token) -> Token:
    """The head of the row of coordinated phrases, and of the counting noun, that a phrase stands in."""
    while token.head.i != token.i and (
        (token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM"))
        or (token.dep_ == "nmod" and token.head.i < token.i and counted(token.head).i == token.i)
    ):
        token = token.head
    return token


def _role(top: Token) -> str:
    if top.tag_ in ("PRP$", "WP$"):
        return "owner"
    return ROLES.get(top.dep_) or ROLES.get(base(top.dep_), "other")


def predicate(token: Token) -> Token | None:
    """The word whose argument a phrase is, or is part of."""
    while token.head.i != token.i:
        if base(token.dep_) in ("nsubj", "obj", "iobj", "obl", "expl", "csubj", "vocative", "dislocated"):
            return token.head
        if token.head.pos_ in ("VERB", "AUX"):
            return token.head
        token = token.head
    return None

"""Where and when: places and time expressions of a document, each given to the word that it qualifies."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from watchfloor.records import Place, Span, Time

from .clause import ancestors, base, children, preposition
from .mentions import name_of
from .reading import Reading

#: Prepositions that say where something happens. "to" does so only for movements, which their types know.
LOCATIVE = frozenset(
    "in at near outside inside across around along throughout within off between on over north south east west".split()
)
TOWARD = frozenset("to into".split())
#: Nouns of places: "the village of X", "X province".
LOCAL = frozenset(
    "province city town village district region area governorate state county camp base airport border".split()
)


@dataclass(frozen=True)
class Found:
    """A circumstance and the word that governs it."""

    head: Token
    governor: Token
    word: str | None


def places(reading: Reading) -> list[Found]:
    """Place phrases of a document with the preposition that introduces them and the word that they qualify."""
    found = []
    for token in reading.doc:
        classes = reading.classes(token)
        if (
            not classes & {"PLACE", "FACILITY", "TERRITORY"}
            or "TIME" in classes
            or token.pos_ not in ("NOUN", "PROPN", "X")
        ):
            continue
        if token.ent_type_ in ("PER", "ORG", "NAT") or not _is_named(reading, token):
            continue
        name = reading.name_at(token)
        if name is not None and name.type != "state":
            continue  # "Islamic State in Khorasan Province"
        head = token
        while head.dep_ in ("conj", "appos", "flat") and head.head.i < head.i:
            head = head.head
        if token.dep_ == "appos" and token.head.ent_type_ == "LOC":
            continue  # "Jalalabad, Afghanistan": the country says which Jalalabad
        if base(head.dep_) not in ("obl", "nmod", "root") or head.dep_ == "nmod:poss":
            continue
        word = preposition(head)
        if word is None:
            continue
        if word == "of" and head.head.lemma_.lower() in LOCAL:
            continue  # the village stands for itself
        found.append(Found(token, head.head, word))
    return found


def _is_named(reading: Reading, token: Token) -> bool:
    """A place by name, or a place noun with a name in it: "Kabul airport", "the village of X"."""
    if token.ent_type_ == "LOC" or ("STATE" in reading.classes(token) and token.pos_ == "PROPN"):
        return True
    names = [c for c in children(token, "compound", "nmod", "amod", "appos") if c.ent_type_ == "LOC"]
    return token.pos_ in ("NOUN", "PROPN") and bool(names) and preposition(names[0]) in (None, "of", "in")


def times(reading: Reading) -> list[tuple[Span, Token]]:
    """Time expressions of a document with the word that each qualifies."""
    found = []
    for span in reading.times:
        tokens = reading.doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None:
            continue
        root = tokens.root
        while root.head.i != root.i and span.start <= root.head.idx < span.end:
            root = root.head
        if root.head.i == root.i:
            continue
        found.append((span, root.head))
    return found


def nearest(candidates: list[Token], governor: Token, sentence_first: bool = False) -> Token | None:
    """The trigger that a circumstance under ``governor`` belongs to: the governor itself, or the nearest above."""
    wanted = {c.i: c for c in candidates}
    if governor.i in wanted:
        return wanted[governor.i]
    for ancestor, dep in ancestors(governor):
        if dep in ("acl:relcl", "ccomp") and not sentence_first:
            return None
        if ancestor.i in wanted:
            return wanted[ancestor.i]
    return None


def place_of(reading: Reading, token: Token) -> Place:
    """An unresolved place of the words that name it."""
    span = name_of(reading, token)
    return Place(span.text, span.start, span.end, name=span.text)


def time_of(span: Span) -> Time:
    """An unresolved time of the words that tell it."""
    return Time(span.text, span.start, span.end)


def described(token: Token) -> Iterator[Token]:
    """A verb and the event nouns that it carries: what its circumstances may belong to."""
    yield token
    yield from children(token, "obj", "nsubj", "nsubj:pass", "xcomp")

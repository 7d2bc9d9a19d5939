"""The names of a document, where what is known of the world corrects what the language model takes them for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from watchfloor.knowledge.places import Places

from .clause import preposition

#: Prepositions after which a capitalised word of the gazetteer is a place: "the capture of Goma", "fled to Kidal".
PLACING = frozenset(
    "between in at near from to into of outside around across over towards toward through off on inside".split()
)
#: Those of them after which nobody stands: what the model takes for a person there is a place, known or not.
WITHIN = frozenset({"in", "near", "outside", "inside"})
#: Verbs that are done to places, not to somebody.
RAVAGING = frozenset("shell bombard strafe overrun storm besiege pillage loot raze burn recapture retake".split())
#: What one has in somebody.
TRUSTING = frozenset("trust confidence faith belief believe interest interested".split())


@dataclass(frozen=True)
class Name:
    """A registered actor's name in the text."""

    start: int
    end: int
    id: str
    type: str


def entity(token: Token) -> Span | None:
    """The name that the token is a word of; quicker than a look at all names of the document."""
    if token.ent_iob_ not in ("B", "I"):
        return None
    start = token.i
    while token.doc[start].ent_iob_ == "I":
        start -= 1
    end = token.i + 1
    while end < len(token.doc) and token.doc[end].ent_iob_ == "I":
        end += 1
    return Span(token.doc, start, end, label=token.ent_type)


def correct(doc: Doc, names: Sequence[Name], places: Places) -> None:
    """Relabel the entities of a document, in place.

    A registered group is an organisation, a registered person a person; a lone capitalised word that the gazetteer
    knows is a place where a preposition says so.
    """
    registered = []
    for name in names:
        span = doc.char_span(name.start, name.end, alignment_mode="contract")
        if span is not None and len(span) and name.type != "state":
            registered.append(Span(doc, span.start, span.end, label="PER" if name.type == "person" else "ORG"))
    taken = {t.i for span in registered for t in span}
    kept = [e for e in doc.ents if not any(t.i in taken for t in e)]
    kept = [Span(doc, e.start, e.end, label="LOC") if _misread(e, places) else e for e in kept]
    mostly = _mostly_places(kept)
    kept = [
        Span(doc, e.start, e.end, label="LOC") if e.text in mostly and places.is_place_name(e.text) else e for e in kept
    ]
    taken |= {t.i for e in kept for t in e}
    found = [Span(doc, t.i, t.i + 1, label="LOC") for t in doc if t.i not in taken and _is_place(t, places)]
    doc.set_ents([*registered, *kept, *found])


def _mostly_places(entities: Sequence[Span]) -> frozenset[str]:
    """Names that more of their mentions in the document take for a place than for somebody."""
    votes: Counter[str] = Counter()
    for entity in entities:
        votes[entity.text] += 1 if entity.label_ == "LOC" else -1
    return frozenset(name for name, surplus in votes.items() if surplus > 0)


def _misread(entity: Span, places: Places) -> bool:
    """True for a place that the model took for somebody: "in Hong Kong", "near Bardaï", "overran Gidami"."""
    word = entity.root
    if word.pos_ != "PROPN" or entity.label_ not in ("PER", "ORG", "NAT"):
        return False
    if entity.label_ == "PER" and word.dep_ in ("obl", "nmod") and preposition(word) in WITHIN:
        return word.head.lemma_.lower() not in TRUSTING
    if entity.label_ != "ORG" and word.dep_ == "obj" and word.head.lemma_.lower() in RAVAGING:
        return True
    if len(entity) == 1:
        return _is_place(word, places)
    return _placed(word) and places.is_place_name(entity.text)


def _placed(word: Token) -> bool:
    """True behind a preposition of places: "from Aden", "between Gao and Kidal"."""
    second = word.dep_ == "conj" and preposition(word.head) == "between"
    return second or preposition(word) in PLACING


def _is_place(token: Token, places: Places) -> bool:
    if token.pos_ != "PROPN" or token.ent_type_ not in ("", "PER", "ORG", "NAT") or not token.text[:1].isupper():
        return False
    if any(c.dep_ in ("flat", "compound") for c in token.children) or token.dep_ in ("flat", "compound"):
        return False
    return _placed(token) and places.is_place_name(token.text)

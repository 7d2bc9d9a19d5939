"""Attachments of the tree that English does not allow, and where they belong."""

from spacy.tokens import Doc, Token

from .clause import base, children

#: Marks between a sentence and the place that it is about.
DATELINE = frozenset({":", "—", "–"})
#: Forms that carry tense by themselves.
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def repair(doc: Doc) -> None:
    """Correct the tree in place."""
    for sentence in doc.sents:
        _set_apart(next((t for t in sentence if t.pos_ == "PROPN"), sentence[0]))
    for token in doc:
        _take_object(token)
        if token.dep_ == "conj" and token.tag_ in FINITE and token.head.tag_ == "VB" and not _has_subject(token):
            above = _finite_above(token.head)
            if above is not None:
                token.head = above  # "feared that they will inspire recruits and arrested 58": feared and arrested


def _set_apart(place: Token) -> None:
    """Take the place before a report for no subject: "Kuwait — State Security arrested five men"."""
    opens = all(t.pos_ in ("PUNCT", "SPACE") for t in place.sent if t.i < place.i)
    if base(place.dep_) != "nsubj" or not opens or place.i + 1 == len(place.doc):
        return
    if place.nbor().text not in DATELINE:
        return
    told = next((c for c in children(place, "appos") if c.i > place.i + 1), None)
    if told is not None and not any(base(c.dep_) == "nsubj" and c.i != place.i for c in place.head.children):
        told.head, told.dep_ = place.head, place.dep_
    place.dep_ = "discourse"


def _take_object(token: Token) -> None:
    """Give a verb the object that stands after "in … terms": "condemns in the strongest terms the attack"."""
    terms = token.head
    if token.dep_ == "appos" and terms.lemma_ == "term" and terms.dep_ == "obl" and not children(terms.head, "obj"):
        token.head, token.dep_ = terms.head, "obj"


def _has_subject(verb: Token) -> bool:
    return any(base(c.dep_) in ("nsubj", "csubj") for c in verb.children)


def _finite_above(verb: Token) -> Token | None:
    """The nearest verb above that has a subject of its own and a finite form: those that are coordinated are alike."""
    for above in verb.ancestors:
        if above.pos_ == "VERB" and _has_subject(above) and (above.tag_ in FINITE or children(above, "aux")):
            return above if above.tag_ in FINITE or any(a.tag_ != "MD" for a in children(above, "aux")) else None
    return None

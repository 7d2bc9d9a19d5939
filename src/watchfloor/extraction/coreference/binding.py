"""What the tree alone allows: which phrases of its sentence a pronoun cannot stand for, and which it rather does."""

from collections.abc import Iterator

from spacy.tokens import Token

from ..clause import base, of_verb, preposition
from .mentions import Mention

#: Relations that begin a clause or a new member of a row: a pronoun below one may stand for the word above it.
OPENING = frozenset({"acl", "acl:relcl", "advcl", "conj", "parataxis", "ccomp", "csubj"})
REFLEXIVE = ("self", "selves")
#: Prepositions whose pronoun may stand for the subject: "brought his brother with him", but not "fired at him".
BESIDE = frozenset("with behind near around beside before after above below over under between among like".split())


class Position:
    """Where a pronoun stands in its sentence."""

    def __init__(self, pronoun: Mention) -> None:
        """Look at the clauses around it once."""
        token = pronoun.token
        self.reflexive = token.lower_.endswith(REFLEXIVE)
        self.owner = pronoun.role == "owner"
        self.argument = not self.owner and base(pronoun.top.dep_) in ("nsubj", "obj", "iobj", "obl", "expl")
        self.clauses = list(_clauses(pronoun.predicate))
        #: Phrases that the pronoun is itself a part of, without a clause or a row between.
        self.around = frozenset(_around(token))
        #: Nouns whose clause or row the pronoun stands in: "the man who lost his wallet", "Diop and his wife".
        self.above = {t.i: dep for t, dep in _above(token)}
        arguments = of_verb(pronoun.predicate) if pronoun.predicate is not None and self.argument else {}
        #: The other arguments of its verb, subjects taken over from above included.
        self.fellows = frozenset(
            t.i for name in ("subj", "obj", "iobj") for t in arguments.get(name, ()) if t.i != token.i
        )
        self.doers = frozenset(t.i for t in arguments.get("subj", ()))
        core = base(pronoun.top.dep_) in ("nsubj", "obj", "iobj", "expl") or preposition(pronoun.top) not in BESIDE
        #: Oblique: "brought his brother with him" is allowed, "talked about him" is not.
        self.beside = self.argument and not core
        self._apart = self.fellows if self.argument and core and not self.reflexive else frozenset()
        self._noun = pronoun.kind != "pronoun"

    def allows(self, candidate: Mention) -> bool:
        """False for a fellow argument of the same verb and for the phrase that the pronoun is a part of."""
        if candidate.at in self.around or candidate.top.i in self._apart:
            return False
        # "Fighters from IS visited the group": not IS.
        return not self._noun or all(t.i not in self._apart for t in candidate.token.ancestors)


def _clauses(predicate: Token | None) -> Iterator[Token]:
    """The predicate and those that govern it, the nearest first."""
    while predicate is not None:
        yield predicate
        above = predicate
        while above.head.i != above.i:
            above = above.head
            if above.pos_ in ("VERB", "AUX") or any(base(c.dep_) == "nsubj" for c in above.children):
                break
        predicate = above if above.i != predicate.i else None


def _around(token: Token) -> Iterator[int]:
    while token.head.i != token.i and base(token.dep_) not in OPENING and token.dep_ not in OPENING:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return
        yield token.i


def _above(token: Token) -> Iterator[tuple[Token, str]]:
    """Nouns above, each with the relation by which the way up reaches it."""
    while token.head.i != token.i:
        dep, token = token.dep_, token.head
        if token.pos_ in ("NOUN", "PROPN"):
            yield token, dep

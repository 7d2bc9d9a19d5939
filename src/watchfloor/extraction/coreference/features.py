"""What speaks for and against a candidate: named features, each a line here and a line in the table of weights.

A feature is a number, mostly 1 where it holds and 0 where not. ALONE are those of the candidate by itself, TOGETHER
those of pronoun and candidate, NOBODY those that speak for no candidate at all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import log1p

from spacy.tokens import Token

from .binding import Position
from .context import Context
from .mentions import Mention

#: What can act.
DOERS = frozenset({"person", "group", "state"})
#: What cannot.
THINGS = frozenset({"thing", "event", "time"})
#: What is no party to what people do to each other.
NO_PARTY = frozenset({"", "thing", "event", "time"})
#: A sentence further back than this is as far as any.
FAR = 9


@dataclass(slots=True)
class Pair:
    """A pronoun and a candidate; ``rank`` counts the other fitting entities between them."""

    pronoun: Mention
    candidate: Mention
    position: Position
    context: Context
    rank: int
    sentences: int


def _det(mention: Mention, *words: str) -> bool:
    return mention.kind == "noun" and any(c.dep_ == "det" and c.lower_ in words for c in mention.token.children)


def _described(token: Token) -> bool:
    return any(c.dep_ in ("nmod", "acl:relcl", "acl", "appos") for c in token.children)


ALONE: Mapping[str, Callable[[Mention, Context], float]] = {
    # its role
    "subject": lambda m, _: m.role == "subject",
    "undergoer": lambda m, _: m.role == "undergoer",
    "object": lambda m, _: m.role == "object",
    "oblique": lambda m, _: m.role == "oblique",
    "agent": lambda m, _: m.role == "agent",
    "owner": lambda m, _: m.role == "owner",
    "inside a phrase": lambda m, _: m.role == "inside",
    "modifier": lambda m, _: m.role == "modifier",
    "apposition": lambda m, _: m.role == "apposition",
    "root": lambda m, _: m.role == "root",
    "one of a row": lambda m, _: m.top.i != m.at,
    "first in its sentence": lambda m, context: context.first(m),
    "of the main clause": lambda m, _: m.predicate is not None and m.predicate.dep_ == "root",
    "place of a setting": lambda m, context: context.setting(m),
    # how it is told
    "name": lambda m, _: m.kind == "name",
    "definite": lambda m, _: _det(m, "the", "this", "that", "these", "those"),
    "indefinite": lambda m, _: _det(m, "a", "an", "some", "any", "no", "every", "each"),
    "pronoun": lambda m, _: m.kind == "pronoun",
    "pronoun as subject": lambda m, _: m.kind == "pronoun" and m.role == "subject",
    "described": lambda m, _: _described(m.token),
    "headline": lambda m, context: context.headline(m),
    "told first": lambda m, context: context.told_first(m),
    "speaks": lambda m, context: context.speaks(m),
    # what it is
    "person": lambda m, _: m.nature == "person",
    "person as many": lambda m, _: m.nature == "person" and m.number == "many",
    "group": lambda m, _: m.nature == "group",
    "group as many": lambda m, _: m.nature == "group" and m.number == "many",
    "state": lambda m, _: m.nature == "state",
    "place": lambda m, _: m.nature == "place",
    "thing": lambda m, _: m.nature == "thing",
    "event": lambda m, _: m.nature == "event",
    "unknown name": lambda m, _: m.nature == "" and m.kind == "name",
    "unknown noun": lambda m, _: m.nature == "" and m.kind == "noun",
    "many": lambda m, _: m.number == "many",
    "one or many": lambda m, _: m.number == "either",
    "row": lambda m, _: m.row,
    "actor": lambda m, context: context.actor(m),
    "known actor": lambda m, _: m.known,
}  # fmt: skip


def _subject_above(pair: Pair, low: int, high: int) -> bool:
    """The candidate is subject of the pronoun's own clause, or of one that governs it, so many steps up."""
    predicate = pair.candidate.predicate
    if predicate is None or pair.sentences or pair.candidate.role not in ("subject", "undergoer"):
        return False
    return any(clause.i == predicate.i for clause in pair.position.clauses[low:high])


def _object_above(pair: Pair) -> bool:
    predicate = pair.candidate.predicate
    if predicate is None or pair.sentences or pair.candidate.role != "object":
        return False
    return any(clause.i == predicate.i for clause in pair.position.clauses)


def _gendered(pair: Pair) -> bool:
    return pair.pronoun.gender != "" and pair.candidate.entity.gender == pair.pronoun.gender


def _called(pair: Pair) -> bool:
    return pair.pronoun.gender != "" and pair.candidate.entity.called == pair.pronoun.gender


TOGETHER: Mapping[str, Callable[[Pair], float]] = {
    # how far apart
    "same sentence": lambda p: p.sentences == 0,
    "sentence before": lambda p: p.sentences == 1,
    "two sentences before": lambda p: p.sentences == 2,
    "sentences further back": lambda p: max(0, min(p.sentences, FAR) - 2),
    "words between": lambda p: log1p(abs(p.pronoun.at - p.candidate.at)),
    "others between": lambda p: log1p(p.rank),
    "other paragraph": lambda p: p.context.paragraph(p.pronoun.at) != p.context.paragraph(p.candidate.at),
    "stands after": lambda p: p.candidate.at > p.pronoun.at,
    # one role against the other
    "same role": lambda p: p.candidate.role == p.pronoun.role,
    "subject for subject": lambda p: p.candidate.role == p.pronoun.role == "subject",
    "owner for owner": lambda p: p.candidate.role == p.pronoun.role == "owner",
    "subject for owner": lambda p: p.pronoun.role == "owner" and p.candidate.role in ("subject", "undergoer"),
    "subject of its clause": lambda p: _subject_above(p, 0, 1),
    "subject one clause up": lambda p: _subject_above(p, 1, 2),
    "subject further up": lambda p: _subject_above(p, 2, FAR),
    "object above": _object_above,
    "relative clause of it": lambda p: p.position.above.get(p.candidate.at) in ("acl:relcl", "acl"),
    "in a row with it": lambda p: p.position.above.get(p.candidate.at) == "conj",
    "doer of a reflexive": lambda p: p.position.reflexive and p.candidate.at in p.position.doers,
    "other argument": lambda p: p.position.beside and p.candidate.at in p.position.fellows,
    # what the text says of it
    "gender agrees": _gendered,
    "called so before": _called,
    "called otherwise before": lambda p: p.candidate.entity.called not in ("", p.pronoun.gender),
    "told often": lambda p: log1p(len(p.candidate.entity.mentions)),
    "can do what it does": lambda p: p.candidate.nature in DOERS and p.context.acts(p.pronoun),
    "place where one does it": lambda p: p.candidate.nature == "place" and p.context.acts(p.pronoun),
    "cannot do what it does": lambda p: p.candidate.nature in THINGS and p.context.acts(p.pronoun),
    "can be a party to it": lambda p: p.candidate.nature in DOERS and p.context.involved(p.pronoun),
    "cannot be a party to it": lambda p: p.candidate.nature in NO_PARTY and p.context.involved(p.pronoun),
    "both in quotes or neither": lambda p: p.context.quoted(p.pronoun) == p.context.quoted(p.candidate),
    "speaker for speaker": lambda p: p.context.speaks(p.candidate) and p.context.speaks(p.pronoun),
    "its own speaker": lambda p: p.context.quoted(p.pronoun) and p.context.speaker(p.pronoun, p.candidate),
    # what the language model says
    "model's score": lambda p: p.context.learned(p.pronoun, p.candidate),
    "no model's score": lambda p: p.context.unlearned(p.pronoun, p.candidate),
}  # fmt: skip


def _clause_follows(mention: Mention) -> bool:
    """True for "it is clear that …": the clause is the subject, and "it" stands for nothing."""
    predicate = mention.predicate
    return (
        predicate is not None
        and predicate.pos_ != "VERB"
        and mention.role == "subject"
        and any(c.dep_ in ("csubj", "ccomp", "xcomp", "csubj:pass") and c.i > mention.at for c in predicate.children)
    )


NOBODY: Mapping[str, Callable[[Mention, Context], float]] = {
    "nobody": lambda m, _: 1.0,
    "expletive": lambda m, _: m.token.dep_ == "expl",
    "clause follows": lambda m, _: _clause_follows(m),
    "model's nobody": lambda m, context: context.nobody(m),
}

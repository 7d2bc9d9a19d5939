"""Counts told of a statement outside its own arguments: what came of it, how many were asked for, from what to what."""

from collections.abc import Iterator

from spacy.tokens import Token

from watchfloor.records import Quantity

from .clause import children, counted, of_verb, passive, preposition
from .counting import DYING, FATE, of_people, of_phrase
from .drafts import Draft
from .reading import Reading

#: Conjunctions that set the attack below its toll: "17 soldiers were killed when gunmen attacked".
WHEN = frozenset({"when", "as", "after"})
#: Nouns that stand for how many there are: "put the number of escapees at 210".
NUMBERING = frozenset({"number", "toll", "total", "tally", "dead"})
#: Verbs that say what a number is.
AMOUNTING = frozenset("put place estimate total reach rise climb exceed stand give".split())
#: Types whose complement says how many are asked for, promised or refused.
ASKED_FOR = frozenset({"REQUEST", "AGREE", "REJECT"})
#: Adjectives that count attacks.
MULTIPLE = {"twin": 2, "dual": 2, "double": 2, "triple": 3}


def elsewhere(reading: Reading, draft: Draft) -> Iterator[Quantity]:
    """The counts that stand beside, above or below the words that tell a statement."""
    if draft.type == "ASSAULT":
        for verb in draft.tellers:
            yield from (q for clause in _beside(verb) for q in _toll(reading, clause))
        yield from _multiple(draft.head)
        claimed = draft.head.dep_ == "nmod" and draft.head.head.lemma_.lower() == "claim"
        yield from of_phrase(reading, draft.head.head, "attacks") if claimed else ()
    if draft.type == "CLAIM":
        for noun in draft.trigger.arguments.get("of", ()):  # "boasted of eleven attacks"
            yield from of_phrase(reading, noun, "attacks" if "ASSAULT" in reading.classes(noun) else None)
    if draft.type in ASKED_FOR:
        yield from _asked_for(reading, draft)
    if draft.type == "TREND":
        for name in ("from", "to"):
            numbers = [t for t in draft.trigger.arguments.get(name, ()) if t.pos_ == "NUM"]
            yield from (q for t in numbers for q in of_phrase(reading, t, "other"))
    yield from _numbered(reading, draft)


def _beside(verb: Token) -> Iterator[Token]:
    """Clauses that tell what came of an attack: one that follows it, one that it is told below of."""
    for clause in children(verb, "conj", "parataxis"):
        if clause.i > verb.i and FATE.get(clause.lemma_.lower()) in ("killed", "wounded"):
            yield clause
    if verb.dep_ == "advcl" and any(m.lower_ in WHEN for m in children(verb, "mark", "advmod")):
        above = verb.head
        yield from (above, *children(above, "conj"))


def _toll(reading: Reading, clause: Token) -> Iterator[Quantity]:
    """Those who died or were harmed in a clause that says not who did it."""
    fate = FATE.get(clause.lemma_.lower())
    if fate not in ("killed", "wounded"):
        return
    arguments = of_verb(clause)
    if clause.lemma_.lower() in DYING:
        harmed = arguments.get("subj", [])
    elif passive(clause):
        harmed = arguments.get("obj", [])
    else:
        return
    yield from (q for noun in harmed for q in of_people(reading, noun, fate))


def _multiple(head: Token) -> Iterator[Quantity]:
    for word in children(head, "amod", "compound"):
        if (times := MULTIPLE.get(word.lower_)) is not None:
            yield Quantity("attacks", times, times, word.text, word.idx, word.idx + len(word))


def _asked_for(reading: Reading, draft: Draft) -> Iterator[Quantity]:
    """How many are asked for or promised: "asked for 300 men", "to return nearly 600 soldiers"."""
    for name in ("for", "inf"):
        for token in draft.trigger.arguments.get(name, ()):
            nouns = children(token, "obj") if token.pos_ == "VERB" else [token]
            yield from (q for noun in nouns for q in of_phrase(reading, noun, None))


def _numbered(reading: Reading, draft: Draft) -> Iterator[Quantity]:
    """What a number above it is said to be: "the number of those killed is put at four", "the toll climbed to 13"."""
    noun = draft.head
    while noun.dep_ in ("nmod", "acl", "acl:relcl", "amod") and noun.lemma_.lower() not in NUMBERING:
        noun = noun.head
    verb = noun.head
    if noun.lemma_.lower() not in NUMBERING or verb.lemma_.lower() not in AMOUNTING or noun.i == verb.i:
        return
    fate = FATE.get(draft.head.lemma_.lower()) or ("killed" if noun.lemma_.lower() == "toll" else "other")
    for value in (*children(verb, "obj", "obl"), *children(noun, "nmod")):  # the model may hang "at four" on either
        if value.i != noun.i and preposition(value) in (None, "at", "to") and counted(value).pos_ == "NUM":
            yield from of_phrase(reading, value, fate)

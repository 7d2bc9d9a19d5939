"""What the numbers of a statement count: the harmed, the moved, attacks, money."""

import re
from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Token

from watchfloor.records import Quantity

from . import tolls
from .clause import children, counted, of_verb, preposition
from .counting import DYING, FATE, HARMED, TOLLS, of_people, of_phrase
from .drafts import Draft
from .reading import Reading

#: Types whose count is that of their actors: the dead, those who flee, the marchers.
AFFECTING_ACTORS = frozenset({"DIE", "FLEE", "RETREAT", "MOBILIZE", "PROTEST", "MEMBER", "PLEDGE"})
#: What it means to be counted among the actors of these types.
PASSING = {"DIE": "killed", "FLEE": "displaced"}
#: What modes say of those whom it befell.
BY_MODE = {"arrest": "arrested", "abduct": "abducted", "deport": "displaced"}
#: Types of which it is told how many did it.
MANNED = frozenset({"ASSAULT", "CONSULT", "SUPPORT", "AID", "TRAIN", "COERCE"})
#: Types of which sums of money are told.
COSTLY = frozenset({"AID", "AGREE", "SANCTION", "SUPPORT", "REQUEST", "RETREAT", "COERCE", "CONCEDE"})
MAGNITUDE = {"k": 10**3, "thousand": 10**3, "m": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}
MONEY = re.compile(
    r"(?:(?:US|A|C)?[$£€]\s?|\b(?=[\d.,]+(?:\s(?:thousand|million|billion))?\s(?:dollars?|euros?|pounds|naira|roubles|rubles"
    r"|rupees|shillings|afghanis|liras?|yuan|yen|francs|meticais|pesos|riyals|dinars|dirhams|rand|kwacha|kyats?|baht)\b))"
    r"(?P<figure>\d[\d,]*(?:\.\d+)?)(?:\s?(?P<scale>thousand|million|billion|bn|m|k)\b)?",
    re.IGNORECASE,
)


def of_draft(reading: Reading, draft: Draft, mode: str | None) -> tuple[Quantity, ...]:
    """The counts tied to a statement, in the order of the text; what comes first here knows better what it counts."""
    fate = next((FATE[w.lemma_.lower()] for w in draft.trigger.words if w.lemma_.lower() in FATE), None)
    fate = fate or BY_MODE.get(mode or "")
    found = [
        *_harmed(reading, draft),
        *_summed(reading, [of_people(reading, noun, fate) for noun in _befallen(reading, draft)]),
        *_doers(reading, draft, fate),
        *_itself(reading, draft),
        *_things(reading, draft, mode),
        *(q for verb in draft.tellers for q in _left(reading, verb)),
        *tolls.elsewhere(reading, draft),
        *(_money(reading, draft) if draft.type in COSTLY else ()),
    ]
    unique = {(q.start, q.end): q for q in reversed(found)}
    return tuple(sorted((q for q in unique.values() if not _within_another(q, unique)), key=lambda q: q.start))


def _within_another(quantity: Quantity, spans: Collection[tuple[int, int]]) -> bool:
    own = quantity.start, quantity.end
    return any(own != other and other[0] <= own[0] and own[1] <= other[1] for other in spans)


def _harmed(reading: Reading, draft: Draft) -> Iterator[Quantity]:
    """The toll of an attack: of the verbs of harm that it took in, and of clauses about it ("in which four died")."""
    tolls = list(draft.toll)
    if draft.type == "ASSAULT" and draft.trigger.sense.pos == "noun":
        clauses = [c for c in children(draft.head, "acl:relcl") if FATE.get(c.lemma_.lower()) in ("killed", "wounded")]
        for clause in clauses:
            arguments = of_verb(clause)
            harmed = arguments.get("subj" if clause.lemma_.lower() in DYING else "obj", [])
            tolls += [(clause, noun) for noun in harmed if noun.i != draft.head.i]
    for verb, noun in tolls:
        yield from of_people(reading, noun, FATE.get(verb.lemma_.lower(), "killed" if draft.type == "DIE" else None))


def _doers(reading: Reading, draft: Draft, fate: str | None) -> Iterator[Quantity]:
    """How many did it; for some types that is what became of them."""
    own = fate if draft.type in AFFECTING_ACTORS else None
    for part in draft.cast.actors:
        if draft.type in AFFECTING_ACTORS:
            yield from of_people(reading, part.at, PASSING.get(draft.type, own))
        elif draft.type in MANNED and not any(d.lower_ == "the" for d in children(counted(part.at), "det")):
            yield from (q for q in of_phrase(reading, part.at, None) if q.low != 1)


def _things(reading: Reading, draft: Draft, mode: str | None) -> Iterator[Quantity]:
    """Counts of objects and of things that act: "fired 36 shells", "two vehicles blew up", "the release of 320 men"."""
    sides = {part.at.i for part in (*draft.cast.recipients, *draft.cast.actors)}
    arguments = draft.trigger.arguments
    for noun in (*arguments.get("obj", ()), *(arguments.get("subj", ()) if draft.type == "ASSAULT" else ())):
        if noun.i in sides:
            continue
        counts = of_phrase(reading, noun, None)
        inner = [n for n in children(noun, "nmod") if preposition(n) == "of"] if not counts else []
        yield from (*counts, *(q for n in inner for q in of_phrase(reading, n, None)))
    for word in draft.trigger.words[1:]:  # "took 256 prisoners", "took its 25 crew hostage"
        fate = FATE.get(word.lemma_.lower()) or BY_MODE.get(mode or "")
        for noun in (word, *children(word, "compound")):
            yield from of_phrase(reading, noun, fate)


def _itself(reading: Reading, draft: Draft) -> Iterator[Quantity]:
    """How many times it was: "seven arrests", "two strikes destroyed", "bombed them three times"; "55 dead"."""
    lemma = draft.head.lemma_.lower()
    kind = "attacks" if draft.type in ("ASSAULT", "CLAIM") else "other"
    if draft.trigger.sense.pos == "noun" or lemma in FATE:
        yield from of_phrase(reading, draft.head, FATE.get(lemma) or kind)
    if draft.type != "ASSAULT":
        return
    for noun in draft.absorbed:
        if noun.pos_ == "NOUN":
            yield from of_phrase(reading, noun, "attacks")
    for child in draft.head.children:
        if child.lower_ == "twice":
            yield Quantity("attacks", 2, 2, child.text, child.idx, child.idx + len(child))
        elif child.lemma_.lower() in ("time", "occasion") and child.i != draft.head.i:
            yield from of_phrase(reading, child, "attacks")


def _befallen(reading: Reading, draft: Draft) -> list[Token]:
    """Those to whom it was done, with the people told in one row with them."""
    heads = [part.at for part in draft.cast.recipients]
    rows = [c for head in heads for c in children(head, "conj") if "ACTOR" in reading.classes(c)]
    return list({t.i: t for t in (*heads, *rows)}.values())


def _summed(reading: Reading, counts: Sequence[list[Quantity]]) -> list[Quantity]:
    """One count of those told in a row: "a commander and his two bodyguards" are three."""
    told = [q for found in counts for q in found]
    exact = [q.low for q in told if q.low is not None and q.low == q.high]
    if len(told) < 2 or len(exact) < len(counts) or len({q.kind for q in told}) > 1 or told[0].kind not in HARMED:
        return told
    span = reading.span(min(q.start for q in told), max(q.end for q in told))
    return [Quantity(told[0].kind, sum(exact), sum(exact), span.text, span.start, span.end)]


def _left(reading: Reading, verb: Token) -> list[Quantity]:
    """Counts of those left dead or hurt: "…, leaving 20 dead", "with ten casualties"."""
    found: list[Quantity] = []
    for below in children(verb, "advcl", "conj"):
        if below.lemma_.lower() == "leave":
            kinds = [k for c in below.subtree if (k := FATE.get(c.lower_)) is not None]
            for noun in children(below, "obj", "nsubj", "xcomp"):
                found += of_phrase(reading, noun, kinds[0] if kinds else None)
    for noun in children(verb, "obl", "nmod"):
        if preposition(noun) in ("with", "of") and noun.lemma_.lower() in TOLLS:
            found += of_phrase(reading, noun, TOLLS[noun.lemma_.lower()])
    return found


def _money(reading: Reading, draft: Draft) -> Iterator[Quantity]:
    """Sums in the words that hang on a trigger, or on the verb that it is the object of."""
    head = draft.head
    carried = head.dep_ == "obj" or preposition(head) == "in"  # "gave aid of $5 million", "gave $5 million in aid"
    top = head.head if draft.trigger.sense.pos == "noun" and carried and head.head.pos_ == "VERB" else head
    low, high = head.left_edge.idx, top.right_edge.idx + len(top.right_edge)
    for m in MONEY.finditer(reading.document.text, low, high):
        value = round(float(m["figure"].replace(",", "")) * MAGNITUDE.get((m["scale"] or "").lower(), 1))
        yield Quantity("money", value, value, m.group(), m.start(), m.end())

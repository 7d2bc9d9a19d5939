"""What the numbers of a statement count: the harmed, the moved, attacks, money."""

import re
from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Token

from watchfloor.records import Quantity

from .clause import children, counted, of_verb, preposition
from .drafts import Draft
from .numbers import number
from .reading import Reading

#: Nouns that the number counts, to the kind of quantity where the event does not say it.
KINDS = {
    **dict.fromkeys(
        "soldier troop trooper personnel serviceman peacekeeper policeman officer fighter militant".split(), "soldiers"
    ),
    **dict.fromkeys("vehicle tank truck car convoy motorcycle".split(), "vehicles"),
    **dict.fromkeys(
        "attack strike raid bombing assault airstrike operation sortie blast explosion claim".split(), "attacks"
    ),
    **dict.fromkeys("dollar euro pound naira rouble rupee afghani usd".split(), "money"),
    **dict.fromkeys(
        "person people man woman child civilian youth resident villager family refugee migrant student pilgrim worker "
        "member suspect prisoner hostage inmate".split(),
        "people",
    ),
}
#: What a number of people means below a verb or noun of these lemmas.
FATE = {
    **dict.fromkeys(
        "kill slay murder lynch execute behead assassinate massacre die perish dead killing death drown".split(),
        "killed",
    ),
    **dict.fromkeys("wound injure maim hurt wounded injured".split(), "wounded"),
    **dict.fromkeys(
        "arrest detain apprehend capture seize round imprison jail nab arrested detention".split(), "arrested"
    ),
    **dict.fromkeys("abduct kidnap hostage snatch abduction kidnapping".split(), "abducted"),
    **dict.fromkeys("displace flee uproot evacuate escape displaced".split(), "displaced"),
    **dict.fromkeys("release free pardon".split(), "released"),
}


COLLECTIVES = frozenset("family group team crew gang party delegation squad patrol".split())
#: Nouns that count the harmed by themselves.
TOLLS = {"casualty": "casualties", "injury": "wounded", "death": "killed", "fatality": "killed"}
#: Types whose count is that of their actors: the dead, those who flee, the marchers.
AFFECTING_ACTORS = frozenset({"DIE", "FLEE", "RETREAT", "MOBILIZE", "PROTEST", "MEMBER", "PLEDGE"})
#: What it means to be counted among the actors of these types.
PASSING = {"DIE": "killed", "FLEE": "displaced"}
#: What modes say of those whom it befell.
BY_MODE = {"arrest": "arrested", "abduct": "abducted", "deport": "displaced"}
#: Types of which it is told how many did it.
MANNED = frozenset({"ASSAULT", "CONSULT", "SUPPORT", "AID", "TRAIN", "COERCE"})
#: Kinds whose counts add up over those told in a row.
HARMED = frozenset({"killed", "wounded", "arrested", "abducted", "released", "displaced"})
#: Verbs whose subject is harmed.
DYING = frozenset({"die", "perish", "drown"})
#: Words for one more of those told before: "the other was shot dead".
ANOTHER = frozenset({"other", "another", "fifth", "fourth", "third", "sixth", "seventh"})
#: Types of which sums of money are told.
COSTLY = frozenset({"AID", "AGREE", "SANCTION", "SUPPORT", "REQUEST", "RETREAT", "COERCE", "CONCEDE"})
MAGNITUDE = {"k": 10**3, "thousand": 10**3, "m": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}
MONEY = re.compile(
    r"(?:(?:US|A|C)?[$£€]\s?|\b(?=[\d.,]+(?:\s(?:thousand|million|billion))?\s(?:dollars?|euros?|pounds|naira|roubles|rubles"
    r"|rupees|shillings|afghanis|liras?|yuan|yen|francs|meticais|pesos|riyals|dinars|dirhams|rand|kwacha|kyats?|baht)\b))"
    r"(?P<figure>\d[\d,]*(?:\.\d+)?)(?:\s?(?P<scale>thousand|million|billion|bn|m|k)\b)?",
    re.IGNORECASE,
)


def of_phrase(reading: Reading, head: Token, kind: str | None) -> list[Quantity]:
    """The count of a noun phrase: "nearly 600 soldiers", "dozens of civilians", "between 20 and 30 people"."""
    noun = counted(head)
    what = KINDS.get(noun.lemma_.lower()) or ("people" if "ACTOR" in reading.classes(noun) else "other")
    thing = kind in HARMED and "THING" in reading.classes(noun) and "ACTOR" not in reading.classes(noun)
    what = kind if kind and not thing else what
    ranged = _range(reading, noun, what)
    if ranged is not None:
        return [ranged]
    own = [head] if noun.i != head.i or head.pos_ == "NUM" else []
    within = children(noun, "nummod")
    if noun.lemma_.lower() in COLLECTIVES:  # "a family of ten"
        within += [n for n in children(noun, "nmod") if preposition(n) == "of" and n.pos_ == "NUM"]
    # "two of the five men were killed", but "one of seven claims" is told of seven
    for token in (*within, *own) if what == "attacks" else (*own, *within):
        value = None if reading.is_time(token) or _is_share(token) else number(token)
        if value is not None and value != (0, 0):
            span = reading.token_span(token)
            return [Quantity(what, value[0], value[1], span.text, span.start, span.end)]
    return []


def _is_share(token: Token) -> bool:
    """True for "10 per cent", which counts nothing."""
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("%", "per", "percent")


def _range(reading: Reading, noun: Token, kind: str) -> Quantity | None:
    """The count of "between 11 and 17 civilians" and "30 to 40 men", whatever the tree makes of them."""
    last = min([noun.i, *(c.i for c in children(noun, "compound", "amod") if c.i < noun.i)]) - 1
    if last - 2 < noun.sent.start:
        return None
    low, link, high = noun.doc[last - 2 : last + 1]
    between = link.lower_ == "and" and low.i > noun.sent.start and low.nbor(-1).lower_ == "between"
    if low.pos_ != "NUM" or high.pos_ != "NUM" or not (between or link.lower_ in ("to", "or", "-", "–")):
        return None
    least, most = number(low), number(high)
    if least is None or most is None or least[0] is None or most[1] is None or least[0] >= most[1]:
        return None
    span = reading.token_span(low, high)
    return Quantity(kind, least[0], most[1], span.text, span.start, span.end)


def of_draft(reading: Reading, draft: Draft) -> tuple[Quantity, ...]:
    """The counts tied to a statement, in the order of the text; what comes first here knows better what it counts."""
    fate = next((FATE[w.lemma_.lower()] for w in draft.trigger.words if w.lemma_.lower() in FATE), None)
    fate = fate or BY_MODE.get(draft.trigger.sense.mode or "")
    found = [
        *_harmed(reading, draft),
        *_summed(reading, [_people(reading, noun, fate) for noun in _befallen(reading, draft)]),
        *_doers(reading, draft, fate),
        *_itself(reading, draft),
        *_things(reading, draft),
        *(q for verb in draft.tellers for q in _left(reading, verb)),
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
        yield from _people(reading, noun, FATE.get(verb.lemma_.lower(), "killed" if draft.type == "DIE" else None))


def _doers(reading: Reading, draft: Draft, fate: str | None) -> Iterator[Quantity]:
    """How many did it; for some types that is what became of them."""
    own = fate if draft.type in AFFECTING_ACTORS else None
    for part in draft.cast.actors:
        if draft.type in AFFECTING_ACTORS:
            yield from _people(reading, part.at, PASSING.get(draft.type, own))
        elif draft.type in MANNED and not any(d.lower_ == "the" for d in children(counted(part.at), "det")):
            yield from (q for q in of_phrase(reading, part.at, None) if q.low != 1)


def _things(reading: Reading, draft: Draft) -> Iterator[Quantity]:
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
        fate = FATE.get(word.lemma_.lower()) or BY_MODE.get(draft.trigger.sense.mode or "")
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


def _people(reading: Reading, head: Token, fate: str | None) -> list[Quantity]:
    """The count of those whom it befell; one where a single person is meant."""
    found = of_phrase(reading, head, fate)
    single = head.tag_ in ("NN", "NNP", "PRP") and "PERSON" in reading.classes(head) and counted(head).i == head.i
    single = single or head.lower_ in ANOTHER
    if not found and fate and single:
        span = reading.token_span(head)
        found = [Quantity(fate, 1, 1, span.text, span.start, span.end)]
    return found


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
    top = head.head if draft.trigger.sense.pos == "noun" and head.dep_ == "obj" and head.head.pos_ == "VERB" else head
    low, high = head.left_edge.idx, top.right_edge.idx + len(top.right_edge)
    for m in MONEY.finditer(reading.document.text, low, high):
        value = round(float(m["figure"].replace(",", "")) * MAGNITUDE.get((m["scale"] or "").lower(), 1))
        yield Quantity("money", value, value, m.group(), m.start(), m.end())

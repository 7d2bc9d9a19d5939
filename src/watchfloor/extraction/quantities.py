"""Numbers in words and figures, and what they count."""

import re

from spacy.tokens import Token

from watchfloor.records import Quantity

from .clause import children, counted, preposition
from .drafts import Draft
from .reading import Reading

SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
SCALE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
#: Vague counts as (low, high): what the word allows at least, no upper bound.
VAGUE = {
    "dozens": (24, None),
    "scores": (40, None),
    "hundreds": (200, None),
    "thousands": (2_000, None),
    "millions": (2_000_000, None),
}
PLAIN = {"dozen": 12, "pair": 2, "couple": 2, "both": 2}

MORE = frozenset("more above upwards".split())

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
#: Types whose object may be what is used or moved: "launched thirty drones", "deployed two brigades".
MOVING_THINGS = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "TRANSFER", "AID"})
#: Types of which sums of money are told.
COSTLY = frozenset({"AID", "AGREE", "SANCTION", "SUPPORT", "REQUEST", "RETREAT", "COERCE"})
MAGNITUDE = {"k": 10**3, "thousand": 10**3, "m": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}
MONEY = re.compile(
    r"(?:(?:US|A|C)?[$£€]\s?|\b(?=[\d.,]+(?:\s(?:thousand|million|billion))?\s(?:dollars?|euros?|pounds|naira|roubles|rubles"
    r"|rupees|shillings|afghanis|liras?|yuan|yen)\b))"
    r"(?P<figure>\d[\d,]*(?:\.\d+)?)(?:\s?(?P<scale>thousand|million|billion|bn|m|k)\b)?",
    re.IGNORECASE,
)


def number(token: Token) -> tuple[int | None, int | None] | None:
    """Lowest and highest value of a number word with the words that bound it ("at least 10" is (10, None))."""
    value = _value(token)
    if value is None:
        return None
    low, high = value
    bounds = {c.lower_ for c in token.children if c.i < token.i}
    bounds |= {g.lower_ for c in token.children if c.i < token.i for g in c.children}
    near = {t.lower_ for t in token.doc[max(token.sent.start, token.i - 2) : token.i]}
    if (bounds | near) & MORE or "over" in bounds | near:
        return low, None
    if "least" in near and "at" in bounds | near:
        return low, None
    if (bounds | near) & {"up"} and "to" in bounds | near:
        return None, high
    return low, high


def _value(token: Token) -> tuple[int | None, int | None] | None:
    word = token.lower_
    if word in VAGUE and token.tag_ in ("NNS", "NOUN", "NN", "CD"):
        return VAGUE[word]
    if word in PLAIN:
        factor = next((v[0] for c in token.children if c.i < token.i and (v := _value(c)) and v[0]), 1)
        return PLAIN[word] * factor, PLAIN[word] * factor
    plain = word.replace(",", "")
    if re.fullmatch(r"\d{1,12}", plain):
        value = int(plain)
    elif re.fullmatch(r"\d+\.\d+", plain):
        return None
    elif (ranged := re.fullmatch(r"(\d{1,9})[-–](\d{1,9})", plain)) is not None:
        return int(ranged[1]), int(ranged[2])
    elif word in SMALL:
        value = SMALL[word] + _unit_after(token) + _ten_before(token)
    elif (tens := re.fullmatch(r"(\w+ty)-(\w+)", word)) and tens[1] in SMALL and tens[2] in SMALL:
        value = SMALL[tens[1]] + SMALL[tens[2]]
    elif word in SCALE:
        value = 1
        if token.i and token.nbor(-1).lower_ in ("several", "few", "many", "some"):
            return 2 * SCALE[word], None  # "several hundred"
        before = [c for c in token.children if c.i < token.i and c.pos_ == "NUM"]
        if before and (inner := _value(before[-1])) and inner[0] is not None:
            value = inner[0]
        return value * SCALE[word], value * SCALE[word]
    else:
        return None
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if following is not None and following.lower_ in SCALE and following.pos_ == "NUM" and following.head.i == token.i:
        value *= SCALE[following.lower_]
    return value, value


def _unit_after(token: Token) -> int:
    """Five for the "thirty" of "thirty-five", which the tokeniser takes apart."""
    if token.i + 2 < len(token.doc) and SMALL.get(token.lower_, 0) >= 20 and token.nbor(1).text in "-–":
        unit = SMALL.get(token.nbor(2).lower_, 0)
        return unit if unit < 10 else 0
    return 0


def _ten_before(token: Token) -> int:
    """Twenty for the "three" of "twenty-three"."""
    if token.i < 2 or not 0 < SMALL.get(token.lower_, 0) < 10 or token.nbor(-1).text not in "-–":
        return 0
    ten = SMALL.get(token.nbor(-2).lower_, 0)
    return ten if ten >= 20 else 0


def of_phrase(reading: Reading, head: Token, kind: str | None) -> list[Quantity]:
    """The count of a noun phrase: "nearly 600 soldiers", "dozens of civilians", "three people"."""
    found: list[Quantity] = []
    noun = counted(head)
    candidates = [head] if noun.i != head.i else []
    if head.pos_ == "NUM":
        candidates.append(head)
    candidates += children(noun, "nummod") + [g for c in children(noun, "nummod") for g in children(c, "conj")]
    if noun.lemma_.lower() in COLLECTIVES:  # "a family of ten"
        candidates += [n for n in children(noun, "nmod") if preposition(n) == "of" and n.pos_ == "NUM"]
    for token in dict.fromkeys(candidates):
        if reading.is_time(token):
            continue
        value = number(token)
        if value is None or value == (0, 0):
            continue
        span = reading.token_span(token)
        what = kind or KINDS.get(noun.lemma_.lower()) or ("people" if "ACTOR" in reading.classes(noun) else "other")
        found.append(Quantity(what, value[0], value[1], span.text, span.start, span.end))
    return _merged(found)


def _merged(found: list[Quantity]) -> list[Quantity]:
    """Make one count of two bounds: "between 20 and 30 people"."""
    if len(found) == 2 and found[0].low is not None and found[1].high is not None and found[0].low < found[1].high:
        low, high = found
        return [Quantity(low.kind, low.low, high.high, low.text, low.start, low.end)]
    return found[:1]


def of_draft(reading: Reading, draft: Draft) -> tuple[Quantity, ...]:
    """The counts tied to a statement, in the order of the text: of those harmed or moved, of itself, of its money."""
    lemma = draft.head.lemma_.lower()
    fate = next((FATE[w.lemma_.lower()] for w in draft.trigger.words if w.lemma_.lower() in FATE), None)
    fate = fate or BY_MODE.get(draft.trigger.sense.mode or "")
    found: list[Quantity] = []
    for verb, noun in draft.toll:  # before the recipients: the verb of harm knows better what became of them
        found += _people(reading, noun, FATE.get(verb.lemma_.lower(), "killed" if draft.type == "DIE" else None))
    for part in draft.cast.recipients:
        found += _people(reading, part.at, fate)
    if draft.type in MOVING_THINGS:
        recipients = {part.at.i for part in draft.cast.recipients}
        for noun in draft.trigger.arguments.get("obj", ()):
            found += of_phrase(reading, noun, None) if noun.i not in recipients else []
    if draft.type in AFFECTING_ACTORS:
        for part in draft.cast.actors:
            found += _people(reading, part.at, PASSING.get(draft.type, fate))
    if draft.trigger.sense.pos == "noun" or lemma in FATE:  # "seven arrests", "55 dead", "46 killed"
        found += of_phrase(
            reading, draft.head, FATE.get(lemma) or ("attacks" if draft.type in ("ASSAULT", "CLAIM") else "other")
        )
    for verb in draft.tellers:
        found += _left(reading, verb)
    if draft.type in COSTLY:
        found += _money(reading, draft.head)
    unique = {(q.start, q.end): q for q in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda q: q.start))


def _people(reading: Reading, head: Token, fate: str | None) -> list[Quantity]:
    """The count of those whom it befell; one where a single person is meant."""
    found = of_phrase(reading, head, fate)
    if (
        not found
        and fate
        and head.tag_ in ("NN", "NNP", "PRP")
        and "PERSON" in reading.classes(head)
        and not children(head, "conj")
    ):
        span = reading.token_span(head)
        found = [Quantity(fate, 1, 1, span.text, span.start, span.end)]
    return found


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


def _money(reading: Reading, head: Token) -> list[Quantity]:
    """Sums in the words that hang on a trigger."""
    low, high = head.left_edge.idx, head.right_edge.idx + len(head.right_edge)
    found = []
    for m in MONEY.finditer(reading.document.text, low, high):
        value = round(float(m["figure"].replace(",", "")) * MAGNITUDE.get((m["scale"] or "").lower(), 1))
        found.append(Quantity("money", value, value, m.group(), m.start(), m.end()))
    return found

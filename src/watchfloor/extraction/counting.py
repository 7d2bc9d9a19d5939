"""How many a noun phrase counts, and of what: "nearly 600 soldiers", "three killed"."""

from spacy.tokens import Token

from watchfloor.records import Quantity

from .clause import children, counted, preposition
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
        "kill slay murder lynch execute behead decapitate butcher assassinate massacre gun die perish dead killing "
        "death drown".split(),
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
#: Kinds whose counts add up over those told in a row.
HARMED = frozenset({"killed", "wounded", "arrested", "abducted", "released", "displaced"})
#: Verbs whose subject is harmed.
DYING = frozenset({"die", "perish", "drown"})
#: Words for one more of those told before: "the other was shot dead".
ANOTHER = frozenset({"other", "another", "fifth", "fourth", "third", "sixth", "seventh"})


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


def of_people(reading: Reading, head: Token, fate: str | None) -> list[Quantity]:
    """The count of those whom it befell; one where a single person is meant."""
    found = of_phrase(reading, head, fate)
    single = head.tag_ in ("NN", "NNP", "PRP") and "PERSON" in reading.classes(head) and counted(head).i == head.i
    single = single or head.lower_ in ANOTHER
    if not found and fate and single:
        span = reading.token_span(head)
        found = [Quantity(fate, 1, 1, span.text, span.start, span.end)]
    return found

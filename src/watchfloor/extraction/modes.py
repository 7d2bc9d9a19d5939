"""How an act is done, or what is asked for: the mode of a statement, from its sense, means, doer and complement."""

import re
from collections.abc import Iterator, Mapping, Sequence

from watchfloor.records import Instrument

from .clause import children, counted
from .drafts import Draft
from .instruments import Instruments
from .reading import Reading

#: Modes of ASSAULT that a verb suggests until its means or its doer says more: "jets destroyed", "artillery fire".
LOOSE = frozenset({None, "firearms", "heavy-weapons", "explosives", "aerial"})
#: Doers, to the mode of what they do: a bare strike comes from the air.
DOERS: Mapping[str, str] = {
    **dict.fromkeys(
        "aircraft jet warplane plane helicopter gunship fighter-bomber squadron air strike".split(), "aerial"
    ),
    **dict.fromkeys("drone uav quadcopter".split(), "drone"),
    **dict.fromkeys("artillery howitzer mortar tank gunboat warship cannon battery".split(), "heavy-weapons"),
}
#: Words before an attack or its doer that make it one of somebody who means to die in it.
SUICIDAL = frozenset({"suicide", "kamikaze", "martyrdom"})
#: What is moved as a weapon without being called one.
ARMS = frozenset("armour armor artillery battery missile system radar fleet".split())
#: What is asked for or refused, by the first word of it that tells.
COMPLEMENTS: Mapping[str, str] = {
    **dict.fromkeys(
        "help assist contribute donate support aid arm fund supply provide lend join send share cooperate coordinate "
        "assistance backing protection weapon donation escort visa asylum reinforcement loan aircraft together submit "
        "influence".split(),
        "assist",
    ),
    **dict.fromkeys(
        "withdraw pull release free hand surrender lift halt cease pay leave disarm abandon comply extradite "
        "extradition withdrawal ceasefire access allow let grant restore abide de-escalate tax "
        "payment evacuate vacate dissolve open unblock remove stop truce".split(),
        "yield",
    ),
    **dict.fromkeys(
        "meet talk negotiate dialogue negotiation mediation meeting summit visit receive delegation envoy conference "
        "host attend invitation inauguration ceremony trip".split(),
        "meet",
    ),
}
#: Verbs that hand something over: what it is tells, before the verb does.
HANDING = frozenset({"provide", "give", "grant", "offer", "deliver"})
#: What only the verb tells: giving something back, going back to something does not.
GIVING_UP = frozenset({"return"})
#: The designation of an aircraft: "F-16".
DESIGNATION = re.compile(r"[A-Z]{1,3}-\d+[A-Z]?")
#: Types whose mode is told by what is asked for or refused.
ASKING = frozenset({"REQUEST", "REJECT"})
#: The mode of a plain request, and of a plain refusal, where the complement does not tell.
PLAIN: Mapping[str, str] = {"refuse": "yield", "refusal": "yield", "appeal": "assist"}
#: Arguments that hold what is asked for or refused.
ASKED = ("inf", "that", "for", "obj", "of", "to", "ing")


def mode_of(reading: Reading, draft: Draft, means: Sequence[Instrument], instruments: Instruments) -> str | None:
    """The mode of a statement, one of those of its type; None where nothing tells it."""
    type_ = reading.knowledge.lexicon.types[draft.type]
    told = draft.mode or draft.trigger.sense.mode
    if draft.type in ASKING and told in (None, "change"):
        plain = PLAIN.get(draft.head.lemma_.lower(), "change" if draft.type == "REQUEST" else None)
        if draft.type == "REQUEST" and any(draft.trigger.arguments.get(name) for name in ("inf", "that")):
            plain = "change"
        return next(_complement(draft), plain)
    if draft.type == "COERCE" and told == "arrest":
        return _taken(reading, draft)
    if draft.type == "MOBILIZE" and told == "troops":
        return _moved(reading, draft)
    if draft.type != "ASSAULT":
        return told or next((m for i in means if (m := instruments.mode(i)) in type_.modes), None)
    if _suicidal(draft):
        return "suicide-attack"
    if told in LOOSE:
        told = next(_by_doer(draft), None) or next(filter(None, map(instruments.mode, means)), None) or told
    return told


def _suicidal(draft: Draft) -> bool:
    words = [*draft.tellers, *(p.head for p in draft.cast.actors), *(p.at for p in draft.cast.actors)]
    return any(t.lower_ in SUICIDAL for word in words for left in word.lefts for t in left.subtree if t.i < word.i)


def _by_doer(draft: Draft) -> Iterator[str]:
    for name in ("subj", "by", "mod"):
        for token in map(counted, draft.trigger.arguments.get(name, ())):
            words = [*(c.lemma_.lower() for c in children(token, "compound")), token.lemma_.lower(), token.lower_]
            yield from (DOERS[w] for w in words if w in DOERS)
    for part in draft.cast.actors:  # "was bombed and killed by jets"
        yield from (DOERS[w] for w in (part.head.lemma_.lower(), part.at.lemma_.lower()) if w in DOERS)
    for noun in draft.tellers:
        yield from (DOERS[c.lemma_.lower()] for c in children(noun, "compound", "amod") if c.lemma_.lower() in DOERS)


def _complement(draft: Draft) -> Iterator[str]:
    """Modes that the words of the complement tell, its head's first."""
    for name in ASKED:
        for token in draft.trigger.arguments.get(name, ()):
            if any(c.lower_ in ("not", "n't") for c in children(token, "advmod")):
                yield "change"  # "not to join"
            below = [c for c in token.children if c.dep_ not in ("punct", "mark", "nsubj", "case")]
            given = children(token, "obj") if token.lemma_.lower() in HANDING else []
            for word in (*given, token, *below, *(g for c in below for g in children(c, "obj", "xcomp", "nmod"))):
                if (mode := COMPLEMENTS.get(word.lemma_.lower())) is not None:
                    yield mode
                elif word.lemma_.lower() in GIVING_UP and word.pos_ == "VERB":
                    yield "yield"


def _taken(reading: Reading, draft: Draft) -> str:
    """Things are seized, people arrested."""
    taken = [reading.classes(p.at) for p in draft.cast.recipients]
    things = bool(taken) and all(c & {"VEHICLE", "GOODS", "WEAPON"} and "PERSON" not in c for c in taken)
    return "seize" if things else "arrest"


def _moved(reading: Reading, draft: Draft) -> str:
    """Ships and aircraft are weapons, whoever moves them; all others that move are troops."""
    moved = [*draft.trigger.arguments.get("obj", ())] or [*draft.trigger.arguments.get("subj", ())]
    if any(DESIGNATION.fullmatch(c.text) for t in map(counted, moved[:1]) for c in (*t.lefts, t)):
        return "weapons"
    arms = any(reading.classes(t) & {"WEAPON", "VEHICLE"} or t.lemma_.lower() in ARMS for t in map(counted, moved[:1]))
    return "weapons" if arms else "troops"

"""How an act is done, or what is asked for: the mode of a statement, from its sense, means, doer and complement."""

import re
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from watchfloor.records import Instrument

from .asked import ASKING, asked
from .clause import children, counted
from .drafts import Draft
from .instruments import Instruments
from .reading import Reading
from .triggers import phrase

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
#: Doers who shoot, unless something else is told of what they do.
SHOOTERS = frozenset({"gunman", "sniper", "marksman", "shooter"})
#: Words before an attack or its doer that make it one of somebody who means to die in it.
SUICIDAL = frozenset({"suicide", "kamikaze", "martyrdom"})
#: Who bombs from the air: states and their forces.
AIRBORNE = frozenset({"army", "military", "force", "coalition", "regime", "government", "junta"})
#: What is moved as a weapon without being called one.
ARMS = frozenset("armour armor artillery battery missile system radar fleet".split())
#: Words of those who keep order rather than fight.
POLICE = frozenset(
    "police policeman policewoman gendarme gendarmerie constable coastguard officer agent security policing "
    "surveillance".split()
)
#: What is censored rather than restricted.
MEDIA = frozenset(
    "newspaper magazine broadcaster channel website radio television tv blog podcast press media "
    "telegram tiktok facebook twitter youtube whatsapp".split()
)
#: Means by which one confers from afar.
TELEPHONE = frozenset("telephone phone video video-link videoconference".split())
#: The designation of an aircraft: "F-16".
DESIGNATION = re.compile(r"[A-Z]{1,3}-\d+[A-Z]?")


def mode_of(reading: Reading, draft: Draft, means: Sequence[Instrument], instruments: Instruments) -> str | None:
    """The mode of a statement, one of those of its type; None where nothing tells it."""
    type_ = reading.knowledge.lexicon.types[draft.type]
    told = draft.mode or draft.trigger.sense.mode or _elsewhere(reading, draft)
    if draft.type in ASKING:
        return asked(draft, told)
    if draft.type == "COERCE":
        return _coerced(reading, draft, told)
    if draft.type == "MOBILIZE" and told in ("troops", "police"):
        return _moved(reading, draft, told)
    if draft.type == "CONSULT" and told is None:
        distant = (t for name in ("by", "over", "via", "subj") for t in draft.trigger.arguments.get(name, ()))
        return "call" if any(t.lemma_.lower() in TELEPHONE for t in distant) else None
    if draft.type != "ASSAULT":
        return told or next((m for i in means if (m := instruments.mode(i)) in type_.modes), None)
    if _suicidal(draft):
        return "suicide-attack"
    by_means = next(filter(None, map(instruments.mode, means)), None)
    if told in LOOSE:
        told = next(_by_doer(reading, draft), None) or by_means or told
    elif told == "destroy" and by_means == "explosives":
        told = by_means  # "a bomb wrecked the car"
    if told is None and any(_words(p.at) & SHOOTERS for p in draft.cast.actors):
        return "firearms"
    return told


def _elsewhere(reading: Reading, draft: Draft) -> str | None:
    """The mode that the lexicon gives the word in its other uses, where only the trained heads found it in this one.

    The longest phrase counts first ("took away"); of several modes the one whose object is the like of this one's, else
    what most of them say.
    """
    trigger = draft.trigger
    if not trigger.learned:
        return None
    key = (draft.head.lemma_.lower(), trigger.sense.pos)
    senses = [s for s in reading.knowledge.lexicon.by_head.get(key, ()) if s.type == draft.type and s.mode]
    senses = [s for s in senses if phrase(draft.head, s.lemma.split()) is not None]
    longest = max((len(s.lemma.split()) for s in senses), default=0)
    senses = [s for s in senses if len(s.lemma.split()) == longest]
    objects = [*trigger.arguments.get("obj", ())]
    alike = [s for s in senses if any(reading.fits(t, s.needs.get("obj", ())) for t in objects)]
    modes = [s.mode for s in alike or senses]
    most = max(dict.fromkeys(modes), key=modes.count, default=None)
    return most if alike or 2 * modes.count(most) >= len(modes) else None


def _words(token: Token) -> set[str]:
    """A noun and the words before it that say what it is, as lemmas."""
    noun = counted(token)
    return {noun.lemma_.lower(), noun.lower_, *(c.lemma_.lower() for c in children(noun, "compound", "amod"))}


def _suicidal(draft: Draft) -> bool:
    own = any(children(t, "nmod:poss") for t in draft.trigger.arguments.get("obj", ()))
    if own and draft.head.lemma_.lower() == "detonate":  # "detonated his vest"
        return True
    words = [*draft.tellers, *(p.head for p in draft.cast.actors), *(p.at for p in draft.cast.actors)]
    return any(t.lower_ in SUICIDAL for word in words for left in word.lefts for t in left.subtree if t.i < word.i)


def _by_doer(reading: Reading, draft: Draft) -> Iterator[str]:
    for name in ("subj", "by", "mod"):
        for token in map(counted, draft.trigger.arguments.get(name, ())):
            words = [*(c.lemma_.lower() for c in children(token, "compound")), token.lemma_.lower(), token.lower_]
            yield from (DOERS[w] for w in words if w in DOERS)
    for part in draft.cast.actors:  # "was bombed and killed by jets"
        yield from (DOERS[w] for w in (part.head.lemma_.lower(), part.at.lemma_.lower()) if w in DOERS)
        bombs = draft.head.lemma_.lower() == "bomb" and draft.head.pos_ == "VERB"
        if bombs and (_words(part.at) & AIRBORNE or "STATE" in reading.classes(part.at)):
            yield "aerial"
    for noun in draft.tellers:
        yield from (DOERS[c.lemma_.lower()] for c in children(noun, "compound", "amod") if c.lemma_.lower() in DOERS)


def _coerced(reading: Reading, draft: Draft, told: str | None) -> str | None:
    """Things are seized, people arrested; what is kept from saying something is censored."""
    if told in ("arrest", "seize"):
        taken = [reading.classes(p.at) for p in draft.cast.recipients]
        if taken and all(c & {"VEHICLE", "GOODS", "WEAPON"} and "PERSON" not in c for c in taken):
            return "seize"
        people = bool(draft.trigger.learned) and any("PERSON" in c for c in taken)  # "took the youths away"
        return "arrest" if people else told
    if told == "restrict":
        what = {w for t in draft.trigger.arguments.get("obj", ()) for w in _words(t)}
        return "censor" if what & MEDIA else "curfew" if "curfew" in what else told
    return told


def _moved(reading: Reading, draft: Draft, told: str) -> str:
    """Ships and aircraft are weapons, whoever moves them; of people, those who keep order are police."""
    moved = [*draft.trigger.arguments.get("obj", ())] or [*draft.trigger.arguments.get("subj", ())]
    words = {w for t in (*moved, draft.head) for w in _words(t)}
    if told == "police" or words & POLICE or {"border", "guard"} <= words:
        words |= {w for p in draft.cast.actors for w in _words(p.at)}
        return "police" if words & POLICE or {"border", "guard"} <= words else "troops"
    if any(DESIGNATION.fullmatch(c.text) for t in map(counted, moved[:1]) for c in t.subtree if c.i <= t.i):
        return "weapons"
    arms = any(reading.classes(t) & {"WEAPON", "VEHICLE"} or t.lemma_.lower() in ARMS for t in map(counted, moved[:1]))
    return "weapons" if arms else "troops"

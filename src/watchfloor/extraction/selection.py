"""Which triggers become statements: what another statement of the sentence or an earlier telling says is left out."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from spacy.tokens import Token

from .clause import ancestors, base, children, infinitive, of_verb, preposition
from .coreference import points_back
from .counting import FATE
from .drafts import Draft
from .parts import Cast
from .reading import Reading

#: Types whose complement is what is asked, promised, refused or threatened: not a statement of its own.
HOLDING = frozenset({"REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE", "PLEDGE"})
#: Types that may put an end to what somebody does: "suspended their strike", "forbade attacks on officials".
ENDING = frozenset({"COERCE", "RETREAT", "SANCTION"})
#: Types of harm whose toll belongs to the attack that did it, where one sentence tells both.
HARM = frozenset({"ASSAULT", "DIE"})
#: Where a verb of harm names the attack: "the blast killed four" and "died in the attack".
ATTACK_ARGUMENTS = ("subj", "in", "by", "during", "after", "as")
#: Where a noun that names nobody tells something all the same, the first time: in a list, of another noun,
#: or of a passive.
LISTED = frozenset({"conj", "nmod", "nsubj:pass"})
#: Relations in which both sides may be named together: "A and B are rivals".
MUTUAL = frozenset({"ALLY", "RIVAL"})
#: Relations told only of somebody who is named beside the noun: "the group's leader" alone tells none.
NAMED = frozenset({"LEADER", "AFFILIATE"})
#: Kinds of registered bodies whose heads hold an office.
SERVICES = frozenset("state government ministry military police intelligence legislature judiciary".split())


def select(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that tell something of their own, with the tolls of absorbed verbs."""
    heads = {d.head.i: d for d in drafts}
    words = {w.i for d in drafts for w in d.trigger.words[1:]}
    # "launched strikes" told as one phrase has no other carrier than itself.
    carriers = {d.carrier.i for d in drafts if d.carrier is not None and d.head.i not in words}
    free: list[Draft] = []
    held: list[tuple[Draft, int]] = []
    for draft in drafts:
        if draft.head.i in carriers or draft.head.i in words or _is_target(draft, heads) or not stands(reading, draft):
            continue
        path = ((g, below) for g, below in _path(draft.head) if g is not draft.carrier)
        holder = next((g.i for g, below in path if _holds(reading, g, below, heads, draft)), None)
        if holder is None:
            free.append(draft)
        else:
            held.append((draft, holder))
    told = {d.head.i for d in free}
    # "took the opportunity to call for": what is no statement holds none
    kept = sorted([*free, *(d for d, holder in held if holder not in told)], key=lambda d: d.head.i)
    told = {d.head.i for d in kept}
    kept = [d for d in kept if not _only_foretells(d, told) and not _only_carries(d, told)]
    for draft in list(kept):
        attack = _attack(draft, heads)
        if attack is None or attack not in kept or draft not in kept:
            continue
        if _is_toll(draft) and not (points_back(attack.head) and _told_before(attack, kept)):
            _absorb(reading, attack, draft)
            kept.remove(draft)
        elif attack.trigger.sense.pos == "noun" and attack.head.dep_ == "nsubj":
            draft.absorbed += [attack.head, *attack.absorbed]  # "five strikes destroyed a bunker" tells of the bunker
            draft.mode = draft.trigger.sense.mode or attack.trigger.sense.mode
            kept.remove(attack)
    return kept


def unasked(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without what words ask for or promise that the heads alone found: "advised them to hire guards"."""
    heads = {d.head.i: d for d in drafts if d.trigger.learned and d.type in HOLDING}
    return [
        d
        for d in drafts
        if not any(
            above.i in heads and (infinitive(below) or below.dep_ == "obj") and _holds(reading, above, below, heads, d)
            for above, below in _path(d.head)
        )
    ]


def stands(reading: Reading, draft: Draft) -> bool:
    """False for what is certainly none, and for a relation without both its sides."""
    return not draft.certainty.dropped and _has_sides(reading, draft)


def _only_foretells(draft: Draft, told: Collection[int]) -> bool:
    """True for "is likely to" before something that is told as a statement itself."""
    below = [t for name in ("inf", "that") for t in draft.trigger.arguments.get(name, ())]
    return draft.type == "FORECAST" and any(t.i in told for t in below)


def _only_carries(draft: Draft, told: Collection[int]) -> bool:
    """True for "issued an edict calling …": what the message does is told by its verb."""
    return draft.type == "PROPAGANDA" and any(c.i in told for c in children(draft.head, "acl"))


def _is_toll(draft: Draft) -> bool:
    """True for verbs that only say what came of an attack: "killing four", "wounded nine"."""
    return FATE.get(draft.head.lemma_.lower()) in ("killed", "wounded")


def _is_target(draft: Draft, heads: Mapping[int, Draft]) -> bool:
    """True for the wedding or meeting that is attacked: it is told as what the attack hits."""
    above = heads.get(draft.head.head.i)
    if above is None or above.type != "ASSAULT" or draft.type == "ASSAULT" or draft.trigger.sense.pos != "noun":
        return False
    return draft.head.dep_ == "obj" or preposition(draft.head) in ("on", "at", "against")


def _has_sides(reading: Reading, draft: Draft) -> bool:
    """False for a relation without both its sides; those of a mutual one may be named together."""
    kind, cast = reading.knowledge.lexicon.types[draft.type].kind, draft.cast
    if kind != "relation" or draft.type == "TREND":
        return True
    if draft.type in NAMED and all(part.head == draft.head for part in cast.actors):
        return False  # "its leader accused the government": nobody is said to lead it
    if draft.type == "LEADER" and any(_serves(reading, part.head) for part in cast.recipients):
        return False
    return bool(cast.actors and cast.recipients) or (draft.type in MUTUAL and len(cast.actors) > 1)


def _serves(reading: Reading, token: Token) -> bool:
    """True for a state and its organs, whose officials' titles are none of their deeds."""
    name = reading.name_at(token)
    return name is not None and name.type in SERVICES


def _path(head: Token) -> Iterator[tuple[Token, Token]]:
    """(governor, word below it) pairs from a trigger up."""
    below = head
    for governor, _ in ancestors(head):
        yield governor, below
        below = governor


def _holds(reading: Reading, governor: Token, below: Token, heads: Mapping[int, Draft], held: Draft) -> bool:
    """True where the word below is what a request, promise, refusal or threat asks for, or a bare purpose.

    The head of ``held`` stands in it.
    """
    head, draft = held.head, heads.get(governor.i)
    if draft is not None and draft.type in ENDING and below == head and held.certainty.polarity == "negative":
        return head.dep_ in ("obj", "nsubj:pass", "xcomp")
    if draft is not None and draft.type == "CONSULT" and infinitive(below):
        return True  # "invited them to take part", "met to discuss"
    if draft is not None and draft.type in HOLDING:
        if below.dep_ in ("xcomp", "ccomp", "acl") or (base(below.dep_) == "advcl" and infinitive(below)):
            return True
        object_ = below.dep_ == "obj" or (
            base(below.dep_) in ("obl", "nmod") and preposition(below) in ("for", "to", "of")
        )
        if object_ and below.pos_ == "NOUN" and "ACTOR" not in reading.classes(below):
            return not _in_clause(head, below)
    if below.dep_ == "acl" and "WEAPON" in reading.classes(governor):
        return infinitive(below)  # "a bomb to kill them"
    return base(below.dep_) == "advcl" and infinitive(below) and governor.pos_ == "VERB"


def _in_clause(head: Token, noun: Token) -> bool:
    """True where a clause of its own stands between the noun and the word: "a text condemning the killing"."""
    words = [head, *(above for above, _ in ancestors(head))]
    return any(t.pos_ == "VERB" for t in words[: words.index(noun)])


def _attack(draft: Draft, heads: Mapping[int, Draft]) -> Draft | None:
    """The attack of the same sentence whose toll a verb of harm tells."""
    if draft.type == "DIE" and draft.head.dep_ == "xcomp" and draft.head.head.lemma_ == "leave":
        doers = of_verb(draft.head.head).get("subj", [])  # "the attack left twelve dead"
        return next((heads[t.i] for t in doers if t.i in heads and heads[t.i].type == "ASSAULT"), None)
    if draft.type not in HARM or draft.trigger.sense.pos != "verb":
        return None
    for name in ATTACK_ARGUMENTS:
        for token in draft.trigger.arguments.get(name, ()):
            found = heads.get(token.i)
            if found is not None and found.type == "ASSAULT" and found is not draft:
                return found
    verb = draft.head
    while verb.dep_ == "conj" and verb.head.tag_ == verb.tag_:
        verb = verb.head
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and not children(verb, "mark"):  # "…, killing four"
        found = heads.get(verb.head.i)
        return found if found is not None and found.type == "ASSAULT" and _is_toll(draft) else None
    return None


def _absorb(reading: Reading, attack: Draft, harm: Draft) -> None:
    harmed = harm.trigger.arguments.get("obj" if harm.type == "ASSAULT" else "subj", [])
    if harm.head.dep_ == "xcomp":
        harmed = of_verb(harm.head.head).get("obj", [])
    victims = harm.cast.recipients if harm.type == "ASSAULT" else harm.cast.actors
    attack.absorbed += [harm.head, *harm.absorbed]
    attack.toll += [*((harm.head, noun) for noun in harmed), *harm.toll]
    told = attack.cast.recipients
    uncounted = not told or any(p.head.pos_ != "NUM" for p in victims)  # "hit a bus, killing four" hits the bus
    if victims and uncounted and not any("ACTOR" in reading.classes(p.head) for p in told):
        told = victims  # people rather than the thing that was hit
    attack.cast = Cast(attack.cast.actors, told)


def _told_before(draft: Draft, drafts: Sequence[Draft]) -> bool:
    return any(d.type == draft.type and d.head.i < draft.head.i for d in drafts)


def tells_something(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """False for a bare noun that only takes up what is told elsewhere."""
    sense, cast = draft.trigger.sense, draft.cast
    if sense.type == "DIE" and sense.pos == "adjective":
        return bool(cast.actors or draft.toll)
    if sense.pos != "noun" or len(draft.trigger.words) > 1 or draft.carrier is not None or draft.toll:
        return True
    if not (cast.actors or cast.recipients or draft.places or draft.time):
        return draft.head.dep_ in LISTED and not points_back(draft.head) and not _told_before(draft, drafts)
    new = cast.recipients or draft.places or draft.time
    if points_back(draft.head) and not new:
        return not _told_before(draft, drafts)
    return not any(_adds_nothing(draft, d) for d in drafts if d.head.i < draft.head.i)


def _adds_nothing(draft: Draft, earlier: Draft) -> bool:
    """True where the same noun told the same of the same parties before: "the Taliban's conquest of Kabul"."""
    if draft.head.lemma_ != earlier.head.lemma_ or draft.type != earlier.type or draft.time is not None:
        return False
    return all(
        {word.lower() for word in mine} <= {word.lower() for word in theirs}
        for mine, theirs in (
            ([p.head.text for p in draft.cast.actors], [p.head.text for p in earlier.cast.actors]),
            ([p.head.text for p in draft.cast.recipients], [p.head.text for p in earlier.cast.recipients]),
            ([p.text for p in draft.places], [p.text for p in earlier.places]),
        )
    )

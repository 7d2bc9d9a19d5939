"""Two words for one act: "joined them for talks" and "killing two and wounding six" tell one statement each."""

from collections import Counter
from collections.abc import Mapping, Sequence

from .clause import base, children, preposition
from .counting import FATE
from .drafts import Draft
from .parts import Cast, Part
from .reading import Reading

#: Prepositions of a noun that says by what act a word's deed is done, whoever does it: "wounded in the clashes".
COURSE = frozenset({"in", "with", "by", "of"})
#: The same where one and the same does both: "departed for a deployment".
PURSUIT = COURSE | {"for", "at"}
#: What is made or laid before it does harm: "a bomb planted by the group killed two".
ARMS = frozenset({"WEAPON", "VEHICLE"})


def merge(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that a neighbour tells as well, which takes over what only they say.

    The word above stays: it tells who and whom. Where the heads alone hold it for a trigger, it only carries the noun.
    """
    parts = Counter(word.i for d in drafts for word in (*d.tellers[1:], *d.trigger.words))
    # the verb that carries another's noun, and a word of another's phrase, tell nothing beside it
    told = [d for d in drafts if not (d.trigger.learned and parts[d.head.i] > 1)]
    heads = {word.i: d for d in told for word in d.trigger.words} | {d.head.i: d for d in told}
    gone: set[int] = set()
    for draft in told:
        above = _above(reading, draft, heads)
        if above is None or above.head.i in gone:
            continue
        stays, goes = (draft, above) if above.trigger.learned and not draft.trigger.learned else (above, draft)
        _take_over(stays, goes)
        stays.certainty = above.certainty
        gone.add(goes.head.i)
    return [d for d in told if d.head.i not in gone]


def _above(reading: Reading, draft: Draft, heads: Mapping[int, Draft]) -> Draft | None:
    """The draft of the governing word, where both words tell one act."""
    head = draft.head
    above = heads.get(head.head.i)
    if above is None and head.dep_ == "acl" and head.head.dep_ == "nsubj" and ARMS & reading.classes(head.head):
        above = heads.get(head.head.head.i)
        return above if above is not None and above.type == draft.type == "ASSAULT" else None
    if above is None or above is draft or above.type != draft.type:
        return None
    if head.dep_ == "conj":
        return above if _in_a_row(above, draft) else None
    mine, theirs = _heads(draft.cast.actors), _heads(above.cast.actors)
    others, told = _heads(draft.cast.recipients), _heads(above.cast.recipients)
    alike = bool(mine & theirs) or (not mine and bool(others & told))
    if (mine and theirs and not alike) or (others and told and not others & told):
        return None  # "executed their own men for the rape of two girls"
    if base(head.dep_) in ("obl", "nmod"):
        return above if preposition(head) in (PURSUIT if alike else COURSE) else None
    return above if alike and head.dep_ in ("obj", "xcomp") else None


def _in_a_row(first: Draft, second: Draft) -> bool:
    """True for "killing two and wounding six", and for aims that share their object: "to degrade and destroy it"."""
    fates = FATE.get(first.head.lemma_.lower()), FATE.get(second.head.lemma_.lower())
    if fates == ("killed", "wounded"):  # not "killed a judge in Gao and wounded two guards in Mopti"
        return all(o.i > second.head.i for o in children(first.head, "obl")) and not children(second.head, "obl:agent")
    aims = first.head.tag_ == second.head.tag_ and first.head.tag_ in ("VB", "VBG")
    adjacent = second.head.i - first.head.i <= 3
    return aims and adjacent and all(o.i > second.head.i for o in children(first.head, "obj"))


def _take_over(stays: Draft, goes: Draft) -> None:
    stays.absorbed += [goes.head, *goes.absorbed]
    stays.mode = stays.mode or stays.trigger.sense.mode or goes.mode or goes.trigger.sense.mode
    stays.toll += goes.toll
    doers = tuple(p for p in goes.cast.actors if p.head.i not in _heads(stays.cast.recipients))
    harmed = goes.cast.recipients
    if goes.head.dep_ == "conj":
        stays.toll += [(goes.head, part.at) for part in harmed if FATE.get(goes.head.lemma_.lower())]
        harmed = ()
    stays.cast = Cast(stays.cast.actors or doers, stays.cast.recipients or harmed)


def _heads(parts: Sequence[Part]) -> set[int]:
    return {part.head.i for part in parts}

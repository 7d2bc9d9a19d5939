"""What statements of one happening lend each other: the place and time told once hold for all that it is told with."""

from collections.abc import Mapping, Sequence

from .clause import ancestors, base, children, preposition
from .drafts import Draft
from .times import ABOUT, COURSE

#: Relations by which a verb shares place and time with the verb above it.
SHARING = frozenset({"conj", "advcl", "acl"})
#: Types of happenings that one place holds together.
PHYSICAL = frozenset("ASSAULT COERCE DIE TRANSFER RETREAT FLEE MOBILIZE PROTEST".split())
#: Words that tell two happenings as one: "killed when gunmen raided a post", "died as the army shelled the town".
AT_ONCE = frozenset({"when", "as", "while", "where"})
#: Prepositions between what is done and the happening in which it is done: "killed in a raid", "freed after a clash".
WITHIN = frozenset({"in", "at", "during", "after", "amid", "by", "with", "on", "of"})


def share(drafts: Sequence[Draft], owners: Mapping[int, Draft]) -> None:
    """Let the statements of a sentence share what is told of one; ``owners`` maps tokens to drafts."""
    for draft in drafts:  # in the order of the text: what is shared reaches the last of a row
        _from_above(draft, owners)
    for draft in drafts:
        _from_below(draft, owners)
    for draft in drafts:
        if draft.type in PHYSICAL:
            _from_beside(draft, owners)
        _from_around(draft, owners)


def _from_above(draft: Draft, owners: Mapping[int, Draft]) -> None:
    """Give a draft the circumstances of the verb above: "Gunmen stormed Djibo on Monday, killing nine"."""
    verb = draft.carrier or draft.head
    marks = {m.lower_ for m in children(verb, "mark", "advmod", "case") if m.i < verb.i}
    at_once = verb.dep_ == "advcl" and bool(marks & AT_ONCE | marks & {"by", "before"})
    participle = verb.tag_ in ("VBG", "VBN") and not marks
    if verb.dep_ not in SHARING or not (verb.dep_ == "conj" or at_once or participle):
        return
    above = owners.get(verb.head.i)
    if above is None or above is draft:
        return
    opening = above.time is not None and above.head.sent.start_char <= above.time.start < above.head.idx
    own_subject = verb.dep_ == "conj" and bool(children(verb, "nsubj"))
    if draft.time is None and (not own_subject or (opening and {draft.type, above.type} <= PHYSICAL | {"AID"})):
        draft.time = above.time
    if draft.places:
        return
    helped = draft.type == "AID" and above.type in PHYSICAL
    met = draft.type == "AGREE" and above.type == "CONSULT" and verb.dep_ == "conj" and not own_subject
    if {draft.type, above.type} <= PHYSICAL or helped or met:
        draft.places = list(above.places)
    elif verb.dep_ == "conj" and not children(verb, "nsubj"):
        start = above.head.sent.start_char
        draft.places = [p for p in above.places if start <= p.start < above.head.idx]  # "In Gao, they met and agreed"


def _from_below(draft: Draft, owners: Mapping[int, Draft]) -> None:
    """Give a draft those of a happening told below its verb: "nine died when gunmen raided a post near Djibo"."""
    for token in draft.tellers:
        for child in token.children:
            found = owners.get(child.i)
            if found is None or found is draft:
                continue
            clause = child.dep_ == "advcl" and any(m.lower_ in AT_ONCE for m in children(child, "mark", "advmod"))
            noun = base(child.dep_) in ("obl", "nmod") and preposition(child) in WITHIN
            following = child.dep_ == "advcl" and child.tag_ == "VBG" and not children(child, "mark")
            alike = draft.type == found.type or {draft.type, found.type} <= PHYSICAL
            row = child.dep_ == "conj" and not children(child, "nsubj")  # "retook a market and freed ten on Monday"
            # "killed four and wounded six in Mopti"
            same = row and draft.type == found.type and all(p.start > child.idx for p in found.places)
            if alike and (clause or noun or following or same):
                draft.places = draft.places or list(found.places)
            if draft.type != "CONSULT" and found.type == "CONSULT" and base(child.dep_) == "obl" and noun:
                draft.places = draft.places or list(found.places)  # "at talks in X, ministers failed to agree"
            stepped = found.time is not None and found.time.text.lower().endswith(("after", "before"))
            # what it is about keeps its own day: "alarmed by a raid on Monday"
            course = noun and (draft.type not in ABOUT or preposition(child) in COURSE)
            if ((alike and (clause or following or row)) or course or child.dep_ == "nsubj") and not stepped:
                draft.time = draft.time or found.time


def _from_beside(draft: Draft, owners: Mapping[int, Draft]) -> None:
    """Give a draft the place of the happening in whose telling it stands: a relative clause about one of its sides."""
    for governor, dep in ancestors(draft.head):
        above = owners.get(governor.i)
        if above is not None and above is not draft:
            if draft.foreseen and not above.foreseen:
                return  # "arrested in Ghent on suspicion of preparing an attack"
            related = dep in ("advcl", "conj", "nmod", "obl") or (dep == "acl:relcl" and governor.pos_ == "NOUN")
            if above.type in PHYSICAL and related:
                draft.places = draft.places or list(above.places)
                draft.time = draft.time or (above.time if dep == "acl:relcl" else None)
            return
        if dep in ("acl:relcl", "ccomp", "parataxis"):
            return


def _from_around(draft: Draft, owners: Mapping[int, Draft]) -> None:
    """Give what is told within a happening the day around it: "freed on Friday in an exchange that X brokered"."""
    told_of = draft.head.dep_ in ("acl", "acl:relcl")
    noun = draft.head.head if told_of else draft.head
    above = owners.get(noun.head.i)
    within = noun.pos_ == "NOUN" and base(noun.dep_) == "obl" and preposition(noun) in COURSE
    if within and above is not None and (told_of or draft.type in PHYSICAL):
        draft.time = draft.time or above.time

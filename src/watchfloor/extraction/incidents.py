"""What statements of one happening lend each other: the place and time told once hold for all that it is told with."""

from collections.abc import Mapping, Sequence

from .clause import ancestors, base, children, preposition
from .drafts import Draft

#: Relations by which a verb shares place and time with the verb above it.
SHARING = frozenset({"conj", "advcl", "acl"})
#: Types of happenings that one place holds together.
PHYSICAL = frozenset("ASSAULT COERCE DIE TRANSFER RETREAT FLEE MOBILIZE PROTEST".split())
#: Words that tell two happenings as one: "killed when gunmen raided a post", "died as the army shelled the town".
AT_ONCE = frozenset({"when", "as", "while", "where"})
#: Prepositions between what is done and the happening in which it is done: "killed in a raid", "freed after a clash".
WITHIN = frozenset({"in", "during", "after", "amid", "by", "with", "on", "of"})


def share(drafts: Sequence[Draft], owners: Mapping[int, Draft]) -> None:
    """Let the statements of a sentence share what is told of one; ``owners`` maps tokens to drafts."""
    for draft in drafts:  # in the order of the text: what is shared reaches the last of a row
        _from_above(draft, owners)
    for draft in drafts:
        if draft.type in PHYSICAL | {"CONSULT"}:
            _from_below(draft, owners)
    for draft in drafts:
        if draft.type in PHYSICAL and not draft.places:
            _from_beside(draft, owners)


def _from_above(draft: Draft, owners: Mapping[int, Draft]) -> None:
    """Give a draft the circumstances of the verb above: "Gunmen stormed Djibo on Monday, killing nine"."""
    verb = draft.carrier or draft.head
    if verb.dep_ not in SHARING or (verb.dep_ != "conj" and verb.tag_ != "VBG") or children(verb, "mark"):
        return
    above = owners.get(verb.head.i)
    if above is None or above is draft:
        return
    if draft.time is None:
        draft.time = above.time
    if draft.places:
        return
    if {draft.type, above.type} <= PHYSICAL:
        draft.places = list(above.places)
    elif verb.dep_ == "conj" and not children(verb, "nsubj"):
        opening = above.head.sent.start_char
        draft.places = [p for p in above.places if opening <= p.start < above.head.idx]  # "In Gao, they met and agreed"


def _from_below(draft: Draft, owners: Mapping[int, Draft]) -> None:
    """Give a draft those of a happening told below its verb: "nine died when gunmen raided a post near Djibo"."""
    for token in draft.tellers:
        for child in token.children:
            found = owners.get(child.i)
            if found is None or found is draft or (found.type not in PHYSICAL and found.type != draft.type):
                continue
            clause = child.dep_ == "advcl" and any(m.lower_ in AT_ONCE for m in children(child, "mark", "advmod"))
            noun = base(child.dep_) in ("obl", "nmod") and preposition(child) in WITHIN
            following = child.dep_ == "advcl" and child.tag_ == "VBG" and not children(child, "mark")
            if not (clause or noun or following):
                continue
            draft.places = draft.places or list(found.places)
            draft.time = draft.time or found.time


def _from_beside(draft: Draft, owners: Mapping[int, Draft]) -> None:
    """Give a draft the place of the happening in whose telling it stands: a relative clause about one of its sides."""
    for governor, dep in ancestors(draft.head):
        above = owners.get(governor.i)
        if above is not None and above is not draft:
            related = dep in ("advcl", "conj", "nmod", "obl") or (dep == "acl:relcl" and governor.pos_ == "NOUN")
            if above.type in PHYSICAL and related:
                draft.places = list(above.places)
            return
        if dep in ("acl:relcl", "ccomp", "parataxis"):
            return

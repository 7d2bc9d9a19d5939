"""The subject that a verb without one of its own takes from what governs it: coordination, control, purpose."""

from spacy.tokens import Token

from .tree import RELATIVE, antecedent, base, children, passive, preposition, with_conjuncts

#: Verbs by which somebody undoes what another is about to do.
FOILING = frozenset("foil thwart prevent disrupt uncover stop avert block repel condemn denounce reveal expose".split())
#: Nouns for what is held against those to whom something is done because of it.
SUSPICION = frozenset("suspicion charge allegation accusation count ground pretext".split())
#: Verbs whose infinitive is done by those after "on".
CALLING = frozenset("call rely count prevail press lean depend".split())
#: Verbs whose object is said to do what follows "of": "suspected them of helping".
ACCUSING = frozenset("accuse suspect convict acquit clear absolve".split())
#: Prepositions of a noun's complement that is a clause: "a policy of expelling", "success in freeing".
GERUNDIAL = frozenset("of in for at from about on to".split())
#: Verbs whose infinitive is done by their subject even where they have an object: "promised them to leave".
SUBJECT_CONTROL = frozenset("promise vow threaten use pledge".split())


def surface_subject(verb: Token) -> list[Token]:
    """The subject that stands beside a verb, of a passive too, with all that is coordinated in it."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubj:pass"):
            return [antecedent(t) for t in with_conjuncts(child)]
    return []


def inherited_subject(verb: Token, depth: int = 0) -> list[Token]:
    """The subject that a verb without its own one takes from what governs it."""
    if depth > 8:  # deeper chains are parse errors
        return []
    head = verb.head
    if head.i == verb.i:
        return []
    dep = verb.dep_
    above = surface_subject(head) or (inherited_subject(head, depth + 1) if head.pos_ in ("VERB", "AUX", "ADJ") else [])
    if dep == "conj":
        return above if head.pos_ in ("VERB", "AUX", "ADJ", "NOUN") else []
    if dep == "xcomp":
        objects = [t for c in children(head, "obj", "iobj") for t in with_conjuncts(c)]
        if not objects and head.lemma_ in CALLING:  # "called on Russia to leave"
            objects = [t for c in children(head, "obl") if preposition(c) in ("on", "upon") for t in with_conjuncts(c)]
        return above if not objects or head.lemma_ in SUBJECT_CONTROL else [antecedent(t) for t in objects]
    if base(dep) == "advcl":
        marks = {m.lower_ for m in children(verb, "mark", "case")}
        done_by = [t for c in children(head, "obj", "iobj") for t in with_conjuncts(c)]
        if marks & {"from", "of"} and (done_by or not passive(head)):
            return done_by  # "prevented them from leaving", "accused him of leaving"
        return above
    if dep == "acl:relcl" and not any(
        t.lower_ in RELATIVE for t in verb.doc[head.i + 1 : verb.i] if t.head.i == verb.i
    ):
        return with_conjuncts(
            head
        )  # "the group, founded in May, seems to …", where the main verb was taken for a clause
    if dep == "acl":
        marked = any(m.lower_ in GERUNDIAL for m in children(verb, "mark", "case"))
        if verb.tag_ == "VBG" and (not marked or head.head.lemma_.lower() in ACCUSING):
            return with_conjuncts(head)
        if verb.tag_ != "VBN":  # "a plan to attack", "a policy of expelling them": whoever has the plan
            owners = children(head, "nmod:poss")
            owners += [c for c in children(head, "amod", "compound") if c.ent_type_ or c.pos_ == "PROPN"]
            if owners:
                return with_conjuncts(owners[0])
            while head.dep_ == "nmod" and preposition(head) == "of":  # "the third phase of the effort to isolate"
                head = head.head
            governor = head.head
            if governor.lemma_.lower() in FOILING:
                return []  # "foiled an attempt to bomb": those who foil do not bomb
            if head.lemma_.lower() in SUSPICION and governor.pos_ == "VERB":  # "held on suspicion of bombing"
                objects = children(governor, "nsubj:pass" if passive(governor) else "obj")
                return [antecedent(t) for c in objects for t in with_conjuncts(c)]
            if head.dep_ in ("obj", "obl") and governor.pos_ == "VERB":
                return surface_subject(governor) or inherited_subject(governor, depth + 1)
    return []

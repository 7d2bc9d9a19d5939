"""Who is subject, object and oblique of a word, with passives, control, relative clauses and coordination undone.

Arguments are named as in the lexicon: ``subj``, ``obj``, ``iobj``, ``inf``, ``that``, ``ing``, ``prt`` for verbs,
``poss``, ``mod``, ``appos`` for nouns, and prepositions by their word. Dependencies are Universal Dependencies.
"""

from spacy.tokens import Token

from .control import inherited_subject, surface_subject
from .tree import (
    RELATIVE,
    ancestors,
    antecedent,
    base,
    children,
    counted,
    described,
    infinitive,
    passive,
    preposition,
    with_conjuncts,
)

__all__ = [
    "RELATIVE",
    "Arguments",
    "ancestors",
    "antecedent",
    "arguments",
    "base",
    "children",
    "counted",
    "described",
    "infinitive",
    "of_noun",
    "of_verb",
    "passive",
    "preposition",
    "with_conjuncts",
]

Arguments = dict[str, list[Token]]

#: Participles that are as good as prepositions: "its position regarding the Taliban".
VERBAL_PREPOSITIONS = frozenset("regarding concerning including following involving targeting".split())
#: Prepositions of a verb that the model hangs on its object.
LENT = frozenset({"from", "with", "against"})
#: Verbs that say of their object what it is, after "as".
REGARDING = frozenset("regard see view describe consider treat know portray recognise recognize".split())


def _add(found: Arguments, name: str, token: Token) -> None:
    found.setdefault(name, []).extend(t for t in with_conjuncts(token) if t not in found.get(name, ()))


def of_verb(verb: Token) -> Arguments:
    """The arguments of a verb (or of an adjective or noun that is a predicate), in the active voice."""
    found: Arguments = {}
    is_passive = passive(verb)
    # "The UN was given access": whoever is given something is no direct object.
    given = is_passive and any(c.dep_ == "obj" for c in verb.children)
    for child in verb.children:
        dep = child.dep_
        if dep == "nsubj:pass" or (is_passive and dep == "nsubj"):
            _add(found, "iobj" if given else "obj", child)
        elif dep in ("nsubj", "nsubj:outer"):
            _add(found, "subj", child)
        elif dep == "obj":
            _add(found, "obj", child)
        elif dep == "iobj":
            _add(found, "iobj", child)
        elif base(dep) in ("obl", "nmod"):
            word = preposition(child)
            if dep == "obl:agent" and word is None:
                _add(found, "obj", child)  # before a passive, without "by": a subject taken for an agent
            elif dep == "obl:agent" or (word == "by" and is_passive):
                _add(found, "subj", child)
            elif word == "at" and child.lemma_.lower() == "hand":  # "killed at the hands of the militia"
                for doer in children(child, "nmod"):
                    _add(found, "by", doer)
            elif word:
                _add(found, word, child)
            elif children(child, "case") and children(child, "nummod"):
                _add(found, "obj", child)  # "rescued over 700 people"
        elif dep == "compound:prt":
            found.setdefault("prt", []).append(child)
        elif dep in ("xcomp", "ccomp", "csubj"):
            finite = dep == "ccomp" or any(m.lower_ == "that" for m in children(child, "mark"))
            name = "that" if finite else "ing" if child.tag_ == "VBG" else "inf"
            found.setdefault(name, []).append(child)
        elif child.lower_ in VERBAL_PREPOSITIONS and base(dep) in ("acl", "advcl", "obl", "nmod"):
            for noun in children(child, "obj"):
                _add(found, child.lower_, noun)
        elif base(dep) == "advcl":  # "accused of killing", "without firing"
            marks = [m.lower_ for m in children(child, "mark", "case") or children(child, "advmod") if m.tag_ != "RB"]
            if marks and marks[0] not in ("to", "as", "if"):
                found.setdefault(marks[0], []).append(child)
            if marks and marks[0] == "to":  # "to withdraw", "committed to working with"
                found.setdefault("inf", []).append(child)
    if "obj" not in found and "iobj" in found and not given:
        found["obj"] = found["iobj"]  # "urged both sides to stop"
    for noun in found.get("obj", ()):  # "recaptured the town from the rebels"
        for phrase in children(noun, "nmod"):
            if preposition(phrase) in LENT:
                _add(found, str(preposition(phrase)), phrase)
    _from_above(verb, found, is_passive)
    _share_object(verb, found)
    return {name: [antecedent(t) for t in tokens] for name, tokens in found.items()}


def _from_above(verb: Token, found: Arguments, is_passive: bool) -> None:
    """Fill the subject (or the object of a passive) from the governing clause or noun."""
    surface = "obj" if is_passive else "subj"
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        # With an object of its own it is a past tense that was taken for a participle: "the blast wounded five".
        for token in with_conjuncts(described(verb.head)):
            _add(found, surface, token)
        return
    if verb.dep_ == "acl:relcl":
        taken = {t.i for tokens in found.values() for t in tokens if t.lower_ in RELATIVE}
        if surface not in found and not taken and verb.tag_ in ("VBD", "VBZ", "VBP"):
            found[surface] = with_conjuncts(described(verb.head))
            return
        if not taken and "obj" not in found and verb.pos_ == "VERB" and "subj" in found and "that" not in found:
            found["obj"] = [described(verb.head)]  # "the town they attacked"
        return
    if surface not in found and verb.pos_ in ("VERB", "ADJ", "NOUN", "AUX"):
        if is_passive and verb.dep_ == "conj" and not any(c.dep_ == "aux:pass" for c in verb.children):
            inherited = inherited_subject(verb)
        elif is_passive and verb.dep_ not in ("conj", "xcomp", "advcl"):
            inherited = []
        else:
            inherited = inherited_subject(verb)
        if inherited:
            found[surface] = inherited


def _share_object(verb: Token, found: Arguments) -> None:
    """Take the object of a coordinated verb, where this one has none: "attacked and looted the village"."""
    if "obj" in found or verb.pos_ != "VERB" or found.get("prt"):
        return
    neighbours = [verb.head] if verb.dep_ == "conj" else children(verb, "conj")
    for other in neighbours:
        if other.pos_ != "VERB" or passive(other) or passive(verb):
            continue
        shared = [o for o in children(other, "obj") if o.i > max(verb.i, other.i)]
        if shared and abs(verb.i - other.i) <= 3:
            found["obj"] = [t for o in shared for t in with_conjuncts(o)]
            return


def of_noun(noun: Token) -> Arguments:
    """The arguments of an event or relation noun: possessors, modifiers and prepositional phrases."""
    found: Arguments = {}
    for child in noun.children:
        dep = child.dep_
        if dep == "nmod:poss":
            _add(found, "poss", child)
        elif dep in ("compound", "amod", "nmod:desc", "nmod:unmarked"):
            _add(found, "mod", child)
            for owner in children(child, "nmod:poss"):  # "ISKP's Kabul airport attack"
                _add(found, "poss", owner)
        elif base(dep) in ("nmod", "obl"):
            word = preposition(child)
            if word:
                _add(found, word, child)
        elif dep == "appos":
            _add(found, "appos", child)
        elif dep == "nsubj":
            _add(found, "subj", child)
        elif child.lower_ in VERBAL_PREPOSITIONS and base(dep) == "acl":
            for below in children(child, "obj"):
                _add(found, child.lower_, below)
        elif dep == "acl" and child.tag_ not in ("VBN", "VBG"):
            finite = any(m.lower_ == "that" for m in children(child, "mark"))
            found.setdefault("that" if finite else "inf", []).append(child)
        elif dep in ("acl", "ccomp"):
            found.setdefault("that", []).append(child)
    if (
        "subj" not in found
        and noun.dep_ in ("conj", "xcomp", "advcl")
        and any(c.dep_ == "cop" for c in noun.head.children)
    ):
        found["subj"] = surface_subject(noun.head)
    if "subj" not in found and preposition(noun) == "as" and noun.head.lemma_.lower() in REGARDING:
        found["subj"] = of_verb(noun.head).get("obj", [])  # "regards the party as a branch of the militia"
    for whole in found.get("of", ()) if "by" not in found else ():  # "the abduction of schoolgirls by gunmen"
        for part in (whole, *children(whole, "appos")):  # "the killing of its leader, Sani Abba, by soldiers"
            for phrase in children(part, "nmod"):
                if preposition(phrase) == "by":
                    _add(found, "by", phrase)
    if "appos" not in found and noun.dep_ in ("appos", "compound", "nmod:desc") and noun.head.pos_ in ("PROPN", "NOUN"):
        found["appos"] = [noun.head]  # "X, leader of Y"; "Y leader X"
    return {name: [antecedent(t) for t in tokens] for name, tokens in found.items() if tokens}


def own_clause(token: Token, governor: Token) -> Token:
    """The word that a circumstance qualifies: its governor, or across a semicolon the verb that follows it."""
    between = token.doc[governor.i : token.i]
    if governor.i > token.i or not any(t.text == ";" for t in between):
        return governor
    following = (
        t
        for t in token.doc[token.i : token.sent.end]
        if t.pos_ == "VERB" and (t.dep_ in ("parataxis", "conj") or children(t, "nsubj")) and t.dep_ != "acl:relcl"
    )
    return next(following, governor)


def arguments(token: Token) -> Arguments:
    """The arguments of a trigger, by its part of speech."""
    if token.pos_ in ("NOUN", "PROPN"):
        return of_noun(token)
    return of_verb(token)

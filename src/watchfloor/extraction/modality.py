"""Did it happen, was it tried, is it planned, possible, foretold? Read off the words above and beside a trigger."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from watchfloor.knowledge.lexicon import Lexicon, Operator
from watchfloor.records import Modality, Polarity

from .clause import ancestors, base, children, infinitive, preposition
from .triggers import phrase

#: A modality from outside replaces one of these from inside: "may try to attack" is possible.
YIELDING = frozenset({"actual", "attempted"})
#: Parts of speech of operators in the lexicon, by those of the tree.
KINDS = {
    "AUX": ("aux", "verb"), "VERB": ("verb",), "NOUN": ("noun",), "PROPN": ("noun",), "ADJ": ("adjective",),
    "ADV": ("adverb", "conj"), "PART": ("particle", "adverb"), "SCONJ": ("conj",), "ADP": ("conj",),
    "DET": ("determiner",),
}  # fmt: skip
#: Prepositions that set a scene: "since the fall of Kabul" is as it is whatever is said of what came after.
SETTING = frozenset("since after before during despite following amid amidst because given until till".split())
#: Relations between a word and one that modifies it from below.
BESIDE = frozenset("aux cop advmod amod det neg mark case cc discourse".split())


@dataclass(frozen=True)
class Certainty:
    """How certain a statement is; ``dropped`` where what stands above says all that there is to say."""

    modality: Modality = "actual"
    polarity: Polarity = "positive"
    dropped: bool = False
    because: tuple[str, ...] = ()

    def under(self, operator: Operator) -> "Certainty":
        """This certainty as one operator more changes it."""
        because = (*self.because, operator.lemma)
        if operator.effect == "drop":
            return replace(self, dropped=True, because=because)
        if operator.effect == "negative":
            return replace(self, polarity="negative", because=because)
        if operator.effect == "unlikely":
            return replace(self, modality="predicted", polarity="negative", because=because)
        if operator.effect == "actual" or self.modality not in YIELDING:
            return self
        return replace(self, modality=operator.effect, because=because)


class Operators:
    """The lexicon's operators by their first word."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the operators of a lexicon."""
        self._by_word = lexicon.operators_by_word

    def at(self, token: Token, relation: str | None = None) -> Operator | None:
        """The operator that a word is for what stands in that relation below it (None: for what it modifies)."""
        for key in dict.fromkeys((token.lemma_.lower(), token.lower_)):
            for words, operator in self._by_word.get(key, ()):
                if operator.pos not in KINDS.get(token.pos_, ()):
                    continue
                kept_from = relation == "from" and "ing" in operator.on
                elsewhere = relation is not None and relation not in operator.on and not kept_from
                if elsewhere and (operator.on or operator.pos == "verb"):
                    continue
                if relation is not None and "we" in operator.on and not _first_person(token):
                    continue
                if "past" in operator.on and not _past(token):
                    continue
                if relation is None and operator.on and not ("we" in operator.on and _first_person(token.head)):
                    continue
                if len(words) == 1 or phrase(token, words) is not None or _follow(token, words):
                    return operator
        return None

    def certainty(self, head: Token, also: Token | None = None, words: Sequence[Token] = ()) -> Certainty:
        """How certain the statement at ``head`` is; ``also`` is the light verb that carries it.

        ``words`` are those of its fixed phrase, in which "no" counts too: "made no claim".
        """
        found = Certainty()
        if any(d.lower_ == "no" for word in words for d in children(word, "det")):
            found = Certainty(polarity="negative", because=("no",))
        for token in (head, also):
            if token is not None:
                found = self._beside(token, found)
        start = also if also is not None else head
        if any(_nobody(c) for c in children(start, "nsubj")):
            found = replace(found, polarity="negative", because=(*found.because, "no"))
        for governor, dep in ancestors(start):
            relation = _relation(start, dep)
            if relation is None:
                break
            if governor == head:  # "the agreement reached": what carries it hangs on it
                start = governor
                continue
            if relation == "conj":
                if governor.pos_ in ("VERB", "AUX") and not any(base(c.dep_) == "nsubj" for c in start.children):
                    found = self._beside(governor, found, auxiliaries_only=True)
            else:
                operator = self.at(governor, relation)
                if operator is None and base(dep) in ("nmod", "obl") and relation != "of":
                    break  # a circumstance of what is said above, and not itself in doubt
                if operator is not None:
                    found = found.under(operator)
                if operator is not None and operator.effect == "actual" and "we" in operator.on:
                    break  # "I would like to thank": nothing above makes it less so
                if operator is not None or relation in ("inf", "ing"):
                    found = self._beside(governor, found)
                elif (
                    relation not in ("that", "subj")
                    and start.pos_ in ("VERB", "AUX")
                    and governor.pos_ in ("VERB", "AUX")
                ):
                    found = self._beside(governor, found, auxiliaries_only=True)
            start = governor
        if found.polarity == "negative" and found.modality == "attempted":
            return replace(found, modality="actual")  # what is not even tried does not happen
        return found

    def _beside(self, token: Token, found: Certainty, *, auxiliaries_only: bool = False) -> Certainty:
        for child in token.children:
            if base(child.dep_) not in BESIDE:
                continue
            if auxiliaries_only and child.pos_ not in ("AUX", "SCONJ"):
                continue
            if child.lower_ == "not" and child.i + 1 < len(child.doc) and child.nbor(1).lower_ == "only":
                continue
            if base(child.dep_) == "cc":
                if child.lower_ in ("neither", "nor"):
                    found = replace(found, polarity="negative", because=(*found.because, child.lower_))
                continue
            if child.dep_ == "case" and token.pos_ == "VERB" and child.lower_ == "to":
                continue
            operator = self.at(child)
            if operator is not None and operator.lemma == "would" and (said := _reported(token)) is not None:
                if self.at(said, "that") is None and found.modality in YIELDING:
                    found = replace(found, modality="planned", because=(*found.because, "would"))
            elif operator is not None:
                found = found.under(operator)
        return found


def _nobody(subject: Token) -> bool:
    """True for "no group" and "nobody" as a subject."""
    return subject.lower_ in ("nobody", "none", "neither") or any(
        d.lower_ in ("no", "neither") for d in children(subject, "det")
    )


def _reported(verb: Token) -> Token | None:
    """The past verb below which "would" is a "will" that is reported: "announced that it would pardon them"."""
    clause = verb
    while clause.dep_ == "conj":
        clause = clause.head
    said = clause.head
    conditional = any(m.lower_ in ("if", "unless") for c in children(verb, "advcl") for m in children(c, "mark"))
    past = clause.dep_ == "ccomp" and said.tag_ in ("VBD", "VBN")
    return said if past and not conditional and not any(a.lemma_ == "have" for a in children(verb, "aux")) else None


def _first_person(verb: Token) -> bool:
    return any(base(c.dep_) == "nsubj" and c.lower_ in ("i", "we") for c in verb.children)


def _past(word: Token) -> bool:
    """True for "was able", "were able"."""
    return any(c.tag_ == "VBD" for c in children(word, "cop", "aux")) or word.tag_ == "VBD"


def _follow(token: Token, words: list[str]) -> bool:
    following = token.doc[token.i : token.i + len(words)]
    return [t.lower_ for t in following] == words or [t.lemma_.lower() for t in following] == words


def _relation(token: Token, dep: str) -> str | None:
    """The lexicon's name for the way a token hangs on its governor; None where certainty does not pass."""
    if dep == "conj":
        return "conj"
    if dep == "acl:relcl" or dep in ("parataxis", "appos", "list"):
        return None
    if dep == "xcomp" and token.tag_ not in ("VB", "VBG") and token.pos_ != "AUX" and not infinitive(token):
        return "as"  # "remain committed": a state, not something yet to be done
    if dep in ("xcomp", "acl"):
        return "ing" if token.tag_ == "VBG" else "inf"
    if dep == "ccomp":
        return "that"
    if base(dep) == "advcl":
        marks = [m.lower_ for m in children(token, "mark", "case")]
        if not marks:  # "will return to the Gulf, visiting Riyadh"
            return "beside" if token.tag_ == "VBG" and token.i > token.head.i else None
        if marks[0] == "from":
            return "from"  # "kept the crowd from storming the palace"
        return "inf" if marks[0] == "to" else "ing" if token.tag_ == "VBG" else None
    if base(dep) == "obj":
        return "obj"
    if base(dep) in ("nsubj", "csubj"):
        return "obj" if dep.endswith("pass") else "subj"
    if base(dep) in ("nmod", "obl"):
        word = preposition(token)
        return None if word in SETTING else word
    return None

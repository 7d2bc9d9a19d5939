"""Places told with a clause that lend themselves to what else its sentence tells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from .clause import ancestors, base, children, infinitive, preposition
from .place_phrases import ALONG, LOCATIVE, Found

#: Relations to the clause above that leave its scene as it is.
SET = frozenset({"xcomp", "conj", "advcl", "obj", "ccomp", "nsubj"})
#: The same for what is told of somebody: "with the support of the army", "strikes coordinated with it".
LOOSE = SET | {"obl", "nmod", "acl", "parataxis"}
#: Relations of clauses that may have a scene of their own: another subject's, or a purpose's.
OWN = frozenset({"parataxis", "acl"})
#: Prepositions of places that something is at when the verb is done.
THERE = (LOCATIVE | ALONG) - {"from", "out"}


@dataclass(frozen=True)
class Scenes:
    """Phrases by the index of the word that they hang on: those before a verb, all in its clause, those of nouns."""

    opening: dict[int, list[Found]] = field(default_factory=dict)
    within: dict[int, list[Found]] = field(default_factory=dict)
    somebody: dict[int, list[Found]] = field(default_factory=dict)

    def above(self, head: Token, *, bare: bool) -> Sequence[Found]:
        """The phrases that set the scene of the clauses above a word, a ``bare`` one if it is told of nobody.

        "In Syria, it has begun to retreat".
        """
        below, relations = head, SET if bare else LOOSE
        for governor, dep in ancestors(head):
            outside = dep == "acl:relcl" or base(dep) not in relations
            if outside or (dep == "ccomp" and head.i > governor.i and not _inserted(governor)):
                break  # "In Paris, the minister said that …": that is where it is said
            if dep in OWN and _goes_its_way(below):
                break
            below = governor
            if governor.i in self.opening:
                return self.opening[governor.i]
        return ()

    def beside(self, verb: Token) -> Sequence[Found]:
        """The phrases of the last verb in a row before one that has no subject of its own: "walked into X and shot"."""
        if verb.dep_ == "obl" and preposition(verb) == "for":
            return self.within.get(verb.head.i, ())  # "flew to X for a meeting"
        if verb.dep_ != "conj" or children(verb, "nsubj"):
            return ()
        row = [verb.head, *(c for c in children(verb.head, "conj") if c.i < verb.i)]
        return next((self.within[v.i] for v in reversed(row) if v.i in self.within), ())

    def around(self, verb: Token) -> Sequence[Found]:
        """Where those are of whom a relative clause tells: "elders in X who fought the rebels"."""
        return self.somebody.get(verb.head.i, ()) if verb.dep_ == "acl:relcl" else ()


def find(phrases: Iterable[Found]) -> Scenes:
    """What the phrases of a document set as scenes."""
    scenes = Scenes()
    for found in phrases:
        if sets_scene(found):
            scenes.opening.setdefault(found.governor.i, []).append(found)
        governor = found.governor
        verb = governor.head if governor.pos_ == "NOUN" and base(governor.dep_) in ("obj", "obl") else governor
        if verb.pos_ == "VERB" and found.named and found.preposition in THERE:
            scenes.within.setdefault(verb.i, []).append(found)
        if governor.pos_ in ("NOUN", "PROPN", "DET", "PRON") and found.named and found.preposition in LOCATIVE:
            scenes.somebody.setdefault(governor.i, []).append(found)
    return scenes


def sets_scene(found: Found) -> bool:
    """True for a named place before the verb: "In Syria, it has begun to retreat"."""
    before = found.head.i < found.governor.i and found.governor.pos_ in ("VERB", "AUX", "ADJ")
    return before and found.named and found.preposition in LOCATIVE


def _goes_its_way(clause: Token) -> bool:
    return infinitive(clause) or (clause.dep_ == "parataxis" and bool(children(clause, "nsubj")))


def _inserted(verb: Token) -> bool:
    """True for a verb of saying between commas: "In Syria, the minister said, rebels have seized two villages"."""
    return verb.i + 1 < len(verb.doc) and verb.nbor(1).text == ","

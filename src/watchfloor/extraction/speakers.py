"""According to whom: the voice in the text that says what a word tells."""

from dataclasses import dataclass

from spacy.tokens import Token

from watchfloor.records import Modality, Polarity

from .attribution import Attribution
from .attributions import Attributions
from .clause import children
from .reading import ISSUED, Reading

#: Arguments in which somebody's clause or quoted words stand, whatever kind of word it is that gives them to him.
TOLD = frozenset({"that", "quote", "beside", "ing"})
#: What more kinds of words give to a speaker: "boasted of attacks", "put the toll at nine", "accused Rwanda of arming".
MORE = {
    "say": frozenset({"of", "at"}),
    "report": frozenset({"obj"}),
    "accuse": frozenset({"of", "for", "with", "on", "to"}),
    "think": frozenset({"as"}),
}
#: Kinds of words by which nobody speaks but in quoted words: "criticised", "wants", "seems".
SILENT = frozenset({"judge", "wish", "seem"})
#: Verbs of saying that tell a statement themselves, with their subject as its voice: "denied any role".
ITS_OWN = frozenset("deny expect predict forecast foresee anticipate".split())
#: Who speaks or is spoken to within a quotation.
CONVERSING = frozenset({"i", "we", "you"})


@dataclass(frozen=True)
class Said:
    """Who says it (None: nobody named), through whom, and what the word of saying makes of it."""

    speaker: Token | None
    outer: tuple[Token, ...] = ()
    polarity: Polarity | None = None
    modality: Modality | None = None


class Speakers:
    """Speakers of the clauses and quotes of one document."""

    def __init__(self, reading: Reading) -> None:
        """Find who says what in the reading."""
        self._reading = reading
        self.attributions = Attributions(reading)

    def said(self, token: Token) -> Said | None:
        """Who says what ``token`` tells; None where it is the author."""
        voices = [a for a in self.attributions.over(token) if self._speaks(a) and not self._aside(a, token)]
        if not voices:
            return self._own(token)
        first = voices[0]
        outer = tuple(a.source for a in reversed(voices[1:]) if a.source is not None)
        return Said(first.source, outer, first.entry.polarity, first.entry.modality)

    def _own(self, token: Token) -> Said | None:
        """Who speaks where the word that tells is one of denying or foretelling: "Kigali denies the charge"."""
        own = self.attributions.at(token)
        given = children(token, "iobj")  # "denied them access"
        if own is None or own.source is None or given or token.lemma_.lower() not in ITS_OWN:
            return None
        return Said(own.source)

    def _aside(self, attribution: Attribution, token: Token) -> bool:
        """True in a relative clause or apposition outside quotation marks: there the author adds what is known."""
        if self._reading.quote_number(token) is not None:
            return False
        heads = {head.i for head in attribution.contents}
        for node in (token, *token.ancestors):
            if node.i in heads:
                return False
            if node.dep_ in ("acl:relcl", "appos"):
                return True
        return False

    def _speaks(self, attribution: Attribution) -> bool:
        """True where what is attributed is said, and by somebody who can say it."""
        entry, relation, source = attribution.entry, attribution.relation, attribution.source
        if source is None and entry.pos != "verb":
            return False
        if source is not None:
            classes = self._reading.classes(source)
            if entry.kind == "show" and "ACTOR" not in classes:
                return False  # a picture shows what the author makes of it
            if "EVENT" in classes and "ACTOR" not in classes and source.lemma_.lower() not in ISSUED:
                return False
            if source.lower_ in CONVERSING and self._reading.quote_at(source) is not None:
                return False  # whoever is quoted
        if entry.kind in SILENT:
            return relation == "quote"
        if relation == "inf":
            return _reported(attribution)
        if relation == "obj":
            return entry.kind == "report" and all(head.pos_ == "NOUN" for head in attribution.contents)
        return relation in TOLD or relation in MORE.get(entry.kind, ())


def _reported(attribution: Attribution) -> bool:
    """True for an infinitive that reports: "claims to have shot down", "expects prices to fall", "is said to live"."""
    for head in attribution.contents:
        if any(c.lemma_ == "have" for c in children(head, "aux")) or children(attribution.cue, "obj", "nsubj:pass"):
            return True
    return False

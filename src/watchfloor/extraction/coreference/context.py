"""What the text around a mention says: paragraph, quote, sentence, who speaks or acts; and what the model says."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import exp, log

from spacy.tokens import Token

from ..clause import children, preposition
from ..reading import Reading
from ..speakers import Speakers
from .mentions import Mention

#: Prepositions of a setting.
SETTING = frozenset("in at across near inside outside throughout around".split())
#: Log-probabilities below this are as good as this one.
LEAST = -9.0


class Context:
    """Looks up what features ask of one document."""

    def __init__(self, reading: Reading, speakers: Speakers, mentions: Sequence[Mention]) -> None:
        """``mentions`` are all of the document in the order of its text."""
        self._reading = reading
        self._speakers = speakers
        self._speech = reading.knowledge.lexicon.speech_by_lemma
        self._firsts: dict[int, int] = {}
        for mention in mentions:
            self._firsts.setdefault(mention.sentence, mention.at)
        self._first_entity = next((m.entity for m in mentions if m.kind == "name"), None)
        self._speaks: dict[int, bool] = {}
        self._involved: dict[int, bool] = {}

    @cached_property
    def _paragraphs(self) -> list[int]:
        numbers, at = [], 0
        for token in self._reading.doc:
            at += token.is_space and "\n" in token.text
            numbers.append(at)
        return numbers

    def paragraph(self, at: int) -> int:
        """Number of a token's paragraph."""
        return self._paragraphs[at]

    def first(self, mention: Mention) -> bool:
        """True for the first mention of its sentence."""
        return self._firsts.get(mention.sentence) == mention.at

    def told_first(self, mention: Mention) -> bool:
        """True for whoever the document names first."""
        return mention.entity is self._first_entity

    def headline(self, mention: Mention) -> bool:
        """True in a headline."""
        return self._reading.is_heading(mention.token)

    def setting(self, mention: Mention) -> bool:
        """True for a place where something happens."""
        return mention.nature == "place" and preposition(mention.top) in SETTING

    def quoted(self, mention: Mention) -> bool:
        """True within quotation marks."""
        return self._reading.quote_number(mention.token) is not None

    def speaker(self, pronoun: Mention, candidate: Mention) -> bool:
        """True where the candidate is whoever says the pronoun."""
        said = self._speakers.said(pronoun.token)
        return said is not None and said.speaker is not None and said.speaker.i == candidate.at

    def actor(self, mention: Mention) -> bool:
        """True for somebody who can be a party to a statement."""
        return "ACTOR" in self._reading.classes(mention.token) or mention.nature == "state"

    def speaks(self, mention: Mention) -> bool:
        """True for the subject of a verb of saying."""
        found = self._speaks.get(mention.at)
        if found is None:
            found = self._speaks[mention.at] = self._is_speaker(mention)
        return found

    def _is_speaker(self, mention: Mention) -> bool:
        verb = mention.predicate
        return (
            mention.role == "subject"
            and verb is not None
            and ("verb", verb.lemma_.lower()) in self._speech
            and bool(verb.dep_ == "parataxis" or children(verb, "ccomp", "parataxis", "obj"))
        )

    def acts(self, mention: Mention) -> bool:
        """True for the subject of a verb that people and groups are subjects of: of saying, or of the lexicon."""
        return mention.role == "subject" and self.involved(mention)

    def involved(self, mention: Mention) -> bool:
        """True for an argument of a verb that tells of actors, and for the owner of such a noun: "its attack"."""
        found = self._involved.get(mention.at)
        if found is None:
            noun = mention.role == "owner"
            word = mention.token.head if noun else mention.predicate
            lemma = word.lemma_.lower() if word is not None else ""
            told = (lemma, "noun" if noun else "verb") in self._reading.knowledge.lexicon.by_head
            found = self._involved[mention.at] = told or ("noun" if noun else "verb", lemma) in self._speech
        return found

    def learned(self, pronoun: Mention, candidate: Mention) -> float:
        """The model's log-probability that the one takes up the other; 0 where it has no view."""
        scores = self._scores(pronoun.at)[0]
        told = [exp(scores[i]) for i in _words(candidate.token) if i in scores]
        return max(log(sum(told)), LEAST) if told and sum(told) > 0 else LEAST if told else 0.0

    def unlearned(self, pronoun: Mention, candidate: Mention) -> bool:
        """True where the model has a view of the pronoun, but the candidate stands outside its window."""
        scores = self._scores(pronoun.at)[0]
        return bool(scores) and candidate.at not in scores

    def nobody(self, pronoun: Mention) -> float:
        """The model's log-probability that the pronoun takes up nothing; 0 where it has no view."""
        return max(self._scores(pronoun.at)[1], LEAST)

    def _scores(self, at: int) -> tuple[Mapping[int, float], float]:
        return self._reading.coding.fills(at, "antecedent") if self._reading.coding is not None else ({}, 0.0)


def _words(head: Token) -> list[int]:
    """A name's or noun's own words, over which the model spreads what it gives to a phrase."""
    return [head.i, *(c.i for c in children(head, "flat", "compound"))]

"""Whom a word stands for: the antecedent of a pronoun or definite noun, the speaker of "I", those who say "we"."""

from collections.abc import Iterator

from spacy.tokens import Token

from . import clause
from .clause import children, counted
from .coreference import FIRST, Coreference
from .mentions import proper_name
from .reading import Reading
from .speakers import Speakers

#: First persons that speak for more than one.
PLURAL = frozenset("we us our ours ourselves".split())
#: Where the noun for an office holds the body that its holder speaks for: "commander of the mission", "army spokesman".
OFFICE = ("of", "for", "poss", "mod")


class Standing:
    """Looks up whom the words of one document stand for."""

    def __init__(self, reading: Reading, coreference: Coreference, speakers: Speakers) -> None:
        """Take what resolves names, and who says what."""
        self._reading = reading
        self._coreference = coreference
        self._speakers = speakers

    def of(self, token: Token, *, acting: bool = True) -> Token:
        """The head of the words that name whom a word means; the word itself where that is unclear.

        The deeds of "its fighters" are the group's; what befalls them (``acting`` False) befalls the fighters.
        """
        meant = counted(token)
        if not acting and meant.pos_ == "NOUN" and children(meant, "nmod:poss"):
            return meant
        if token.lower_ not in FIRST or token.pos_ != "PRON":
            return self._coreference.resolve(meant)
        said = self._speakers.said(token)
        if said is not None and said.speaker is not None:
            speaker = self._coreference.resolve(counted(said.speaker))
            return (self._body(speaker, token) if token.lower_ in PLURAL else None) or speaker
        return (self._reading.author if token.lower_ in PLURAL else None) or token

    def _body(self, speaker: Token, pronoun: Token) -> Token | None:
        """The state or body for which a person says "we": that of the office, else the one named in the quote."""
        if "PERSON" not in self._reading.classes(speaker):
            return None
        for noun in self._offices(speaker):
            phrases = clause.of_noun(noun)
            for name in OFFICE:
                for token in phrases.get(name, ()):
                    if self._reading.classes(token) & {"GROUP", "STATE"}:
                        return token
        number = self._reading.quote_number(pronoun)
        quote = None if number is None else self._reading.quotes[number]
        return None if quote is None else self._reading.self_named(self._reading.tokens(quote.start, quote.end))

    def _offices(self, speaker: Token) -> Iterator[Token]:
        """The nouns that say what a person is, wherever the document does."""
        name = proper_name(self._reading, speaker)
        same = (e for e in self._reading.entities if e.label_ == "PER" and self._reading.full_name(e.text) == name)
        for token in (speaker, *(e.root for e in same)):
            for noun in (token, token.head, *children(token, "appos", "compound", "flat", "nmod:desc")):
                role = self._reading.knowledge.roles.named(noun.lemma_)
                if noun.pos_ in ("NOUN", "PROPN") and role is not None and role.number != "collective":
                    yield noun

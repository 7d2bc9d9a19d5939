"""Whom a word stands for: the antecedent of a pronoun or definite noun, the speaker of "I", those who say "we"."""

from collections.abc import Iterator

from spacy.tokens import Token

from . import clause
from .clause import RELATIVE, antecedent, children, counted
from .coreference import FIRST, ONE, Coreference, acts_for_owner
from .mentions import proper_name
from .reading import Reading
from .speakers import Speakers

#: First persons that speak for more than one.
PLURAL = FIRST - ONE
#: What those who say "our" call their fighters.
COMRADES = frozenset("boy brother comrade lad volunteer".split())
#: Words for a part of those whom "of them" means, who are others than all of them.
SOME = frozenset("one two three four five six seven eight nine ten some several many most".split())
#: Where the noun for an office holds the body that its holder speaks for: "commander of the mission", "army spokesman".
OFFICE = ("of", "for", "poss", "mod")


def some_of_them(token: Token) -> bool:
    """True for "one of them", who is not they."""
    return token.lemma_.lower() in SOME and counted(token).pos_ == "PRON"


class Standing:
    """Looks up whom the words of one document stand for."""

    def __init__(self, reading: Reading, coreference: Coreference, speakers: Speakers) -> None:
        """Take what resolves names, and who says what."""
        self._reading = reading
        self._coreference = coreference
        self._speakers = speakers

    def of(self, token: Token, *, acting: bool = True) -> Token:
        """The head of the words that name whom a word means; the word itself where that is unclear.

        The deeds of "its fighters" and "our men" are the group's; what befalls them (``acting`` False) befalls the
        fighters.
        """
        meant = counted(token)
        if meant.lower_ in RELATIVE:
            return self.of(antecedent(meant)) if antecedent(meant).i != meant.i else token
        if some_of_them(token):
            return token
        if meant.pos_ == "NOUN" and (owners := children(meant, "nmod:poss")):
            if not acting:
                return meant
            ours = meant.lemma_ in COMRADES or acts_for_owner(self._reading, meant)
            if owners[0].lower_ in FIRST and ours:
                body = self.of(owners[0])
                return meant if body.i == owners[0].i else body
        if token.lower_ not in FIRST or token.pos_ != "PRON":
            return self._coreference.resolve(meant)
        said = self._speakers.said(token)
        if said is not None and said.speaker is not None:
            speaker = self._coreference.resolve(counted(said.speaker))
            return (self._body(speaker, token) if token.lower_ in PLURAL else None) or speaker
        return self._reading.author or token

    def _body(self, speaker: Token, pronoun: Token) -> Token | None:
        """The state or body for which a person says "we": that of the office, else the one named in the quote."""
        if "PERSON" not in self._reading.classes(speaker):
            return None
        for noun in self._offices(speaker):
            phrases = clause.of_noun(noun)
            for name in OFFICE:
                for token in phrases.get(name, ()):
                    if self._reading.classes(token) & {"GROUP", "STATE"}:
                        return self._coreference.resolve(token)
        quote = self._reading.quote_at(pronoun)
        own = None if quote is None else self._reading.self_named(self._reading.tokens(quote.start, quote.end))
        return own or self._country(speaker)

    def _country(self, person: Token) -> Token | None:
        """The first name in the document of the state whose politician or officer a registered person is."""
        actors = self._reading.knowledge.actors
        known = (name for token in self._named(person) if (name := self._reading.name_at(token)) is not None)
        country = next((country for name in known if (country := actors[name.id].country)), None)
        states = (t for t in self._reading.doc if "STATE" in self._reading.classes(t)) if country else ()
        return next((t for t in states if (n := self._reading.name_at(t)) and actors[n.id].country == country), None)

    def _offices(self, speaker: Token) -> Iterator[Token]:
        """The nouns that say what a person is, wherever the document does."""
        for token in self._named(speaker):
            for noun in (token, token.head, *children(token, "appos", "compound", "flat", "nmod:desc")):
                role = self._reading.knowledge.roles.named(noun.lemma_)
                if noun.pos_ in ("NOUN", "PROPN") and role is not None and role.number != "collective":
                    yield noun

    def _named(self, person: Token) -> Iterator[Token]:
        """The person, and wherever the document names the same one."""
        name = proper_name(self._reading, person)
        yield person
        for entity in self._reading.entities:
            if entity.label_ == "PER" and self._reading.full_name(entity.text) == name:
                yield entity.root

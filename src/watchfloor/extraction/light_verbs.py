"""Light verbs: words that say little themselves and carry an event noun, as in "carried out an attack"."""

from dataclasses import dataclass

from spacy.tokens import Token

from watchfloor.knowledge.lexicon import Lexicon, LightVerb

from . import clause
from .clause import Arguments
from .triggers import phrase


@dataclass(frozen=True)
class Carrier:
    """The verb that carries an event noun, and what it lends to it."""

    verb: Token
    entry: LightVerb
    arguments: Arguments


class Carriers:
    """Finds the light verbs of event nouns."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the light verbs of a lexicon."""
        self._by_word = lexicon.light_by_word

    def of(self, noun: Token) -> Carrier | None:
        """The light verb above an event noun ("carried out an attack"), or below it ("an attack carried out by …")."""
        verbs = [noun.head, *(c for c in noun.children if c.dep_ in ("acl", "acl:relcl"))]
        if noun.dep_ == "conj":
            verbs.append(noun.head.head)
        for verb in verbs:
            if verb.pos_ != "VERB":
                continue
            for words, entry in self._by_word.get(verb.lemma_.lower(), ()):
                if len(words) > 1 and phrase(verb, words) is None:
                    continue
                arguments = clause.of_verb(verb)
                if any(t.i == noun.i for t in arguments.get(entry.argument, ())):
                    arguments.pop(entry.argument)
                    return Carrier(verb, entry, arguments)
        return None

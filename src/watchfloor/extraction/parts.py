"""Somebody in a role, and the cast of one statement."""

from dataclasses import dataclass

from spacy.tokens import Token


@dataclass(frozen=True)
class Part:
    """Somebody in a role: the head of the words that name it, and the word (perhaps a pronoun) that stands there."""

    head: Token
    at: Token


@dataclass(frozen=True)
class Cast:
    """Who does what a trigger tells, and to whom."""

    actors: tuple[Part, ...]
    recipients: tuple[Part, ...]


NOBODY = Cast((), ())

"""Somebody in a role, what proposes them for it, and the cast of one statement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

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


class Proposal(NamedTuple):
    """Those whom one rule (or one argument of the trigger, by its name) proposes together for a role."""

    reason: str
    parts: Sequence[Part]


def choose(proposals: Iterable[Proposal]) -> tuple[Part, ...]:
    """Who plays a role, of all that its rules propose in their order: those of the first that proposes anybody.

    Proposals are made as they are asked for; whoever would weigh them against each other takes them all.
    """
    return next((tuple(proposal.parts) for proposal in proposals if proposal.parts), ())

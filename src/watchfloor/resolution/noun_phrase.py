"""A mention as a noun phrase: its words, which of them are actors' names and role nouns, and where it ends."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from ..knowledge.actor_entries import ClaimKind
from ..knowledge.name_words import Token, fold, tokens
from ..knowledge.roles import Role

_LEADING = frozenset(
    "the a an this that these those its their his her our my some several many most all few any each every other"
    " various dozens hundreds thousands scores of at least nearly almost about around up to more than over as roughly"
    " one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand"
    " suspected alleged senior top local unidentified".split()
)
# Whoever these words describe no longer, or not really, acts for the actor named.
_ESTRANGED = frozenset("former ex ousted deposed exiled fake bogus defecting onetime erstwhile".split())
_PREPOSITIONS = frozenset(
    "of from for in at inside near on against to with by who which that whose including among across under around"
    " after before during outside throughout between over".split()
)
_JOINING = frozenset(("and", "or", "nor"))
_RELATIVE = frozenset("who which that whose where when".split())
_PARTICLES = frozenset("al el bin ibn bint de da del der di van von abu ould ag la le ul".split())


def leading(word: str) -> bool:
    """Tell whether a folded word is an article, a number or a hedge before a mention."""
    return word in _LEADING or word.isdigit()


def bare(words: Sequence[Token]) -> Sequence[Token]:
    """Leave out the articles, numbers and hedges that a mention begins with, where something else follows."""
    first = next((at for at, word in enumerate(words) if not leading(word.word)), 0)
    return words[first:]


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor's name at words `start` to `end` of a phrase."""

    start: int
    end: int
    actor: str
    kind: ClaimKind


@dataclass(frozen=True, slots=True)
class RoleAt:
    """A role noun at words `start` to `end` of a phrase."""

    start: int
    end: int
    role: Role
    words: str


class NounPhrase:
    """The words of a noun phrase, some of them actors' names, some role nouns; indices count words."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        roles_in: Callable[[Sequence[str], Collection[int]], Iterator[RoleAt]],
    ) -> None:
        self._text = text
        self._words = tokens(text)
        self._mentions = mentions
        named = {at for mention in mentions for at in range(mention.start, mention.end)}
        folded = [word.word for word in self._words]
        self._roles = sorted(roles_in(folded, named), key=lambda role: role.start)
        self._covered = named | {at for role in self._roles for at in range(role.start, role.end)}
        self._lead = 0
        while self._lead < len(folded) and self._lead not in named and leading(folded[self._lead]):
            self._lead += 1

    def end(self, head: str | None) -> int | None:
        """Return where the noun phrase ends: before a preposition or comma, or after the head; None: no words."""
        end = self._lead
        while end < len(self._words) and not self._breaks(end):
            end += 1
        heads = [at for at in range(self._lead, end) if head and self._words[at].word == " ".join(fold(head))]
        end = max(heads[-1] + 1, *(role.end for role in self._roles if role.start <= heads[-1])) if heads else end
        return end if end > self._lead else None

    def _breaks(self, at: int) -> bool:
        if at not in self._covered and self._words[at].word in _PREPOSITIONS:
            return True
        return self._comma(at)

    def _comma(self, at: int) -> bool:
        """Tell whether a comma or the like stands before a word."""
        if not 0 < at < len(self._words):
            return False
        return bool(re.search("[,;:]", self._text[self._words[at - 1].end : self._words[at].start]))

    def torn(self, end: int) -> bool:
        """Tell whether the phrase joins two things, or speaks of somebody who is no longer what it calls them."""
        loose = {word.word for at, word in enumerate(self._words[:end]) if at not in self._covered}
        rest = [word.word for word in self._words[end:]]
        listed = self._comma(end) and rest[0] not in _RELATIVE and not _JOINING.isdisjoint(rest)
        return listed or not loose.isdisjoint(_JOINING | _ESTRANGED)

    def roles_before(self, end: int) -> list[RoleAt]:
        """Return the roles within the phrase, in order."""
        return [role for role in self._roles if role.end <= end]

    def mentions_before(self, end: int) -> list[Mention]:
        """Return the names within the phrase, in order."""
        return [mention for mention in self._mentions if mention.end <= end]

    def after(self, end: int) -> tuple[str, str]:
        """Return the preposition that follows and the text after it, both empty where none does."""
        if end < len(self._words) and self._words[end].word in _PREPOSITIONS:
            return self._words[end].word, self._text[self._words[end].end :].strip()
        return "", ""

    def named_after(self, start: int, end: int) -> bool:
        """Tell whether nothing, or the name of one person after a title, stands between a role and the end."""
        tail = self._words[start:end]
        title = any(role.end == start and role.role.title for role in self._roles)
        return not tail or (title and all(w.text[:1].isupper() or w.word in _PARTICLES for w in tail) and len(tail) < 6)

    def unknown_name(self, at: int) -> bool:
        """Tell whether a word belongs to some name that is not known ("Pakistan Muslim League leader")."""
        return at >= self._lead and at not in self._covered and self._words[at].text[:1].isupper()

    def tail(self, start: int, end: int) -> str:
        """Return the one folded word between a title and the end, or "" where there are none or more."""
        return self._words[start].word if end - start == 1 else ""

    def bare(self, role: RoleAt) -> bool:
        """Tell whether nothing but articles and the like stands before the role."""
        return role.start <= self._lead

"""All actors by id, and found by their names.

Names are compared by their words (see `name_words`), but a short word in capitals ("IS", "US") must stand in capitals
in the text, and a proper name keeps at least one capital.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from .actor_entries import ALL_CLAIMS, NAMES, Actor, ClaimKind, Name
from .name_context import closed, joined, stands_alone
from .name_words import PARTICLES, Token, name_words, plain, spellings, tokens

#: Longest abbreviation (letters) that must be written just so: "IS", "WHO" and "LeT" are words in other letters.
SHORT = 5


class Claim(NamedTuple):
    """That an actor bears a name: the words of one spelling, as written."""

    actor: str | None  # None: the phrase only looks like an actor's name
    kind: ClaimKind
    name: Name
    shape: tuple[str, ...]

    def suits(self, words: Sequence[Token]) -> bool:
        """Tell whether the capitals of the text can be those of the name."""
        proper = False
        for written, word in zip(self.shape, words, strict=True):
            if len(written) <= SHORT and any(map(str.isupper, written[1:])):
                if plain(word.text) != written:
                    return False
                proper = True
            elif written[:1].isupper() and not proper and word.word not in PARTICLES:
                if not word.text[:1].isupper():  # "Islamic state" will do, "state Department" will not
                    return False
                proper = True
        return True


class Found(NamedTuple):
    """An actor's name in a text: where, and whose."""

    start: int
    end: int
    actor: str


class Actors(Mapping[str, Actor]):
    """All actors by id, with an index of their names."""

    def __init__(self, entries: Iterable[Actor]) -> None:
        """Index the entries; a later one replaces an earlier one of the same id."""
        self._entries = {entry.id: entry for entry in entries}

    def __getitem__(self, key: str) -> Actor:
        """Return the actor of an id; raises KeyError."""
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids in the order of the files."""
        return iter(self._entries)

    def __len__(self) -> int:
        """Return how many actors there are."""
        return len(self._entries)

    @cached_property
    def index(self) -> Mapping[tuple[str, ...], tuple[Claim, ...]]:
        """All claims by their folded words."""
        index: dict[tuple[str, ...], list[Claim]] = {}
        for actor in self._entries.values():
            claims = [(actor.id, kind, name) for kind, name in actor.claims()]
            for bearer, kind, name in [*claims, *((None, "name", Name(name=text)) for text in actor.unless)]:
                for spelling in spellings(name.name):
                    words = name_words(spelling)
                    key = tuple(word.word for word in words)
                    shape = tuple(plain(word.text) for word in words)
                    if key:
                        index.setdefault(key, []).append(Claim(bearer, kind, name, shape))
        return {key: tuple(claims) for key, claims in index.items()}

    @cached_property
    def _sizes(self) -> Mapping[str, tuple[int, ...]]:
        """How many words the names have that begin with a word, most first."""
        sizes: dict[str, set[int]] = {}
        for key in self.index:
            sizes.setdefault(key[0], set()).add(len(key))
        return {word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()}

    def claim(
        self,
        words: Sequence[Token],
        on: date | None = None,
        countries: Collection[str] = (),
        kinds: Collection[ClaimKind] = NAMES,
    ) -> Claim | None:
        """Return the one claim on exactly these words, as of a day and in texts about some countries (alpha-3).

        None where nobody bears the name, or several do and nothing tells which.
        """
        known = self.index.get(tuple(word.word for word in words))
        if not known:
            return None
        suited = [claim for claim in known if claim.kind in kinds and claim.suits(words)]
        meant = [claim for claim in suited if any(country in claim.name.within for country in countries)]
        meant = meant or [claim for claim in suited if not claim.name.within]
        meant = [claim for claim in meant if claim.name.holds(on)] or meant
        for kind in ("name", "abbreviation", "demonym", "people", "capital"):
            claims = [claim for claim in meant if claim.kind == kind]
            near = [claim for claim in claims if claim.actor and self[claim.actor].country in countries]
            for choice in (claims, near):
                if len({claim.actor for claim in choice}) == 1:
                    return choice[0]
            if claims:
                return None
        return None

    def matches(
        self,
        text: str,
        words: Sequence[Token],
        on: date | None = None,
        countries: Collection[str] = (),
        kinds: Collection[ClaimKind] = NAMES,
    ) -> Iterator[tuple[int, int, Claim]]:
        """Yield (first word, word after the last, claim) for the longest names in a text, in order.

        A longer name of a kind not asked for hides the shorter one in it: there is no Mexico in "Mexico City".
        """
        at = 0
        while at < len(words):
            for size in self._sizes.get(words[at].word, ()):
                end = at + size
                if end > len(words):
                    continue
                claim = self.claim(words[at:end], on, countries, ALL_CLAIMS)
                if claim and joined(text, words[at:end]):
                    alone = stands_alone(text, words, at, end, given=claim.name.person)
                    if claim.actor and claim.kind in kinds and alone:
                        yield at, end, claim
                    at = end
                    break
            else:
                at += 1

    def find(
        self,
        text: str,
        on: date | None = None,
        countries: Collection[str] = (),
        kinds: Collection[ClaimKind] = NAMES,
    ) -> list[Found]:
        """Return the known actors named in a text, longest match first, without overlaps, in order of place.

        Spans leave out articles and possessive endings. Adjectives made of a name ("Taliban-held") are not found, nor
        demonyms and capitals unless `kinds` asks for them.
        """
        words = tokens(text)
        return [
            Found(words[first].start, closed(text, words[first].start, words[last - 1].end), claim.actor)
            for first, last, claim in self.matches(text, words, on, countries, kinds)
            if claim.actor
        ]

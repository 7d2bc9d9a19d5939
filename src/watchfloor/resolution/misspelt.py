"""Names with a slip in their spelling: "Lashkar-e-Taiiba", "Islamic Jihad Movment in Palestine".

A long name is taken for a known one of as many words where only words that no name has differ, and those a little.
"""

from collections.abc import Collection, Sequence
from datetime import date

from rapidfuzz import fuzz

from ..knowledge.actor_index import Actors, Claim
from ..knowledge.name_words import Token, tokens

#: A misspelt name is looked for from this length (characters) on, and must agree this far (per cent).
FUZZY_LENGTH, FUZZY_CUTOFF, FUZZY_WORD = 12, 92, 6


class Misspellings:
    """Finds the known name that a long one must be."""

    def __init__(self, actors: Actors) -> None:
        """Index the long names by their number of words and first letter."""
        self._actors = actors
        self._vocabulary = frozenset(word for key in actors.index for word in key)
        self._long_names: dict[tuple[int, str], list[tuple[str, ...]]] = {}
        for key, claims in actors.index.items():
            if len(" ".join(key)) >= FUZZY_LENGTH and any(claim.kind == "name" and claim.actor for claim in claims):
                self._long_names.setdefault((len(key), key[0][0]), []).append(key)

    def bearer(self, words: Sequence[Token], on: date | None, countries: Collection[str]) -> Claim | None:
        """Return the one claim that the words come near to; None: there is none, or more than one actor's."""
        key = tuple(word.word for word in words)
        joined = " ".join(key)
        if len(joined) < FUZZY_LENGTH:
            return None
        near = []
        for known in self._long_names.get((len(key), joined[0]), ()):
            if fuzz.ratio(" ".join(known), joined) < FUZZY_CUTOFF:
                continue
            pairs = [(a, b) for a, b in zip(key, known, strict=True) if a != b]
            if pairs and all(a not in self._vocabulary and len(a) >= FUZZY_WORD and a[0] == b[0] for a, b in pairs):
                near.append(known)
        spelt = [tokens(" ".join(self._actors.index[known][0].shape)) for known in near]
        claims = [self._actors.claim(name, on, countries) for name in spelt]
        bearers = {claim.actor: claim for claim in claims if claim and claim.actor and claim.suits(words)}
        return next(iter(bearers.values())) if len(bearers) == 1 else None

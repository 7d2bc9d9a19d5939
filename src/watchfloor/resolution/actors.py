"""Who is meant by "the Omani grand mufti", "ISKP fighters" or "Pakistan's army": the words of a mention to an actor.

In order: an abbreviation that the text defines, a name, a state or group with a role noun, a name with a slip in its
spelling. Where none of them settles it, or two actors are meant at once, the answer is None: nothing is guessed.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from ..knowledge import Knowledge
from ..knowledge.actor_entries import ALL_CLAIMS, NAMES, ClaimKind
from ..knowledge.actor_index import Found
from ..knowledge.name_words import Token, tokens
from .actor_phrases import PhraseResolver
from .definitions import explained, much_alike
from .misspelt import Misspellings
from .noun_phrase import bare
from .resolved_actor import Definition, Reading, ResolvedActor, part, whole

_COUNTING = frozenset(
    "a an one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands several many"
    " some".split()
)


class ActorResolver:
    """Resolves mentions against the actors and roles of the knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Take the knowledge; its index is built here, once."""
        self._actors = knowledge.actors
        self._phrases = PhraseResolver(self._actors, knowledge.roles, self._resolve)
        self._misspellings = Misspellings(self._actors)

    def find(
        self,
        text: str,
        on: date | None = None,
        countries: Collection[str] = (),
        kinds: Collection[ClaimKind] = NAMES,
    ) -> list[Found]:
        """Return (start, end, actor id) of the known actors named in a text; see `Actors.find`."""
        return self._actors.find(text, on, countries, kinds)

    def is_name(self, text: str, on: date | None = None, countries: Collection[str] = ()) -> bool:
        """Tell whether the whole text is a known actor's name or abbreviation."""
        claim = self._actors.claim(bare(tokens(text)), on, countries)
        return bool(claim and claim.actor)

    def resolve(
        self,
        text: str,
        *,
        head: str | None = None,
        on: date | None = None,
        definitions: Mapping[str, Definition] | None = None,
        countries: Sequence[str] = (),
    ) -> ResolvedActor | None:
        """Return the actor that the words of a mention stand for, as of a day; None where that is not clear.

        `head` is the mention's main word, where the caller's parse knows it; `definitions` come from the same text;
        `countries` (alpha-3) are those that the text is about: they choose between bearers of one name, and one alone
        is taken for the country of "the police" or "the government".
        """
        return self._resolve(text, Reading(on, definitions or {}, countries), head)

    def definitions(self, text: str, on: date | None = None, countries: Sequence[str] = ()) -> dict[str, Definition]:
        """Return the short forms that a text explains, as in "Islamic State in Khorasan Province (ISKP)"."""
        reading = Reading(on, {}, countries)
        found: dict[str, Definition] = {}
        for short, long in explained(text, lambda words: self._bearer(words, reading)):
            if short in found:
                continue
            actor = self._resolve(long, reading)
            if actor is None:
                known = self._actors.claim(tokens(short), on, countries)
                if known and known.actor and much_alike(long, self._actors[known.actor]):
                    actor = whole(self._actors[known.actor], reading, f"{short} and words of its name")
            found[short] = Definition(short, long, actor)
        return found

    def _resolve(self, text: str, reading: Reading, head: str | None = None) -> ResolvedActor | None:
        bracketless = re.sub(r"\([^()]*\)", lambda match: " " * len(match[0]), text).rstrip()
        for form in dict.fromkeys((text, bracketless)):
            found = self._defined(form, reading) or self._named(form, reading)
            if found:
                return found
        if text.strip(" ()") in reading.definitions:  # explained as somebody unknown: its other bearers are not meant
            return None
        return self._phrases.resolve(bracketless, reading, head) or self._misspelt(bracketless, reading)

    def _bearer(self, words: Sequence[Token], reading: Reading) -> str | None:
        claim = self._actors.claim(words, reading.on, reading.countries)
        return claim.actor if claim else None

    def _defined(self, text: str, reading: Reading) -> ResolvedActor | None:
        words = bare(tokens(text))
        short = text[words[0].start : words[-1].end] if words else ""
        definition = reading.definitions.get(short) or reading.definitions.get(short.replace(".", ""))
        return definition.actor if definition else None

    def _named(self, text: str, reading: Reading) -> ResolvedActor | None:
        every = tokens(text)
        for words in (every, bare(every)):
            if not words or (short := text[words[0].start : words[-1].end]) in reading.definitions:
                continue
            claim = self._actors.claim(words, reading.on, reading.countries, ALL_CLAIMS)
            if claim and claim.actor:
                actor = self._actors[claim.actor]
                counted = words is not every and (every[0].word in _COUNTING or every[0].word.isdigit())
                if claim.kind in ("demonym", "people") and counted:
                    return part(self._actors, actor, "civilian", reading, f"{short}: counted people of {actor.name}")
                return whole(actor, reading, f"{claim.kind} of {actor.name}")
        return None

    def _misspelt(self, text: str, reading: Reading) -> ResolvedActor | None:
        claim = self._misspellings.bearer(bare(tokens(text)), reading.on, reading.countries)
        if not claim or not claim.actor:
            return None
        return whole(self._actors[claim.actor], reading, f"spelt almost like {' '.join(claim.shape)}")

"""Outlets as texts cite them, to ids of the source registry.

"Khovar.tj", "The Arab Weekly", "al-Jazeera", "BBC Pashto" and "Dawn [Islamabad]" are outlets; so is a platform with an
account on it, "Twitter.com/@name". An unknown outlet stays unresolved: nothing is matched by likeness.
"""

import re
from functools import lru_cache

from ..knowledge.folding import fold
from ..knowledge.sources import Source, Sources

_ADDRESS = re.compile(
    r"(?:https?://)?(?:[a-z0-9][a-z0-9-]*\.)*[a-z0-9][a-z0-9-]+\."
    r"(?:[a-z]{2,3}|info|news|media|press|online|agency|africa|asia|today|live|world)(?:[/?]\S*)?",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"@\w{2,}")
# "Twitter.com/@name", "Twitter @name", "X/@name", "Telegram channel of ...", "Telegram, @name".
_ACCOUNT = re.compile(
    r"(\w[\w.]*)(?:\s*[/,:]\s*|\s+)(?:@\w+|(?:channel|account|post|page|group|thread|user)s?\b.*)", re.IGNORECASE
)
_BRACKET = re.compile(r"\s*[\[(][^\])]*[\])]$")  # where it appears: "Dawn [Islamabad]"
_EDGES = " \t\n\"“”'‘’.,;:()"
# What a name may carry or lack without becoming another's.
_GENERIC = (
    "news agency", "news", "agency", "newspaper", "website", "online", "magazine", "daily", "television", "tv", "radio",
)  # fmt: skip
#: Services of agencies and stations for a part of the world or in a language.
_EDITIONS = frozenset(
    "africa afrique america americas asia europe india pakistan afghanistan world international english arabic "
    "arabi persian farsi dari pashto urdu hindi bangla bengali tamil sinhala nepali russian turkish turk "
    "kurdish azeri uzbek tajik kyrgyz kazakh ukrainian french francais spanish espanol mundo portuguese brasil "
    "german deutsch italian swahili kiswahili somali hausa amharic tigrinya oromo yoruba igbo pidgin burmese "
    "indonesia indonesian malay thai vietnamese chinese korean japanese balkans".split()
)
_WITH_EDITIONS = frozenset({"agency", "state-media", "broadcaster"})


class OutletResolver:
    """Resolves against one registry."""

    def __init__(self, sources: Sources) -> None:
        """Keep the registry; each name is looked up once."""
        self._sources = sources
        self._source = lru_cache(maxsize=4096)(self._find)

    def resolve(self, name: str) -> str | None:
        """Return the id of a cited outlet, None where it is unknown or its name is several outlets'."""
        source = self._source(name)
        return source.id if source else None

    def is_outlet(self, name: str) -> bool:
        """Tell whether the words can only be an outlet: a known one, or an address or account of any.

        An abbreviation that the text has just spelt out, "Human Rights Watch (HRW)", is for the caller to know.
        """
        text = name.strip(_EDGES)
        return self._source(name) is not None or bool(_ADDRESS.fullmatch(text) or _HANDLE.fullmatch(text))

    def _find(self, name: str) -> Source | None:
        if source := self._sources.named(name.strip()):
            return source
        text = _BRACKET.sub("", name.strip()).strip(_EDGES)
        text = re.sub(r"['’]s$", "", text)
        if not text:
            return None
        return self._sources.named(text) or self._platform(text) or self._generic(text) or self._edition(text)

    def _platform(self, text: str) -> Source | None:
        """Find a platform that is named with an account on it."""
        match = _ACCOUNT.fullmatch(text)
        source = self._sources.named(match[1]) if match else None
        return source if source and source.kind == "social-platform" else None

    def _generic(self, text: str) -> Source | None:
        """Find a name without the word for what it is ("Khovar agency"); one that is left too short is not sure."""
        for word in _GENERIC:
            if len(text) > len(word) + 4 and text.lower().endswith(f" {word}"):
                return self._sources.named(text[: -len(word)].rstrip())
        return None

    def _edition(self, text: str) -> Source | None:
        """Find the parent of an edition: "Reuters Africa"."""
        head, _, tail = text.rpartition(" ")
        if fold(tail) not in _EDITIONS:
            return None
        source = self._sources.named(head) if head else None
        return source if source and source.kind in _WITH_EDITIONS else None

"""The registry of those who publish: agencies, papers, stations, institutes, platforms, groups' own media.

`knowledge/data/sources.csv` has one row a source. A domain is a host without "www."; the hosts under it belong to the
same source unless they have a row of their own (`gandhara.rferl.org`). Country is where it is edited, alpha-3; empty
where it has no seat. Language is the main one, ISO 639-1; empty for platforms.
"""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field

from .faults import Fault
from .files import Entry, Texts, table
from .folding import fold

SourceKind = Literal[
    "agency", "state-media", "newspaper", "broadcaster", "magazine", "think-tank", "militant-media", "social-platform",
    "government", "igo", "ngo", "portal",
]  # fmt: skip
#: Names in capitals up to this length are abbreviations and are met only in capitals: "SITE" is, "site" is not one.
LONGEST_ABBREVIATION = 5
#: A name of this many letters is itself when its words run together: "Moroccoworldnews".
RUN_TOGETHER = 8


class Source(Entry):
    """A row of `sources.csv`."""

    id: str = Field(pattern="^[a-z0-9-]+$")
    name: str
    domains: Texts = ()
    variants: Texts = ()
    country: str | None = Field(default=None, pattern="^[A-Z]{3}$")
    language: str | None = Field(default=None, pattern="^[a-z]{2}$")
    kind: SourceKind


class Sources:
    """All sources, by id, name and host."""

    def __init__(self, sources: tuple[Source, ...]) -> None:
        """Keep them in the order of the files."""
        self._sources = {source.id: source for source in sources}

    def __iter__(self) -> Iterator[Source]:
        """Iterate over all sources."""
        return iter(self._sources.values())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._sources)

    def get(self, source_id: str) -> Source | None:
        """Return the source of that id."""
        return self._sources.get(source_id)

    def named(self, text: str) -> Source | None:
        """Return the source of exactly this name or variant, folded, or of this host or address."""
        return self._by_name(text) or self.at(text)

    def identify(self, words: str) -> str:
        """The id of a source by id, name or host; the words themselves where none is registered."""
        found = self.get(words) or self.named(words)
        return found.id if found else words

    def at(self, address: str) -> Source | None:
        """Return the source of a host or URL: its own row, or that of the nearest domain above it."""
        host = address.strip().lower().partition("://")[2] or address.strip().lower()
        host = host.partition("/")[0].partition("?")[0].removeprefix("www.")
        while "." in host:
            if source := self._hosts.get(host):
                return source
            host = host.partition(".")[2]
        return None

    def _by_name(self, text: str) -> Source | None:
        if text.islower():  # "time" and "dawn" are nouns; a host is looked up elsewhere
            return None
        key = fold(text)
        for spelling, source in self._names.get(key, ()):
            if text.isupper() or not (spelling.isupper() and len(spelling) <= LONGEST_ABBREVIATION):
                return source
        return self._together.get(key) if len(key) >= RUN_TOGETHER else None

    @cached_property
    def _names(self) -> dict[str, list[tuple[str, Source]]]:
        names: dict[str, list[tuple[str, Source]]] = {}
        for source in self:
            for spelling in (source.name, *source.variants):
                names.setdefault(fold(spelling), []).append((spelling, source))
        return names

    @cached_property
    def _together(self) -> dict[str, Source]:
        return {key.replace(" ", ""): named[0][1] for key, named in self._names.items() if " " in key}

    @cached_property
    def _hosts(self) -> dict[str, Source]:
        return {domain: source for source in self for domain in source.domains}


def load(folder: Path | None = None) -> Sources:
    """Read the registry, the user's entries over ours; raises KnowledgeError with all its faults."""
    return Sources(table("sources", Source, folder).entries())


def check(folder: Path | None = None) -> list[Fault]:
    """Return what is wrong: names or domains claimed twice, domains that are no hosts."""
    rows = table("sources", Source, folder)
    faults = list(rows.faults)
    first: dict[str, str] = {}
    for row in rows.rows:
        source = row.entry
        keys = {fold(name) for name in (source.name, *source.variants)}
        keys.update(f"host {domain}" for domain in source.domains)
        for key in sorted(keys):
            if (other := first.setdefault(key, source.id)) != source.id:
                faults.append(row.fault(f"{key!r} is also claimed by {other}"))
        for domain in source.domains:
            if domain != domain.lower() or "/" in domain or "." not in domain or domain.startswith("www."):
                faults.append(row.fault(f"{domain!r} is no bare host"))
    return sorted(faults)

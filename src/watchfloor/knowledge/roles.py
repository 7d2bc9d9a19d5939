"""Role nouns: which common nouns name an actor ("police", "grand mufti", "villagers"), and in which sector of life."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from .faults import Fault
from .files import Entry, Texts, table
from .name_words import fold

Sector = Literal[
    "government", "legislature", "judiciary", "military", "police", "intelligence", "security", "diplomacy",
    "opposition", "rebel", "armed-group", "criminal", "religious", "media", "ngo", "business", "education", "medical",
    "labour", "civilian", "refugee",
]  # fmt: skip


class Role(Entry):
    """What the forms of one noun say of whoever bears it.

    `words`: all forms, the first one naming the role. `weak`: the sector holds only where no other word of the phrase
    has one ("official" is government, but "intelligence official" is intelligence). `institution`: a country has one of
    it, so that "the police" is that of the country at hand. `member`: who bears it acts for the group named with it
    ("Taliban fighters"), as a victim or a defector does not. `title`: may stand before a person's name.
    """

    words: Texts
    sector: Sector | None = None
    number: Literal["person", "collective", "any"] = "person"
    weak: bool = False
    institution: bool = False
    member: bool = True
    title: bool = False

    def identity(self) -> object:
        """Return the first form: one entry a noun."""
        return fold(self.words[0]) if self.words else None


@dataclass(frozen=True, slots=True)
class Roles:
    """All role nouns, by their words."""

    by_words: Mapping[tuple[str, ...], Role]
    longest: int

    def of(self, words: Sequence[str]) -> tuple[Role, int] | None:
        """Return the role that the last of the folded words name, with how many they are; the longest wins."""
        for size in range(min(self.longest, len(words)), 0, -1):
            role = self.by_words.get(tuple(words[len(words) - size :]))
            if role:
                return role, size
        return None

    def named(self, noun: str) -> Role | None:
        """Return the role that a noun or noun phrase names by itself, whatever its case."""
        return self.by_words.get(fold(noun))


def load(folder: Path | None = None) -> Roles:
    """Read all roles; raises KnowledgeError where a file has a fault."""
    by_words = {fold(form): role for role in table("roles", Role, folder).entries() for form in role.words}
    return Roles(by_words, max(map(len, by_words), default=0))


def check(folder: Path | None = None) -> list[Fault]:
    """Return all faults of the roles' files: those of reading, and forms that two entries claim."""
    read = table("roles", Role, folder)
    return sorted([*read.faults, *_shared(folder)])


def _shared(folder: Path | None) -> Iterator[Fault]:
    seen: dict[tuple[str, ...], str] = {}
    for row in table("roles", Role, folder).rows:
        for form in dict.fromkeys(map(fold, row.entry.words)):
            first = seen.setdefault(form, row.entry.words[0])
            if first != row.entry.words[0]:
                yield row.fault(f"{' '.join(form)!r} belongs to {first!r} already")

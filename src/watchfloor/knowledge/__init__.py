"""What Watchfloor knows before it reads: actors, roles, places, sources, lexicon; in files that people edit."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from . import actors, genders, lexicon, places, roles, sources
from .actor_index import Actors
from .faults import Fault, KnowledgeError
from .genders import Genders
from .lexicon import Lexicon
from .places import Places
from .roles import Roles
from .sources import Sources

__all__ = ["Fault", "Knowledge", "KnowledgeError", "check", "load"]


@dataclass(frozen=True)
class Knowledge:
    """All knowledge, each part read when it is first asked for; raises KnowledgeError where its files have faults."""

    folder: Path | None = None

    @cached_property
    def actors(self) -> Actors:
        """The actors by id."""
        return actors.load(self.folder)

    @cached_property
    def genders(self) -> Genders:
        """The words that tell a person's gender."""
        return genders.load(self.folder)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words that tell statements."""
        return lexicon.load(self.folder)

    @cached_property
    def places(self) -> Places:
        """The gazetteer."""
        return places.load(self.folder)

    @cached_property
    def roles(self) -> Roles:
        """The nouns that name actors."""
        return roles.load(self.folder)

    @cached_property
    def sources(self) -> Sources:
        """The outlets."""
        return sources.load(self.folder)


def load(folder: Path | None = None) -> Knowledge:
    """Return our knowledge with the entries of a user's folder over it."""
    return Knowledge(folder)


def check(folder: Path | None = None) -> list[Fault]:
    """Return every fault of every file at once, sorted by file and line."""
    return sorted(fault for part in (actors, genders, lexicon, places, roles, sources) for fault in part.check(folder))

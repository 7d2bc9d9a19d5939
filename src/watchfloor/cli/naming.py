"""What sources, actors and documents are called, where a record holds an id or a key."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from . import wording

if TYPE_CHECKING:
    from watchfloor.knowledge import Knowledge


class Names:
    """Names of ids as the registries give them."""

    def __init__(self, known: "Knowledge", titles: Mapping[str, str] | None = None) -> None:
        """Take the registries; ``titles`` of documents by key, for those that no source is known of."""
        self._known = known
        self._titles = titles or {}

    def source(self, name: str | None) -> str:
        """A source by its id, an actor who speaks for himself, the title of a document; else the name as it is."""
        if name is None:
            return "unknown source"
        if source := self._known.sources.get(name):
            return wording.words(source.name)
        if name in self._known.actors:
            return self.actor(name)
        return wording.words(self._titles.get(name, name))

    def actor(self, id_: str, on: date | None = None) -> str:
        """An actor by its id, as of a day; a state's organ without an entry by state and sector."""
        actor = self._known.actors.get(id_)
        if actor is None and "." in id_:
            state, _, sector = id_.partition(".")
            return f"{self.actor(state, on)} ({sector})"
        return wording.words(actor.name_on(on)) if actor else id_

    def titled(self, titles: Mapping[str, str]) -> "Names":
        """The same names, with these titles of documents."""
        return Names(self._known, titles)


def shortened(text: str, most: int) -> str:
    """The text up to a word's end within so many characters, and what shows that there is more."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"

"""How reliable people hold sources and documents to be: the latest word on each."""

from collections.abc import Iterable

from watchfloor.records import Rating, Reliability

from .members import Publication


class Ratings:
    """All ratings, the latest of each source and of each document in force."""

    def __init__(self, ratings: Iterable[Rating]) -> None:
        """Take them in any order; of two at one moment the later name and the worse grade count."""
        self._latest: dict[tuple[str, str | None], Rating] = {}
        for rating in sorted(ratings, key=lambda r: (r.at, r.by, r.reliability, r.note)):
            self._latest[rating.source, rating.document] = rating
        self._documents = {r.document: r for r in self._latest.values() if r.document is not None}

    def of_source(self, name: str) -> Reliability | None:
        """What a source is rated; None where nobody has rated it."""
        rating = self._latest.get((name, None))
        return rating.reliability if rating else None

    def of_report(self, publication: Publication, origins: Iterable[str]) -> Reliability | None:
        """What a report's document is rated, else the source that it leads back to, else its publisher."""
        if rating := self._documents.get(publication.key):
            return rating.reliability
        for name in (*origins, publication.publisher):
            if (found := self.of_source(name)) is not None:
                return found
        return None

"""Places of LGL (local news) and GeoWebNews: found in the text, and resolved where they are given.

LGL marks names of places wherever they stand, also in the name of an organisation ("Ohio Department of Health"), and
nationalities, which it links to their country. So ours are the names of places and the nationalities of a document.
Strict F1 wants the same characters; a note counts those that share a character with one of the other side.

Within 161 km (100 miles): of the mentions that have a point in the reference, all of a document given at once, the
share of those whose own point lies that near. What stays unresolved, or has no point, counts as wrong. A nationality,
which is no place to us, has the point of its country here; the second figure leaves nationalities out. As in use, a
document comes with its address, which may tell the country that it was published in.

GeoWebNews marks a third of its toponyms with points; of the others it does not say what they are, so only its
resolution is reported.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from evaluation.figure import Figure, f1, share
from training.corpora import lines
from watchfloor.coder import Coder
from watchfloor.knowledge.distances import kilometres
from watchfloor.records import Document, digest
from watchfloor.resolution.places import PlaceMention, ResolvedPlace
from watchfloor.resolution.publication import country_of_publication

MENTION_TARGET = 0.75
NEAR_TARGET = 0.70
#: 100 miles, the distance that the literature on toponym resolution takes.
NEAR = 161.0
#: The corpus that the targets speak of.
TARGETED = "LGL"

Extent = tuple[int, int]
Json = dict[str, Any]


def measure(data: Path, split: str, coder: Coder) -> list[Figure]:
    """Mentions of LGL, then the resolution of both corpora."""
    mentions: Counter[str] = Counter()
    near: dict[str, Counter[str]] = {TARGETED: Counter()}
    for reference in lines(data / "geoparsing" / f"{split}.jsonl"):
        corpus, toponyms, document = reference["dataset"], reference["toponyms"], _document(reference)
        if corpus == TARGETED:
            ours = {(m.start, m.end) for m in coder.places.mentions(document.text, coder.reading(document).names)}
            mentions.update(compare({(t["start"], t["end"]) for t in toponyms}, ours))
        near.setdefault(corpus, Counter()).update(resolution(document, toponyms, coder))
    found, wanted = mentions["found"], mentions["wanted"]
    note = f"sharing a character: {mentions['touched']} of ours, {mentions['met']} of theirs"
    strict = f"{TARGETED}: mentions, strict F1"
    return [
        f1("geoparsing", strict, mentions["strict"], found, wanted, target=MENTION_TARGET, note=note),
        *(figure for corpus in near for figure in _figures(corpus, near[corpus])),
    ]


def compare(wanted: Collection[Extent], found: Collection[Extent]) -> Counter[str]:
    """How many mentions there are, how many were found, and how they agree."""
    return Counter(
        wanted=len(wanted),
        found=len(found),
        strict=len(set(wanted) & set(found)),
        touched=_overlapping(found, wanted),
        met=_overlapping(wanted, found),
    )


def _overlapping(ones: Collection[Extent], others: Collection[Extent]) -> int:
    return sum(any(start < stop and begin < end for begin, stop in others) for start, end in ones)


def resolution(document: Document, toponyms: Sequence[Json], coder: Coder) -> Counter[str]:
    """How many of a document's toponyms have a point, how many of ours are near it; and so without nationalities."""
    mentions = [PlaceMention(t["span"], t["start"]) for t in toponyms]
    counts: Counter[str] = Counter()
    home = country_of_publication(document, coder.known.sources, coder.known.places)
    found = coder.places.resolve_all(mentions, text=document.text, context=[home] if home else [])
    for toponym, place in zip(toponyms, found, strict=True):
        if toponym.get("lat") is None:
            continue
        people = coder.places.country_of(toponym["span"])
        ours = coder.places.resolve(coder.known.places.country_name(people) or "") if people else place
        near = is_near((toponym["lat"], toponym["lon"]), ours)
        counts.update(all=1, near=near, named=not people, near_named=near and not people)
    return counts


def is_near(point: tuple[float, float], place: ResolvedPlace | None) -> bool:
    """Whether a place has a point within NEAR kilometres of another."""
    if place is None or place.latitude is None or place.longitude is None:
        return False
    return kilometres(point, (place.latitude, place.longitude)) <= NEAR


def _figures(corpus: str, counts: Counter[str]) -> list[Figure]:
    target = NEAR_TARGET if corpus == TARGETED else None
    name = f"{corpus}: within {NEAR:.0f} km, mentions given"
    return [
        share("geoparsing", name, counts["near"], counts["all"], target=target),
        share("geoparsing", f"{name}, no nationalities", counts["near_named"], counts["named"]),
    ]


def _document(reference: Json) -> Document:
    key, text, url = reference["id"], reference["text"], reference.get("url")
    return Document(digest(text), key, key, text, url=url, published=reference.get("date"), language="en")

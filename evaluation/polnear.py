"""Attributions of PolNeAR: political news in which whatever is given to a source (said, thought, wished) is marked."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Token

from evaluation.figure import Figure, f1, share
from training.corpora import lines
from watchfloor.coder import Coder
from watchfloor.extraction import Attribution, Attributions, Reading
from watchfloor.records import Document, digest

FOUND_TARGET = 0.70
SOURCE_TARGET = 0.80

Extents = Sequence[tuple[int, int]]


def measure(data: Path, split: str, coder: Coder) -> list[Figure]:
    """Attributions found, and the source of those that were found.

    What is compared are attributions in the author's own voice: the corpus marks those within what somebody else says
    only now and then. Found: a predicted cue shares a character with the cue of the reference, paired one to one, the
    longest overlap first. References without a cue and predictions in passages that the annotators discarded as
    boilerplate count for nothing. Source right: of the pairs whose reference names a source, those whose predicted
    source phrase holds the head word of the reference's source (by our own tree). Source invented: of the pairs whose
    reference names none, those with a predicted source. Content: of all pairs, those whose predicted content shares a
    character with the reference's.
    """
    counts: Counter[str] = Counter()
    for article in lines(data / "polnear" / f"{split}.jsonl"):
        counts.update(compare(article, coder))
    return [
        f1(
            "polnear", "attributions found: F1", counts["pairs"], counts["found"], counts["wanted"], target=FOUND_TARGET
        ),
        share("polnear", "source right", counts["source right"], counts["sourced"], target=SOURCE_TARGET),
        share("polnear", "source invented", counts["invented"], counts["nobody"], at_most=True),
        share("polnear", "content overlaps", counts["content right"], counts["pairs"]),
    ]


def compare(article: dict[str, Any], coder: Coder) -> Counter[str]:
    """The counts of one article."""
    text = article["text"]
    reading = coder.reading(Document(digest(text), article["id"], article["id"], text, language="en"))
    discarded = [(d["start"], d["end"]) for d in article["discard"]]
    found = [a for a in Attributions(reading).outermost if not overlap(discarded, [_extent(a.cue_span(reading))])]
    wanted = [a for a in article["attributions"] if a["cue"]]
    counts = Counter(found=len(found), wanted=len(wanted))
    for reference, attribution in pair(reading, wanted, found):
        source = attribution.source_span(reading)
        head = _head(reading, _extents(reference["source"]))
        counts["pairs"] += 1
        counts["nobody" if head is None else "sourced"] += 1
        if source is not None:
            counts["invented"] += head is None
            counts["source right"] += head is not None and source.start <= head.idx < source.end
        contents = [_extent(span) for span in attribution.content_spans(reading)]
        counts["content right"] += overlap(contents, _extents(reference["content"])) > 0
    return counts


def pair(
    reading: Reading, wanted: Sequence[dict[str, Any]], found: Sequence[Attribution]
) -> list[tuple[dict[str, Any], Attribution]]:
    """References and predictions whose cues overlap, each taken once, the longest overlap first."""
    cues = [[_extent(a.cue_span(reading))] for a in found]
    options = sorted(
        (-shared, i, j)
        for i, reference in enumerate(wanted)
        for j, cue in enumerate(cues)
        if (shared := overlap(_extents(reference["cue"]), cue))
    )
    left, right = set(range(len(wanted))), set(range(len(found)))
    pairs = []
    for _, i, j in options:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((wanted[i], found[j]))
    return pairs


def overlap(one: Extents, other: Extents) -> int:
    """How many characters two lists of extents share."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def _extents(spans: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    return [(span["start"], span["end"]) for span in spans]


def _extent(span: Any) -> tuple[int, int]:
    return span.start, span.end


def _head(reading: Reading, extents: Extents) -> Token | None:
    """The word of the extents that governs the others; None where there is no word."""
    words = [t for t in reading.doc if not t.is_punct and overlap([(t.idx, t.idx + len(t))], extents)]
    inside = {t.i for t in words}
    return next((t for t in words if t.head.i == t.i or t.head.i not in inside), None)

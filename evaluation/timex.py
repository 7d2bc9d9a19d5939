"""Time expressions of WikiWars and TimeBank, with AQUAINT apart: where they stand and what they mean.

Strict F1 wants the same characters, relaxed F1 at least one shared (paired one to one). The value is compared, as
TIMEX3 writes it, where the characters are the same and the annotators gave one.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.figure import Figure, f1, share
from training.corpora import lines
from watchfloor.coder import Coder
from watchfloor.resolution.dates import timexes

STRICT_TARGET = 0.75
VALUE_TARGET = 0.80
#: The corpus that the targets do not speak of.
APART = "AQUAINT"

Extent = tuple[int, int]


def measure(data: Path, split: str, coder: Coder) -> list[Figure]:
    """The corpora that the targets speak of together, then each corpus alone."""
    counts: dict[str, Counter[str]] = {}
    for document in lines(data / "timex" / f"{split}.jsonl"):
        counts.setdefault(document["dataset"], Counter()).update(compare(document))
    targeted = sorted(counts.keys() - {APART})
    together: Counter[str] = sum((counts[name] for name in targeted), Counter())
    figures = [
        *_figures(together, " and ".join(targeted), STRICT_TARGET, VALUE_TARGET),
        *(figure for name in sorted(counts) for figure in _figures(counts[name], name)),
    ]
    return figures


def compare(document: dict[str, Any]) -> Counter[str]:
    """How many expressions one document has, how many were found, and how they agree."""
    published = date.fromisoformat(document["dct"][:10]) if document.get("dct") else None
    found = {(t.start, t.end): t.value for t in timexes(document["text"], published)}
    wanted = {(t["start"], t["end"]): t.get("value") for t in document["timexes"]}
    same = found.keys() & wanted.keys()
    valued = [extent for extent in same if wanted[extent]]
    return Counter(
        found=len(found),
        wanted=len(wanted),
        strict=len(same),
        relaxed=len(same) + paired(sorted(wanted.keys() - same), sorted(found.keys() - same)),
        valued=len(valued),
        right=sum(found[extent] == wanted[extent] for extent in valued),
    )


def paired(wanted: Sequence[Extent], found: Sequence[Extent]) -> int:
    """How many extents of one side overlap one of the other, each taken once, from left to right."""
    free = list(found)
    pairs = 0
    for start, end in wanted:
        match = next((extent for extent in free if extent[0] < end and start < extent[1]), None)
        if match is not None:
            free.remove(match)
            pairs += 1
    return pairs


def _figures(counts: Counter[str], name: str, strict: float | None = None, value: float | None = None) -> list[Figure]:
    found, wanted = counts["found"], counts["wanted"]
    return [
        f1("timex", f"{name}: strict F1", counts["strict"], found, wanted, target=strict),
        f1("timex", f"{name}: relaxed F1", counts["relaxed"], found, wanted),
        share("timex", f"{name}: value right", counts["right"], counts["valued"], target=value),
    ]

"""The names of re3d (reports on Syria and Iraq), which marks any mention: those that are written as names.

Other mentions ("the terrorists associated with ISIL") may hold names that are not marked, so their words teach nothing.
"""

from pathlib import Path

from training.corpora import Name, Sentence, lines, with_nationalities
from watchfloor.language import blocks, tokens
from watchfloor.language.features import GAP_BLANK, GAP_NONE

LABELS = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
SMALL = frozenset("of the and for in al - & 's de bin ibn".split())
LEADING = frozenset(
    """
    the a an of gen. general lt. lieutenant col. colonel maj. major brig. brigadier adm. admiral capt. captain sgt.
    sergeant mr. mrs. ms. dr. president prime minister secretary ambassador sheikh senator special envoy spokesman
    spokesperson commander deputy
    """.split()
)
PRONOUNS = frozenset("i he she it we they his her its our their you who my".split())


def re3d(data: Path, split: str) -> list[Sentence]:
    """Read whole paragraphs as if they were sentences; the documents of the BBC may not be used."""
    found = []
    for row in lines(data / "re3d" / f"{split}.jsonl"):
        if row["non_commercial"]:
            continue
        for begin, end in blocks.spans(row["text"]):
            sentence = _paragraph(row, begin, end)
            if 3 <= len(sentence.words) <= 180:
                found.append(sentence)
    return found


def _paragraph(row: dict, begin: int, end: int) -> Sentence:
    spans = tokens.spans(row["text"][begin:end])
    words = [row["text"][begin + start : begin + stop] for start, stop in spans]
    names: list[Name] = []
    hidden: set[int] = set()
    for entity in row["entities"]:
        if entity["confidence"] < 0.5 or entity["label"] not in LABELS:
            continue
        low, high = entity["start"] - begin, entity["end"] - begin
        inside = [i for i, (start, stop) in enumerate(spans) if low < stop and start < high]
        if not inside:
            continue
        first, last = inside[0], inside[-1] + 1
        while first < last and words[first].lower() in LEADING:
            first += 1
        written = [word for word in words[first:last] if word.lower() not in SMALL]
        if _is_name(written):
            names.append((first, last, LABELS[entity["label"]]))
            hidden |= set(range(inside[0], first))
        elif any(word[0].isupper() for word in words[inside[0] : last]):
            hidden |= set(inside)
    kept: list[Name] = []
    taken: set[int] = set()
    for start, stop, label in sorted(set(names), key=lambda name: (name[0] - name[1], name)):
        if not taken & set(range(start, stop)):
            taken |= set(range(start, stop))
            kept.append((start, stop, label))
    named = with_nationalities(words, sorted(kept))
    labelled = {i for start, stop, _ in named for i in range(start, stop)}
    gaps = [
        GAP_NONE if before[1] == start else GAP_BLANK
        for before, (start, _) in zip([(-1, -1), *spans], spans, strict=False)
    ]
    return Sentence(
        document=row["id"],
        words=words,
        gaps=gaps,
        names=named,
        name_weight=0.5,
        hidden=frozenset(hidden - labelled),
    )


def _is_name(words: list[str]) -> bool:
    capitals = all(word[0].isupper() or word[0].isdigit() for word in words)
    return bool(words) and capitals and words[0].lower() not in PRONOUNS

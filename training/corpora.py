"""The corpora as sentences of words with whatever labels they carry, one way for all of them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from watchfloor.language.features import GAP_BLANK, GAP_NONE, GAP_UNKNOWN

HERE = Path(__file__).parent

Name = tuple[int, int, str]
"""First word, end (exclusive), label: PER, ORG, LOC or NAT."""


@dataclass
class Sentence:
    """One sentence; an empty list of labels means that the corpus does not have them."""

    document: str
    words: list[str]
    gaps: list[int]
    """What stands before each word, see ``watchfloor.language.features``."""
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    """1-based within the sentence, 0 for the root."""
    relations: list[str] = field(default_factory=list)
    names: list[Name] | None = None
    text: str = ""
    starts: list[int] = field(default_factory=list)
    """Offset of each word in ``text``."""
    name_weight: float = 1.0
    """How far the corpus draws names as Universal NER does, which is what we follow."""
    hidden: frozenset[int] = frozenset()
    """Words whose names are in doubt and teach nothing."""


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Read the objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def treebank(path: Path) -> list[Sentence]:
    """Read a treebank (UD EWT, GUM) without names; texts that may not be used commercially are left out."""
    sentences = []
    for row in lines(path):
        if row.get("non_commercial", 0) != 0:
            continue
        words, starts = row["form"].split(" "), row["start"]
        gaps = [GAP_NONE if start > 0 and not row["text"][start - 1].isspace() else GAP_BLANK for start in starts]
        sentences.append(
            Sentence(
                document=row["id"].rsplit("-", 1)[0],
                words=words,
                gaps=gaps,
                upos=row["upos"].split(" "),
                xpos=row["xpos"].split(" "),
                lemmas=row["lemma"].split(" "),
                heads=row["head"],
                relations=row["deprel"].split(" "),
                text=row["text"],
                starts=starts,
            )
        )
    return sentences


def ewt(data: Path, split: str) -> list[Sentence]:
    """Read UD EWT with the names of Universal NER, which annotates the same sentences in an older tokenisation."""
    sentences = treebank(data / "dep_ewt" / f"{split}.jsonl")
    rows = [row["id"] for row in lines(data / "dep_ewt" / f"{split}.jsonl")]
    named = {row["id"]: row for row in lines(data / "ner_uner" / f"{split}.jsonl")}
    for identifier, sentence in zip(rows, sentences, strict=True):
        row = named.get(identifier)
        if row is None or _solid(row["text"]) != _solid(sentence.text):
            continue
        spans = [
            (len(_solid(row["text"][: entity["start"]])), len(_solid(row["text"][: entity["end"]])), entity["label"])
            for entity in row["entities"]
            if entity["label"] in ("PER", "ORG", "LOC")
        ]
        edges = [len(_solid(sentence.text[:start])) for start in sentence.starts]
        edges.append(len(_solid(sentence.text)))
        names = []
        for start, end, label in spans:
            inside = [i for i in range(len(sentence.words)) if start <= edges[i] < end]
            if inside:
                names.append((inside[0], inside[-1] + 1, label))
        sentence.names = with_nationalities(sentence.words, names)
    return sentences


def spaced(path: Path, labels: dict[str, str], document_field: str | None) -> list[Sentence]:
    """Read a names corpus whose tokens are joined by blanks; labels not in the mapping are dropped."""
    sentences = []
    for row in lines(path):
        words, starts, offset = row["text"].split(" "), {}, 0
        ends = {}
        for index, word in enumerate(words):
            starts[offset] = index
            ends[offset + len(word)] = index + 1
            offset += len(word) + 1
        names = []
        for entity in row["entities"]:
            label = labels.get(entity["label"])
            if label and entity["start"] in starts and entity["end"] in ends:
                names.append((starts[entity["start"]], ends[entity["end"]], label))
        sentences.append(
            Sentence(
                document=row[document_field] if document_field else row["id"],
                words=words,
                gaps=[GAP_UNKNOWN] * len(words),
                names=with_nationalities(words, names),
                name_weight=0.5,
            )
        )
    return sentences


def wikigold(data: Path, split: str) -> list[Sentence]:
    """Read WikiGold; its MISC mixes nationalities with works and is dropped."""
    return spaced(data / "ner_wikigold" / f"{split}.jsonl", {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}, "doc_id")


@cache
def demonyms() -> frozenset[str]:
    """Return demonyms and names of peoples, with their plurals; those of two words are joined by a hyphen."""
    listed = (HERE / "demonyms.txt").read_text(encoding="utf-8").split()
    plurals = [word + "s" for word in listed if not word.endswith(("s", "sh", "ch", "ese", "men", "man"))]
    return frozenset(listed + plurals)


def with_nationalities(words: list[str], names: list[Name]) -> list[Name]:
    """Add NAT for demonyms that stand outside other names ("Pakistani police", not "the American Red Cross")."""
    taken = {index for start, end, _ in names for index in range(start, end)}
    found: list[Name] = []
    index = 0
    while index < len(words):
        for length in (2, 1):
            here = range(index, min(index + length, len(words)))
            if len(here) == length and "-".join(words[i] for i in here) in demonyms() and not taken & set(here):
                start = index
                if length == 1 and index and words[index - 1] in ("South", "North") and index - 1 not in taken:
                    start = index - 1
                found.append((start, index + length, "NAT"))
                index += length - 1
                break
        index += 1
    return sorted(names + found)


def _solid(text: str) -> str:
    return "".join(text.split())

"""Windows of running text as arrays: what the network sees in one go, in training as in reading."""

import random
from dataclasses import dataclass, field

import numpy as np

from training.corpora import Sentence
from training.exchange import Exchange
from watchfloor.language.features import GAP_BLANK, GAP_UNKNOWN, shape
from watchfloor.language.wordpiece import CLOSING, OPENING, WordPiece

MOST_WORDS = 200
MOST_PIECES = 380

IGNORED = -100

NAME_TAGS = ["O", *(f"{mark}-{label}" for label in ("PER", "ORG", "LOC", "NAT") for mark in "BI")]

RECASED = {"lower": 0.05, "upper": 0.06, "title": 0.06}
"""Share of sentences that are rewritten, so that names survive headlines and badly cased text."""

GAPS_HIDDEN = 0.1
"""Share of windows that do not know where blanks are, as when tokens are given."""


@dataclass
class Labels:
    """The labels that the network gives, in the order of its outputs."""

    upos: list[str]
    xpos: list[str]
    relations: list[str]
    names: list[str] = field(default_factory=lambda: list(NAME_TAGS))

    @classmethod
    def of(cls, sentences: list[Sentence]) -> "Labels":
        """Collect the labels that occur."""
        return cls(
            upos=sorted({tag for s in sentences for tag in s.upos}),
            xpos=sorted({tag for s in sentences for tag in s.xpos}),
            relations=sorted({relation for s in sentences for relation in s.relations}),
        )


@dataclass
class Window:
    """Consecutive sentences as one input."""

    sentences: list[Sentence]
    pieces: int


class Cutter:
    """Cuts documents into windows of varying length, differently in each pass."""

    def __init__(self, sentences: list[Sentence], encode: WordPiece, generator: random.Random) -> None:
        """Keep the sentences by document, in their order."""
        self._generator = generator
        self._documents: dict[str, list[tuple[Sentence, int]]] = {}
        for sentence in sentences:
            size = sum(len(encode(word)) for word in sentence.words)
            if len(sentence.words) <= MOST_WORDS and size + 2 <= MOST_PIECES:
                self._documents.setdefault(sentence.document, []).append((sentence, size))

    def windows(self) -> list[Window]:
        """Cut afresh: a quarter single sentences, a quarter as long as a window may be, the rest between."""
        found: list[Window] = []
        open_window: Window | None = None
        wanted = 0
        for document in self._shuffled():
            for sentence, size in document:
                if open_window is not None and not self._fits(open_window, sentence, size):
                    found.append(open_window)
                    open_window = None
                if open_window is None:
                    open_window, wanted = Window([], 2), self._length()
                open_window.sentences.append(sentence)
                open_window.pieces += size
                if len(open_window.sentences) >= wanted:
                    found.append(open_window)
                    open_window = None
            # a window may run into the next document: text joined from unlike parts must be cut too
            if open_window is not None and self._generator.random() < 0.7:
                found.append(open_window)
                open_window = None
        if open_window is not None:
            found.append(open_window)
        return found

    def _shuffled(self) -> list[list[tuple[Sentence, int]]]:
        documents = list(self._documents.values())
        self._generator.shuffle(documents)
        return documents

    def _fits(self, window: Window, sentence: Sentence, size: int) -> bool:
        words = sum(len(s.words) for s in window.sentences) + len(sentence.words)
        return words <= MOST_WORDS and window.pieces + size <= MOST_PIECES

    def _length(self) -> int:
        low, high = self._generator.choice([(1, 1), (2, 3), (4, 6), (99, 99)])
        return self._generator.randint(low, high)


def batches(windows: list[Window], pieces: int, generator: random.Random | None) -> list[list[Window]]:
    """Group windows of like length into batches of at most so many pieces, padding counted."""
    noise = (lambda: generator.random() * 8) if generator else (lambda: 0.0)
    ordered = sorted(windows, key=lambda window: window.pieces + noise())
    grouped: list[list[Window]] = []
    current: list[Window] = []
    longest = 0
    for window in ordered:
        longest = max(longest, window.pieces)
        if current and (len(current) + 1) * longest > pieces:
            grouped.append(current)
            current, longest = [], window.pieces
        current.append(window)
    if current:
        grouped.append(current)
    if generator:
        generator.shuffle(grouped)
    return grouped


def inputs(
    sentences: list[Sentence], encode: WordPiece, generator: random.Random | None, exchange: Exchange | None = None
) -> dict[str, list[int]]:
    """Return the network's inputs for a window: pieces, first and last piece of each word, shapes, gaps."""
    ids, first, last, shapes, gaps = [OPENING], [], [], [], []
    hidden = generator is not None and generator.random() < GAPS_HIDDEN
    for sentence in sentences:
        words = exchange(sentence) if exchange else sentence.words
        written = recased(words, generator) if generator else words
        for position, (word, shown) in enumerate(zip(words, written, strict=True)):
            first.append(len(ids))
            ids.extend(encode(word))
            last.append(len(ids) - 1)
            shapes.append(shape(shown))
            unknown = hidden or sentence.gaps[position] == GAP_UNKNOWN
            gaps.append(GAP_UNKNOWN if unknown else GAP_BLANK if position == 0 else sentence.gaps[position])
    ids.append(CLOSING)
    return {"ids": ids, "first": first, "last": last, "shape": shapes, "gap": gaps}


def recased(words: list[str], generator: random.Random) -> list[str]:
    """Rewrite a share of the sentences in lower, upper or title case."""
    draw = generator.random()
    for style, share in RECASED.items():
        if draw < share:
            change = {"lower": str.lower, "upper": str.upper, "title": _title}[style]
            return [change(word) for word in words]
        draw -= share
    return words


def _title(word: str) -> str:
    small = word.lower() in ("a", "an", "the", "of", "in", "on", "for", "and", "to", "at", "by", "as")
    return word if small or not word[0].isalpha() else word[0].upper() + word[1:]


def targets(sentences: list[Sentence], labels: Labels) -> dict[str, list[float]]:
    """Return the labels of a window as numbers, ``IGNORED`` where the corpus has none."""
    out: dict[str, list[float]] = {
        key: [] for key in ("upos", "xpos", "relation", "head", "name", "weight", "start", "begin", "end")
    }
    offset = 0
    for sentence in sentences:
        count = len(sentence.words)
        out["begin"] += [offset] * count
        out["end"] += [offset + count] * count
        for key, values, listed in (
            ("upos", sentence.upos, labels.upos),
            ("xpos", sentence.xpos, labels.xpos),
            ("relation", sentence.relations, labels.relations),
        ):
            out[key] += [listed.index(value) for value in values] if values else [IGNORED] * count
        # heads count from 1 in the window; 0 is the root of any sentence
        out["head"] += [head + offset if head else 0 for head in sentence.heads] or [IGNORED] * count
        tags = [labels.names.index(tag) for tag in name_tags(sentence)] or [IGNORED] * count
        out["name"] += [IGNORED if index in sentence.hidden else tag for index, tag in enumerate(tags)]
        out["weight"] += [sentence.name_weight] * count
        start = [1] + [0] * (count - 1) if sentence.heads else [IGNORED] * count
        out["start"] += [IGNORED, *start[1:]] if offset == 0 else start
        offset += count
    return out


def name_tags(sentence: Sentence) -> list[str]:
    """Return the names as BIO tags; nothing where the corpus has no names."""
    if sentence.names is None:
        return []
    tags = ["O"] * len(sentence.words)
    for start, end, label in sentence.names:
        tags[start:end] = ["B-" + label] + ["I-" + label] * (end - start - 1)
    return tags


def padded(rows: list[list[float]], value: float, kind: type) -> np.ndarray:
    """Stack rows of unlike length."""
    out = np.full((len(rows), max(map(len, rows))), value, dtype=kind)
    for index, row in enumerate(rows):
        out[index, : len(row)] = row
    return out


def collate(
    windows: list[Window],
    encode: WordPiece,
    labels: Labels | None,
    generator: random.Random | None,
    exchange: Exchange | None = None,
) -> dict[str, np.ndarray]:
    """Return a batch: inputs, and targets if labels are given."""
    rows = [inputs(window.sentences, encode, generator, exchange) for window in windows]
    batch = {key: padded([row[key] for row in rows], 0, np.int64) for key in rows[0]}
    if labels is not None:
        wanted = [targets(window.sentences, labels) for window in windows]
        for key in wanted[0]:
            fill = 0 if key in ("begin", "end", "weight") else IGNORED
            kind = np.float32 if key == "weight" else np.int64
            batch[key] = padded([row[key] for row in wanted], fill, kind)
    return batch

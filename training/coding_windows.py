"""Passages cut into the reader's windows, with what lies below the coding heads, and what they are to say."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from spacy.tokens import Doc
from torch import Tensor

from training.coding import SHARED
from training.model import Reader
from training.passages import FACTUALITY, FILLERS, LINKS, Marked, Passage, Trigger
from training.windows import IGNORED, padded
from watchfloor.language import blocks, tokens
from watchfloor.language.assembly import document
from watchfloor.language.features import GAP_BLANK, GAP_NONE, shape
from watchfloor.language.reader import LanguageReader
from watchfloor.language.wordpiece import CLOSING, OPENING, WordPiece

POLARITIES = ("positive", "negative")


@dataclass
class Window:
    """One input of the coding heads, and what they are to say of it, by word."""

    corpus: str
    ids: list[int]
    shape: list[int]
    gap: list[int]
    first: list[int]
    last: list[int]
    event: np.ndarray
    """(words, 2): the best type and another that is as good, or the same."""
    certainty: np.ndarray
    """(words, 2): modality, polarity."""
    fact: np.ndarray
    filler: np.ndarray
    """(words, fillers): outside, begin, inside."""
    unlike: list[tuple[int, int]] = field(default_factory=list)
    """A word and the type that it does not tell."""
    lower: Tensor = field(default_factory=lambda: torch.zeros(0))
    """(pieces, width) from the shared layers."""
    read: Tensor = field(default_factory=lambda: torch.zeros(0))
    """(words, width) as the reader sees them."""
    links: list[tuple[int, int, list[int], list[int], bool]] = field(default_factory=list)
    """A word, a link, the words that fill it (none: nobody), others, and whether those are all that are in question or
    are left out of account."""

    @property
    def pieces(self) -> int:
        """The size of the input."""
        return len(self.ids)


class Cutter:
    """Reads passages with the reader as shipped; keeps what its lower layers say, which training does not change."""

    def __init__(self, network: Reader, encode: WordPiece, types: Sequence[str], modalities: Sequence[str]) -> None:
        """``network`` holds the weights that were exported."""
        self._reader = LanguageReader(threads=2)
        self._network = network.eval().to(torch.bfloat16)
        self._encode = encode
        self._types, self._modalities = list(types), list(modalities)

    def windows(self, passages: Iterable[Passage]) -> Iterator[Window]:
        """Yield the windows of the passages that teach anything."""
        for passage in passages:
            spans: list[tuple[int, int]] = []
            gaps: list[int] = []
            sizes: list[int] = []
            said = None
            for begin, end in blocks.spans(passage.text):
                inside = [(begin + start, begin + stop) for start, stop in tokens.spans(passage.text[begin:end])]
                before = [
                    GAP_NONE if one[1] == start else GAP_BLANK
                    for one, (start, _) in zip([(-1, -1), *inside], inside, strict=False)
                ]
                more = self._reader.annotate([passage.text[a:b] for a, b in inside], before)
                if said is None:
                    said = more
                else:
                    said.append(more)
                spans += inside
                gaps += before
                sizes = said.windows
            if said is None:
                continue
            doc = document(self._reader.vocab, passage.text, spans, said, self._reader._lemmatise)
            begin = 0
            for size in sizes:
                window = self._window(passage, doc, spans, gaps, begin, begin + size)
                begin += size
                yield window

    def _window(self, passage: Passage, doc: Doc, spans: list[Marked], gaps: list[int], begin: int, end: int) -> Window:
        words = [passage.text[a:b] for a, b in spans[begin:end]]
        count = len(words)
        ids, first, last = [OPENING], [], []
        for word in words:
            first.append(len(ids))
            ids.extend(self._encode(word))
            last.append(len(ids) - 1)
        ids.append(CLOSING)
        window = Window(
            passage.corpus, ids, [shape(w) for w in words], gaps[begin:end], first, last,
            event=np.full((count, 2), 0 if passage.dense else IGNORED),
            certainty=np.full((count, 2), IGNORED),
            fact=np.full(count, IGNORED),
            filler=np.full((count, len(FILLERS)), IGNORED if passage.fillers is None else 0),
        )  # fmt: skip
        place = Places(doc, spans, begin, end)
        for trigger in passage.triggers or ():
            self._trigger(window, passage, trigger, place)
        for span, filler in passage.fillers or ():
            inside = place.words(span)
            for number, word in enumerate(inside):
                window.filler[word, FILLERS.index(filler)] = 1 if number == 0 else 2
        for span, fact in passage.facts:
            for word in place.words(span)[:1]:
                window.fact[word] = FACTUALITY.index(fact)
        for pointer in passage.pointers:
            head = place.head(pointer.at)
            if head is None:
                continue
            named = [w for span in pointer.named for w in place.words(span)]
            if pointer.among is None:
                earlier = [w for w in named if w < head]
                if named or not pointer.named:
                    own = [w for w in place.words(pointer.at) if w != head]
                    window.links.append((head, LINKS.index("antecedent"), earlier, own, False))
            else:
                among = [w for span in pointer.among for w in place.words(span)]
                if named or among:
                    window.links.append((head, LINKS.index("antecedent"), named, among, True))
        return window

    def _trigger(self, window: Window, passage: Passage, trigger: Trigger, place: "Places") -> None:
        head = place.head(trigger.at)
        if head is None:
            return
        if trigger.unlike is not None:
            window.unlike.append((head, self._types.index(trigger.unlike)))
            return
        if window.event[head, 0] > 0 and passage.dense:
            pass  # two statements of one word: the first type stands, links are added
        else:
            for word in place.words(trigger.at):
                window.event[word] = IGNORED
            known = [self._types.index(t) for t in trigger.types if t in self._types]
            window.event[head] = (known[0], known[min(1, len(known) - 1)])
        if trigger.modality is not None and trigger.polarity is not None:
            window.certainty[head] = (self._modalities.index(trigger.modality), POLARITIES.index(trigger.polarity))
        if not passage.dense:
            return
        for name, given in trigger.links.items():
            filled = sorted({w for span in given for w in place.words(span)} - {head})
            alike = sorted(
                {w for span in given for other in occurrences(passage.text, span) for w in place.words(other)}
                - set(filled)
            )
            window.links.append((head, LINKS.index(name), filled, alike, False))

    def read(self, windows: list[Window]) -> None:
        """Give a batch of windows what the shared layers and the reader say."""
        names = ("ids", "first", "last", "shape", "gap")
        ids, *rest = (torch.from_numpy(padded([getattr(w, name) for w in windows], 0, np.int64)) for name in names)
        with torch.no_grad():
            lower = self._network.encoder.lower(ids, SHARED)
            read = self._network.joined(self._network.encoder.upper(lower, ids, SHARED), *rest)
        for row, window in enumerate(windows):
            window.lower = lower[row, : window.pieces].clone()
            window.read = read[row, : len(window.first)].clone()


class Places:
    """Where the characters of a passage stand in a window."""

    def __init__(self, doc: Doc, spans: list[Marked], begin: int, end: int) -> None:
        self._doc = doc
        self._begin = begin
        self._starts = [start for start, _ in spans[begin:end]]
        self._ends = [stop for _, stop in spans[begin:end]]
        by_start = {token.idx: token for token in doc if not token.is_space}
        self._tokens = [by_start[start] for start in self._starts]
        self._index = {token.i: number for number, token in enumerate(self._tokens)}

    def words(self, span: Marked) -> list[int]:
        """Words of the window that overlap the characters."""
        low = int(np.searchsorted(self._ends, span[0], side="right"))
        high = int(np.searchsorted(self._starts, span[1], side="left"))
        return list(range(low, high))

    def head(self, span: Marked) -> int | None:
        """The word that the others of the span hang on."""
        inside = self.words(span)
        own = {self._tokens[w].i for w in inside}
        for word in inside:
            token = self._tokens[word]
            if token.head.i == token.i or token.head.i not in own:
                return word
        return inside[0] if inside else None


def occurrences(text: str, span: Marked) -> list[Marked]:
    """Other places where the same words stand."""
    words, found, at = text[span[0] : span[1]], [], -1
    while (at := text.find(words, at + 1)) >= 0:
        if at != span[0]:
            found.append((at, at + len(words)))
    return found

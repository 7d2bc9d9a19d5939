"""Passages cut into the reader's windows, with what lies below the coding heads, and what they are to say."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from spacy.tokens import Doc
from torch import Tensor

from training.coding import SHARED
from training.model import Reader
from training.passages import FACTUALITY, FILLERS, LINKS, Marked, Passage, Pointer, Trigger
from training.windows import IGNORED, padded
from watchfloor.language import blocks, tokens
from watchfloor.language.annotation import Annotation
from watchfloor.language.assembly import document
from watchfloor.language.features import gaps, shape
from watchfloor.language.heads import grouped
from watchfloor.language.lemmas import Lemmatiser
from watchfloor.language.reader import LanguageReader
from watchfloor.language.wordpiece import WordPiece

POLARITIES = ("positive", "negative")


@dataclass
class Window:
    """What the reader takes in one go, and what it says of it."""

    ids: list[int]
    first: list[int]
    last: list[int]
    shape: list[int]
    gap: list[int]
    lower: Tensor = field(default_factory=lambda: torch.zeros(0))
    """(pieces, width) from the shared layers."""
    read: Tensor = field(default_factory=lambda: torch.zeros(0))
    """(words, width) as the reader sees them."""

    @property
    def pieces(self) -> int:
        """The size of the input."""
        return len(self.ids)


@dataclass
class Stretch:
    """Windows that follow each other in one text, as the heads read them, and what they are to say of each word."""

    corpus: str
    windows: list[Window]
    event: np.ndarray
    """(words, 2): the best type and another that is as good, or the same."""
    certainty: np.ndarray
    """(words, 2): modality, polarity."""
    fact: np.ndarray
    filler: np.ndarray
    """(words, fillers): outside, begin, inside."""
    unlike: list[tuple[int, int]] = field(default_factory=list)
    """A word and the type that it does not tell."""
    links: list[tuple[int, int, list[int], list[int], bool]] = field(default_factory=list)
    """A word, a link, the words that fill it (none: nobody), others, and whether those are all that are in question or
    are left out of account."""

    @property
    def pieces(self) -> int:
        """The size of the input."""
        return sum(window.pieces for window in self.windows)

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.fact)


class Cutter:
    """Reads passages with the reader as shipped; keeps what its lower layers say, which training does not change."""

    def __init__(self, network: Reader, encode: WordPiece, types: Sequence[str], modalities: Sequence[str]) -> None:
        """``network`` holds the weights that were exported."""
        self._reader = LanguageReader(threads=2)
        self._network = network.eval().to(torch.bfloat16)
        self._encode = encode
        self._lemmas = Lemmatiser()
        self._types, self._modalities = list(types), list(modalities)

    def stretches(self, passages: Iterable[Passage]) -> Iterator[Stretch]:
        """Yield the stretches of the passages."""
        for passage in passages:
            spans: list[tuple[int, int]] = []
            before: list[int] = []
            sizes: list[int] = []
            said = Annotation()
            for begin, end in blocks.spans(passage.text):
                inside = [(begin + start, begin + stop) for start, stop in tokens.spans(passage.text[begin:end])]
                more = self._reader.annotate([passage.text[a:b] for a, b in inside], gaps(inside))
                said.append(more)
                sizes += [len(window.first) for window in more.windows]
                spans += inside
                before += gaps(inside)
            doc = document(self._reader.vocab, passage.text, spans, said, self._lemmas)
            windows = []
            begin = 0
            for size in sizes:
                words = [passage.text[a:b] for a, b in spans[begin : begin + size]]
                windows.append(self._window(words, before[begin : begin + size]))
                begin += size
            begin = 0
            for together in grouped(windows, lambda window: window.pieces):
                end = begin + sum(len(window.first) for window in together)
                yield self._labelled(passage, together, Places(doc, spans, begin, end))
                begin = end

    def _window(self, words: list[str], before: list[int]) -> Window:
        return Window(*self._encode.window(words), [shape(word) for word in words], before)

    def _labelled(self, passage: Passage, windows: list[Window], place: "Places") -> Stretch:
        count = sum(len(window.first) for window in windows)
        stretch = Stretch(
            passage.corpus,
            windows,
            event=np.full((count, 2), 0 if passage.dense else IGNORED),
            certainty=np.full((count, 2), IGNORED),
            fact=np.full(count, IGNORED),
            filler=np.full((count, len(FILLERS)), IGNORED if passage.fillers is None else 0),
        )
        for trigger in passage.triggers or ():
            self._trigger(stretch, passage, trigger, place)
        for span, filler in passage.fillers or ():
            for number, word in enumerate(place.words(span)):
                stretch.filler[word, FILLERS.index(filler)] = 1 if number == 0 else 2
        for span, fact in passage.facts:
            for word in place.words(span)[:1]:
                stretch.fact[word] = FACTUALITY.index(fact)
        for pointer in passage.pointers:
            self._pointer(stretch, pointer, place)
        return stretch

    def _pointer(self, stretch: Stretch, pointer: Pointer, place: "Places") -> None:
        head = place.head(pointer.at)
        if head is None:
            return
        named = [w for span in pointer.named for w in place.words(span)]
        link = LINKS.index("antecedent")
        if pointer.among is not None:
            among = [w for span in pointer.among for w in place.words(span)]
            if named or among:
                stretch.links.append((head, link, named, among, True))
        elif named or not pointer.named:
            own = [w for w in place.words(pointer.at) if w != head]
            stretch.links.append((head, link, [w for w in named if w < head], own, False))

    def _trigger(self, stretch: Stretch, passage: Passage, trigger: Trigger, place: "Places") -> None:
        head = place.head(trigger.at)
        if head is None:
            return
        if trigger.unlike is not None:
            stretch.unlike.append((head, self._types.index(trigger.unlike)))
            return
        if stretch.event[head, 0] > 0 and passage.dense:
            pass  # two statements of one word: the first type stands, links are added
        else:
            for word in place.words(trigger.at):
                stretch.event[word] = IGNORED
            known = [self._types.index(t) for t in trigger.types if t in self._types]
            stretch.event[head] = (known[0], known[min(1, len(known) - 1)])
        if trigger.modality is not None and trigger.polarity is not None:
            stretch.certainty[head] = (self._modalities.index(trigger.modality), POLARITIES.index(trigger.polarity))
        if not passage.dense:
            return
        for name, given in trigger.links.items():
            filled = sorted({w for span in given for w in place.words(span)} - {head})
            alike = sorted(
                {w for span in given for other in occurrences(passage.text, span) for w in place.words(other)}
                - set(filled)
            )
            stretch.links.append((head, LINKS.index(name), filled, alike, False))

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

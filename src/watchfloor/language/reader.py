"""Reads text into a spaCy ``Doc`` with tags, lemmas, dependencies, sentences and names."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray
from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from watchfloor.language import blocks, names, sentences, tokens, trees, vectors
from watchfloor.language.annotation import Annotation
from watchfloor.language.assembly import document
from watchfloor.language.features import gaps
from watchfloor.language.heads import CodingNetwork, Heads, Said, available
from watchfloor.language.lemmas import Lemmatiser
from watchfloor.language.network import Network, Scores, Shared

READ_AS = {"IS": "ISIS"}
"""The encoder has no upper case: what is a name only by its capitals is shown to it in a form that is no other word."""


class LanguageReader:
    """The language model with what it needs; one instance may read any number of texts."""

    def __init__(self, threads: int = 1, weights: Traversable | None = None) -> None:
        """Load the weights from a folder, the package's own by default."""
        self.vocab = create_vocab("en", English.Defaults)
        self._network = Network(threads, weights)
        self._heads = CodingNetwork(threads, weights) if available(weights) else None
        self._lemmatise = Lemmatiser()
        self.meaning: Callable[[Shared], vectors.Array] | None = None
        """What is kept of the words of a window, to compare statements by."""
        if vectors.available(weights):
            self.meaning = vectors.Projection(weights)

    def read(self, text: str) -> Doc:
        """Return the text as a ``Doc``: ``doc.text == text``, whatever the text."""
        words: list[tuple[int, int]] = []
        found = Annotation()
        said = self._said(self._blocks(text, words, found))
        return document(self.vocab, text, words, found, self._lemmatise, said)

    def _blocks(self, text: str, words: list[tuple[int, int]], found: Annotation) -> Iterator[Shared]:
        """Add the offsets of the words of a text and what is said of them; yield what the coding heads start from."""
        for begin, end in blocks.spans(text):
            spans = [(begin + start, begin + stop) for start, stop in tokens.spans(text[begin:end])]
            more = self.annotate([text[start:stop] for start, stop in spans], gaps(spans))
            found.append(more)
            words += spans
            yield from more.windows

    def _said(self, windows: Iterable[Shared]) -> tuple[Heads, Said] | None:
        if self._heads is not None:
            return self._heads.heads, self._heads.say(windows)
        for _ in windows:
            pass  # read all the same
        return None

    def __call__(self, doc: Doc) -> Doc:
        """Annotate given words, as a component of a spaCy pipeline; sentence starts that are set are kept."""
        spans = [(token.idx, token.idx + len(token)) for token in doc if not token.is_space]
        given = [token for token in doc if not token.is_space]
        starts = [bool(token.is_sent_start) for token in given] if doc.has_annotation("SENT_START") else None
        said = self.annotate([token.text for token in given], gaps(spans), starts)
        return document(self.vocab, doc.text, spans, said, self._lemmatise, self._said(said.windows))

    def annotate(
        self, words: Sequence[str], before: Sequence[int], given_starts: Sequence[bool] | None = None
    ) -> Annotation:
        """Annotate words that stand together, window by window; ``before`` tells what stands before each.

        A window ends before its last sentence, which may be cut and begins the next window, unless it has but one.
        """
        found = Annotation()
        windows: list[Shared] = []
        begin = 0
        while begin < len(words):
            end = self._network.fitting(words, begin)
            scores = self._network.scores(_as_read(words[begin:end]), before[begin:end])
            if given_starts is None:
                starts = sentences.starts(words[begin:end], before[begin:end], scores.start.tolist())
            else:
                starts = [True, *given_starts[begin + 1 : end]]
            taken = end - begin
            if end < len(words) and not (given_starts is not None and given_starts[end]):
                taken = max(index for index, start in enumerate(starts) if start) or taken
            found.append(self._window(scores, starts[:taken]))
            windows.append(scores.shared.until(taken))
            if self.meaning is not None:
                found.meaning.append(self.meaning(windows[-1]))
            begin += taken
        found.windows = windows
        return found

    def _window(self, scores: Scores, starts: list[bool]) -> Annotation:
        """Decide on everything within a window, sentence by sentence."""
        labels, count = self._network.labels, len(starts)
        heads: NDArray[np.int64] = np.zeros(len(scores.arc), dtype=np.int64)
        edges = [index for index, start in enumerate(starts) if start] + [count]
        for begin, end in zip(edges, edges[1:], strict=False):
            columns = [0, *range(begin + 1, end + 1)]
            local = trees.heads(scores.arc[begin:end][:, columns])
            heads[begin:end] = np.where(local > 0, local + begin, 0)
        relation_scores = self._network.relations(scores, heads)[:count]
        root = labels.relations.index("root")
        # a root is called so, and nothing else is
        relation_scores[:, root] = -np.inf
        relations = [
            "root" if head == 0 else labels.relations[best]
            for head, best in zip(heads[:count].tolist(), relation_scores.argmax(1).tolist(), strict=True)
        ]
        return Annotation(
            tags=[labels.xpos[best] for best in scores.xpos[:count].argmax(1).tolist()],
            pos=[labels.upos[best] for best in scores.upos[:count].argmax(1).tolist()],
            heads=[head - 1 if head else index for index, head in enumerate(heads[:count].tolist())],
            relations=relations,
            names=names.tags(scores.name[:count], labels.names, starts),
            starts=starts,
        )


def _as_read(words: Sequence[str]) -> Sequence[str]:
    """Return the words as the encoder is to see them; in a text all in capitals they say nothing of names."""
    shouted = all(word == word.upper() for word in words)
    return words if shouted else [READ_AS.get(word, word) for word in words]

"""Reads text into a spaCy ``Doc`` with tags, lemmas, dependencies, sentences and names."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray
from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from watchfloor.language import blocks, names, sentences, tokens, trees
from watchfloor.language.features import GAP_BLANK, GAP_NONE
from watchfloor.language.lemmas import Lemmatiser
from watchfloor.language.morphology import features
from watchfloor.language.network import Network, Scores


@dataclass
class Annotation:
    """What is said of each word, in lists of one length."""

    tags: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    """Index of the head; of the word itself for a root."""
    relations: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    """BIO tags."""
    starts: list[bool] = field(default_factory=list)


class LanguageReader:
    """The language model with what it needs; one instance may read any number of texts."""

    def __init__(self, threads: int = 1, weights: Traversable | None = None) -> None:
        """Load the weights from a folder, the package's own by default."""
        self.vocab = create_vocab("en", English.Defaults)
        self._network = Network(threads, weights)
        self._lemmatiser = Lemmatiser()

    def read(self, text: str) -> Doc:
        """Return the text as a ``Doc``: ``doc.text == text``, whatever the text."""
        words: list[tuple[int, int]] = []
        found = Annotation()
        for begin, end in blocks.spans(text):
            spans = [(begin + start, begin + stop) for start, stop in tokens.spans(text[begin:end])]
            gaps = [
                GAP_NONE if before[1] == start else GAP_BLANK
                for before, (start, _) in zip([(-1, -1), *spans], spans, strict=False)
            ]
            self._append(found, self.annotate([text[start:stop] for start, stop in spans], gaps))
            words += spans
        return self._document(text, words, found)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate given words, as a component of a spaCy pipeline; sentence starts that are set are kept."""
        spans = [(token.idx, token.idx + len(token)) for token in doc if not token.is_space]
        given = [token for token in doc if not token.is_space]
        starts = [bool(token.is_sent_start) for token in given] if doc.has_annotation("SENT_START") else None
        gaps = [
            GAP_BLANK if index == 0 or spans[index - 1][1] < start else GAP_NONE
            for index, (start, _) in enumerate(spans)
        ]
        return self._document(doc.text, spans, self.annotate([token.text for token in given], gaps, starts))

    def annotate(
        self, words: Sequence[str], gaps: Sequence[int], given_starts: Sequence[bool] | None = None
    ) -> Annotation:
        """Annotate words that stand together, window by window.

        A window ends before its last sentence, which may be cut and so begins the next window, unless it is all there is.
        """
        found = Annotation()
        begin = 0
        while begin < len(words):
            end = self._network.fitting(words, begin)
            scores = self._network.scores(words[begin:end], gaps[begin:end])
            if given_starts is None:
                starts = sentences.starts(words[begin:end], gaps[begin:end], scores.start.tolist())
            else:
                starts = [True, *given_starts[begin + 1 : end]]
            taken = end - begin
            if end < len(words) and not (given_starts is not None and given_starts[end]):
                taken = max(index for index, start in enumerate(starts) if start) or taken
            self._append(found, self._window(scores, starts[:taken]))
            begin += taken
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

    @staticmethod
    def _append(found: Annotation, more: Annotation) -> None:
        offset = len(found.tags)
        found.heads += [head + offset for head in more.heads]
        for name in ("tags", "pos", "relations", "names", "starts"):
            getattr(found, name).extend(getattr(more, name))

    def _document(self, text: str, words: list[tuple[int, int]], found: Annotation) -> Doc:
        """Put words and the whitespace between them together."""
        passives = {head for head, relation in zip(found.heads, found.relations, strict=True) if relation == "aux:pass"}
        values: dict[str, list[str]] = {
            key: [] for key in ("words", "tags", "pos", "lemmas", "morphs", "deps", "ents")
        }
        spaces: list[bool] = []
        places: list[int] = []
        whitespace: list[tuple[int, int]] = []

        def add_whitespace(between: str, after: int) -> None:
            if spaces and between.startswith(" "):
                spaces[-1] = True
                between = between[1:]
            if between:
                goes_on = after < len(words) and found.names[after].startswith("I-")
                whitespace.append((len(spaces), after))
                for key, value in zip(
                    values, (between, "_SP", "SPACE", between, "", "dep", found.names[after] if goes_on else "O"),
                    strict=True,
                ):  # fmt: skip
                    values[key].append(value)
                spaces.append(False)

        at = 0
        for index, (start, end) in enumerate(words):
            if at < start:
                add_whitespace(text[at:start], index)
            at = end
            places.append(len(spaces))
            word, tag, pos, relation = text[start:end], found.tags[index], found.pos[index], found.relations[index]
            passive = index in passives or relation == "acl"
            row = (
                word, tag, pos, self._lemmatiser(word, pos, tag), features(word, tag, passive), relation,
                found.names[index],
            )  # fmt: skip
            for key, value in zip(values, row, strict=True):
                values[key].append(value)
            spaces.append(False)
        if at < len(text):
            add_whitespace(text[at:], len(words))
        heads = list(range(len(spaces)))
        for place, head in zip(places, found.heads, strict=True):
            heads[place] = places[head]
        for place, after in whitespace:
            if places:
                heads[place] = places[after - 1] if after else places[0]
            else:
                values["deps"][place] = "root"
        return Doc(self.vocab, spaces=spaces, heads=heads, **values)

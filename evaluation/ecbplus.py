"""Which mentions tell the same event across the documents of ECB+, mentions given.

Documents are grouped by topic first, by our own clustering, and mentions of one group only are compared: ours and the
baseline, mentions with the same head lemma, work on the same groups. Ours has nothing of its own but thresholds, set on
the train part: it takes trees, lemmas and word vectors from the reader, and which words tell one type of happening from
the lexicon. Only the sentences that the corpus chose for annotation count.
"""

import os.path
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc, Token

from evaluation import topics
from evaluation.clusters import Scores, compare
from evaluation.figure import Figure
from evaluation.topics import Matrix
from training.corpora import lines
from watchfloor.coder import Coder
from watchfloor.knowledge.lexicon import Lexicon
from watchfloor.language.vectors import CONTENT, MEANING
from watchfloor.records import Document, digest

TOPIC = 0.08
"""Likeness of documents of one topic: on the train part most documents of a topic come together, few of two do."""
FINER = 0.24
"""The same where the baseline does best on the train part: it cannot tell two quakes of one topic apart."""
EVENT = 0.6
"""Likeness of mentions of one event."""
GAIN = 0.04
"""By how much ours is to be better than the baseline."""

#: Cosine of two triggers from which they may tell one event, from which they do, and how much that says: never as much
#: as the same lemma.
SYNONYMS = (0.5, 0.75, 0.0, 0.9)
#: What is added to the cosine for words of one stem, of one type and mode in the lexicon, of one type but other modes.
STEM, KIND, OTHER_MODE = 0.25, 0.12, -0.1
#: Likeness of the clusters that brought two documents together, and what is left of the mentions' own by it.
DOCUMENTS = (0.15, 0.3, 0.2, 1.0)
#: Likeness of the words around two mentions, and what is left by it.
AROUND = (0.0, 0.3, 0.8, 1.0)
SHORTEST_STEM = 4


@dataclass(frozen=True)
class Mention:
    """A mention of an event."""

    document: int
    head: str
    """Its head's lemma."""
    content: bool
    """Whether it says itself what happened: not "it"."""
    meaning: np.ndarray[Any, np.dtype[np.float32]]
    around: frozenset[str]
    """Lemmas of the other content words of its sentence."""
    event: Hashable
    """What the corpus says it tells."""


def measure(data: Path, split: str, coder: Coder) -> list[Figure]:
    """CoNLL F1 of the baseline and of ours, which is to be ``GAIN`` above it; notes tell what it is the mean of.

    The baseline is also told for topics cut finer, which suit it better and which ours does not need.
    """
    corpus = Corpus.read(data / "ecbplus" / f"{split}.jsonl", coder)
    heads = [mention.head for mention in corpus.mentions]
    baseline = corpus.scores(heads)
    finer = corpus.scores([*zip(corpus.grouped(FINER), heads, strict=True)])
    ours = corpus.scores(corpus.events(coder.known.lexicon))
    return [
        _figure("head lemma", baseline),
        _figure("head lemma, finer topics", finer),
        _figure("ours", ours, baseline.conll + GAIN),
    ]


def _figure(name: str, scores: Scores, target: float | None = None) -> Figure:
    parts = {"MUC": scores.muc, "B3": scores.b_cubed, "CEAF-e": scores.ceaf_e}
    note = ", ".join(f"{part} {100 * s.f1:.1f}" for part, s in parts.items())
    return Figure(
        measure="ecbplus", name=f"{name}: CoNLL F1", value=scores.conll, of=scores.mentions, target=target, note=note
    )


class Corpus:
    """Documents with their mentions, and the topics that we find in them."""

    def __init__(self, docs: Sequence[Doc], mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        likeness = topics.documents([topics.bag(doc) for doc in docs])
        self._likeness = likeness
        self._joined = topics.joined(likeness)
        self.topics = topics.clusters(likeness, TOPIC)

    @classmethod
    def read(cls, path: Path, coder: Coder) -> "Corpus":
        """Read one part of the corpus."""
        docs, mentions = [], []
        for number, row in enumerate(lines(path)):
            text = row["text"]
            doc = coder.reading(Document(digest(text), row["id"], row["id"], text, language="en")).doc
            mentions += [_mention(doc, row, marked, number) for marked in _events(row)]
            docs.append(doc)
        return cls(docs, mentions)

    def scores(self, clusters: Sequence[Hashable]) -> Scores:
        """Compare what tells one event, within topics, with what the corpus says."""
        answer = {n: (self.topics[m.document], c) for n, (m, c) in enumerate(zip(self.mentions, clusters, strict=True))}
        return compare({n: m.event for n, m in enumerate(self.mentions)}, answer)

    def grouped(self, least: float) -> list[Hashable]:
        """A group for each mention, of documents that are that much alike."""
        found = topics.clusters(self._likeness, least)
        return [found[mention.document] for mention in self.mentions]

    def events(self, lexicon: Lexicon) -> list[Hashable]:
        """Our answer: an event for each mention."""
        kinds = Kinds(lexicon)
        found: list[Hashable] = [None] * len(self.mentions)
        for topic in sorted(set(self.topics), key=str):
            within = [n for n, mention in enumerate(self.mentions) if self.topics[mention.document] == topic]
            for number, event in zip(within, topics.clusters(self._alike(within, kinds), EVENT), strict=True):
                found[number] = event
        return found

    def _alike(self, numbers: Sequence[int], kinds: "Kinds") -> Matrix:
        """How likely two mentions (n, n) tell one event."""
        mentions = [self.mentions[n] for n in numbers]
        if not mentions:
            return np.zeros((0, 0))
        heads = [mention.head for mention in mentions]
        named, word = np.unique(heads, return_inverse=True)
        near = np.array([[kinds.nearness(one, other) for other in named] for one in named.tolist()])[word][:, word]
        vectors = np.stack([mention.meaning for mention in mentions]).astype(float)
        told = _ramp(vectors @ vectors.T + near, *SYNONYMS)
        told[word[:, None] == word[None]] = 1
        content = np.array([mention.content for mention in mentions])
        told[~(content[:, None] & content[None])] = 0
        documents = [mention.document for mention in mentions]
        around = [{lemma: self._rarity[lemma] for lemma in mention.around} for mention in mentions]
        result: Matrix = (
            told * _ramp(self._joined[np.ix_(documents, documents)], *DOCUMENTS) * _ramp(topics.alike(around), *AROUND)
        )
        return result

    @cached_property
    def _rarity(self) -> dict[str, float]:
        """How rare words are among sentences that tell events."""
        return topics.rarity([mention.around for mention in self.mentions])


class Kinds:
    """What the lexicon and the spelling say of two lemmas."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._types: dict[str, set[str]] = {}
        self._modes: dict[str, set[tuple[str, str | None]]] = {}
        for sense in lexicon.senses:
            for lemma in (sense.lemma, *sense.also):
                self._types.setdefault(lemma, set()).add(sense.type)
                self._modes.setdefault(lemma, set()).add((sense.type, sense.mode))

    def nearness(self, one: str, other: str) -> float:
        """What is added to the cosine of two words."""
        if of_one_stem(one, other):
            return STEM
        if self._modes.get(one, set()) & self._modes.get(other, set()):
            return KIND
        return OTHER_MODE if self._types.get(one, set()) & self._types.get(other, set()) else 0.0


def of_one_stem(one: str, other: str) -> bool:
    """Tell whether two words begin alike for more than half of the longer one: "explode", "explosion"."""
    shared = len(os.path.commonprefix((one, other)))
    short, long = sorted((len(one), len(other)))
    return shared >= SHORTEST_STEM and (shared >= short - 1 or 2 * shared > long)


def _ramp(values: Matrix, begin: float, end: float, low: float, high: float) -> Matrix:
    """``low`` up to ``begin``, ``high`` from ``end`` on, a straight line between."""
    result: Matrix = np.clip(low + (values - begin) / (end - begin) * (high - low), low, high)
    return result


def _events(row: dict[str, Any]) -> list[dict[str, Any]]:
    chosen = set(row["annotated_sentences"])
    return [m for m in row["mentions"] if m["sentence"] in chosen and m["label"].startswith(("ACTION", "NEG"))]


def _mention(doc: Doc, row: dict[str, Any], marked: dict[str, Any], document: int) -> Mention:
    sentence = _words(doc, [row["sentences"][marked["sentence"]]])
    told = _words(doc, marked.get("discontinuous") or [(marked["start"], marked["end"])])
    inside = {token.i for token in told}
    head = next(token for token in told if token.head.i == token.i or token.head.i not in inside)
    content = [token for token in told if token.pos_ in CONTENT]
    summed = doc.user_data[MEANING].at(token.i for token in content or [head]).sum(0)
    return Mention(
        document,
        head.lemma_.lower(),
        head.pos_ in CONTENT,
        summed / np.linalg.norm(summed),
        frozenset(token.lemma_.lower() for token in sentence if token.pos_ in CONTENT and token.i not in inside),
        # a mention without a cluster tells what no other tells
        marked.get("cluster") or (row["id"], marked["start"], marked["end"]),
    )


def _words(doc: Doc, extents: Sequence[Sequence[int]]) -> list[Token]:
    spans = (doc.char_span(start, end, alignment_mode="expand") for start, end in extents)
    return [token for token in chain.from_iterable(span or () for span in spans) if not token.is_space]

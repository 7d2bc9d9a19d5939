"""Documents by what they are about: TF-IDF of their lemmas, clustered from below by average likeness."""

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import cophenet, fcluster, linkage
from scipy.spatial.distance import squareform
from spacy.tokens import Doc

from watchfloor.language.vectors import CONTENT

Matrix = NDArray[np.float64]

NAMES = 3.0
"""How often a name counts: who and where tell one happening from another of its kind."""


def bag(doc: Doc) -> Counter[str]:
    """The content lemmas of a document and how often each stands there."""
    found: Counter[str] = Counter()
    for token in doc:
        if token.pos_ in CONTENT and len(token) > 1:
            found[token.lemma_.lower()] += NAMES if token.pos_ == "PROPN" else 1  # type: ignore[assignment]
    return found


def rarity(bags: Sequence[Iterable[str]]) -> dict[str, float]:
    """The logarithm of how much rarer each word is than one that every bag holds."""
    held = Counter(word for words in bags for word in set(words))
    return {word: math.log(len(bags) / count) for word, count in held.items()}


def alike(bags: Sequence[Mapping[str, float]]) -> Matrix:
    """Cosines (n, n) of bags, each given as its words with their weights; 0 where one is empty."""
    columns = {word: number for number, word in enumerate(sorted({word for words in bags for word in words}))}
    rows = np.zeros((len(bags), len(columns)))
    for row, words in zip(rows, bags, strict=True):
        for word, weight in words.items():
            row[columns[word]] = weight
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.finfo(float).tiny)
    result: Matrix = np.clip(rows @ rows.T, 0, 1)
    return result


def documents(bags: Sequence[Counter[str]]) -> Matrix:
    """Likeness (n, n) of documents; words of one document alone are left out."""
    rare = rarity(bags)
    single = math.log(len(bags)) if bags else 0.0
    return alike(
        [{word: math.log(1 + n) * rare[word] for word, n in words.items() if rare[word] < single} for words in bags]
    )


def joined(likeness: Matrix) -> Matrix:
    """How alike (n, n) the clusters were when two things came into one: what their neighbours say of them as well."""
    if len(likeness) < 2:
        return np.ones_like(likeness)
    result: Matrix = 1 - squareform(cophenet(_merges(likeness)))
    return result


def clusters(likeness: Matrix, least: float) -> list[Hashable]:
    """A cluster for each thing; clusters are joined while they are that much alike on average."""
    if len(likeness) < 2:
        return [1] * len(likeness)
    return [int(one) for one in fcluster(_merges(likeness), 1 - least, "distance")]


def _merges(likeness: Matrix) -> Matrix:
    apart = 1 - (likeness + likeness.T) / 2
    np.fill_diagonal(apart, 0)
    result: Matrix = linkage(squareform(apart, checks=False), "average")
    return result

"""Fit the projection of words by which statements are compared.

``python -m training.vectors --data FOLDER --encoder FOLDER --out FOLDER``

Linear discriminant analysis with a class for each lemma: of all directions in what the reader's lower layers say of a
word, those in which uses of one word agree and different words differ. What such directions share is meaning; what is
left out is position, inflection and syntax. Nothing is labelled, and the answer is exact: no seed, no passes.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training import manifest, passages
from watchfloor.language import vectors
from watchfloor.language.reader import LanguageReader

LEAST_USES = 3
"""Of a lemma; of fewer there is no telling what they share."""
SMOOTHING = 0.1
"""Share of the mean variance within lemmas that is added to each direction, so that rare ones are not blown up."""

Matrix = NDArray[np.float64]


def main() -> None:
    """Read the texts, fit, write ``vectors.npy``."""
    options = _options()
    manifest.check(options.data, options.encoder)
    texts = [
        passage.text
        for corpus in (
            passages.statements(options.data, "train"),
            passages.annotated(),
            passages.gum(options.data, "train"),
        )
        for passage in corpus
    ]
    lemmas, words = states(texts)
    fitted = fit(words, lemmas)
    np.save(options.out / "vectors.npy", fitted)
    print(f"{len(words)} words of {len(set(lemmas))} lemmas, {fitted.nbytes / 1e3:.0f} kB")


def states(texts: Iterable[str]) -> tuple[list[str], Matrix]:
    """The lemma and the state of each content word."""
    reader = LanguageReader()
    reader.meaning = vectors.states
    lemmas: list[str] = []
    found = []
    for text in texts:
        doc = reader.read(text)
        content = [token for token in doc if token.pos_ in vectors.CONTENT]
        lemmas += [f"{token.lemma_.lower()} {token.pos_}" for token in content]
        found.append(doc.user_data[vectors.MEANING].at(token.i for token in content))
    return lemmas, np.concatenate(found).astype(np.float64)


def fit(words: Matrix, lemmas: list[str]) -> NDArray[np.float32]:
    """Return the origin, projected, and the map (width, ``vectors.SIZE``) below it."""
    names, classes, uses = np.unique(np.array(lemmas), return_inverse=True, return_counts=True)
    often = uses[classes] >= LEAST_USES
    words, (_, classes, uses) = words[often], np.unique(classes[often], return_inverse=True, return_counts=True)
    origin = words.mean(0)
    means = np.zeros((len(uses), words.shape[1]))
    np.add.at(means, classes, words)
    apart = words - (means / uses[:, None])[classes]
    within = apart.T @ apart / (len(words) - len(uses))
    between = np.cov(words.T, bias=True) - within
    within += SMOOTHING * np.trace(within) / len(within) * np.eye(len(within))
    # the generalised eigenvalue problem, by whitening what differs within lemmas
    whitening = np.linalg.inv(np.linalg.cholesky(within))
    _, directions = np.linalg.eigh(whitening @ between @ whitening.T)
    best = whitening.T @ directions[:, ::-1][:, : vectors.SIZE]
    return np.vstack([origin @ best, best]).astype(np.float32)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora, see manifest.csv")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the base encoder")
    parser.add_argument("--out", type=Path, required=True, help="folder of the weights")
    return parser.parse_args()


if __name__ == "__main__":
    main()

"""What the coding heads say, by token; and the stretches that they read."""

import math

import numpy as np
import pytest

from watchfloor.language import load
from watchfloor.language.coding import CodingScores
from watchfloor.language.heads import Heads, Said, grouped

WIDTH = 3


def heads() -> Heads:
    """Two links: the first looks at the third feature of the other word, the second at the distance alone."""
    pairs = np.zeros((2, WIDTH + 1, WIDTH + 1), dtype=np.float32)
    pairs[0, WIDTH, 2] = 5.0
    near = np.zeros((2, 5), dtype=np.float32)
    near[1] = [0, 4, 0, 0, 0]  # the word just before
    return Heads(
        types=("", "ASSAULT"),
        modalities=("actual", "planned"),
        fillers=("victim",),
        facts=("happened", "did not happen"),
        links=("actor", "place"),
        pairs=pairs,
        near=near,
        edges=np.array([1, 2]),
        nobody=np.zeros(WIDTH, dtype=np.float32),
    )


def said(*features: tuple[float, float, float]) -> Said:
    count = len(features)
    zeros = np.zeros((count, 4), dtype=np.float16)
    words = np.array(features, dtype=np.float16)
    event = np.tile(np.array([3.0, 0.0], dtype=np.float16), (count, 1))
    event[-1] = [0.0, 3.0]
    return Said([event], [zeros], [zeros[:, :2]], [zeros[:, :3]], [words], [words])


def test_tokens_that_tell_something_are_likely() -> None:
    scores = CodingScores(heads(), said((0, 0, 0), (0, 0, 1), (0, 0, 0)), tokens=[0, 2, 3])
    assert scores.likely(0.5) == [3]
    assert math.exp(scores.types(3)["ASSAULT"]) > 0.9 > math.exp(scores.types(0)["ASSAULT"])


def test_links_are_probabilities_over_the_stretch_and_nobody() -> None:
    scores = CodingScores(heads(), said((0, 0, 0), (0, 0, 1), (0, 0, 0)), tokens=[0, 2, 3])
    told, nobody = scores.fills(3, "actor")
    assert math.isclose(sum(math.exp(v) for v in told.values()) + math.exp(nobody), 1.0, abs_tol=1e-4)
    assert max(told, key=lambda token: told[token]) == 2
    told, nobody = scores.fills(3, "place")
    assert max(told, key=lambda token: told[token]) == 2
    assert nobody < told[2]


def test_words_of_another_stretch_are_not_in_question() -> None:
    both = said((0, 0, 0))
    both.append(said((0, 0, 1), (0, 0, 0)))
    told, _ = CodingScores(heads(), both, tokens=[0, 1, 2]).fills(0, "actor")
    assert set(told) == {0}


@pytest.mark.parametrize(
    ("sizes", "stretches"),
    [([], []), ([100, 100, 100], [[100, 100, 100]]), ([200, 200], [[200], [200]]), ([500, 10], [[500], [10]])],
)
def test_stretches_end_where_they_would_grow_too_long(sizes: list[int], stretches: list[list[int]]) -> None:
    assert list(grouped(sizes, lambda size: size)) == stretches


def test_every_word_of_a_document_is_told_of() -> None:
    doc = load().read("Gunmen  attacked a village.\n\nThey fled to the hills on Monday.")
    coding = doc.user_data["coding"]
    for token in doc:
        if not token.is_space:
            assert math.isclose(sum(math.exp(v) for v in coding.types(token.i).values()), 1.0, abs_tol=1e-3)
    assert len(coding.fillers()[0]) == sum(not token.is_space for token in doc)

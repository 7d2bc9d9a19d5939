"""The tree found is a tree, and the best there is."""

from itertools import product

import numpy as np
import pytest

from watchfloor.language import trees


def is_tree(heads: tuple[int, ...]) -> bool:
    if sum(head == 0 for head in heads) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word - 1]
    return True


def score(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return sum(float(row[head]) for row, head in zip(scores, heads, strict=True))


@pytest.mark.parametrize("seed", range(60))
def test_best_tree_against_all_trees(seed: int) -> None:
    generator = np.random.default_rng(seed)
    count = 1 + seed % 5
    scores = generator.normal(size=(count, count + 1)).astype(np.float32)
    found = tuple(int(head) for head in trees.heads(scores))
    assert is_tree(found)
    every = [heads for heads in product(range(count + 1), repeat=count) if is_tree(heads)]
    best = max(every, key=lambda heads: score(scores, heads))
    assert score(scores, found) == pytest.approx(score(scores, best), abs=1e-4)


def test_long_sentence_of_equal_scores() -> None:
    heads = trees.heads(np.zeros((200, 201), dtype=np.float32))
    assert is_tree(tuple(heads.tolist()))

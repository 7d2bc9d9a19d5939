"""Names from scores: well-formed whatever the scores."""

import numpy as np

from watchfloor.language import names

LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]


def scores(*rows: dict[str, float]) -> np.ndarray:
    return np.array([[row.get(label, 0.0) for label in LABELS] for row in rows], dtype=np.float32)


def test_best_tags_are_taken() -> None:
    given = scores({"B-PER": 5}, {"I-PER": 5}, {"O": 5}, {"B-LOC": 5})
    assert names.tags(given, LABELS, [True, False, False, False]) == ["B-PER", "I-PER", "O", "B-LOC"]


def test_a_name_begins_with_its_beginning() -> None:
    given = scores({"I-PER": 5, "B-PER": 4}, {"I-PER": 5})
    assert names.tags(given, LABELS, [True, False]) == ["B-PER", "I-PER"]


def test_a_name_has_one_label() -> None:
    given = scores({"B-PER": 3, "B-LOC": 2}, {"I-LOC": 5})
    assert names.tags(given, LABELS, [True, False]) == ["B-LOC", "I-LOC"]


def test_a_name_ends_with_its_sentence() -> None:
    given = scores({"B-PER": 5}, {"I-PER": 5, "B-PER": 4})
    assert names.tags(given, LABELS, [True, True]) == ["B-PER", "B-PER"]


def test_random_scores_are_well_formed() -> None:
    generator = np.random.default_rng(1)
    for _ in range(50):
        count = int(generator.integers(1, 30))
        starts = [True, *(generator.random(count - 1) < 0.2).tolist()]
        tags = names.tags(generator.normal(size=(count, len(LABELS))).astype(np.float32), LABELS, starts)
        for index, tag in enumerate(tags):
            if tag.startswith("I-"):
                assert not starts[index]
                assert tags[index - 1][2:] == tag[2:]

"""Scores of partitions against cases that were worked out by hand."""

import pytest

from evaluation.clusters import Scores, compare


def scores(key: str, answer: str) -> Scores:
    """Partitions are written as clusters of letters: "abc de"."""
    return compare(*({m: n for n, cluster in enumerate(p.split()) for m in cluster} for p in (key, answer)))


@pytest.mark.parametrize(
    ("key", "answer", "muc", "b_cubed", "ceaf_e"),
    [
        ("abc de f", "abc de f", (1, 1), (1, 1), (1, 1)),
        # no link of three: nothing for MUC; each mention is found alone, with 1/3 and 1/2 of its cluster
        ("abc de", "a b c d e", (0, 0), (1, 2 / 5), ((1 / 2 + 2 / 3) / 5, (1 / 2 + 2 / 3) / 2)),
        # one cluster of all: every link of the key, and one too many
        ("abc de", "abcde", (3 / 4, 1), ((9 + 4) / 25, 1), (3 / 4, 3 / 8)),
        # Vilain and others' example: a-b-c-d is found as a-b, c-d
        ("abcd", "ab cd", (1, 2 / 3), (1, 1 / 2), (1 / 3, 2 / 3)),
        # Bagga and Baldwin's example: of 5, 2 and 5 the last two are joined
        (
            "abcde fg hijkl",
            "abcde fghijkl",
            (9 / 10, 1),
            ((5 + 4 / 7 + 25 / 7) / 12, 1),
            ((1 + 10 / 12) / 2, (1 + 10 / 12) / 3),
        ),
        # the first and the third joined
        (
            "abcde fg hijkl",
            "abcdehijkl fg",
            (9 / 10, 1),
            ((2.5 + 2 + 2.5) / 12, 1),
            ((2 / 3 + 1) / 2, (2 / 3 + 1) / 3),
        ),
        # greedy pairing would take ab with abc (0.8) and leave c; the best takes the same, 0.8, and nothing for c
        ("ab cd", "abc d", (1 / 2, 1 / 2), ((4 / 3 + 1 / 3 + 1) / 4, (2 + 1) / 4), ((4 / 5 + 2 / 3) / 2,) * 2),
    ],
)
def test_hand_worked(
    key: str,
    answer: str,
    muc: tuple[float, float],
    b_cubed: tuple[float, float],
    ceaf_e: tuple[float, float],
) -> None:
    found = scores(key, answer)
    assert (found.muc.precision, found.muc.recall) == pytest.approx(muc)
    assert (found.b_cubed.precision, found.b_cubed.recall) == pytest.approx(b_cubed)
    assert (found.ceaf_e.precision, found.ceaf_e.recall) == pytest.approx(ceaf_e)
    assert found.conll == pytest.approx((found.muc.f1 + found.b_cubed.f1 + found.ceaf_e.f1) / 3)


def test_names_of_clusters_do_not_matter() -> None:
    assert compare({1: "x", 2: "x", 3: "y"}, {1: 7, 2: 7, 3: None}).conll == 1


def test_other_mentions_are_refused() -> None:
    with pytest.raises(ValueError, match="2 mentions"):
        compare({1: "x"}, {2: "x"})

"""Figures: values from counts, targets as printed."""

import pytest

from evaluation.figure import Figure, f1, share


def test_an_f1_comes_from_its_counts() -> None:
    figure = f1("timex", "strict", 3, 4, 6)
    assert (figure.precision, figure.recall, figure.value) == (0.75, 0.5, 0.6)


def test_a_share_has_no_precision() -> None:
    figure = share("slots", "place", 9, 10)
    assert figure.value == 0.9
    assert figure.precision is None
    assert figure.recall is None


@pytest.mark.parametrize("figure", [f1("timex", "strict", 0, 0, 0), share("slots", "place", 0, 0, target=0.9)])
def test_no_cases_are_no_score_and_meet_nothing(figure: Figure) -> None:
    assert figure.value == 0
    assert figure.met is None


@pytest.mark.parametrize(
    ("right", "of", "target", "at_most", "met"),
    [
        (9, 10, 0.9, False, True),
        (8, 10, 0.9, False, False),
        (1, 10, 0.1, True, True),
        (2, 10, 0.1, True, False),
        (8996, 10000, 0.9, False, True),  # 0.900 as it is printed
        (8, 10, None, False, None),
    ],
)
def test_targets(right: int, of: int, target: float | None, at_most: bool, met: bool | None) -> None:
    assert share("slots", "place", right, of, target=target, at_most=at_most).met is met

"""Calibration: bins, the error between confidence and share right, and the drawing."""

from xml.etree import ElementTree

import pytest

from evaluation.calibration import Judged, binned, error, ranked
from evaluation.reliability_plot import draw


def verdicts(confidence: float, right: int, of: int) -> list[Judged]:
    return [Judged("", confidence, typed=True, right=i < right) for i in range(of)]


def test_bins_hold_their_bounds() -> None:
    bins = binned([*verdicts(0.29, 0, 1), *verdicts(0.3, 1, 1), *verdicts(0.95, 1, 1), *verdicts(1.0, 1, 1)])
    assert [b.count for b in bins] == [1, 1, 2]


def test_eight_in_ten_of_those_given_eight_tenths_is_no_error() -> None:
    [b] = binned(verdicts(0.8, 8, 10))
    assert (b.confidence, b.right, b.typed) == (pytest.approx(0.8), 0.8, 1.0)
    assert error([(b.count, b.confidence, b.right)]) == pytest.approx(0)


def test_the_error_is_weighted_by_the_size_of_the_bins() -> None:
    assert error([(30, 0.9, 0.5), (10, 0.5, 0.5)]) == pytest.approx(0.3)
    assert error([]) == 0


def test_a_constant_ranks_nothing() -> None:
    assert ranked(verdicts(0.5, 2, 4)) == (2, 4)
    assert ranked([*verdicts(0.9, 1, 1), *verdicts(0.4, 0, 2)]) == (2, 2)


def test_the_plot_has_a_dot_for_each_bin() -> None:
    plot = ElementTree.fromstring(draw([(30, 0.9, 0.5), (10, 0.5, 0.5)]))
    dots = [element for element in plot.iter() if element.tag.endswith("circle")]
    assert [(float(d.get("cx", "")), float(d.get("cy", ""))) for d in dots] == [(372, 228), (228, 228)]
    assert float(dots[0].get("r", "")) > float(dots[1].get("r", ""))

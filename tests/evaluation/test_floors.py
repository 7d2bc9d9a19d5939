"""No figure on our own labelled cases falls under its floor, and no floor stands without a reason."""

from pathlib import Path

import pytest

from evaluation import floors, own
from evaluation.figure import share
from watchfloor.coder import Coder


def test_no_figure_is_under_its_floor(coder: Coder) -> None:
    assert floors.fallen(own.measure(coder), floors.read()) == []


def test_what_falls_is_told() -> None:
    told = floors.fallen([share("own", "place", 7, 10), share("own", "time", 8, 10)], {"place": 0.8, "time": 0.8})
    assert told == ["place: 0.700 is under its floor of 0.800"]


def test_a_floor_without_its_figure_is_told() -> None:
    assert floors.fallen([], {"place": 0.8}) == ["place: there is no such figure"]


def test_a_floor_says_why(tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"
    file.write_text('place = 0.8 # measured 0.82\n"typed F1" = 0.5\n', encoding="utf-8")
    with pytest.raises(ValueError, match="typed F1"):
        floors.read(file)

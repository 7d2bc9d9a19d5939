"""Figures put into a page between marks."""

import re
from datetime import date
from pathlib import Path

import pytest

from evaluation import page
from evaluation.figure import f1, share
from evaluation.registry import MEASURES

PAGE = Path(__file__).parents[2] / "docs" / "accuracy.md"
DAY = date(2026, 11, 22)


def test_what_stands_between_the_marks_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "accuracy.md"
    path.write_text("# Accuracy\n<!-- figures -->\nold\n<!-- end of figures -->\nafter\n", encoding="utf-8")
    page.write(path, "figures", ["new", r"\1"])
    assert path.read_text(encoding="utf-8") == (
        "# Accuracy\n<!-- figures -->\nnew\n\\1\n<!-- end of figures -->\nafter\n"
    )


def test_a_page_without_marks_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "accuracy.md"
    path.write_text("# Accuracy\n", encoding="utf-8")
    with pytest.raises(ValueError, match="has no <!-- figures -->"):
        page.write(path, "figures", ["new"])


def test_a_row_says_counts_and_whether_the_target_is_met() -> None:
    *_, first, second = page.figures(
        [
            f1("timex", "strict F1", 3, 4, 6, target=0.5),
            share("slots", "place invented", 2, 10, target=0.1, at_most=True),
        ],
        "dev",
        DAY,
    )
    assert first == "| timex | strict F1 | 0.600 | 0.750 | 0.500 | 3 / 4 / 6 | ≥ 0.50 met |  |"
    assert second == "| slots | place invented | 0.200 |  |  | 2 / 10 | ≤ 0.10 short |  |"


def test_every_measure_is_described() -> None:
    text = PAGE.read_text(encoding="utf-8")
    described = text.partition("## What is measured")[2].partition("\n## ")[0]
    told = [
        name for first in re.findall(r"^\| ([a-z0-9, ]+) \|", described, re.MULTILINE) for name in first.split(", ")
    ]
    assert {m.name for m in MEASURES} <= set(told)

"""The plain comparison of what is coded with our own annotations."""

from typing import Any

import pytest

from evaluation import own
from training.annotations import Annotation, Passage
from watchfloor.coder import Coder
from watchfloor.records import Document, Span, Statement

TEXT = "Police arrested four men in Osh on 12 May 2019. It rained."


def span(words: str) -> Span:
    return Span(words, TEXT.index(words), TEXT.index(words) + len(words))


def annotation(**slots: Any) -> Annotation:
    right: dict[str, Any] = {
        "quote": span("arrested four men"), "trigger": span("arrested"), "types": ("COERCE",), "mode": "arrest",
        "actors": (span("Police"),), "recipients": (span("men"),), "places": (span("Osh"),),
        "when": span("12 May 2019"), "time": "2019-05-12", "speaker": None, "modality": "actual",
        "polarity": "positive", "counts": (), "instrument": None, "stance": None, "core": True,
    }  # fmt: skip
    return Annotation(**right | slots)


@pytest.fixture(scope="module")
def told(coder: Coder) -> list[Statement]:
    document = Document("0", "k", "p", TEXT, published="2019-05-20", language="en")
    return list(coder.code(document).statements)


def compare(told: list[Statement], *wanted: Annotation) -> dict[str, int]:
    return dict(own.compare(Passage("c001", "2019-05-20", TEXT, wanted), told))


def test_what_is_right_is_right(told: list[Statement]) -> None:
    counts = compare(told, annotation())
    assert (counts["typed"], counts["who-whom"], counts["found"], counts["wanted"]) == (1, 1, 1, 1)
    assert all(counts[slot] for slot in ("places", "time", "speaker", "modality", "polarity"))


@pytest.mark.parametrize(
    ("slots", "wrong"),
    [
        ({"actors": ()}, "actors"),
        ({"recipients": (span("Police"),)}, "recipients"),
        ({"places": ()}, "places"),
        ({"time": "2019-05-13"}, "time"),
        ({"time": None}, "time"),
        ({"speaker": span("Police")}, "speaker"),
        ({"modality": "planned"}, "modality"),
    ],
)
def test_what_differs_is_wrong(slots: dict[str, Any], wrong: str, told: list[Statement]) -> None:
    assert compare(told, annotation(**slots))[wrong] == 0


def test_a_month_is_met_by_its_days(told: list[Statement]) -> None:
    assert compare(told, annotation(time="2019-05"))["time"] == 1


def test_another_type_is_found_but_not_right(told: list[Statement]) -> None:
    counts = compare(told, annotation(types=("ASSAULT",)))
    assert (counts.get("typed", 0), counts["found"]) == (0, 1)


def test_what_is_not_core_neither_costs_nor_counts(told: list[Statement]) -> None:
    assert compare(told, annotation(core=False)) == {"found": 0, "wanted": 0}
    assert compare([], annotation(core=False)) == {"found": 0, "wanted": 0}


def test_a_near_miss_that_is_coded_costs(told: list[Statement]) -> None:
    assert compare(told) == {"found": 1, "wanted": 0}

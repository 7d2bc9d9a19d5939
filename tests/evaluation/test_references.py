"""References: the scorer of the folder is run, whatever it says; slots become figures."""

import json
from pathlib import Path

import pytest

from evaluation import cases, references
from watchfloor.coder import Coder

TEXT = "Police arrested four men in Almaty on 12 May 2019."
REFERENCE = {"document": "note.txt", "published": "2019-05-20", "statements": []}

#: Stands in for a scorer: prints how many records it was given.
SCORER = """
import json, sys
records = sum(1 for line in open(sys.argv[2]))
print(json.dumps({"documents": len(sys.argv) - 3, "reference": 1, "predicted": records, "right": {}, "invented": {},
                  **{level: {"p": 0.5, "r": 1.0, "f1": 0.667} for level in ("typed", "who-whom", "complete")}}))
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "note.gold.json").write_text(json.dumps(REFERENCE), encoding="utf-8")
    (tmp_path / "score.py").write_text(SCORER, encoding="utf-8")
    return tmp_path


def test_documents_are_coded_with_the_day_that_the_reference_says(gold: Path, coder: Coder) -> None:
    [case] = cases.code(gold, coder)
    assert case.name == "note.txt"
    assert case.document["published"] == "2019-05-20"
    assert [s["type"] for s in case.statements] == ["COERCE"]


def test_an_empty_folder_is_a_fault(tmp_path: Path, coder: Coder) -> None:
    with pytest.raises(ValueError, match="no \\*.gold.json"):
        cases.code(tmp_path, coder)


def test_the_scorer_of_the_folder_is_run(gold: Path, coder: Coder) -> None:
    typed, *_ = references.gold(gold, gold, "dev", coder)
    assert (typed.value, typed.right, typed.found, typed.of) == (0.667, 1, 2, 1)
    assert typed.note == "1 documents"


def test_targets_of_slots_count_where_there_are_cases_enough() -> None:
    right = {"place": (27, 30), "time": (9, 10), "actor": (30, 30)}
    actor, time, place, *invented = references.slot_figures("slots", right, {"place": (4, 30)})
    assert (place.name, place.met) == ("place right", True)
    assert (time.met, time.note) == (None, "fewer than 30 cases")
    assert actor.target is None
    assert [(f.name, f.met) for f in invented] == [("place invented", False)]


def test_a_manifest_says_more_than_the_reference(gold: Path, coder: Coder) -> None:
    (gold / "manifest.csv").write_text("path,published,title\nnote.txt,2019-06-01,A note\n", encoding="utf-8")
    [case] = cases.code(gold, coder)
    assert (case.document["published"], case.document["title"]) == ("2019-06-01", "A note")

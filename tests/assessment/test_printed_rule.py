"""docs/assessment.md prints what the program does."""

import re
from pathlib import Path
from typing import get_args

from watchfloor.assessment.credibility import GRADES, RULES
from watchfloor.assessment.values import OF_EVENT, SEVERAL, WORDS
from watchfloor.records import Status

PAGE = (Path(__file__).parents[2] / "docs" / "assessment.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[tuple[str, str]]:
    """The tables of a section, their first two columns without backquotes and heads."""
    section = re.search(rf"^## {heading}$(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert section
    found = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", section[1], re.MULTILINE)
    return [(a.strip("`"), b) for a, b in found]


def test_the_rule_is_printed() -> None:
    table = [row for row in rows("Credibility") if row[0].isdigit()]
    assert table[: len(RULES)] == [(str(grade), why) for grade, why, _ in RULES]
    assert table[len(RULES) :] == [(str(grade), words) for grade, words in GRADES.items()]


def test_every_status_is_explained() -> None:
    assert {name for name, _ in rows("What an event says")} - {"status"} == set(get_args(Status))


def test_every_slot_is_listed() -> None:
    told = {name.split("`")[0] for name, _ in rows("Decisions")}
    assert {*SEVERAL, *WORDS, "type", "time", "speaker", "about", "status"} <= told
    assert "status" in OF_EVENT

"""What a command says at its end."""

import pytest

from watchfloor.cli.summary import Summary
from watchfloor.growth import Growth
from watchfloor.pipeline import Outcome
from watchfloor.store import Added


@pytest.mark.parametrize(
    ("outcomes", "growth", "words"),
    [
        ([], None, "documents: none · statements: 0"),
        (
            [Outcome(Added.NEW, 1200), Outcome(Added.CHANGED, 3), Outcome(Added.SAME), None],
            Growth(5, 1),
            "documents: 1 new, 1 changed, 1 unchanged, 1 failed · statements: 1,203 · events: 5 new, 1 grown",
        ),
        ([Outcome(Added.RECODED, 2), Outcome(Added.COPY, 1)], None, "documents: 1 recoded, 1 copy · statements: 2"),
        ([Outcome(Added.COPY, 2), Outcome(Added.COPY, 1)], None, "documents: 2 copies · statements: 0"),
    ],
)
def test_words_leave_out_what_did_not_happen(outcomes: list[Outcome | None], growth: Growth | None, words: str) -> None:
    summary = Summary(growth=growth)
    for outcome in outcomes:
        summary.add(outcome)
    assert summary.words() == words


def test_records_hold_every_count() -> None:
    assert Summary().record() == {
        "new": 0, "changed": 0, "recoded": 0, "copies": 0, "unchanged": 0, "failed": 0, "statements": 0, "events": None,
    }  # fmt: skip

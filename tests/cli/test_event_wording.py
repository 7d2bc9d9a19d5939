"""How an event's values read."""

import pytest

from watchfloor.cli import event_wording
from watchfloor.records import DOERS, Event, Party, Toll

EVENT = Event(
    "e",
    "event",
    "ASSAULT",
    "reported",
    actors=(Party("gunmen"),),
    recipients=(Party("U.S. service members", id="usa.military"),),
)


@pytest.mark.parametrize(
    ("toll", "expected"),
    [
        (Toll("killed", None, 25, 46, 100), "46 (25–100) killed"),
        (Toll("killed", "usa.military", 13, 13, 13), "13 killed (U.S. service members)"),
        (Toll("killed", "afg.civilian", 170, 170, 170), "170 killed (afg.civilian)"),  # nobody of that id is named
        (Toll("killed", DOERS, 2, 2, 2), "2 killed (those who did it)"),
        (Toll("people", DOERS, 1200, 1200, 1200), "1,200 took part"),
        (Toll("people", None, 2, 2, 2), "2 people"),
    ],
)
def test_a_toll_says_whom_it_counts(toll: Toll, expected: str) -> None:
    assert event_wording.toll(toll, EVENT) == expected

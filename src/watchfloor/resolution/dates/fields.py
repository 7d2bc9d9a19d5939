"""What each slot of the grammar says about a moment: the words of a slot to the fields of `Moment`."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from typing import Any

from watchfloor.resolution.dates import vocabulary as words
from watchfloor.resolution.dates.forms import Moment

Fields = dict[str, Any]


# A year in two figures below this one is of our century, the others are of the last.
_CENTURY_TURN = 40


class NoTime(Exception):
    """The words fit a rule's pattern but name no time, such as June 31."""


def fields_of(caught: Mapping[str, str]) -> Fields:
    """The fields that the slots give together; raises `NoTime` for figures that can be no date."""
    fields: Fields = {}
    for slot, read in _READERS.items():
        if slot in caught:
            fields |= read(caught[slot])
    if "figure" in caught:
        fields |= _in_figures(int(caught["figure"]), int(caught["figure2"]))
    return fields


def check(moment: Moment) -> None:
    """Refuses, with `NoTime`, a day that its month does not have; without a year February has 29."""
    if moment.day and moment.month and moment.day > monthrange(moment.year or 2000, moment.month)[1]:
        raise NoTime


def _year(text: str) -> Fields:
    return {"year": int(text)}


def _month(text: str) -> Fields:
    return {"month": words.month_of(text)}


def _day(text: str) -> Fields:
    return {"day": words.ordinal_of(text)}


def _weekday(text: str) -> Fields:
    return {"weekday": words.weekday_of(text)}


def _feast(text: str) -> Fields:
    month, day = words.FEASTS[words.folded(text)]
    return {"month": month, "day": day}


_READERS: dict[str, Callable[[str], Fields]] = {
    "year": _year,
    "year2": _year,
    "isoyear": _year,
    "yearbc": _year,
    "shortyear": lambda text: {"year": int(text) + (2000 if int(text) < _CENTURY_TURN else 1900)},
    "era": lambda text: {"era": -1},
    "month": _month,
    "month2": _month,
    "monthname": _month,
    "plainmonth": _month,
    "ambiguousmonth": _month,
    "namemonth": _month,
    "verbmonth": _month,
    "isomonth": lambda text: {"month": int(text)},
    "day": _day,
    "day2": _day,
    "dayordinal": _day,
    "isoday": lambda text: {"day": int(text)},
    "weekday": _weekday,
    "weekdayshort": _weekday,
    "season": lambda text: {"season": words.SEASONS[words.folded(text)]},
    "quarter": lambda text: {"quarter": words.ordinal_of(text)},
    "half": lambda text: {"half": 1 if text.lower() == "first" else 2},
    "decade": lambda text: {"decade": int(text)},
    "shortdecade": lambda text: {"decade": 190 + int(text)},
    "decadename": lambda text: {"decade": 190 + words.DECADES[words.folded(text)] // 10},
    "centuryordinal": lambda text: {"century": words.ordinal_of(text) - 1},
    "feast": _feast,
    "part": lambda text: {"part": words.PARTS[words.folded(text)]},
    "daypart": lambda text: {"daypart": words.DAYPARTS[words.folded(text)]},
    "clock": lambda text: {"daypart": _clock(text)},
    "plainclock": lambda text: {"daypart": _clock(text)},
}


def _in_figures(first: int, second: int) -> Fields:
    """Month and day of "24/09/2021" where only one order is possible; a month of 0 where both are."""
    if not (1 <= first <= 31 and 1 <= second <= 31) or (first > 12 and second > 12):
        raise NoTime
    if first > 12 or first == second:
        return {"month": second, "day": first}
    if second > 12:
        return {"month": first, "day": second}
    return {"month": 0, "day": 0}


def _clock(text: str) -> str:
    """The TIMEX3 code of a time of day, "T21:30" for "9:30 p.m."; raises `NoTime` for "13 p.m."."""
    digits = re.findall(r"\d+", text)
    if len(digits) == 1 and len(digits[0]) > 2:
        digits = [digits[0][:-2], digits[0][-2:]]
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    letters = re.sub(r"[^a-z]", "", text.lower())
    if letters.startswith(("am", "pm")):
        if not 1 <= hour <= 12:
            raise NoTime
        hour = hour % 12 + (12 if letters.startswith("pm") else 0)
    return f"T{hour:02d}:{minute:02d}"

"""Days written in full. Half a date ("September 24", "03/04/2021") is nobody's date of publication."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

MONTHS = {
    m: i
    for i, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1)
    for m in names.split()
}  # fmt: skip

_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_MONTH = "(?P<{}>" + _NAMES + r")\.?"
_DAY = r"(?P<{}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<{}>(?:19|20)\d\d)(?!\d)"

#: The ways of writing a day; groups are named by what they hold and the number of the way.
_WAYS = (
    _DAY.format("d1") + r"(?:\s+of)?[\s-]+" + _MONTH.format("m1") + r",?[\s-]+" + _YEAR.format("y1"),
    _MONTH.format("m2") + r"\s+" + _DAY.format("d2") + r",?\s+" + _YEAR.format("y2"),
    _YEAR.format("y3") + r"(?P<s3>[-/.])(?P<m3>0[1-9]|1[0-2])(?P=s3)(?P<d3>0[1-9]|[12]\d|3[01])",
    r"(?P<a4>\d\d?)(?P<s4>[-/.])(?P<b4>\d\d?)(?P=s4)" + _YEAR.format("y4"),
)
_DATE = re.compile(rf"(?<![\w.,/-])(?:{'|'.join(_WAYS)})(?:(?=T\d)|(?![\w/-]|\.\d))", re.IGNORECASE)

#: "1–15 June 2024", "31 May to 5 June 2024": a period, whose end is no date of publication.
_RANGE_BEFORE = re.compile(
    rf"(?:\d(?:st|nd|rd|th)?|\b(?:{_NAMES})\.?)\s*(?:[-–—]|\bto|\buntil|\band)\s*$", re.IGNORECASE
)
_RANGE_AFTER = re.compile(
    rf"\s*(?:[-–—]|to\b|until\b)\s*(?:\d{{1,2}}(?![\d:])|\d{{4}}\b|(?:{_NAMES})\b)", re.IGNORECASE
)

_NAME_WAYS = (
    r"(?P<y1>(?:19|20)\d\d)(?P<s1>[-_. ]?)(?P<m1>0[1-9]|1[0-2])(?P=s1)(?P<d1>0[1-9]|[12]\d|3[01])",
    _DAY.format("d2") + r"[-_. ]*" + _MONTH.format("m2") + r"[-_., ]*" + _YEAR.format("y2"),
    _MONTH.format("m3") + r"[-_. ]*" + _DAY.format("d3") + r"[-_., ]+" + _YEAR.format("y3"),
)
_IN_NAME = re.compile(r"(?<![0-9a-zA-Z])(?:" + "|".join(_NAME_WAYS) + r")(?!\d)", re.IGNORECASE)


def find_dates(text: str) -> Iterator[tuple[str, int, int]]:
    """ISO day, start and end of each full date in ``text``. Dates that could be read two ways are left out."""
    for match in _DATE.finditer(text):
        before = text[max(0, match.start() - 20) : match.start()]
        if _RANGE_BEFORE.search(before) or _RANGE_AFTER.match(text, match.end()):
            continue
        if day := _day(match):
            yield day, match.start(), match.end()


def iso_day(text: str) -> str | None:
    """The day of a value such as "2021-09-24T10:00:00Z" or "24 September 2021"; None unless there is just one."""
    days = [d for d, _, _ in find_dates(text[:100].strip())] or [d for d, _, _ in _compact(text)]
    return days[0] if len(set(days)) == 1 else None


def day_in_name(path: str) -> str | None:
    """The day in a file's name ("TM_September 24 2021.PDF", "2021-09-24-brief.txt"); None where it holds two."""
    days = {day for m in _IN_NAME.finditer(PurePosixPath(path).name) if (day := _day(m))}
    return days.pop() if len(days) == 1 else None


def _compact(text: str) -> Iterator[tuple[str, int, int]]:
    match = re.fullmatch(r"(?P<y1>(?:19|20)\d\d)(?P<m1>\d\d)(?P<d1>\d\d)(?:T?\d{4,6}Z?)?", text.strip())
    if match and (day := _day(match)):
        yield day, match.start(), match.end()


def _day(match: re.Match[str]) -> str | None:
    parts = {name[0]: value for name, value in match.groupdict().items() if value is not None}
    year = int(parts["y"])
    if "a" in parts:
        a, b = int(parts["a"]), int(parts["b"])
        month, day = (b, a) if a > 12 or a == b else (a, b)
        if a <= 12 and b <= 12 and a != b:
            return None
    else:
        month = MONTHS[parts["m"].lower()] if parts["m"].lower() in MONTHS else int(parts["m"])
        day = int(parts["d"])
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None

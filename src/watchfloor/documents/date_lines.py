"""Lines that are dates: the day of publication, or the period that a report covers."""

import re

from .content import Metadata
from .dates import MONTHS, find_dates
from .label import MAX_WORDS, Label

_WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?"
_SEPARATOR = re.compile(r"\s*[|·•]\s*|\s+[–—]\s+")
_BEFORE = re.compile(rf"(?:(?:published|posted|issued|released)(?:\s+on)?:?\s+)?(?:{_WEEKDAY}\s+)?", re.IGNORECASE)
_CLOCK = r"\d{1,2}[:.]\d\d(?::\d\d)?(?:Z|\s?[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,5}(?:[+-]\d+)?\)?)?"
_AFTER = re.compile(rf"(?:,?\s*(?:(?:at|[-–—])\s*)?{_CLOCK})?\s*\.?", re.IGNORECASE)

_NAME = r"[A-Z][\w.'’-]*(?:[ -][A-Z][\w.'’-]*)?"
_PLACE = re.compile(rf"{_NAME}(?:,\s*{_NAME})?\s*[,–—-]\s*")
#: "Kabul Attack, 2 October 2023" is a headline with the day of the event.
_HAPPENING = re.compile(
    r"(?:attack|bombing|blast|clash|strike|raid|siege|massacre|shooting|talk|summit|crash)(?:s|es)?\b", re.I
)
_RELEASE = re.compile(
    r"(?:for\s+)?(?:immediate\s+release|press\s+release|press\s+statement|statement|media\s+note|communiqu[eé])\b"
    r"[^.]{0,40}",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"[A-Z]{1,6}(?:/[A-Z0-9.]+)+,?\s*")

_MONTH = r"(?:" + "|".join(MONTHS) + r")\.?"
_PERIOD = re.compile(
    r"(?:(?:for )?(?:the )?(?:week|month|quarter|period|reporting period|situation|status|information|data|covering"
    r"|from|as)(?: (?:ending|of|as of|as at|at|from|in|date))?\b:?\s*)?(?:\d{4}Z?,?\s+)?"
    rf"(?:(?:{_WEEKDAY}|{_MONTH}|\d{{1,2}}(?:st|nd|rd|th)?|(?:19|20)\d\d|to|and|until|[-–—,])\s*){{2,12}}",
    re.IGNORECASE,
)
_SERIAL = re.compile(
    r"\b(?:daily|bulletin|newsletter|morning|evening|briefing|digest|round-?up|sitrep)\b", re.IGNORECASE
)


def read_date(line: str) -> Label | None:
    """Read "Saturday, September 12, 2015", "Geneva, 3 May 2021", "News | 3 May 2021 | 14:05 GMT"."""
    days = list(find_dates(line))
    if len(days) != 1 or len(line.split()) > MAX_WORDS:
        return None
    day, start, end = days[0]
    begin = max((m.end() for m in _SEPARATOR.finditer(line) if m.end() <= start), default=0)
    stop = min((m.start() for m in _SEPARATOR.finditer(line) if m.start() >= end), default=len(line))
    before = line[begin:start]
    opening = (
        _BEFORE.fullmatch(before)
        or (_PLACE.fullmatch(before) and not _HAPPENING.search(before))
        or _SYMBOL.fullmatch(before)
        or _RELEASE.fullmatch(before.rstrip(" ,:–—-"))
    )
    return Label(Metadata(published=day)) if opening and _AFTER.fullmatch(line[end:stop]) else None


def read_period(line: str) -> Label | None:
    """Read "Week ending 21 January 2024", "1–15 June 2024", "Situation as of 1800Z, 12 June 2017": no publication."""
    return Label() if _PERIOD.fullmatch(line) else None


def serial_day(headline: str) -> str | None:
    """The day that ends a serial's headline ("Daily Round-up: Europe, 2 October 2023"): its own."""
    days = list(find_dates(headline))
    if len(days) == 1 and days[0][2] == len(headline) and _SERIAL.search(headline):
        return days[0][0]
    return None

"""Ranges whose ends share a month or a year: "August 12-20", "from 3 to 5 May 2016", "2014-16".

Ends that can stand alone ("from May 3 to June 4") are joined by the finder.
"""

from watchfloor.resolution.dates.rules.cues import COUNTED, LAW, either
from watchfloor.resolution.dates.rules.rule import Rule

_SHARED_DAY = r"(?: ?[-–—/] ?| to | and | until | through | & )"
_TO = r"(?: ?[-–—/] ?| to | and | until | through )"
_OPENING = r"(?:from |between )?"

RANGES = (
    Rule("range", _OPENING + r"(?:{weekdayshort},? )?{month} {day}" + _SHARED_DAY + r"{day2}(?:,? {year})?"),
    Rule("range", _OPENING + r"(?:the )?{day}" + _SHARED_DAY + r"(?:the )?{day2}(?: of)? {month}(?:,? {year})?"),
    Rule("range", _OPENING + r"{month} {day}" + _TO + r"{month2} {day2}(?:,? {year})?"),
    Rule("range", _OPENING + r"{day} {month}" + _TO + r"{day2} {month2}(?:,? {year})?"),
    Rule("range", _OPENING + r"{part}?{month}" + _TO + r"{month2}(?:,| of)? {year}"),
    Rule("range", _OPENING + r"{plainmonth}(?: ?[-–—/] ?| to | until | through ){monthname2}"),
    Rule("range", r"{year}(?: ?[-–—] ?|/){year2}", never_after=LAW, never_before=either(COUNTED, "[-/]")),
    Rule("range", r"{year}(?:[-–]|/){yy}", never_after=LAW, never_before=r"[-–/\d]"),
    Rule("range", r"(?:from|between) {year} (?:to|and|until|through) {year2}", never_before=COUNTED),
)

"""The date of a citation: "(Khovar.tj, September 11)" in a brief of 24 September 2021 is 2021-09-11."""

from datetime import date

from watchfloor.resolution.dates.finder import find
from watchfloor.resolution.dates.forms import Interval
from watchfloor.resolution.dates.resolving import resolve


def cited(text: str, published: date | None) -> str | None:
    """The last date in a citation's words: an ISO day, month or year, or `from/to` for a range; None without a date.

    A date without a year never lies after `published`; one that can be read in two orders ("11/09") is None.
    """
    # A citation is no sentence: "Reuters, May" has no preposition that would make "May" a month, so it is lent one.
    tail = "in " + text.rpartition(",")[2].strip()
    for expression in (*reversed(find(text)), *find(tail)):
        if expression.kind not in ("date", "range"):
            continue
        interval = resolve(expression, published=published, tense="past")
        if interval:
            return _iso(interval)
    return None


def _iso(interval: Interval) -> str:
    match interval.precision:
        case "day":
            return interval.start.isoformat()
        case "month":
            return f"{interval.start:%Y-%m}"
        case "year":
            return f"{interval.start:%Y}"
    return f"{interval.start.isoformat()}/{interval.end.isoformat()}"

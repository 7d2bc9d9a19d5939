"""Calendar arithmetic: which period a moment names once publication and narrative are known, and the days it covers."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from watchfloor.resolution.dates.forms import Interval, Moment, Tense
from watchfloor.resolution.dates.vocabulary import SEASON_STARTS

# The coarsest anchor that a step over a unit can start from: "two days later" needs a day, "the following year" a year.
LONGEST_ANCHOR = {
    "day": 1,
    "week": 7,
    "fortnight": 14,
    "month": 31,
    "quarter": 92,
    "year": 366,
    "decade": 3660,
    "century": 36600,
}

# February 29 may lie seven years back (around 1900); a day that no year within reach has is no day.
_LEAP_REACH = 8


def completed(moment: Moment, published: date | None, anchor: Interval | None, tense: Tense | None) -> Moment | None:
    """The moment with its year and without a base, or None where what it counts from is not known."""
    if moment.unit == "vague":
        return None
    if moment.unit == "week" and moment.day:
        return _week_of(moment, published, anchor, tense)
    if moment.base is not None:
        return _stepped(moment, published, anchor, tense)
    if moment.year or moment.decade or moment.century:
        return moment
    if moment.month == 0:
        return None
    if moment.weekday and not moment.month:
        return _on_weekday(moment, published, tense)
    if moment.month or moment.season or moment.quarter or moment.half:
        year = _year_of(moment, published, anchor, tense)
        return None if year is None else replace(moment, year=year)
    if moment.daypart and anchor and anchor.start == anchor.end:
        return _at(moment, anchor.start)
    return None


def _at(moment: Moment, day: date) -> Moment:
    return replace(moment, base=None, unit=None, shift=0, weekday=None, year=day.year, month=day.month, day=day.day)


def _week_of(moment: Moment, published: date | None, anchor: Interval | None, tense: Tense | None) -> Moment | None:
    """The week that holds a day: "the week of May 3"."""
    day = completed(replace(moment, unit=None), published, anchor, tense)
    interval = days_of(day) if day else None
    if interval is None:
        return None
    year, week, _ = interval.start.isocalendar()
    return Moment(year=year, week=week)


def _on_weekday(moment: Moment, published: date | None, tense: Tense | None) -> Moment | None:
    """The last such day up to the publication, or the first from it on where the text speaks of the future."""
    if published is None or moment.weekday is None:
        return None
    if tense == "future":
        return _at(moment, published + timedelta((moment.weekday - published.isoweekday()) % 7))
    return _at(moment, published - timedelta((published.isoweekday() - moment.weekday) % 7))


def _year_of(moment: Moment, published: date | None, anchor: Interval | None, tense: Tense | None) -> int | None:
    """The year of a month, season or quarter that comes without one."""
    if published is not None:
        years = [published.year + step for step in ((0, 1) if tense == "future" else (0, -1))]
        if moment.month == 2 and moment.day == 29:
            years = [published.year + step * (1 if tense == "future" else -1) for step in range(_LEAP_REACH)]
        for year in years:
            interval = days_of(replace(moment, year=year))
            if interval and (interval.end >= published if tense == "future" else interval.start <= published):
                return year
        return years[-1] if days_of(replace(moment, year=years[-1])) else None
    if anchor is None:
        return None
    if (anchor.end - anchor.start).days > 31 * 3:
        return anchor.start.year
    nearest = sorted(
        (anchor.start.year + step for step in (0, 1, -1)), key=lambda year: _distance(moment, year, anchor)
    )
    return nearest[0] if days_of(replace(moment, year=nearest[0])) else None


def _distance(moment: Moment, year: int, anchor: Interval) -> int:
    """How far a month is from the anchor's, in days; narratives move on more readily than back."""
    interval = days_of(replace(moment, year=year, day=None, part=None))
    if interval is None:
        return 10**6
    days = (interval.start - anchor.start.replace(day=1)).days
    return days if days >= 0 else -2 * days


def _stepped(moment: Moment, published: date | None, anchor: Interval | None, tense: Tense | None) -> Moment | None:
    if moment.base == "published" or (moment.base == "present" and published is not None):
        origin = published
    else:
        origin = anchor.start if anchor else None
        reach = LONGEST_ANCHOR[moment.unit or "month"]
        if anchor and (anchor.end - anchor.start).days + 1 > reach:
            return None
    if origin is None:
        return None
    try:
        if moment.weekend:
            return _weekend(moment, origin, tense)
        return _pick(moment, origin) if moment.unit is None else _step(moment, origin)
    except (OverflowError, ValueError):
        return None


def _pick(moment: Moment, origin: date) -> Moment | None:
    """The one before, after or beside the origin: "last Friday", "next May", "this summer"."""
    if moment.weekday:
        away = moment.weekday - origin.isoweekday()
        if moment.shift:
            away = (away - 1) % 7 + 1 if moment.shift > 0 else -((-away - 1) % 7 + 1)
        return _at(moment, origin + timedelta(away))
    plain = replace(moment, base=None, shift=0)
    if moment.shift == 0:
        return replace(plain, year=origin.year)
    month = moment.month or (SEASON_STARTS[moment.season] if moment.season else 0)
    if not month:
        return None
    here = origin.month
    if moment.shift < 0:
        return replace(plain, year=origin.year if month < here else origin.year - 1)
    return replace(plain, year=origin.year if month > here else origin.year + 1)


def _weekend(moment: Moment, origin: date, tense: Tense | None) -> Moment:
    """The last weekend that has begun, or the next to come; "last" and "next" leave out one that is not over."""
    saturday = origin - timedelta((origin.isoweekday() - 6) % 7)
    if moment.shift > 0 or (moment.shift == 0 and tense == "future" and origin.isoweekday() < 6):
        saturday += timedelta(7)
    elif moment.shift < 0 and origin.isoweekday() >= 6:
        saturday -= timedelta(7)
    year, week, _ = saturday.isocalendar()
    return replace(moment, base=None, unit=None, shift=0, year=year, week=week)


def _step(moment: Moment, origin: date) -> Moment | None:
    plain, shift = replace(moment, base=None, unit=None, shift=0), moment.shift
    match moment.unit:
        case "day":
            return _at(moment, origin + timedelta(shift))
        case "week":
            monday = origin + timedelta(7 * shift + 1 - origin.isoweekday())
            if moment.weekday:
                return _at(moment, monday + timedelta(moment.weekday - 1))
            year, week, _ = monday.isocalendar()
            return replace(plain, year=year, week=week)
        case "fortnight":
            return None
        case "month":
            months = 12 * origin.year + origin.month - 1 + shift
            return replace(plain, year=months // 12, month=months % 12 + 1)
        case "quarter":
            quarters = 4 * origin.year + (origin.month - 1) // 3 + shift
            return replace(plain, year=quarters // 4, quarter=quarters % 4 + 1)
        case "year":
            return replace(plain, year=origin.year + shift)
        case "decade":
            return replace(plain, decade=origin.year // 10 + shift)
        case "century":
            return replace(plain, century=origin.year // 100 + shift)
    return None


def days_of(moment: Moment, origin: date | None = None) -> Interval | None:
    """The days that a completed moment covers; None before Christ or where the calendar lacks the day.

    `origin` is the day from which "earlier this month" and "later this week" are told.
    """
    if moment.era < 0:
        return None
    try:
        whole = _whole(moment)
    except (ValueError, OverflowError):
        return None
    return _part(whole, moment.part, origin) if whole and moment.part else whole


def _whole(moment: Moment) -> Interval | None:
    if moment.century is not None:
        return Interval(date(100 * moment.century, 1, 1), date(100 * moment.century + 99, 12, 31), "interval")
    if moment.decade is not None:
        return Interval(date(10 * moment.decade, 1, 1), date(10 * moment.decade + 9, 12, 31), "interval")
    year = moment.year
    if year is None:
        return None
    if moment.week is not None:
        monday = date.fromisocalendar(year, moment.week, 1)
        if moment.weekend:
            return Interval(monday + timedelta(5), monday + timedelta(6), "interval")
        return Interval(monday, monday + timedelta(6), "week")
    if moment.month is not None:
        if moment.day is not None:
            day = date(year, moment.month, moment.day)
            return Interval(day, day, "day")
        return Interval(date(year, moment.month, 1), last_day(year, moment.month), "month")
    if moment.season is not None:
        return _months(year, SEASON_STARTS[moment.season], 3)
    if moment.quarter is not None:
        return _months(year, 3 * moment.quarter - 2, 3)
    if moment.half is not None:
        return _months(year, 6 * moment.half - 5, 6)
    return Interval(date(year, 1, 1), date(year, 12, 31), "year")


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def _months(year: int, first: int, count: int) -> Interval:
    last = first + count - 2
    return Interval(date(year, first, 1), last_day(year + last // 12, last % 12 + 1), "interval")


def _part(whole: Interval, part: str, origin: date | None) -> Interval:
    """The first, middle or last third of a month (in tens of days) or of anything longer (in months or years)."""
    if part in ("BEFORE", "AFTER") and origin is not None and whole.start <= origin <= whole.end:
        if whole.start == whole.end:
            return whole
        start, end = (whole.start, origin) if part == "BEFORE" else (origin, whole.end)
        return Interval(start, end, "interval")
    third = {"START": 0, "BEFORE": 0, "MID": 1, "END": 2, "AFTER": 2}[part]
    length = (whole.end - whole.start).days + 1
    if length <= 7:
        return whole
    if length <= 31:
        first = whole.start + timedelta(10 * third)
        return Interval(first, whole.end if third == 2 else first + timedelta(9), "interval")
    months = 12 * (whole.end.year - whole.start.year) + whole.end.month - whole.start.month + 1
    begin = whole.start.month - 1 + months * third // 3
    stop = whole.start.month - 1 + months * (third + 1) // 3 - 1
    year = whole.start.year
    return Interval(date(year + begin // 12, begin % 12 + 1, 1), last_day(year + stop // 12, stop % 12 + 1), "interval")

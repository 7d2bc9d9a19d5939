"""From an expression to days: against the day of publication, or against what the text told just before.

Open ends: "since 2011" reaches from the first day of 2011 to the publication.  "until May", "before May" and "after
May" give None: a stretch without a beginning or an end would claim more than the text does.
"""

from datetime import date, timedelta

from watchfloor.resolution.dates.forms import Between, Interval, Moment, Offset, Stretch, Tense, TimeExpression
from watchfloor.resolution.dates.periods import completed, days_of
from watchfloor.resolution.dates.vocabulary import SUBDAILY

_STRETCH_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_STRETCH_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def resolve(
    expression: TimeExpression, *, published: date | None, anchor: Interval | None = None, tense: Tense | None = None
) -> Interval | None:
    """The days that an expression means, or None where the text does not say.

    Dates without a year take the year of `published`, or the one before where that would lie in its future (with tense
    "future": the first on or after it); without `published`, the year nearest to `anchor`.  `anchor` is the last day or
    period that the narrative told of: "two days later" and "that month" count from it.  For an offset ("two days after"
    a happening), `anchor` is the time of the main clause, and the result that of the happening.
    """
    form = expression.form
    if isinstance(form, Moment):
        return _moment(form, published, anchor, tense)
    if isinstance(form, Offset):
        return _moment(form.step, published, anchor, tense)
    if isinstance(form, Stretch):
        return _stretch(form, published)
    if isinstance(form, Between):
        return _between(form, published, anchor, tense)
    return None


def beginning(expression: TimeExpression, published: date | None) -> tuple[TimeExpression, Interval | None] | None:
    """Of "since May 3", the day that it names, and what that means by itself; None for what begins nowhere."""
    form = expression.form
    if not isinstance(form, Between) or form.bound != "since" or form.first is None:
        return None
    return form.first, resolve(form.first, published=published, tense="past")


def _moment(moment: Moment, published: date | None, anchor: Interval | None, tense: Tense | None) -> Interval | None:
    whole = completed(moment, published, anchor, tense)
    origin = published if moment.base != "anchor" else anchor.start if anchor else None
    return days_of(whole, origin) if whole else None


def _stretch(stretch: Stretch, published: date | None) -> Interval | None:
    count, unit = stretch.amount.count, stretch.amount.unit
    if published is None or count is None:
        return None
    try:
        if unit in SUBDAILY:
            far = published + timedelta(stretch.direction * max(1, round(count / 24 if unit == "hour" else 0)))
        elif unit in _STRETCH_DAYS:
            far = published + timedelta(round(count * _STRETCH_DAYS[unit]) * stretch.direction)
        elif unit in _STRETCH_MONTHS:
            far = _months_away(published, round(count * _STRETCH_MONTHS[unit]) * stretch.direction)
        else:
            return None
    except (ValueError, OverflowError):
        return None
    return Interval(min(far, published), max(far, published), "interval")


def _months_away(day: date, months: int) -> date:
    """The same day so many months on, or the month's last where it has no such day."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(day.day - 1), following - timedelta(1))


def _between(form: Between, published: date | None, anchor: Interval | None, tense: Tense | None) -> Interval | None:
    if form.bound == "since" and form.first is not None:
        first = resolve(form.first, published=published, anchor=anchor, tense="past")
        if first is None or published is None or first.start > published:
            return None
        return Interval(first.start, published, "interval")
    if form.first is None or form.last is None:
        return None
    if _has_year(form.first) and not _has_year(form.last):
        first = resolve(form.first, published=published, anchor=anchor, tense=tense)
        last = resolve(form.last, published=published if _deictic(form.last) else None, anchor=first)
    else:
        # "from May 3 to June 2016", "from December 28 to January 3": the end decides the year of the beginning.
        last = resolve(form.last, published=published, anchor=anchor, tense=tense)
        first = resolve(
            form.first,
            published=None if last and not _has_year(form.first) and not _deictic(form.first) else published,
            anchor=last or anchor,
            tense=tense,
        )
    if first is None or last is None or first.start > last.end:
        return None
    return Interval(first.start, last.end, "interval")


def _has_year(expression: TimeExpression) -> bool:
    return isinstance(expression.form, Moment) and (expression.form.year or expression.form.decade) is not None


def _deictic(expression: TimeExpression) -> bool:
    """Whether an expression is told from the day of publication: "yesterday", "Friday"."""
    form = expression.form
    return isinstance(form, Moment) and (form.base == "published" or (form.weekday is not None and form.month is None))

"""TIMEX3 values of expressions, for measuring against annotated corpora and for exchange."""

from dataclasses import dataclass
from datetime import date

from watchfloor.resolution.dates.finder import find
from watchfloor.resolution.dates.forms import (
    Amount,
    Interval,
    Kind,
    Moment,
    Repetition,
    Stretch,
    Tense,
    TimeExpression,
    Vague,
)
from watchfloor.resolution.dates.narrative import walk
from watchfloor.resolution.dates.periods import completed
from watchfloor.resolution.dates.vocabulary import SUBDAILY

_LETTERS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Timex:
    """A span as TIMEX3 marks it: no prepositions, the two ends of a range apart; `value` may be None."""

    start: int
    end: int
    kind: Kind
    value: str | None


def timexes(text: str, published: date | None) -> list[Timex]:
    """Every time expression of a text with its TIMEX3 value."""
    expressions = find(text)
    marked = []
    for expression, seen in zip(expressions, walk(expressions, published, text), strict=True):
        for part in expression.parts():
            told = value(part, published=seen.published, anchor=seen.anchor, tense=seen.tense)
            marked.append(Timex(part.start, part.end, part.kind, told))
    return marked


def value(
    expression: TimeExpression, *, published: date | None, anchor: Interval | None = None, tense: Tense | None = None
) -> str | None:
    """The TIMEX3 value, with X for what the words leave open; None for ranges, whose parts have values of their own."""
    match expression.form:
        case Moment() as moment:
            whole = completed(moment, published, anchor, tense)
            return _value(whole) if whole else _open_value(moment)
        case Amount() as amount:
            return _length(amount)
        case Stretch(amount, _):
            return _length(amount)
        case Repetition(turn) | Vague(turn):
            return turn
    return None


def _value(moment: Moment) -> str:
    era = "BC" if moment.era < 0 else ""
    if moment.century is not None:
        return f"{era}{moment.century:02d}"
    if moment.decade is not None:
        return f"{era}{moment.decade:03d}"
    year = f"{era}{moment.year or 0:04d}"
    if moment.week is not None:
        return f"{year}-W{moment.week:02d}" + ("-WE" if moment.weekend else "")
    if moment.month is not None:
        day = f"-{moment.day:02d}" if moment.day else ""
        return f"{year}-{moment.month:02d}{day}{_daypart(moment)}"
    for code, field in (("", moment.season), ("Q", moment.quarter), ("H", moment.half)):
        if field is not None:
            return f"{year}-{code}{field}"
    return year


def _daypart(moment: Moment) -> str:
    return f"T{moment.daypart.lstrip('T')}" if moment.daypart else ""


def _open_value(moment: Moment) -> str:
    if moment.unit == "vague":
        return "FUTURE_REF" if moment.shift > 0 else "PAST_REF"
    if moment.weekday and not moment.month:
        return f"XXXX-WXX-{moment.weekday}{_daypart(moment)}"
    if moment.month:
        return f"XXXX-{moment.month:02d}" + (f"-{moment.day:02d}" if moment.day else "")
    if moment.season:
        return f"XXXX-{moment.season}"
    if moment.quarter:
        return f"XXXX-Q{moment.quarter}"
    if moment.daypart or moment.unit == "day":
        return f"XXXX-XX-XX{_daypart(moment)}"
    return {"week": "XXXX-WXX", "month": "XXXX-XX"}.get(moment.unit or "", "XXXX")


def _length(amount: Amount) -> str:
    count, unit = amount.count, "day" if amount.unit == "night" else amount.unit
    if unit == "fortnight":
        count, unit = (None if count is None else 2 * count), "week"
    if count == 0.5 and unit == "hour":
        count, unit = 30, "minute"
    figure = "X" if count is None else f"{count:g}"
    return f"P{'T' if unit in SUBDAILY else ''}{figure}{_LETTERS[unit]}"

"""What the rules find apart and belongs together: a day with its time, the ends of a range, a date with "since"."""

import re
from dataclasses import replace

from watchfloor.resolution.dates.forms import Between, Bound, Kind, Moment, TimeExpression

# "Monday at 9:30 a.m.", "the night of May 3", "9 p.m. on Friday", "Friday, May 7"
_SAME_MOMENT = re.compile(r",?\s+(?:at\s+(?:about\s+|around\s+)?|on\s+|of\s+|in\s+(?=the\b))?$")
_TO = re.compile(r"(?:\s+(?:to|until|till|through)\s+|\s?[-–—]\s?)$")
_AND = re.compile(r"\s+and\s+$")
_FROM = re.compile(r"\b[Ff]rom\s+$")
_BETWEEN = re.compile(r"\b[Bb]etween\s+$")
_ONWARDS = re.compile(r"\s+on(?:wards?)?\b(?=\s*[,.;]|\s+(?:the|it|they|he|she)\b)|\s+onwards?\b")
_BOUNDS: dict[Bound, re.Pattern[str]] = {
    "since": re.compile(r"\b(?:[Ee]ver\s+)?[Ss]ince(?:\s+at\s+least)?\s+$"),
    "until": re.compile(r"\b(?:[Uu]ntil|[Uu]p\s+to|[Tt]ill)\s+$"),
    "before": re.compile(r"\b(?:[Bb]efore|[Pp]rior\s+to)\s+$"),
    "after": re.compile(r"\b[Aa]fter\s+$"),
}

_SIGHT = 40  # characters: the longest words that join are shorter


def joined(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """The expressions, neighbours that tell one moment made one, and then those that tell one range."""
    for join in (_one_moment, _one_range):
        kept: list[TimeExpression] = []
        for current in found:
            whole = join(text, kept[-1], current) if kept else None
            if whole:
                kept[-1] = whole
            else:
                kept.append(current)
        found = kept
    return found


def bounded(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """The expressions with "since", "until", "before" and "after", which make a date one end of a stretch."""
    ends = [0, *(expression.end for expression in found)]
    return [_bounded(text, end, expression) for end, expression in zip(ends, found, strict=False)]


def _bounded(text: str, end_of_last: int, expression: TimeExpression) -> TimeExpression:
    if expression.kind != "date":
        return expression
    lead = text[max(end_of_last, expression.start - _SIGHT) : expression.start]
    opening, onwards = _FROM.search(lead), _ONWARDS.match(text, expression.end)
    if opening and onwards:
        since = Between(expression, None, "since")
        return _expression(text, expression.start - len(opening[0]), onwards.end(), "range", since)
    for bound, pattern in _BOUNDS.items():
        word = pattern.search(lead)
        if word and not (bound in ("before", "after") and _has_time_of_day(expression)):
            begins = bound in ("since", "after")
            form = Between(expression if begins else None, None if begins else expression, bound)
            return _expression(text, expression.start - len(word[0]), expression.end, "range", form)
    return expression


def _has_time_of_day(expression: TimeExpression) -> bool:
    """Whether "before" and "after" tell a time of one day: "before dawn on June 9"."""
    return isinstance(expression.form, Moment) and expression.form.daypart is not None


def _one_moment(text: str, left: TimeExpression, right: TimeExpression) -> TimeExpression | None:
    first, second = left.form, right.form
    if not (isinstance(first, Moment) and isinstance(second, Moment)):
        return None
    if not _SAME_MOMENT.match(text[left.end : right.start]):
        return None
    if left.kind == "time" and right.kind == "date" and _is_day(second):
        whole = replace(second, daypart=first.daypart)
    elif left.kind == "date" and right.kind == "time" and _is_day(first):
        whole = replace(first, daypart=second.daypart)
    elif left.kind == right.kind == "date" and _is_weekday_only(first) and second.day:
        whole = replace(second, weekday=first.weekday)
    else:
        return None
    return _expression(text, left.start, right.end, "date", whole)


def _is_day(moment: Moment) -> bool:
    return bool(moment.day or moment.weekday or moment.unit == "day")


def _is_weekday_only(moment: Moment) -> bool:
    return moment.weekday is not None and moment == Moment(weekday=moment.weekday, base=moment.base, shift=moment.shift)


def _one_range(text: str, left: TimeExpression, right: TimeExpression) -> TimeExpression | None:
    if left.kind != "date" or right.kind != "date":
        return None
    gap, lead = text[left.end : right.start], text[max(0, left.start - _SIGHT) : left.start]
    if _TO.match(gap):
        opening = _FROM.search(lead)
        if not opening and not (_stands_alone(left) and _stands_alone(right)):
            return None
    else:
        opening = _BETWEEN.search(lead) if _AND.match(gap) else None
        if not opening:
            return None
    start = left.start - len(opening[0]) if opening else left.start
    return _expression(text, start, right.end, "range", Between(left, right))


def _stands_alone(expression: TimeExpression) -> bool:
    """Whether an expression is a date of the calendar: a dash before "this year" makes no range."""
    return isinstance(expression.form, Moment) and expression.form.base is None


def _expression(text: str, start: int, end: int, kind: Kind, form: Moment | Between) -> TimeExpression:
    return TimeExpression(start, end, text[start:end], kind, form)

"""Every time expression of a text: the rules' longest matches, then neighbours joined into one."""

import re
from collections.abc import Iterator
from dataclasses import replace

from watchfloor.resolution.dates.fields import NoTime
from watchfloor.resolution.dates.forms import Between, Bound, Kind, Moment, TimeExpression
from watchfloor.resolution.dates.rules import RULES
from watchfloor.resolution.dates.rules.slots import TRIGGER
from watchfloor.resolution.dates.reading import read

# How far a rule's guards look to the left and to the right, in characters: three or four words.
_SIGHT = 40

# How far before its first trigger ("more than two and a half ...") and behind its last one ("... of the following") an
# expression may reach.
_MARGIN_BEFORE = 45
_MARGIN_BEHIND = 30
_WHITE = re.compile(r"\s")

# What joins a day and a time of day: "Monday at 9:30 a.m.", "the night of May 3", "9 p.m. on Friday", "Friday, May 7".
_SAME_MOMENT = re.compile(r"(?:,?\s+(?:at\s+(?:about\s+|around\s+)?|on\s+|of\s+|in\s+(?=the\b))?|,\s+)$")
_TO = re.compile(r"(?:\s+(?:to|until|till|through)\s+|\s?[-–—]\s?)$")
_AND = re.compile(r"\s+and\s+$")
_FROM = re.compile(r"\b[Ff]rom\s+$")
_BETWEEN = re.compile(r"\b[Bb]etween\s+$")
_BOUNDS: dict[Bound, re.Pattern[str]] = {
    "since": re.compile(r"\b(?:(?:[Ee]ver )?[Ss]ince|[Aa]s of)(?:\s+at\s+least)?\s+$"),
    "until": re.compile(r"\b(?:[Uu]ntil|[Uu]p\s+to|[Tt]ill)\s+$"),
    "before": re.compile(r"\b(?:[Bb]efore|[Pp]rior\s+to)\s+$"),
    "after": re.compile(r"\b[Aa]fter\s+$"),
}
_ONWARDS = re.compile(r"\s+on(?:wards?)?\b(?=\s*[,.;]|\s+(?:the|it|they|he|she)\b)|\s+onwards?\b")


def find(text: str) -> list[TimeExpression]:
    """The time expressions of `text` in order, none overlapping another; each one's `text` is exactly its characters."""
    return _with_bounds(text, _joined(text, _longest(_candidates(text))))


def _candidates(text: str) -> list[TimeExpression]:
    found = []
    for begin, finish in _windows(text):
        for rule, match in ((rule, match) for rule in RULES for match in rule.compiled.finditer(text, begin, finish)):
            start, end = match.span()
            if not rule.stands(text[max(0, start - _SIGHT) : start], text[end : end + _SIGHT]):
                continue
            try:
                form = read(rule, match)
            except NoTime:
                continue
            found.append(TimeExpression(start, end, text[start:end], rule.kind, form))
    return found


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of text that can hold a time, cut at white space: nine tenths of most texts hold none."""
    begin = finish = -1
    for trigger in TRIGGER.finditer(text):
        if trigger.start() - _MARGIN_BEFORE > finish:
            if finish >= 0:
                yield begin, _blank(text, finish)
            begin = max(0, trigger.start() - _MARGIN_BEFORE)
            while begin > 0 and not text[begin - 1].isspace():
                begin -= 1
        finish = trigger.end() + _MARGIN_BEHIND
    if finish >= 0:
        yield begin, _blank(text, finish)


def _blank(text: str, position: int) -> int:
    """The first white space from a position on, or the end of the text."""
    match = _WHITE.search(text, position)
    return match.start() if match else len(text)


def _longest(candidates: list[TimeExpression]) -> list[TimeExpression]:
    """Of overlapping candidates the longest, among equals the one of the earlier rule (sorting is stable)."""
    kept: list[TimeExpression] = []
    taken: set[int] = set()
    for candidate in sorted(candidates, key=lambda c: c.start - c.end):
        places = range(candidate.start, candidate.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def _joined(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """Joins a day with its time of day, then two ends of a range."""
    merged: list[TimeExpression] = []
    for current in found:
        previous = merged[-1] if merged else None
        whole = _one_moment(text, previous, current) if previous else None
        if whole:
            merged[-1] = whole
        else:
            merged.append(current)
    ranges: list[TimeExpression] = []
    for current in merged:
        previous = ranges[-1] if ranges else None
        whole = _one_range(text, previous, current) if previous else None
        if whole:
            ranges[-1] = whole
        else:
            ranges.append(current)
    return ranges


def _one_moment(text: str, left: TimeExpression, right: TimeExpression) -> TimeExpression | None:
    gap = text[left.end : right.start]
    if not (isinstance(left.form, Moment) and isinstance(right.form, Moment) and _SAME_MOMENT.match(gap)):
        return None
    if left.kind == "time" and right.kind == "date" and _is_day(right.form):
        day, part = right.form, left.form
    elif left.kind == "date" and right.kind == "time" and _is_day(left.form):
        day, part = left.form, right.form
    elif left.form == Moment(weekday=left.form.weekday, base=left.form.base, shift=left.form.shift) and right.form.day:
        day, part = right.form, left.form
        return _expression(text, left.start, right.end, "date", replace(day, weekday=part.weekday))
    elif left.kind == "date" and _is_day(left.form) and right.form.daypart is None and (left.form.weekday or 0) and right.form.unit == "week" and not right.form.weekday:
        return _expression(text, left.start, right.end, "date", replace(right.form, weekday=left.form.weekday, daypart=left.form.daypart))
    else:
        return None
    return _expression(text, left.start, right.end, "date", replace(day, daypart=part.daypart))


def _is_day(moment: Moment) -> bool:
    return bool(moment.day or moment.weekday or moment.unit == "day")


def _one_range(text: str, left: TimeExpression, right: TimeExpression) -> TimeExpression | None:
    if left.kind != "date" or right.kind != "date":
        return None
    gap, before = text[left.end : right.start], text[max(0, left.start - _SIGHT) : left.start]
    opening = _FROM.search(before) if _TO.match(gap) else _BETWEEN.search(before) if _AND.match(gap) else None
    if not opening and not (_TO.match(gap) and _from_calendar(left, right)):
        return None
    start = left.start - len(opening[0]) if opening else left.start
    return _expression(text, start, right.end, "range", Between(left, right))


def _from_calendar(left: TimeExpression, right: TimeExpression) -> bool:
    """Whether both ends are dates of the calendar: a dash before "this year" is no range."""
    return all(isinstance(side.form, Moment) and side.form.base is None for side in (left, right))


def _with_bounds(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """Takes in "since", "until", "before" and "after", which turn a date into one end of a stretch."""
    return [_bounded(text, expression) for expression in found]


def _bounded(text: str, expression: TimeExpression) -> TimeExpression:
    if expression.kind != "date":
        return expression
    before = text[max(0, expression.start - _SIGHT) : expression.start]
    onwards = _ONWARDS.match(text, expression.end)
    source = _FROM.search(before)
    if source and onwards:
        return _expression(text, expression.start - len(source[0]), onwards.end(), "range", Between(expression, None, "since"))
    for bound, pattern in _BOUNDS.items():
        word = pattern.search(before)
        if bound in ("before", "after") and isinstance(expression.form, Moment) and expression.form.daypart:
            continue  # "before dawn on June 9" is a time of that day
        if word:
            form = Between(expression, None, bound) if bound in ("since", "after") else Between(None, expression, bound)
            return _expression(text, expression.start - len(word[0]), expression.end, "range", form)
    return expression


def _expression(text: str, start: int, end: int, kind: Kind, form: Moment | Between) -> TimeExpression:
    return TimeExpression(start, end, text[start:end], kind, form)

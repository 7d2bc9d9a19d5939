"""Every time expression of a text: the rules' longest matches, then neighbours joined into one."""

import re
from dataclasses import replace

from watchfloor.resolution.dates.forms import Between, Moment, TimeExpression
from watchfloor.resolution.dates.grammar import RULES, Rule
from watchfloor.resolution.dates.reading import NoTime, read

# How far a rule's guards look to the left and to the right, in characters: three or four words.
_SIGHT = 40

# What joins a day and a time of day: "Monday at 9:30 a.m.", "the night of May 3", "9 p.m. on Friday", "Friday, May 7".
_SAME_MOMENT = re.compile(r"(?:,?\s+(?:at\s+(?:about\s+|around\s+)?|on\s+|of\s+|in\s+(?=the\b))?|,\s+)$")
_TO = re.compile(r"(?:\s+(?:to|until|till|through)\s+|\s?[-–—]\s?)$")
_AND = re.compile(r"\s+and\s+$")
_FROM = re.compile(r"\b[Ff]rom\s+$")
_BETWEEN = re.compile(r"\b[Bb]etween\s+$")
_BOUNDS = {
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
    for rule in RULES:
        for match in rule.compiled.finditer(text):
            if match[0] and _allowed(rule, text, match.start(), match.end()):
                try:
                    form = read(rule, match)
                except NoTime:
                    continue
                start, end = match.span()
                found.append(TimeExpression(start, end, text[start:end], rule.kind, form))
    return found


def _allowed(rule: Rule, text: str, start: int, end: int) -> bool:
    after, never_after, never_before = rule.guards
    if after is None and never_after is None and never_before is None:
        return True
    before = text[max(0, start - _SIGHT) : start]
    return (
        (after is None or after.search(before) is not None)
        and (never_after is None or never_after.search(before) is None)
        and (never_before is None or never_before.match(text[end : end + _SIGHT]) is None)
    )


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
    return bool(moment.day or moment.weekday or moment.unit == "day") and moment.daypart is None


def _one_range(text: str, left: TimeExpression, right: TimeExpression) -> TimeExpression | None:
    if left.kind != "date" or right.kind != "date":
        return None
    gap, before = text[left.end : right.start], text[max(0, left.start - _SIGHT) : left.start]
    opening = _FROM.search(before) if _TO.match(gap) else _BETWEEN.search(before) if _AND.match(gap) else None
    if not opening and not _TO.match(gap):
        return None
    start = left.start - len(opening[0]) if opening else left.start
    return _expression(text, start, right.end, "range", Between(left, right))


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
        if word:
            form = Between(expression, None, bound) if bound in ("since", "after") else Between(None, expression, bound)
            return _expression(text, expression.start - len(word[0]), expression.end, "range", form)
    return expression


def _expression(text: str, start: int, end: int, kind: str, form: Moment | Between) -> TimeExpression:
    return TimeExpression(start, end, text[start:end], kind, form)

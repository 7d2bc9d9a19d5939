"""Every time expression of a text: the rules' longest matches, joined where neighbours belong together."""

import re
from collections.abc import Iterator

from watchfloor.resolution.dates.fields import NoTime
from watchfloor.resolution.dates.forms import TimeExpression
from watchfloor.resolution.dates.joining import bounded, joined
from watchfloor.resolution.dates.reading import read
from watchfloor.resolution.dates.rules import RULES
from watchfloor.resolution.dates.rules.slots import TRIGGER

# How far a rule's guards look to the left and to the right, in characters: three or four words.
_SIGHT = 40

# How far before its first trigger ("more than two and a half ...") and behind its last one ("... of the following") an
# expression may reach.
_MARGIN_BEFORE = 45
_MARGIN_BEHIND = 30
_WHITE = re.compile(r"\s")


def find(text: str) -> list[TimeExpression]:
    """The time expressions of `text` in order, none overlapping another, each with exactly its characters."""
    return bounded(text, joined(text, _longest(_candidates(text))))


def _candidates(text: str) -> list[TimeExpression]:
    found = []
    for begin, finish in _windows(text):
        for rule in RULES:
            for match in rule.compiled.finditer(text, begin, finish):
                start, end = match.span()
                if not rule.stands(text[max(0, start - _SIGHT) : start], text[end : end + _SIGHT]):
                    continue
                try:
                    form = read(rule, match)
                except NoTime:
                    continue
                found.append(TimeExpression(start, end, match[0], rule.kind, form))
    return found


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of text that can hold a time, cut at white space: most of a text holds none."""
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

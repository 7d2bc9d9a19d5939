"""A document's dates in order: what was told before decides what "two days later" and "in May" mean.

News counts from its day of publication.  There only an adverbial at the head of a sentence ("In 2014, ...") lends its
year, and only to the rest of its paragraph: "the group, founded in 2003, said on May 3" does not.  History, a text that
names years long before its publication and gives no date before the first of them, counts from its own last date:
"in January" after "in December 1941" is January 1942.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from watchfloor.resolution.dates.forms import Interval, Moment, Offset, Tense, TimeExpression
from watchfloor.resolution.dates.outlook import lies_ahead
from watchfloor.resolution.dates.periods import LONGEST_ANCHOR
from watchfloor.resolution.dates.resolving import resolve

# History names at least so many years, nearly all of them so long before publication; a brief with much background is
# still news.
_HISTORY_YEARS = 5
_HISTORY_SHARE = 0.9
_LONG_BEFORE = 2

_LONGEST_ANCHOR = 366  # days: a year can lend itself to what follows, a decade cannot
_PARENTHESIS_REACH = 200  # characters: a citation of several outlets is hardly longer

_PARAGRAPH_END = re.compile(r"\n\s*\n")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z“\"])|\n\s*\n")
_SENTENCE_HEAD = re.compile(r"(?:^|[.!?\n][\"”’)]?\s*)(?:In|On|By|During|Since|From|Around)?\s*$")
_CAME = re.compile(r"\b(?:c[ao]mes?|was|were|happened|occurred|took place)\s+\Z")  # what is dated so was told before
_PARENTHESIS = re.compile(r"\([^()]*$")
_CITING = re.compile(r"[(;]\s*[^();]*[A-Za-z][^();]*,\s+$")
_CITED = re.compile(r"\s*[;)]")


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression's interval, and the publication, anchor and tense against which it was read."""

    interval: Interval | None
    published: date | None
    anchor: Interval | None
    tense: Tense | None


def resolve_all(
    expressions: Sequence[TimeExpression],
    published: date | None,
    text: str,
    tenses: Sequence[Tense | None] | None = None,
) -> list[Interval | None]:
    """The interval of each expression of a document, in the order given (which must be that of the text).

    `tenses` may give the tense of the clause that each expression stands in; where it gives None, a cue word of the
    clause decides.
    """
    return [reading.interval for reading in walk(expressions, published, text, tenses)]


def walk(
    expressions: Sequence[TimeExpression],
    published: date | None,
    text: str,
    tenses: Sequence[Tense | None] | None = None,
) -> list[Reading]:
    """How each expression of a document was read."""
    history = _is_history(expressions, published, text)
    readings: list[Reading] = []
    anchor: Interval | None = None  # the last day or period told
    lent: Interval | None = None  # the year that a sentence's head lends to its paragraph
    position = 0
    for index, expression in enumerate(expressions):
        paragraphs = len(_PARAGRAPH_END.findall(text, position, expression.start))
        position = expression.end
        if paragraphs:
            lent = None
        if paragraphs > 1 and not history:
            anchor = None
        tense = tenses[index] if tenses else None
        if tense is None and lies_ahead(expression, published, text):
            tense = "future"
        context = anchor if history else lent if not _in_parentheses(text, expression.start) else None
        if (history or context) and _lacks_year(expression):
            reading = _read(expression, None, context, tense)
        else:
            reading = _read(expression, published, anchor, tense)
        readings.append(reading)
        told_from_now = history and _told_from_publication(expression)
        if reading.interval and not told_from_now and _can_anchor(expression, reading.interval, text):
            anchor = reading.interval
            if _has_year(expression) and _SENTENCE_HEAD.search(text[max(0, expression.start - 30) : expression.start]):
                lent = reading.interval
    for index, expression in enumerate(expressions):
        if isinstance(expression.form, Offset):
            beside = None if _counts_from_next(expressions, index) else _told_beside(expressions, index, text, readings)
            readings[index] = _read(expression, published, beside, None)
    return readings


def _read(expression: TimeExpression, published: date | None, anchor: Interval | None, tense: Tense | None) -> Reading:
    return Reading(resolve(expression, published=published, anchor=anchor, tense=tense), published, anchor, tense)


def _counts_from_next(expressions: Sequence[TimeExpression], index: int) -> bool:
    """Whether an offset counts from a date instead of a happening: "two days after May 3"."""
    return index + 1 < len(expressions) and expressions[index + 1].start == expressions[index].end + 1


def _told_beside(
    expressions: Sequence[TimeExpression], index: int, text: str, readings: Sequence[Reading]
) -> Interval | None:
    """The time that the sentence of an offset tells, before it or else behind it; without one the narrative's."""
    here = expressions[index]
    for other in chain(range(index - 1, -1, -1), range(index + 1, len(expressions))):
        there = expressions[other]
        told = readings[other].interval
        start, end = (there.end, here.start) if other < index else (here.end, there.start)
        near = isinstance(there.form, Moment) and not _SENTENCE_END.search(text, start, end)
        if told and near and _can_step(here, told):
            return told
    anchor = readings[index].anchor
    if anchor is None or _can_step(here, anchor) or not _CAME.search(text[max(0, here.start - 30) : here.start]):
        return anchor
    before = (
        told
        for k in range(index - 1, -1, -1)
        if (told := readings[k].interval) and isinstance(expressions[k].form, Moment) and _can_step(here, told)
        if len(_PARAGRAPH_END.findall(text, expressions[k].end, here.start)) <= 1
    )
    return next(before, anchor)


def _can_step(offset: TimeExpression, told: Interval) -> bool:
    """Whether a period is short enough for the offset's unit to count from: days count from a day."""
    unit = offset.form.step.unit if isinstance(offset.form, Offset) else None
    return (told.end - told.start).days < LONGEST_ANCHOR.get(unit or "", 0)


def _is_history(expressions: Sequence[TimeExpression], published: date | None, text: str) -> bool:
    moments = [(part, part.form) for expression in expressions for part in expression.parts() if _is_moment(part)]
    years = [form.year for _, form in moments if isinstance(form, Moment) and form.year]
    old = sum(published is None or year < published.year - _LONG_BEFORE for year in years)
    if old < _HISTORY_YEARS or old < _HISTORY_SHARE * len(years):
        return False
    if old <= 2 * sum(map(_told_from_publication, expressions)):
        return False
    yearless = [part for part, _ in moments if _lacks_year(part)]
    first_year = min(part.start for part, _ in moments if _has_year(part))
    return not any(part.start < first_year or _is_cited(part, text) for part in yearless)


def _is_moment(expression: TimeExpression) -> bool:
    return isinstance(expression.form, Moment)


def _has_year(expression: TimeExpression) -> bool:
    """Whether the words themselves name the year, the decade or the century."""
    forms = [part.form for part in expression.parts()]
    return any(isinstance(f, Moment) and (f.year or f.decade or f.century) is not None for f in forms)


def _told_from_publication(expression: TimeExpression) -> bool:
    """Whether an expression is told from the day of publication: "yesterday", "Friday"."""
    forms = [part.form for part in expression.parts()]
    return any(isinstance(f, Moment) and (f.base == "published" or bool(f.weekday and not f.month)) for f in forms)


def _lacks_year(expression: TimeExpression) -> bool:
    """Whether an expression takes its year from elsewhere: "in May", "the end of the year"."""
    forms = [part.form for part in expression.parts()]
    own = _has_year(expression) or _told_from_publication(expression)
    return not own and any(isinstance(f, Moment) and f.base != "anchor" for f in forms)


def _can_anchor(expression: TimeExpression, interval: Interval, text: str) -> bool:
    """Ranges, steps back and what stands in parentheses (citations, years of life) do not carry a narrative on."""
    form = expression.form
    if not isinstance(form, Moment) or (form.base == "anchor" and form.shift < 0):
        return False
    return (interval.end - interval.start).days < _LONGEST_ANCHOR and not _in_parentheses(text, expression.start)


def _is_cited(expression: TimeExpression, text: str) -> bool:
    """Whether an expression ends a citation: "(Khovar.tj, September 11)"."""
    lead = text[max(0, expression.start - _PARENTHESIS_REACH) : expression.start]
    return _CITING.search(lead) is not None and _CITED.match(text, expression.end) is not None


def _in_parentheses(text: str, position: int) -> bool:
    return _PARENTHESIS.search(text, max(0, position - _PARENTHESIS_REACH), position) is not None

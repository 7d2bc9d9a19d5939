"""A document's dates in order: what was told before decides what "two days later" and "in May" mean.

News counts from its day of publication.  History (a text whose years lie mostly years before it was published) counts from
its own last date: there "in January" after "in December 1941" is January 1942.  In news, only an adverbial at the head of a
sentence ("In 2014, ...") lends its year, and only to its own paragraph: "the group, founded in 2003, said on May 3" does not.
"""

import re
from collections.abc import Sequence
from datetime import date

from watchfloor.resolution.dates.forms import Interval, Moment, Offset, Tense, TimeExpression
from watchfloor.resolution.dates.resolving import resolve

# A text tells history when at least so many of its dates carry a year that lies well before its publication, hardly any
# carry a later one, and few are told from the publication: a brief with much background is still news.
_HISTORY_DATES = 3
_WELL_BEFORE = 2
_HISTORY_SHARE = 0.9

_PARAGRAPH = re.compile(r"\n\s*\n")
# How many times farther than the past reading of a date its future one may lie, where only a cue word speaks for it.
_FUTURE_REACH = 2
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z“\"])|\n\s*\n")
_CLAUSE_END = re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z“\"])|\n|[;:]\s|,\s+(?:and|but|which|who|after|when|as|while|where)\b")
_CLAUSE_REACH = 300  # characters; a clause that is longer says little about its end
_FUTURE = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:to|due|set|slated|planning)|(?:scheduled|planned|slated|set|due) (?:to(?! the)|for|on)"
    r"|(?:expected|supposed) to|(?:may|might) (?!have\b)\w+"
    r"|(?:plans?|intends?|expects?|hopes?|wants?|aims?|agreed|vowed|promised) to|expires?|begins?|starts?|ends?|runs? until|takes effect|upcoming|forthcoming|deadline)\b|['’]ll\b"
)
_HEADING_ADVERBIAL = re.compile(r"(?:^|[.!?\n][\"”’)]?\s*)(?:In|On|By|During|Since|From|Around)?\s*$")
# A citation of several outlets runs to about this many characters.
_PARENTHESIS_REACH = 200
_PARENTHESIS = re.compile(r"\([^()]*$")


# An expression's interval, and the publication, anchor and tense against which it was read.
Reading = tuple[Interval | None, date | None, Interval | None, Tense | None]


def resolve_all(
    expressions: Sequence[TimeExpression],
    published: date | None,
    text: str,
    tenses: Sequence[Tense | None] | None = None,
) -> list[Interval | None]:
    """The interval of each expression of a document, in the order given (which must be that of the text).

    `tenses` may give the tense of the clause that each expression stands in; where it gives None, a cue word of the
    sentence decides.
    """
    return [interval for interval, *_ in walk(expressions, published, text, tenses)]


def walk(
    expressions: Sequence[TimeExpression],
    published: date | None,
    text: str,
    tenses: Sequence[Tense | None] | None = None,
) -> list[Reading]:
    """For each expression its interval, and the publication, anchor and tense against which it was read."""
    history = _is_history(expressions, published)
    read: list[Reading] = []
    anchor: Interval | None = None
    lent: Interval | None = None
    end_of_last = 0
    for index, expression in enumerate(expressions):
        breaks = len(_PARAGRAPH.findall(text, end_of_last, expression.start))
        if breaks:
            lent = None
        if breaks > 1 and not history:
            anchor = None
        end_of_last = expression.end
        tense = tenses[index] if tenses else None
        if tense is None and _future_is_nearer(expression, published) and future_before(text, expression.start):
            tense = "future"
        yearless = not has_own_year(expression) and not _told_from_publication(expression)
        context = anchor if history else lent
        if _in_parentheses(text, expression.start) and not history:
            seen = (published, anchor, tense)
        elif yearless and (history or context is not None) and not _counts_from_anchor(expression):
            seen = (None, context, tense)
        else:
            seen = (published, anchor, tense)
        interval = resolve(expression, published=seen[0], anchor=seen[1], tense=seen[2])
        read.append((interval, *seen))
        if interval is None or not _can_anchor(expression, interval, text) or (history and _told_from_publication(expression)):
            continue
        anchor = interval
        if has_own_year(expression) and _heads_sentence(text, expression.start):
            lent = interval
    for index, expression in enumerate(expressions):
        if isinstance(expression.form, Offset):
            nearest = _same_sentence(expressions, index, text, read)
            if nearest:
                read[index] = (resolve(expression, published=published, anchor=nearest), published, nearest, None)
    return read


def _same_sentence(expressions: Sequence[TimeExpression], index: int, text: str, read: Sequence[Reading]) -> Interval | None:
    """The day that the sentence of an offset tells, before it or else after it."""
    here = expressions[index]
    for other in (*range(index - 1, -1, -1), *range(index + 1, len(expressions))):
        there = expressions[other]
        between = (there.end, here.start) if other < index else (here.end, there.start)
        if not _SENTENCE_END.search(text, *between) and isinstance(there.form, Moment) and read[other][0]:
            return read[other][0]
    return None


def future_before(text: str, position: int) -> bool:
    """Whether the clause, up to the position, speaks of what is to come."""
    reach = max(0, position - _CLAUSE_REACH)
    start = max((match.end() for match in _CLAUSE_END.finditer(text, reach, position)), default=reach)
    return _FUTURE.search(text, start, position) is not None


def _future_is_nearer(expression: TimeExpression, published: date | None) -> bool:
    """A cue word alone does not carry a date of last month into next year."""
    if published is None:
        return False
    past = resolve(expression, published=published, tense="past")
    future = resolve(expression, published=published, tense="future")
    return past is None or future is None or future.start - published <= _FUTURE_REACH * (published - past.start)


def has_own_year(expression: TimeExpression) -> bool:
    """Whether the words name the year (or the decade, or the century) themselves."""
    return any(
        isinstance(part.form, Moment) and (part.form.year or part.form.decade or part.form.century) is not None
        for part in expression.parts()
    )


def _is_history(expressions: Sequence[TimeExpression], published: date | None) -> bool:
    years = [part.form.year for e in expressions for part in e.parts() if isinstance(part.form, Moment) and part.form.year]
    told = sum(_told_from_publication(expression) for expression in expressions)
    old = sum(year < published.year - _WELL_BEFORE for year in years) if published else len(years)
    return old >= _HISTORY_DATES and old >= _HISTORY_SHARE * len(years) and old > 2 * told


def _told_from_publication(expression: TimeExpression) -> bool:
    return any(
        isinstance(part.form, Moment)
        and (part.form.base == "published" or (part.form.weekday is not None and part.form.month is None))
        for part in expression.parts()
    )


def _counts_from_anchor(expression: TimeExpression) -> bool:
    return isinstance(expression.form, Moment) and expression.form.base == "anchor"


def _can_anchor(expression: TimeExpression, interval: Interval, text: str) -> bool:
    """Long stretches and what stands in parentheses (citations, life dates) carry no narrative."""
    form = expression.form
    if not isinstance(form, Moment) or (form.base == "anchor" and form.shift < 0) or (interval.end - interval.start).days > 366:
        return False
    return not _in_parentheses(text, expression.start)


def _in_parentheses(text: str, position: int) -> bool:
    return _PARENTHESIS.search(text, max(0, position - _PARENTHESIS_REACH), position) is not None


def _heads_sentence(text: str, start: int) -> bool:
    return _HEADING_ADVERBIAL.search(text[max(0, start - 30) : start]) is not None

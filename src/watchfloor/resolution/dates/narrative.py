"""A document's dates in order: what was told before decides what "two days later" and "in May" mean.

News counts from its day of publication.  History (a text whose years lie mostly years before it was published) counts from
its own last date: there "in January" after "in December 1941" is January 1942.  In news, only an adverbial at the head of a
sentence ("In 2014, ...") lends its year, and only to its own paragraph: "the group, founded in 2003, said on May 3" does not.
"""

import re
from collections.abc import Sequence
from datetime import date

from watchfloor.resolution.dates.forms import Interval, Moment, Tense, TimeExpression
from watchfloor.resolution.dates.resolving import resolve

# A text tells history when this many of its dates carry a year, and most of those years lie before the year before publication.
_HISTORY_DATES = 3

_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z“\"])|\n")
_FUTURE = re.compile(
    r"\b(?:will|shall|would|is to|are to|(?:is|are|was|were)? ?(?:due|scheduled|expected|slated|set|planned|planning) (?:to|for|on|in)"
    r"|(?:plans?|intends?|expects?|hopes?|wants?|aims?|agreed|vowed|promised) to|expires?|begins?|starts?|ends?|runs? until|takes effect|upcoming|forthcoming|deadline)\b|['’]ll\b"
)
_HEADING_ADVERBIAL = re.compile(r"(?:^|[.!?\n][\"”’)]?\s*)(?:In|On|By|During|Since|From|Around)?\s*$")
_PARENTHESIS = re.compile(r"\([^()]*$")


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
) -> list[tuple[Interval | None, date | None, Interval | None, Tense | None]]:
    """For each expression its interval, and the publication, anchor and tense against which it was read."""
    history = _is_history(expressions, published)
    read = []
    anchor: Interval | None = None
    lent: Interval | None = None
    end_of_last = 0
    for index, expression in enumerate(expressions):
        if _PARAGRAPH.search(text, end_of_last, expression.start):
            lent = None
        end_of_last = expression.end
        tense = (tenses[index] if tenses else None) or tense_before(text, expression.start)
        yearless = not has_own_year(expression) and not _told_from_publication(expression)
        context = anchor if history else lent
        if yearless and (history or context is not None) and not _counts_from_anchor(expression):
            seen = (None, context, tense)
        else:
            seen = (published, anchor, tense)
        interval = resolve(expression, published=seen[0], anchor=seen[1], tense=seen[2])
        read.append((interval, *seen))
        if interval is None or not _can_anchor(expression, interval, text):
            continue
        anchor = interval
        if has_own_year(expression) and _heads_sentence(text, expression.start):
            lent = interval
    return read


def tense_before(text: str, position: int) -> Tense | None:
    """ "future" where the sentence, up to the position, speaks of what is to come."""
    start = max((match.end() for match in _SENTENCE_END.finditer(text, max(0, position - 300), position)), default=max(0, position - 300))
    return "future" if _FUTURE.search(text, start, position) else None


def has_own_year(expression: TimeExpression) -> bool:
    """Whether the words name the year (or the decade, or the century) themselves."""
    return any(
        isinstance(part.form, Moment) and (part.form.year or part.form.decade or part.form.century) is not None
        for part in expression.parts()
    )


def _is_history(expressions: Sequence[TimeExpression], published: date | None) -> bool:
    years = [part.form.year for e in expressions for part in e.parts() if isinstance(part.form, Moment) and part.form.year]
    told = sum(_told_from_publication(expression) for expression in expressions)
    old = sum(year < published.year - 1 for year in years) if published else len(years)
    return old >= _HISTORY_DATES and old > (len(years) - old) and old > 2 * told


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
    return not _PARENTHESIS.search(text, max(0, expression.start - 120), expression.start)


def _heads_sentence(text: str, start: int) -> bool:
    return _HEADING_ADVERBIAL.search(text[max(0, start - 30) : start]) is not None

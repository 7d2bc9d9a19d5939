"""Whether a clause speaks of what is to come, by its words alone, for callers that bring no tense from a parse."""

import re
from datetime import date

from watchfloor.resolution.dates.forms import TimeExpression
from watchfloor.resolution.dates.resolving import resolve

# How many times farther away than the past reading of a date its future one may lie: a cue word does not carry a date
# of last month into next year.
_REACH = 2

_CLAUSE_REACH = 300  # characters; what stands farther off says little about the date
_CLAUSE_END = re.compile(
    r"[.!?][\"”’)]?\s+(?=[A-Z“\"])|\n|[;:]\s|,\s+(?:and|but|which|who|after|when|as|while|where)\b"
)
_TO_COME = re.compile(
    r"\b(?:will|shall|(?:may|might) (?!have\b)\w+"
    r"|(?:is|are) (?:to|due|set|slated|planning)|(?:scheduled|planned|slated|set|due) (?:to(?! the)|for|on)"
    r"|(?:expected|supposed|agreed|vowed|promised|plans?|intends?|expects?|hopes?|wants?|aims?) to"
    r"|expires?|begins?|starts?|ends?|runs? until|takes effect|upcoming|forthcoming|deadline)\b|['’]ll\b"
)


def lies_ahead(expression: TimeExpression, published: date | None, text: str) -> bool:
    """Whether a cue word before the expression puts it into the publication's future, where that is near enough."""
    if published is None:
        return False
    past = resolve(expression, published=published, tense="past")
    future = resolve(expression, published=published, tense="future")
    if past == future or past is None or future is None:
        return False
    return future.start - published <= _REACH * (published - past.start) and _speaks_of_future(text, expression.start)


def _speaks_of_future(text: str, position: int) -> bool:
    reach = max(0, position - _CLAUSE_REACH)
    start = max((match.end() for match in _CLAUSE_END.finditer(text, reach, position)), default=reach)
    return _TO_COME.search(text, start, position) is not None

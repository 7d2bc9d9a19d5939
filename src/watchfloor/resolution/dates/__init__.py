"""Time expressions of English text: where they stand and which days they mean."""

from watchfloor.resolution.dates.citation import cited
from watchfloor.resolution.dates.finder import find
from watchfloor.resolution.dates.forms import Interval, TimeExpression
from watchfloor.resolution.dates.narrative import resolve_all
from watchfloor.resolution.dates.resolving import beginning, resolve
from watchfloor.resolution.dates.timex import timexes

__all__ = ["Interval", "TimeExpression", "beginning", "cited", "find", "resolve", "resolve_all", "timexes"]

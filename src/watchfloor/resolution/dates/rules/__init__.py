"""The grammar of English time expressions: the longest match wins, among equals the earlier rule."""

from watchfloor.resolution.dates.rules.amounts import AMOUNTS
from watchfloor.resolution.dates.rules.calendar_dates import CALENDAR_DATES
from watchfloor.resolution.dates.rules.ranges import RANGES
from watchfloor.resolution.dates.rules.relative_dates import RELATIVE_DATES
from watchfloor.resolution.dates.rules.rule import Rule

RULES: tuple[Rule, ...] = RANGES + CALENDAR_DATES + RELATIVE_DATES + AMOUNTS

__all__ = ["RULES", "Rule"]

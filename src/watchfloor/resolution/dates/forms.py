"""What a time expression says, before a calendar is held against it, and the interval that comes out."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["date", "range", "time", "duration", "set", "vague", "offset"]
Precision = Literal["day", "week", "month", "year", "interval"]
Tense = Literal["past", "future"]
Bound = Literal["closed", "since", "until", "before", "after"]
# "present" is the publication in news and the narrative's own day in history: "by the end of the year".
Base = Literal["published", "anchor", "present"]


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from `start` to `end`, both included; `precision` names the calendar unit that they fill."""

    start: date
    end: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or stretch of the calendar, as far as the words give it.

    `base` with `unit` and `shift` names a period counted from the publication or from the narrative ("last year" is
    the publication's year, shift -1); without a unit, `shift` picks one of the days, months or seasons that the other
    fields name ("last Friday", "next May").  `unit` is "vague" where the step has no figure ("days later").  `decade`
    and `century` are their leading digits (199 for the 1990s, 18 for the 19th century), `part` and `daypart` are
    TIMEX3 codes, `half` and `quarter` count from 1, `era` is -1 before Christ.
    """

    base: Base | None = None
    unit: str | None = None
    shift: int = 0
    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    weekday: int | None = None
    weekend: bool = False
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    part: str | None = None
    daypart: str | None = None
    era: int = 1


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time: `count` units, None where the words give no figure."""

    count: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length of time that ends (`direction` -1) or begins (1) at the publication: "the past two years"."""

    amount: Amount
    direction: int


@dataclass(frozen=True, slots=True)
class Repetition:
    """Something that comes again: the TIMEX3 value of one turn ("P1D", "XXXX-WXX-5")."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """Past, present or future and nothing more: the TIMEX3 value ("PAST_REF")."""

    value: str


@dataclass(frozen=True, slots=True)
class Between:
    """From one expression to another; a side that the words leave open is None.

    `bound` says what an open side means: "since" reaches to the publication, the others stay unresolved.
    """

    first: "TimeExpression | None"
    last: "TimeExpression | None"
    bound: Bound = "closed"


@dataclass(frozen=True, slots=True)
class Offset:
    """So long after or before a happening that the next words tell: "two days after the raid".

    `step` leads from the day of the main clause to that of the happening; `amount` is the duration.
    """

    amount: "TimeExpression"
    step: Moment


Form = Moment | Amount | Stretch | Repetition | Vague | Between | Offset


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words of a text that tell a time: `text` is exactly the characters from `start` to `end`."""

    start: int
    end: int
    text: str
    kind: Kind
    form: Form

    def parts(self) -> tuple["TimeExpression", ...]:
        """The expressions inside a range or an offset, in text order; any other expression is its own only part."""
        if isinstance(self.form, Offset):
            return (self.form.amount,)
        if not isinstance(self.form, Between):
            return (self,)
        return tuple(part for side in (self.form.first, self.form.last) if side is not None for part in side.parts())

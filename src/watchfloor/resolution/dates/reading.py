"""From the words that a rule's slots caught to a form: what they mean, or that they cannot be a time after all."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import replace

from watchfloor.resolution.dates import vocabulary as words
from watchfloor.resolution.dates.forms import Amount, Between, Form, Moment, Repetition, Stretch, TimeExpression, Vague
from watchfloor.resolution.dates.grammar import Rule

Caught = Mapping[str, str]

_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "everyday": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W",
    "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip

# Words before a unit that count from the narrative rather than from the publication, and how far they step.
_FROM_ANCHOR = {"previous": -1, "preceding": -1, "prior": -1, "following": 1, "subsequent": 1, "ensuing": 1, "same": 0, "that": 0}
_FROM_PUBLISHED = {"last": -1, "past": -1, "next": 1, "coming": 1, "this": 0, "current": 0}

# A year in two figures: 13 is this century, 87 the last one.
_CENTURY_TURN = 30


# "a second" is more often another one than a sixtieth of a minute.
_SINGULAR = ("", "a", "one", "the", "some")


class NoTime(Exception):
    """The words fit a rule's pattern but name no time, such as June 31."""


def read(rule: Rule, match: re.Match[str]) -> Form:
    """The form of a rule's match; raises `NoTime` where the calendar has no such day."""
    caught = {name: text for name, text in match.groupdict().items() if text}
    if rule.kind == "duration":
        return _amount(caught)
    if rule.kind == "set":
        return _repetition(caught, match[0])
    if rule.kind == "vague":
        return Vague(str(rule.given["value"]))
    if "stretch" in caught:
        return Stretch(_amount(caught), -1 if caught["stretch"].lower() in ("past", "last") else 1)
    if rule.kind == "range":
        return _range(caught, match)
    return _moment(caught, rule.given)


def _moment(caught: Caught, given: Mapping[str, object]) -> Moment:
    moment = Moment()
    for name, reader in _READERS.items():
        if name in caught:
            moment = replace(moment, **reader(caught[name]))
    if "figure1" in caught:
        moment = replace(moment, **_figures(int(caught["figure1"]), int(caught["figure2"])))
    if "rel" in caught:
        moment = _related(moment, caught, str(given["outer"]) if "outer" in given else None)
    if "sign" in given or "aside" in caught or "sideways" in caught:
        moment = _counted(caught, given)
    moment = replace(moment, **{name: value for name, value in given.items() if name in _FIELDS})
    if "unit" in caught and moment.unit is None:
        moment = replace(moment, unit=words.unit_of(caught["unit"]))
    _check(moment)
    return moment


_FIELDS = Moment.__dataclass_fields__


def _year(text: str) -> dict[str, object]:
    return {"year": int(text)}


_READERS: dict[str, Callable[[str], dict[str, object]]] = {
    "year": _year,
    "year2": _year,
    "isoyear": _year,
    "yearbc": _year,
    "era": lambda text: {"era": -1},
    "month": lambda text: {"month": words.month_of(text)},
    "month2": lambda text: {"month": words.month_of(text)},
    "monthname": lambda text: {"month": words.month_of(text)},
    "plainmonth": lambda text: {"month": words.month_of(text)},
    "ambiguousmonth": lambda text: {"month": words.month_of(text)},
    "isomonth": lambda text: {"month": int(text)},
    "day": lambda text: {"day": words.ordinal_of(text)},
    "day2": lambda text: {"day": words.ordinal_of(text)},
    "isoday": lambda text: {"day": int(text)},
    "weekday": lambda text: {"weekday": words.weekday_of(text)},
    "weekdayshort": lambda text: {"weekday": words.weekday_of(text)},
    "season": lambda text: {"season": words.SEASONS[words.folded(text)]},
    "quarter": lambda text: {"quarter": words.ordinal_of(text)},
    "half": lambda text: {"half": 1 if text.lower() == "first" else 2},
    "decade": lambda text: {"decade": int(text)},
    "shortdecade": lambda text: {"decade": 190 + int(text)},
    "decadename": lambda text: {"decade": 190 + words.DECADES[words.folded(text)] // 10},
    "feast": lambda text: dict(zip(("month", "day"), words.FEASTS[words.folded(text)], strict=True)),
    "part": lambda text: {"part": words.PARTS[words.folded(text)]},
    "daypart": lambda text: {"daypart": words.DAYPARTS[words.folded(text)]},
    "clock": lambda text: {"daypart": clock(text)},
    "dayordinal": lambda text: {"day": words.ordinal_of(text)},
    "centuryordinal": lambda text: {"century": words.ordinal_of(text) - 1},
}


def _related(moment: Moment, caught: Caught, outer: str | None) -> Moment:
    """Adds where "last", "this", "the following" count from, and the unit that they step over, if they name one."""
    rel = words.folded(caught["rel"])
    from_anchor = rel == "the next" or rel.split()[-1] in _FROM_ANCHOR
    shift = 1 if rel == "the next" else {**_FROM_ANCHOR, **_FROM_PUBLISHED}[rel.split()[-1]]
    unit = outer or (words.unit_of(caught["unit"]) if "unit" in caught else None)
    if unit is None and moment.daypart and not (moment.weekday or moment.month):
        unit = "day"
    return replace(moment, base="anchor" if from_anchor else "published", shift=shift, unit=unit)


def _counted(caught: Caught, given: Mapping[str, object]) -> Moment:
    """ "three days ago", "two weeks later", "the day before": a step of so many units."""
    if "sideways" in caught or "aside" in caught:
        word = (caught.get("sideways") or caught.get("side") or "").lower()
        sign = 1 if word in ("later", "after") else -1
        base = "published" if word == "ago" else "anchor"
        unit = words.unit_of(caught.get("aside") or caught["anyunit"])
        return Moment(base=base, unit=unit, shift=sign) if "aside" in caught else Moment(base=base, unit="vague", shift=sign)
    sign, base = (1 if given["sign"] == 1 else -1), ("published" if given["base"] == "published" else "anchor")
    number, unit = words.number_of(caught["n"]), words.unit_of(caught["anyunit"])
    if number is None or number != int(number):
        return Moment(unit="vague", shift=sign)
    if unit in words.SUBDAILY:
        return Moment(unit="day")
    if unit == "fortnight" or unit == "week" and base == "anchor":
        # "two weeks later" is told of a day and means a day; "two weeks ago" means about then.
        unit, number = "day", number * (14 if unit == "fortnight" else 7)
    return Moment(unit=unit, shift=sign * int(number))


def _figures(first: int, second: int) -> dict[str, object]:
    """Month and day of "24/09/2021" where only one order is possible; a month of 0 where both are."""
    if first == second and 1 <= first <= 12:
        return {"month": first, "day": second}
    if 1 <= first <= 12 and 12 < second <= 31:
        return {"month": first, "day": second}
    if 1 <= second <= 12 and 12 < first <= 31:
        return {"month": second, "day": first}
    if 1 <= first <= 12 and 1 <= second <= 12:
        return {"month": 0, "day": 0}
    raise NoTime


def _check(moment: Moment) -> None:
    """Refuses a day that its month does not have; without a year February has 29."""
    if moment.day and moment.month and moment.day > monthrange(moment.year or 2000, moment.month)[1]:
        raise NoTime


def clock(text: str) -> str:
    """The TIMEX3 code of a time of day, "T21:30" for "9:30 p.m."; raises `NoTime` for a thirteenth hour of the morning."""
    digits = re.findall(r"\d+", text)
    if len(digits) == 1 and len(digits[0]) > 2:
        digits = [digits[0][:-2], digits[0][-2:]]
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    letters = re.sub(r"[^a-z]", "", text.lower())
    if letters.startswith(("am", "pm")):
        if not 1 <= hour <= 12:
            raise NoTime
        hour = hour % 12 + (12 if letters.startswith("pm") else 0)
    if hour > 24 or minute > 59:
        raise NoTime
    return f"T{hour:02d}:{minute:02d}"


def _amount(caught: Caught) -> Amount:
    if "halfunit" in caught:
        return Amount(0.5, words.unit_of(caught["halfunit"]))
    if words.unit_of(caught["anyunit"]) == "second" and words.folded(caught.get("n", "")) in _SINGULAR:
        raise NoTime
    count = words.number_of(caught["n"]) if "n" in caught and caught["n"].lower() != "recent" else None
    if count == 3 and words.folded(caught["anyunit"]) == "quarters":
        raise NoTime
    return Amount(count, words.unit_of(caught["anyunit"]))


def _repetition(caught: Caught, text: str) -> Repetition:
    if "adverb" in caught:
        return Repetition(_ADVERBS[caught["adverb"].lower()])
    if "weekday" in caught:
        return Repetition(f"XXXX-WXX-{words.weekday_of(caught['weekday'])}")
    if "monthname" in caught:
        return Repetition(f"XXXX-{words.month_of(caught['monthname']):02d}")
    if "season" in caught:
        return Repetition(f"XXXX-{words.SEASONS[words.folded(caught['season'])]}")
    if "daypart" in caught:
        return Repetition(f"XXXX-XX-XXT{words.DAYPARTS[words.folded(caught['daypart'])].lstrip('T')}")
    number = words.number_of(caught["n"]) if "n" in caught else 2 if " other " in text.lower() else 1
    unit = words.unit_of(caught.get("unit") or caught["anyunit"])
    digits = "X" if number is None else f"{number:g}"
    return Repetition(f"P{'T' if unit in words.SUBDAILY else ''}{digits}{words.UNITS[unit]}")


def _range(caught: Caught, match: re.Match[str]) -> Between:
    """Two moments that share what only one of them says; "December 28 to January 3, 2015" begins the year before."""
    shared = {name: text for name, text in caught.items() if not name.endswith("2")}
    far = {name.removesuffix("2"): text for name, text in caught.items() if name.endswith("2")}
    if "monthname" in far or "month" in far:
        far["month"] = far.pop("monthname", far.get("month", ""))
        shared = {("month" if name == "plainmonth" else name): text for name, text in shared.items()}
    if "yy" in caught:
        far["year"] = shared["year"][:2] + shared.pop("yy")
    first = _moment(shared, {})
    last = _moment({**{k: v for k, v in shared.items() if k not in ("part", "weekdayshort")}, **far}, {})
    if first.year and first.year == last.year and (first.month or 0) > (last.month or 12):
        first = replace(first, year=first.year - 1)
    if (first.year or 0) > (last.year or 9999) or (first.month == last.month and (first.day or 0) > (last.day or 31)):
        raise NoTime
    # The far end's words begin where its first own slot does; what stands before them is the near end's.
    groups = match.re.groupindex
    near = sorted(match.span(name) for name in groups if match[name] and name in ("month", "plainmonth", "day", "year", "weekdayshort", "part"))
    border = min(match.start(name) for name in groups if match[name] and (name.endswith("2") or name == "yy"))
    beginning, ending = near[0][0], max(end for _, end in near if end <= border)
    return Between(_part(match, beginning, ending, first), _part(match, border, match.end(), last))


def _part(match: re.Match[str], start: int, end: int, moment: Moment) -> TimeExpression:
    return TimeExpression(start, end, match.string[start:end], "date", moment)

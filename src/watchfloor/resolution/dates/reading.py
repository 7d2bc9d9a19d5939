"""From a rule's match to a form: what its words mean, or that they cannot be a time after all."""

import re
from collections.abc import Mapping
from dataclasses import fields, replace

from watchfloor.resolution.dates import vocabulary as words
from watchfloor.resolution.dates.fields import NoTime, check, fields_of
from watchfloor.resolution.dates.forms import (
    Amount,
    Base,
    Between,
    Form,
    Moment,
    Offset,
    Repetition,
    Stretch,
    TimeExpression,
    Vague,
)
from watchfloor.resolution.dates.rules import Rule

Caught = Mapping[str, str]
Given = Mapping[str, object]

_FIELDS = frozenset(field.name for field in fields(Moment))

_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "everyday": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W",
    "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip

# Words before a unit that count from the narrative, those that count from the publication, and how far they step.
_FROM_ANCHOR = {
    "previous": -1, "preceding": -1, "prior": -1, "same": 0, "that": 0, "following": 1, "subsequent": 1, "ensuing": 1,
}  # fmt: skip
_FROM_PUBLISHED = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}

# "a second" is more often another one than a sixtieth of a minute.
_NO_FIGURE = ("", "a", "one", "the", "some")


def read(rule: Rule, match: re.Match[str]) -> Form:
    """The form of a rule's match; raises `NoTime` where the calendar has no such day."""
    caught = {name: text for name, text in match.groupdict().items() if text}
    match rule.kind:
        case "duration":
            return _amount(caught)
        case "set":
            return _repetition(caught, match[0])
        case "vague":
            return Vague(str(rule.given["value"]))
        case "offset":
            return _offset(caught, match)
        case "range":
            return _stretch(caught, rule.given) if "stretch" in caught else _range(caught, match)
        case _:
            return _moment(caught, rule.given)


def _moment(caught: Caught, given: Given) -> Moment:
    if "sign" in given or "side" in caught or "sideways" in caught:
        return _counted(caught, given)
    moment = replace(Moment(), **fields_of(caught))
    if "rel" in caught:
        moment = _related(moment, caught, given)
    elif "unit" in caught:
        moment = replace(moment, unit=caught["unit"].lower())
    moment = replace(moment, **{name: value for name, value in given.items() if name in _FIELDS})  # type: ignore[arg-type]
    check(moment)
    return moment


def _related(moment: Moment, caught: Caught, given: Given) -> Moment:
    """Adds where "last", "this", "the following" count from, and the unit that they step over, if they name one."""
    rel = words.folded(caught["rel"])
    from_anchor = rel == "the next" or rel.split()[-1] in _FROM_ANCHOR
    shift = 1 if rel == "the next" else {**_FROM_ANCHOR, **_FROM_PUBLISHED}[rel.split()[-1]]
    unit = str(given["outer"]) if "outer" in given else caught["unit"].lower() if "unit" in caught else None
    if unit is None and moment.daypart and not (moment.weekday or moment.month):
        unit = "day"
    return replace(moment, base="anchor" if from_anchor else "published", shift=shift, unit=unit)


def _counted(caught: Caught, given: Given) -> Moment:
    """A step of so many units: "three days ago", "two weeks later", "the day before", "months later"."""
    if "side" in caught:
        return Moment(base="anchor", unit=caught["aside"].lower(), shift=1 if caught["side"].lower() == "after" else -1)
    if "sideways" in caught:
        return Moment(base="anchor", unit="vague", shift=1 if caught["sideways"].lower() == "later" else -1)
    base: Base = "published" if given["base"] == "published" else "anchor"
    sign = 1 if given["sign"] == 1 else -1
    number, unit = words.number_of(caught["n"]), words.unit_of(caught["anyunit"])
    if number is None or number != int(number) or unit == "weekend":
        return Moment(base=base, unit="vague", shift=sign)
    if unit in words.SUBDAILY:
        return Moment(base=base, unit="day")
    if unit == "fortnight" or (unit == "week" and base == "anchor"):
        # "two weeks later" is told of a day and means a day; "two weeks ago" means about then.
        unit, number = "day", number * (14 if unit == "fortnight" else 7)
    return Moment(base=base, unit=unit, shift=sign * int(number))


def _offset(caught: Caught, match: re.Match[str]) -> Offset:
    """After two days means two days earlier, and the other way round; "the day after" means one."""
    number = "one" if caught["n"].lower() == "the" else caught["n"]
    counted = {"n": number, "anyunit": caught["anyunit"]}
    step = _counted(counted, {"base": "anchor", "sign": -1 if caught["relation"].lower() == "after" else 1})
    start, end = match.start(), match.end("anyunit")
    return Offset(TimeExpression(start, end, match.string[start:end], "duration", _amount(counted)), step)


def _stretch(caught: Caught, given: Given) -> Stretch:
    stretch = words.folded(caught["stretch"])
    if stretch == "overnight":
        return Stretch(Amount(1, "night"), -1)
    amount = Amount(1, words.unit_of(caught["anyunit"])) if "count" in given else _amount(caught)
    return Stretch(amount, -1 if stretch.split()[-1] in ("past", "last") else 1)


def _amount(caught: Caught) -> Amount:
    if "halfunit" in caught:
        return Amount(0.5, caught["halfunit"].lower())
    figure, unit = words.folded(caught.get("n", "")), words.unit_of(caught["anyunit"])
    count = words.number_of(figure) if figure else None
    if unit == "second" and figure in _NO_FIGURE:
        raise NoTime
    if unit == "quarter" and count in (None, 1, 3):
        raise NoTime  # "three quarters of the city"
    return Amount(count, unit)


def _repetition(caught: Caught, text: str) -> Repetition:
    if "adverb" in caught:
        return Repetition(_ADVERBS[caught["adverb"].lower()])
    if "weekday" in caught or "weekdays" in caught:
        return Repetition(f"XXXX-WXX-{words.weekday_of(caught.get('weekday') or caught['weekdays'])}")
    if "monthname" in caught:
        return Repetition(f"XXXX-{words.month_of(caught['monthname']):02d}")
    if "season" in caught:
        return Repetition(f"XXXX-{words.SEASONS[words.folded(caught['season'])]}")
    if "daypart" in caught:
        return Repetition(f"XXXX-XX-XXT{words.DAYPARTS[words.folded(caught['daypart'])].lstrip('T')}")
    number = words.number_of(caught["n"]) if "n" in caught else 2 if " other " in text.lower() else 1
    unit = words.unit_of(caught.get("unit") or caught["anyunit"])
    figure = "X" if number is None else f"{number:g}"
    return Repetition(f"P{'T' if unit in words.SUBDAILY else ''}{figure}{words.UNITS[unit]}")


def _range(caught: Caught, match: re.Match[str]) -> Between:
    """Two moments that share what only one of them says; "December 28 to January 3, 2015" begins the year before."""
    near = {name: text for name, text in caught.items() if not name.endswith("2") and name != "yy"}
    far = {name.removesuffix("2"): text for name, text in caught.items() if name.endswith("2")}
    if "yy" in caught:
        far["year"] = near["year"][:2] + caught["yy"]
    for month in ("monthname", "plainmonth"):
        for side in (near, far):
            if month in side:
                side["month"] = side.pop(month)
    first = _moment(near, {})
    last = _moment({**{slot: text for slot, text in near.items() if slot not in ("part", "weekdayshort")}, **far}, {})
    if first.year and first.year == last.year and (first.month or 0) > (last.month or 12):
        first = replace(first, year=first.year - 1)
    if (first.year or 0) > (last.year or 9999) or (first.month == last.month and (first.day or 0) > (last.day or 31)):
        raise NoTime
    return Between(*_ends(match, first, last))


def _ends(match: re.Match[str], first: Moment, last: Moment) -> tuple[TimeExpression, TimeExpression]:
    """The words of either end: the far one's begin with its first slot, the near one's are what stands before them."""
    slots = [name for name in match.re.groupindex if match[name]]
    border = min(match.start(name) for name in slots if name.endswith("2") or name == "yy")
    near = [match.span(name) for name in slots if match.end(name) <= border]
    start, end = min(start for start, _ in near), max(end for _, end in near)
    return (
        TimeExpression(start, end, match.string[start:end], "date", first),
        TimeExpression(border, match.end(), match.string[border : match.end()], "date", last),
    )

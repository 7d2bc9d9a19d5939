"""Dates told from the day of publication or from what was told before: "yesterday", "last May", "two days later"."""

from watchfloor.resolution.dates.rules.cues import NAMED_DAY, NEWSPAPER, before
from watchfloor.resolution.dates.rules.rule import Rule

TODAY = (
    Rule(
        "date",
        r"(?:(?P<part>early|earlier|late|later) )?today",
        {"base": "published", "unit": "day"},
        never_after=r"\bUSA\s+",
    ),
    Rule(
        "date",
        r"(?:(?P<part>early|earlier|late|later) )?yesterday(?: {daypart})?",
        {"base": "published", "unit": "day", "shift": -1},
    ),
    Rule("date", r"tomorrow(?: {daypart})?", {"base": "published", "unit": "day", "shift": 1}),
    Rule("date", r"the day before yesterday", {"base": "published", "unit": "day", "shift": -2}),
    Rule("date", r"the day after tomorrow", {"base": "published", "unit": "day", "shift": 2}),
    Rule("date", r"tonight", {"base": "published", "unit": "day", "daypart": "NI"}),
    Rule("date", r"last night", {"base": "published", "unit": "day", "shift": -1, "daypart": "NI"}),
    Rule("range", r"(?P<stretch>overnight)"),
)

PERIODS = (
    Rule("range", r"(?P<stretch>(?:the )?past) (?P<anyunit>week|month|quarter|year|decade|century)", {"count": 1}),
    Rule("range", r"(?:the )?(?P<stretch>past|last|next|coming) {n} {anyunit}"),
    Rule(
        "range",
        r"(?:the )?(?P<stretch>past|last|next|coming) (?P<anyunit>days|weeks|months|years|decades|centuries|hours)",
    ),
    Rule("date", r"{part}?{rel} {unit}", never_before=r"\s+of\b(?!\s+(?:last|this|next|\d))"),
    Rule(
        "date",
        r"{part}the (?P<unit>week|month|quarter|year|decade|century)(?: {year})?",
        {"base": "present"},
        never_before=r"\s+of\b",
    ),
    Rule("date", r"{part}the (?P<unit>day)", {"base": "anchor"}, never_before=r"\s+of\b"),
    Rule("date", r"{part}?{rel} weekend", {"weekend": True, "outer": "week"}),
    Rule("date", r"the weekend", {"base": "published", "unit": "week", "weekend": True}),
    Rule("date", r"(?:early |late )?{rel} {daypart}"),
    Rule("date", r"(?:the )?year[ -]end|year['’]s end", {"base": "published", "unit": "year", "part": "END"}),
)

WEEKDAYS = (
    Rule(
        "date",
        r"(?:{part}|(?:early|late) on )?{weekday}(?:,? {daypart})?",
        never_after=NAMED_DAY,
        never_before=NEWSPAPER,
    ),
    Rule("date", r"{rel} {weekday}(?: {daypart})?", never_before=NEWSPAPER),
    Rule("date", r"{weekday},? (?:of )?{rel} week", {"outer": "week"}),
    Rule("date", r"{weekday} last(?! (?:week|month|year))", {"base": "published", "shift": -1}),
)

COUNTED_OFF = (
    Rule("date", r"{hedge}?{n} {anyunit}(?: or so| and a half)? ago", {"base": "published", "sign": -1}),
    Rule("date", r"{hedge}?{n}[ -]{anyunit}[ -](?:later|afterwards?)", {"base": "anchor", "sign": 1}),
    Rule("date", r"{hedge}?{n}[ -]{anyunit}[ -](?:earlier|previously|beforehand)", {"base": "anchor", "sign": -1}),
    Rule("date", r"{hedge}?{n} {anyunit} before", {"base": "anchor", "sign": -1}, never_before=r"\s+\w"),
    Rule("date", r"{hedge}?{n} {anyunit} after", {"base": "anchor", "sign": 1}, never_before=r"\s+\w"),
    Rule(
        "date", r"the (?P<aside>day|week|month|year) (?P<side>before|after|earlier|previously)", never_before=r"\s+\w"
    ),
    Rule(
        "date", r"(?P<anyunit>days|weeks|months|years|decades|centuries|hours|minutes) (?P<sideways>ago|later|earlier)"
    ),
    # From the happening that the next words tell
    Rule("offset", r"{hedge}?{n} {anyunit} (?P<relation>before|after)"),
    Rule("offset", r"(?P<n>the) (?P<anyunit>day|week|month|year) (?P<relation>before|after)"),
)

TIMES_OF_DAY = (
    Rule("time", r"{clock}", after=before("at around about by until from before after since to and")),
    Rule("time", r"{plainclock}"),
    Rule("time", r"the (?:early|small) hours(?= of )", {"daypart": "MO"}),
    Rule("time", r"(?:the )?(?:early |late )?{daypart}(?= of (?:\d|(?-i:[A-Z])))"),
    Rule(
        "time",
        r"(?:(?P<part>early|late) )?(?:the )?(?:early |late )?{daypart}",
        after=before("in during at by before after until of around"),
        never_before=r"\s+of\s+(?!\d|[A-Z])",
    ),
)

RELATIVE_DATES = TODAY + PERIODS + WEEKDAYS + COUNTED_OFF + TIMES_OF_DAY

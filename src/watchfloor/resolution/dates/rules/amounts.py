"""Lengths of time, what comes again, and words that say past, present or future and no more.

None of these has a place in the calendar; they are found so that nothing else takes their words for a date.
"""

from watchfloor.resolution.dates.rules.rule import Rule

_AGE = r"\s+(?:old|of age)\b"
_COUNTLESS = r"(?:\d|[Hh]undreds of|[Tt]housands? of|thousand|million)[\s-]+"

DURATIONS = (
    Rule(
        "duration",
        r"(?:the (?:first|final|last|latest|following|previous|preceding|intervening|remaining) |{hedge})?{n}"
        r"(?: more| further| additional| consecutive| straight| full| whole| long)? {anyunit}"
        r"(?: and a half)?(?:[ -]long)?",
        never_before=r"-\w|" + _AGE,
    ),
    Rule("duration", r"{hedge}?{n}-{anyunit}(?:[ -]long)?", never_before=r"-olds?\b"),
    Rule("duration", r"half (?:a|an) (?P<halfunit>hour|day|year|decade|century)"),
    Rule("duration", r"(?P<anyunit>hour|day|week|month|year|decade|century)s?-long"),
    Rule("duration", r"(?P<n>recent) (?P<anyunit>hours|days|weeks|months|years|decades)"),
    Rule(
        "duration",
        r"(?P<anyunit>hours|days|weeks|months|years|decades|centuries|minutes)",
        never_after=_COUNTLESS,
        never_before=_AGE,
    ),
)

SETS = (
    Rule("set", r"(?:every|each)(?: (?:single|other))? {unit}"),
    Rule("set", r"every {n} {anyunit}"),
    Rule("set", r"(?:every|each)(?: other)? {weekday}(?: {daypart})?"),
    Rule("set", r"(?:every|each) (?:{monthname}|{season}|{daypart})"),
    Rule("set", r"{weekdays}"),
    Rule("set", r"(?:once|twice|\w+ times) (?:a|an|per|every|each) (?P<unit>day|week|month|year)"),
    Rule("set", r"per (?P<unit>day|week|month|year|hour)"),
    # With a capital they are newspapers.
    Rule(
        "set", r"(?P<adverb>(?-i:hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually|everyday))"
    ),
)

VAGUE = (
    Rule("vague", r"(?:right )?now|currently|presently|at present|nowadays|these days", {"value": "PRESENT_REF"}),
    Rule("vague", r"current", {"value": "PRESENT_REF"}, never_before=r"\s+(?:of|affairs)\b"),
    Rule("vague", r"(?:more |most )?recently|recent|former|formerly|previously|lately", {"value": "PAST_REF"}),
    Rule("vague", r"the past", {"value": "PAST_REF"}, after=r"\b[Ii]n\s+", never_before=r"\s+\w+"),
    Rule(
        "vague",
        r"soon|the (?:near |foreseeable )?future|future",
        {"value": "FUTURE_REF"},
        never_before=r"\s+(?:after|as)\b",
    ),
)

AMOUNTS = DURATIONS + SETS + VAGUE

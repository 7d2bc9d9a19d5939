"""The named gaps of the grammar's patterns: each is a regular expression whose group name says what the words mean.

In a pattern `{month}` stands for a named group `month`, `{month2}` for the same words in a group of its own (the far
end of a range), and a space for white space with at most one line break, as in text that was wrapped for print.
"""

import re

from watchfloor.resolution.dates import vocabulary as words


def _either(*names: str) -> str:
    """An alternation, longest first so that no word hides a longer one; inner spaces also match a hyphen."""
    ordered = sorted(dict.fromkeys(names), key=lambda name: (-len(name), name))
    return "(?:" + "|".join(name.replace("'", "['’]").replace(" ", r"[\s-]") for name in ordered) + ")"


def _named(names: tuple[str, ...]) -> str:
    """Proper names, which must begin with a capital: "March" and "MARCH" but not "march"."""
    return "(?-i:" + _either(*[form for name in names for form in (name.title(), name.upper())]) + ")"


_FULL_MONTHS = _named(tuple(words.MONTHS))
_SHORT_MONTHS = _named(tuple(words.MONTHS_SHORT)) + r"\.?"
_NUMBER_WORDS = _either(*words.NUMBERS, *(name for name in words.VAGUE_AMOUNTS if name not in ("recent", "the")))

# A day of the month is not the head of a larger number: "May 9,000", "May 3.5", "May 24%", "12:30".
_DAY = r"(?<![\d.,:])(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|,\d{3}\b|\.\d|:\d|\s?%)"
# Years from 1500 on: older ones without an era cannot be told from counts.
_YEAR = r"(?<![\d.,:$€£])(?:1[5-9]|20)\d\d(?!\d|,\d{3}\b|\.\d|\s?%)"
_ORDINAL = "(?:" + _either(*words.ORDINALS) + r"|\d{1,2}(?:st|nd|rd|th))"
_HOUR = r"(?<![\d.,:])(?:[01]?\d|2[0-4])"
_TWELVE_HOURS = rf"{_HOUR}(?:[:.][0-5]\d)?\s?(?:a\.m\.?|p\.m\.?|am\b|pm\b)"
_WITH_ZONE = rf"{_HOUR}:?[0-5]\d\s?(?:hours|hrs|GMT|UTC|[A-Z]ST|local\stime)"
_ORDINAL = "(?:" + _either(*words.ORDINALS) + r"|\d{1,2}(?:st|nd|rd|th))"
_PART = (
    r"(?:the\s)?(?:very\s)?(?P<part>(?:early|earlier|late|later|mid)(?=[-\s])|(?:latter|middle)(?=\spart\s)"
    r"|(?:beginning|start|outset|middle|end|close)(?=\sof\s))(?:-|\spart\sof\s|\sof\s|\sin\s|\son\s|\s)(?:the\s(?=the)|(?!the\sthe))"
)

SLOTS = {
    "month": f"(?:{_FULL_MONTHS}|{_SHORT_MONTHS})",
    "monthname": _FULL_MONTHS,
    "plainmonth": _named(tuple(name for name in words.MONTHS if name not in words.MONTHS_AMBIGUOUS)),
    "ambiguousmonth": _named(words.MONTHS_AMBIGUOUS),
    "day": _DAY,
    "year": _YEAR,
    "shortyear": r"\d\d(?!\d)",
    "yy": r"\d\d(?!\d)",
    "yearbc": r"(?<![\d.,:])\d{1,4}(?=\s(?:BCE?|B\.C\.))",
    "era": r"(?-i:BCE?|B\.C\.(?:E\.)?)",
    "namemonth": _named(("april", "june", "august")),
    "verbmonth": _named(("march", "may")),
    "weekday": _named(tuple(words.WEEKDAYS)),
    "weekdays": _named(tuple(f"{name}s" for name in words.WEEKDAYS)),
    "weekdayshort": f"(?:{_named(tuple(words.WEEKDAYS))}|{_named(tuple(words.WEEKDAYS_SHORT))}\\.?)",
    "season": _either(*words.SEASONS),
    "dayordinal": _ORDINAL,
    "centuryordinal": _ORDINAL,
    "unit": r"(?:day|week|fortnight|month|quarter|year|decade|century)",
    "anyunit": r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|centur(?:y|ie))s?",
    "daypart": _either(*words.DAYPARTS),
    "clock": rf"(?:{_TWELVE_HOURS}(?:\s(?:local\stime|[A-Z]{{2,4}}T))?|{_WITH_ZONE}|{_HOUR}:[0-5]\d(?!:?\d))",
    "plainclock": f"(?:{_TWELVE_HOURS}|{_WITH_ZONE})",
    "n": rf"(?:(?<![\d.,:$€£])\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?|{_NUMBER_WORDS})",
    "isoyear": r"(?:1[5-9]|20)\d\d",
    "isomonth": r"(?:0?[1-9]|1[0-2])",
    "isoday": r"(?:[12]\d|3[01]|0?[1-9])",
    "figure": r"[0-3]?\d",
    "quarter": r"(?:first|second|third|fourth)",
    "half": r"(?:first|second|last|latter)",
    "shortdecade": r"[2-9]",
    "decade": r"(?<!\d)(?:1[5-9]|20)\d(?=0['’]?s\b)",
    "decadename": _either(*words.DECADES),
    "feast": _either(*words.FEASTS),
    "rel": (
        r"(?:(?:this|the)\s(?:past|coming|current|last)|last|next|this(?:\ssame)?|coming|past|current|that(?:\ssame)?"
        r"|the\s(?:same|very\ssame|previous|preceding|prior|following|subsequent|next|ensuing))"
    ),
}

# What may stand in front of an amount and belongs to it.
HEDGE = (
    r"(?:(?:(?:more|less|fewer) than|at least|at most|up to|nearly|almost|about|around|approximately|roughly|over|under"
    r"|close to|as many as) )"
)

_PIECE = re.compile(r"\{(?P<slot>[a-z]+?)(?P<far>2?)\}")
_SPACE = r"(?:[^\S\n]+(?:\n[^\S\n]*)?|\n[^\S\n]*)"


def expanded(pattern: str) -> str:
    """The regular expression for a pattern of the grammar; raises `KeyError` on a slot that does not exist."""

    def piece(match: re.Match[str]) -> str:
        slot, far = match["slot"], match["far"]
        if slot == "part":
            return f"(?:{_PART})"
        if slot == "hedge":
            return HEDGE.replace(" ", _SPACE)
        return f"(?P<{slot}{far}>{SLOTS[slot]})"

    return _PIECE.sub(piece, pattern.replace("[ -]", r"[\s-]").replace(" ", _SPACE))


# Every time expression holds one of these; text far from all of them need not be searched.
TRIGGER = re.compile(
    rf"\d|\b(?:{_FULL_MONTHS}|{_SHORT_MONTHS}\b|{_named(tuple(words.WEEKDAYS))})|\b(?i:"
    + _either(*words.SEASONS, *words.UNITS, *words.DAYPARTS, *words.DECADES, *words.FEASTS)
    + r"(?:s|ly|time)?|centuries|today|tonight|yesterday|tomorrow|now|nowadays|soon|recent(?:ly)?|lately"
    r"|current(?:ly)?|present(?:ly)?"
    r"|former(?:ly)?|previously|future|past|daily|annually|everyday|(?:early|small)\shours)\b"
)

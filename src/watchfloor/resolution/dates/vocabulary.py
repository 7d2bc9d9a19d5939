"""English words for calendar things, and what each of them stands for.

Months and weekdays count from 1 (January, Monday), seasons carry their TIMEX3 code.  Every reader here takes the words
of a match (any case, any inner spacing) and raises `KeyError` on words that are not in its table.
"""

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
    "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip

MONTHS_SHORT = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

# Names that are as often a verb, an adjective or a person's name: they are months only where a cue says so.
MONTHS_AMBIGUOUS = ("march", "april", "may", "june", "august")

WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
}  # fmt: skip

WEEKDAYS_SHORT = {
    "mon": 1, "tues": 2, "tue": 2, "weds": 3, "wed": 3, "thurs": 4, "thur": 4, "thu": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip

# The first month of each season (northern hemisphere) by its code; a season lasts three months.
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SEASONS = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
}

# TIMEX3's letter of each unit; those under a day are written after a T.
UNITS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "weekend": "WE", "fortnight": "F",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "centurie": "C",
}  # fmt: skip
SUBDAILY = ("second", "minute", "hour")

DAYPARTS = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "afternoon": "AF", "evening": "EV", "dusk": "EV",
    "sunset": "EV", "night": "NI", "nightfall": "NI", "overnight": "NI", "daytime": "DT", "midday": "T12:00",
    "noon": "T12:00", "midnight": "T24:00",
}  # fmt: skip

# "earlier" and "later" reach to the day of speaking: BEFORE and AFTER are ours, TIMEX3 writes them as START and END.
PARTS = {
    "earlier": "BEFORE", "later": "AFTER",
    "early": "START", "start": "START", "beginning": "START", "outset": "START", "opening": "START",
    "mid": "MID", "middle": "MID",
    "late": "END", "end": "END", "close": "END", "latter": "END",
}  # fmt: skip

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS: dict[str, float] = {
    **{word: n for n, word in enumerate(_ONES.split())},
    **{word: 10 * n for n, word in enumerate(_TENS.split(), 2)},
    "a": 1, "an": 1, "half": 0.5, "a couple of": 2, "couple of": 2, "a couple": 2, "a dozen": 12,
    "hundred": 100, "a hundred": 100,
}  # fmt: skip
for _n, _tens in enumerate(_TENS.split(), 2):
    for _m, _one in enumerate(_ONES.split()[1:10], 1):
        NUMBERS[f"{_tens} {_one}"] = 10 * _n + _m

# Amounts that nobody could put a figure to.
VAGUE_AMOUNTS = (
    "several", "a few", "few", "many", "some", "a number of", "dozens of", "recent", "the", "numerous", "countless",
)  # fmt: skip

_FIRST_TO_NINTH = "first second third fourth fifth sixth seventh eighth ninth"
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "thirty first": 31,
    **{f"twenty {one}": 20 + n for n, one in enumerate(_FIRST_TO_NINTH.split(), 1)},
}  # fmt: skip

DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50,
    "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip

# Days that have a name and a fixed place in the calendar: (month, day).
FEASTS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24),
    "new year's day": (1, 1), "new year's eve": (12, 31), "boxing day": (12, 26),
}  # fmt: skip


def folded(words: str) -> str:
    """The words in lower case, hyphens as single spaces, apostrophes straight, without a full stop at the end."""
    return " ".join(words.lower().replace("’", "'").replace("-", " ").replace("–", " ").split()).rstrip(".")


def month_of(words: str) -> int:
    """The month (1 to 12) that a full or shortened name stands for."""
    name = folded(words)
    return MONTHS[name] if name in MONTHS else MONTHS_SHORT[name]


def weekday_of(words: str) -> int:
    """The weekday (1 to 7) that a full or shortened name stands for, plural or not."""
    name = folded(words)
    return WEEKDAYS_SHORT[name] if name in WEEKDAYS_SHORT else WEEKDAYS[name.removesuffix("s")]


def unit_of(words: str) -> str:
    """The singular name of a unit of time; both nights and days are days, a fortnight stays one."""
    name = folded(words).removesuffix("s")
    if name == "centurie":
        return "century"
    return "day" if name == "night" else name


def ordinal_of(words: str) -> int:
    """The number of "third", "3rd" or "3"."""
    name = folded(words)
    return ORDINALS[name] if name in ORDINALS else int(name.rstrip("stndrh"))


def number_of(words: str) -> float | None:
    """The number that figures or words give, None where they give none ("several")."""
    name = folded(words)
    if name in VAGUE_AMOUNTS:
        return None
    if name in NUMBERS:
        return NUMBERS[name]
    return float(name.replace(",", ""))

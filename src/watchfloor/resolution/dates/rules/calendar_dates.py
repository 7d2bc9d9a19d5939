"""Dates of the calendar, whole or in part: "11 September 2001", "in May", "mid-2014", "the 1990s"."""

from watchfloor.resolution.dates.rules.cues import (
    CAPITAL,
    COUNTED,
    DETERMINER,
    LAW,
    LOOSE_PREPOSITION,
    MONTH_NAMES,
    NAME_OF,
    NAMED_AFTER,
    PART_OF_A_COUNT,
    PERSON_ACTS,
    TIED,
    TIME_PREPOSITION,
    YEAR_PREPOSITION,
    YEARS_IN_A_ROW,
    before,
    either,
)
from watchfloor.resolution.dates.rules.rule import Rule

# A number behind a month that is not its day: "November 17 Organisation".
_NUMBERED_NAME = r"\s+\d{1,2}" + NAMED_AFTER

# "on 25 May 20 people": the month has its day already.
_DAY_OF_MONTH = r"\b(?:3[01]|[12]?\d)\s+"

IN_FIGURES = (
    Rule("date", r"{isoyear} ?- ?{isomonth} ?- ?{isoday}(?:T[\d:.]+Z?)?", never_before=r"[-/]"),
    Rule("date", r"{isoyear}-(?P<isomonth>0[1-9]|1[0-2])", never_before=r"[-/]"),
    Rule("date", r"{isoyear}/{isomonth}/{isoday}", never_before=r"[/\d]"),
    Rule("date", r"{figure}(?P<sign>[/.-]){figure2}(?P=sign){isoyear}", never_before=r"[/\d]|\.\d"),
    Rule("date", r"9/11", {"year": 2001, "month": 9, "day": 11}, never_before=r"[/\d]"),
)

DAYS = (
    Rule(
        "date",
        r"(?:{weekdayshort},? )?{month} (?:the )?{day}(?:(?:,| of)? {year}|,{year2})?",
        never_after=either(NAME_OF, _DAY_OF_MONTH),
        never_before=NAMED_AFTER,
    ),
    Rule(
        "date",
        r"(?:{weekdayshort},? (?:the )?)?(?:the )?{day}(?: day)?(?: of)? {month}(?:,? {year})?",
        never_after=NAME_OF,
        never_before=NAMED_AFTER,
    ),
    # "BOGOTA, 25 SEP 88 (EFE)": two figures are a year only where nothing can be counted with them.
    Rule("date", r"{day} {month},? ['’]?{shortyear}", never_before=r"(?!\s*(?:[(),;:\[]|--|—|$))"),
    Rule("date", r"the {dayordinal}(?: day)? of {month}(?:,? {year})?", never_before=NAMED_AFTER),
    Rule("date", r"(?:{month} {day}|{day2} (?:of )?{month2}),? (?:of )?{rel} year", {"outer": "year"}),
    Rule("date", r"(?:the )?{day} of {rel} month", {"outer": "month"}),
    Rule("date", r"(?:the )?week of (?:{month} {day}|{day2} {month2})(?:,? {year})?", {"unit": "week"}),
    Rule("date", r"{feast}(?:,? {year})?", never_before=r"\s+(?:Island|Carol|tree|[A-Z])"),
)

MONTHS = (
    Rule("date", r"{part}?{month}(?:,| of)? {year}"),
    Rule("date", r"{part}?{month},? (?:of )?{rel} year", {"outer": "year"}),
    Rule("date", r"{part}{monthname}", never_before=r"\s+\d"),
    Rule("date", r"{rel} {monthname}", never_before=r"\s+\d"),
    Rule("date", r"{part}?{plainmonth}", never_after=NAME_OF, never_before=either(NAMED_AFTER, _NUMBERED_NAME)),
    # Months that are also verbs or people: only where something says that they are months.
    Rule("date", r"{ambiguousmonth}", after=TIME_PREPOSITION, never_before=r"\s+[A-Z][a-z]+['’]s\b"),
    Rule(
        "date",
        r"{ambiguousmonth}",
        after=LOOSE_PREPOSITION,
        never_after=r"[a-z]ed\s+by\s+",
        never_before=CAPITAL + r"|['’]s\s",
    ),
    Rule("date", r"{ambiguousmonth}", after=MONTH_NAMES + r",?\s+(?:and|or|to|through|until)\s+", never_before=CAPITAL),
    Rule("date", r"{namemonth}", after=r"(?:\b[a-z]+|,)\s+", never_before=either(CAPITAL, PERSON_ACTS)),
    Rule(
        "date",
        r"{verbmonth}",
        after=before("the a and or"),
        never_after=r"\b(?:[Ll]ong|[Tt]heresa)\s+",
        never_before=either(r"(?!\s+[a-z])", r"\s+(?:of|on|to|for|in|from|through)\b", PERSON_ACTS),
    ),
)

YEARS = (
    Rule("date", r"{part}{year}", never_before=COUNTED),
    Rule("date", r"(?:the )?(?:fiscal )?year {year}"),
    Rule("date", r"fiscal {year}"),
    Rule("date", r"{year}", after=YEAR_PREPOSITION, never_after=PART_OF_A_COUNT, never_before=either(COUNTED, TIED)),
    Rule("date", r"{year}", after=YEARS_IN_A_ROW, never_after=LAW, never_before=either(COUNTED, TIED)),
    # Before a noun: "the 2018 attack", "a deadly 2014 raid"
    Rule("date", r"{year}", after=DETERMINER, never_before=either(COUNTED, r"(?!\s+[A-Za-z])", TIED)),
    # In parentheses: "(2014)", "(Kabul, 2014)"
    Rule("date", r"{year}", after=r"\((?:[Ii]n\s+|[Ss]ince\s+|[\w ]+,\s+)?", never_before=r"(?!\s*[),;:–-])"),
    # As a heading
    Rule("date", r"{year}", after=r"(?:^|\n)[ \t#*=]*", never_before=r"(?![ \t=]*(?:\n|:|$)|\s[–-]\s)"),
    Rule("date", r"(?:(?:about|around|circa|ca\.|c\.) )?(?:{part}|{month} )?(?:(?:the )?{season} of )?{yearbc} {era}"),
    Rule("date", r"{part}?(?:the )?{decade}0['’]?s"),
    Rule("date", r"the (?:(?P<part>early|mid|late)[ -])?(?:{decade}0['’]?s|(?:19)?['’]{shortdecade}0s|{decadename})"),
    Rule("date", r"{part}?(?:the )?{centuryordinal}[ -]century(?: {era})?"),
    Rule("date", r"the (?:(?P<part>early|mid|late)[ -])?{centuryordinal}[ -]century(?: {era})?"),
)

SEASONS = (
    Rule("date", r"{part}?(?:the )?{season}(?: of|,)? {year}", never_before=COUNTED),
    Rule("date", r"{part}?(?:the )?{season} of {rel} year", {"outer": "year"}),
    Rule("date", r"{part}?{rel} {season}", never_before=r"\s+of\b"),
    # "the fall of Kabul" and "they spring" are no seasons.
    Rule(
        "date",
        r"{part}?the {season}",
        after=before("in during of by over until throughout for before after"),
        never_before=r"\s+(?:of|from|[A-Z]\w+)\b",
    ),
    Rule("date", r"the (?P<season>summer|autumn|winter)", never_before=r"\s+(?:of|from|[a-z]+s|[A-Z]\w+)\b"),
    Rule(
        "date",
        r"{part}?{season}",
        after=before("in during by until throughout every"),
        never_before=r"\s+(?:of|from)\b",
    ),
    Rule("date", r"{part}?(?:the )?{quarter}[ -]quarter", never_before=r"\s+(?:of|final)\b"),
    Rule("date", r"{part}?(?:the )?{quarter}[ -]quarter of {year}"),
    Rule("date", r"{part}?(?:the )?{quarter}[ -]quarter of {rel} year", {"outer": "year"}),
    Rule("date", r"the {year} {quarter}[ -]quarter"),
    Rule("date", r"the {half} half of {year}"),
    Rule("date", r"the {half} half of {rel} year", {"outer": "year"}),
    Rule("date", r"the {half} half of the year", {"base": "present", "unit": "year"}),
)

CALENDAR_DATES = IN_FIGURES + DAYS + MONTHS + YEARS + SEASONS

"""How English tells times: one rule a line, the longest match wins, earlier rules win ties.

A rule's pattern is written with the slots of `slots.py`; `reading.py` turns what they caught into a form.  `given` are
fields that the words imply.  `after` must match the text that ends where the expression begins, `never_after` and
`never_before` must not match around it: they hold the near misses.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property

from watchfloor.resolution.dates.forms import Kind
from watchfloor.resolution.dates.slots import expanded


@dataclass(frozen=True)
class Rule:
    """One way to tell a time; `given` maps fields of the form to values that no slot carries."""

    kind: Kind
    pattern: str
    given: dict[str, object] = field(default_factory=dict)
    after: str = ""
    never_after: str = ""
    never_before: str = ""

    # A word boundary on both sides that also keeps off handles, paths, codes and amounts of money ("AK-47", "pre-May").
    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(rf"(?i:(?<![\w@#/$€£&-])(?:{expanded(self.pattern)})(?!\w|['’]?\w*@))")

    @cached_property
    def guards(self) -> tuple[re.Pattern[str] | None, ...]:
        """`after`, `never_after` and `never_before`, compiled; None where the rule has none."""
        return (
            re.compile(rf"(?:{self.after})$") if self.after else None,
            re.compile(rf"(?:{self.never_after})$") if self.never_after else None,
            re.compile(self.never_before) if self.never_before else None,
        )


# Nouns that make a number before them a count, whatever preposition stands in front: "in 2000 homes".
_COUNTED = (
    r"[\s-]+(?:\w+(?:ed|ing|al|ian|ish)\s+)?(?:people|persons|men|women|children|boys|girls|troops|soldiers|fighters|militants|members|refugees|families|civilians"
    r"|prisoners|detainees|police|officers|rounds|dollars|euros|pounds|miles|kilomet\w+|km|met(?:er|re)s|feet|tons|tonnes"
    r"|years|days|hours|homes|houses|villages|tanks|aircraft|vehicles|square|residents|students|workers|protesters|others"
    r"|million|billion|thousand|percent|per\s+cent|hectares|acres|barrels|kg|kilograms|migrants|rebels|casualties|dead)\b"
)

# A date in the name of a movement, street or body is not when something happened: "November 17 Organisation".
_NAMED_AFTER = (
    r"[\s-]+(?:Movements?|Brigades?|Organi[sz]ation|Bridge|Hospital|Street|Square|Avenue|Revolution|University|City|Group|Front"
    r"|Battalion|Airport|Stadium|Alliance|Coalition|Martyrs|Division|Regiment|Mosque|School|Prize|Dam|Commission|Memorial"
    r"|Agreement|District|Camp|Forces|Party)\b"
)
_NAME_OF = r"(?:Organi[sz]ation|Movement|Brigade|Group|Camp|Street|Base|Black|Red|Operation)\s+"

# What may stand before a month that is also a verb or a person's name.
_IN = (
    r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hroughout|[Tt]hrough|[Ee]arly|[Ll]ate|[Mm]id|from|[Bb]etween|[Bb]y|month of|[Oo]f)\s+)"
)
_CAPITAL = r"\s+(?!Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|I\b)[A-Z][a-z]"
# Newspapers and named days.
_PAPER = r"\s+(?:Times|Mirror|Telegraph|Express|Mail|Herald|Post|Tribune|World|Independent|Guardian|People|Vanguard|Sun|Nation)\b"
_NAMED_DAY = r"\b(?:Black|Bloody|Good|Man|Ash|Palm|Holy|Super|Easter|Whit|Cyber|Fat|Girl|The)\s+"

_YEAR_CUE = (
    r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hroughout|[Tt]hrough|[Bb]y|[Oo]f|[Ff]rom|[Bb]efore|[Aa]fter|(?:[Ii]n)?[Tt]o|[Ff]or|[Bb]etween|[Aa]round|[Cc]irca|[Uu]ntil late|[Aa]s of|than"
    r"|[Oo]n|[Ff]iscal|versus|year)\s+(?:about\s+)?)"
)
_YEAR_IN_A_ROW = r"\b(?:in|since|of|from|between|and|during|for|by)\s+(?:1[5-9]|20)\d\d,?(?:\s+(?:1[5-9]|20)\d\d,)*\s+(?:and|or|to)\s+"
_DETERMINED = r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|['’]s)\s+(?:[a-z]+(?:ed|ly|al|ing|ive|ful|ous|y|t|n|d|e)\s+)?"
_LAW = r"\b(?:Resolutions?|Article|Section|UNSCR|Law|Act|Order|No\.|Route|Highway|Flight|Room|Page|Unit|Boeing|Decree|Directive|nos?\.)\s+(?:\d+\s+(?:and|or)\s+)?"

DATES = (
    # In figures
    Rule("date", r"(?P<isoyear>(?:1[5-9]|20)\d\d)-(?P<isomonth>0[1-9]|1[0-2])-(?P<isoday>0[1-9]|[12]\d|3[01])(?:T[\d:.]+Z?)?"),
    Rule("date", r"(?P<isoyear>(?:19|20)\d\d)/(?P<isomonth>0?[1-9]|1[0-2])/(?P<isoday>0?[1-9]|[12]\d|3[01])", never_before=r"[/\d]"),
    Rule("date", r"(?P<figure1>[0-3]?\d)(?P<sep>[/.-])(?P<figure2>[0-3]?\d)(?P=sep)(?P<isoyear>(?:19|20)\d\d)", never_before=r"[/\d]"),
    Rule("date", r"9/11", {"year": 2001, "month": 9, "day": 11}, never_before=r"[/\d]"),
    # With a day
    Rule("date", r"(?:{weekdayshort},? )?{month} (?:the )?{day}(?:(?:,| of)? {year}|,{year2})?", never_after=_NAME_OF, never_before=_NAMED_AFTER),
    Rule("date", r"(?:{weekdayshort},? (?:the )?)?(?:the )?{day}(?: day)?(?: of)? {month}(?:,? {year})?", never_after=_NAME_OF, never_before=_NAMED_AFTER),
    Rule("date", r"the {dayordinal}(?: day)? of {month}(?:,? {year})?", never_before=_NAMED_AFTER),
    Rule("date", r"(?:{month} {day}|{day2} (?:of )?{month2}),? (?:of )?{rel} year", {"outer": "year"}),
    Rule("date", r"(?:the )?{day} of {rel} month", {"outer": "month"}),
    # Months
    Rule("date", r"{part}?{month}(?:,| of)? {year}"),
    Rule("date", r"{part}?{month},? (?:of )?{rel} year", {"outer": "year"}),
    Rule("date", r"{part}{monthname}", never_before=r"\s+\d"),
    Rule("date", r"{part}?{plainmonth}", never_after=_NAME_OF, never_before=_NAMED_AFTER),
    Rule("date", r"{ambiguousmonth}", after=_IN, never_after=r"[a-z]{2,}ed\s+by\s+", never_before=_CAPITAL + r"|['’]s\s+(?!end)"),
    Rule("date", r"{ambiguousmonth}", after=r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December),?\s+(?:(?:and|or|to|through|until)\s+)", never_before=_CAPITAL),
    Rule("date", r"{rel} {monthname}", never_before=r"\s+\d"),
    # Years
    Rule("date", r"{part}{year}", never_before=_COUNTED),
    Rule("date", r"(?:the )?year {year}"),
    Rule("date", r"{year}", after=_YEAR_CUE, never_after=r"\b(?:total|sum|one|some|all|out)\s+of\s+", never_before=_COUNTED + r"|[/-]\w"),
    Rule("date", r"{year}", after=_YEAR_IN_A_ROW, never_after=_LAW, never_before=_COUNTED + r"|[/-]\w"),
    Rule("date", r"{year}", after=_DETERMINED, never_before=_COUNTED + r"|(?!\s+[a-z])|[/-]\w"),
    Rule("date", r"{year}", after=r"\((?:[Ii]n\s+|[Ss]ince\s+|[\w ]+,\s+)?", never_before=r"(?!\s*[),;:–-])"),
    Rule("date", r"{year}", after=r"(?:^|[.!?]\s+)[Ii]n\s+\w+\s+", never_before=_COUNTED),
    Rule("date", r"(?:(?:about|around|circa|ca\.|c\.) )?(?:{part}|{month} )?(?:(?:the )?{season} of )?{yearbc} {era}"),
    Rule("date", r"{part}?(?:the )?{decade}0['’]?s"),
    Rule("date", r"(?:the )(?:(?P<part>early|mid|late)[ -])?{decade}0['’]?s"),
    Rule("date", r"the (?:(?P<part>early|mid|late)[ -])?(?:19)?['’](?P<shortdecade>[2-9])0s"),
    Rule("date", r"the (?:(?P<part>early|mid|late)[ -])?{decadename}"),
    Rule("date", r"{part}?(?:the )?{centuryordinal}[ -]century(?: {era})?"),
    Rule("date", r"the (?:(?P<part>early|mid|late)[ -])?{centuryordinal}[ -]century(?: {era})?"),
    # Seasons, quarters, halves, feasts
    Rule("date", r"{part}?(?:the )?{season}(?: of|,)? {year}", never_before=_COUNTED),
    Rule("date", r"{part}?(?:the )?{season} of {rel} year", {"outer": "year"}),
    Rule("date", r"{part}?{rel} {season}", never_before=r"\s+of\b"),
    Rule("date", r"{part}?the {season}", after=r"(?:\b(?:[Ii]n|[Dd]uring|[Oo]f|[Bb]y|[Oo]ver|[Uu]ntil|[Tt]hroughout|[Ff]or|[Bb]efore|[Aa]fter)\s+)", never_before=r"\s+(?:of|from)\b|\s+(?-i:[A-Z])"),
    Rule("date", r"the (?P<season>summer|autumn|winter)", never_before=r"\s+(?:of|from|[a-z]+s)\b|\s+(?-i:[A-Z])"),
    Rule("date", r"{part}?{season}", after=r"(?:\b(?:[Ii]n|[Dd]uring|[Bb]y|[Uu]ntil|[Tt]hroughout|[Ee]very)\s+)", never_before=r"\s+(?:of|from)\b"),
    Rule("date", r"{part}?(?:the )?(?P<quarter>first|second|third|fourth)[ -]quarter(?: of {year}| of {rel} year)?", {"outer": "year"}, never_before=r"\s+(?:of\s+(?!\d)|final)"),
    Rule("date", r"the (?:{year} )(?P<quarter>first|second|third|fourth)[ -]quarter"),
    Rule("date", r"the (?P<half>first|second|last|latter) half of {year}"),
    Rule("date", r"{feast}(?:,? {year})?", never_before=r"\s+(?:Island|Carol|tree|[A-Z])"),
)

RELATIVE = (
    Rule("date", r"(?:(?P<part>early|earlier|late|later) )?today", {"base": "published", "unit": "day"}),
    Rule("date", r"(?:(?P<part>early|earlier|late|later) )?yesterday(?: {daypart})?", {"base": "published", "unit": "day", "shift": -1}),
    Rule("date", r"tomorrow(?: {daypart})?", {"base": "published", "unit": "day", "shift": 1}),
    Rule("date", r"tonight", {"base": "published", "unit": "day", "daypart": "NI"}),
    Rule("date", r"last night", {"base": "published", "unit": "day", "shift": -1, "daypart": "NI"}),
    Rule("date", r"overnight", {"base": "published", "unit": "day", "shift": -1, "daypart": "NI"}),
    Rule("date", r"the day before yesterday", {"base": "published", "unit": "day", "shift": -2}),
    Rule("date", r"the day after tomorrow", {"base": "published", "unit": "day", "shift": 2}),
    Rule("date", r"{part}?{rel} {unit}", never_before=r"\s+of\b(?!\s+(?:last|this|next|\d))"),
    Rule("date", r"{part}the {unit}(?: {year})?", {"base": "anchor"}, never_before=r"\s+of\b"),
    Rule("date", r"{part}?{rel} weekend", {"weekend": True, "unit": "week"}),
    Rule("date", r"the weekend", {"base": "published", "unit": "week", "weekend": True, "shift": 0}),
    Rule("date", r"(?:early |late )?{rel} {daypart}"),
    Rule("date", r"(?:the )?year[ -]end|year's end", {"base": "published", "unit": "year", "part": "END"}),
    Rule("date", r"the (?P<aside>day|week|month|year) (?P<side>before|after|earlier|previously)", never_before=r"\s+(?!when\b)\w"),
    # Weekdays
    Rule("date", r"(?:{part}|(?:early|late) on )?{weekday}(?:,? {daypart})?", never_after=_NAMED_DAY, never_before=_PAPER + r"|\s+(?-i:[Tt]imes)"),
    Rule("date", r"{rel} {weekday}(?: {daypart})?", never_before=_PAPER),
    Rule("date", r"{weekday},? (?:of )?{rel} week", {"outer": "week"}),
    Rule("date", r"{weekday} last(?! (?:week|month|year))", {"base": "published", "shift": -1}),
    Rule("date", r"(?:the )?week of {month} {day}(?:,? {year})?", {"whole": "week"}),
    # Counted off
    Rule("date", r"{hedge}?{n} {anyunit} ago", {"base": "published", "sign": -1}),
    Rule("date", r"{hedge}?{n} {anyunit} (?:or so|and a half) ago", {"base": "published", "sign": -1}),
    Rule("date", r"{hedge}?{n}[ -]{anyunit}[ -](?:later|afterwards?)", {"base": "anchor", "sign": 1}),
    Rule("date", r"{hedge}?{n}[ -]{anyunit}[ -](?:earlier|previously|beforehand)", {"base": "anchor", "sign": -1}),
    Rule("date", r"{hedge}?{n} {anyunit} before", {"base": "anchor", "sign": -1}, never_before=r"\s+\w"),
    Rule("date", r"{hedge}?{n} {anyunit} after", {"base": "anchor", "sign": 1}, never_before=r"\s+\w"),
    Rule("date", r"(?P<anyunit>days|weeks|months|years|decades|centuries|hours|minutes) (?P<sideways>ago|later|earlier)"),
    Rule("range", r"(?:the )?(?P<stretch>past|last|next|coming) {n} {anyunit}"),
    Rule("range", r"(?:the )?(?P<stretch>past|last|next|coming) (?P<anyunit>days|weeks|months|years|decades|centuries|hours)"),
)

RANGES = (
    # Ends that share a month or a year; ends that stand on their own are joined by the finder.
    Rule("range", r"(?:from |between )?(?:{weekdayshort},? )?{month} {day}(?: ?[-–—/] ?| to | and | until | through | & ){day2}(?:,? {year})?"),
    Rule("range", r"(?:from |between )?(?:the )?{day}(?: ?[-–—/] ?| to | and | until | through | & )(?:the )?{day2}(?: of)? {month}(?:,? {year})?"),
    Rule("range", r"(?:from |between )?{month} {day}(?: ?[-–—] ?| to | and | until | through ){month2} {day2}(?:,? {year})?"),
    Rule("range", r"(?:from |between )?{day} {month}(?: ?[-–—] ?| to | and | until | through ){day2} {month2}(?:,? {year})?"),
    Rule("range", r"(?:from |between )?{part}?{month}(?: ?[-–—/] ?| to | and | until | through ){month2}(?:,| of)? {year}"),
    Rule("range", r"(?:from |between )?{plainmonth}(?: ?[-–—/] ?| to | until | through ){monthname2}"),
    Rule("range", r"{year}(?: ?[-–—] ?|/){year2}", never_after=_LAW, never_before=_COUNTED + "|[-/]"),
    Rule("range", r"{year}(?:[-–]|/){yy}", never_after=_LAW, never_before=r"[-–/\d]"),
    Rule("range", r"(?:from|between) {year} (?:to|and|until|through) {year2}", never_before=_COUNTED),
)

TIMES = (
    Rule("time", r"{clock}", after=r"\b(?:[Aa]t|[Aa]round|[Aa]bout|[Bb]y|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter|[Ss]ince|to|and)\s+"),
    Rule("time", r"(?P<clock>(?<![\d.,:])(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?\s?(?:a\.m\.?|p\.m\.?|am\b|pm\b)|(?<![\d.,:])(?:[01]?\d|2[0-4]):?[0-5]\d\s?(?:hours|hrs|GMT|UTC))"),
    Rule("time", r"(?:the )?(?:early |late )?{daypart}(?= of (?:\d|(?-i:[A-Z])))"),
    Rule("time", r"(?:(?P<part>early|late) )?(?:the )?(?:early |late )?{daypart}", after=r"\b(?:[Ii]n|[Dd]uring|[Aa]t|[Bb]y|[Bb]efore|[Aa]fter|[Uu]ntil|of|[Aa]round)\s+", never_before=r"\s+of\s+(?!\d|[A-Z])"),
)

DURATIONS = (
    Rule("duration", r"(?:the (?:first|final|last|latest|following|previous|preceding|intervening|remaining) |{hedge})?{n}(?: more| further| additional| consecutive| straight| full| whole| long)? {anyunit}(?: and a half)?(?:[ -]long)?", never_before=r"-\w|\s+(?:of age|old)\b"),
    Rule("duration", r"{hedge}?{n}-{anyunit}(?:[ -]long)?", never_before=r"-olds?\b"),
    Rule("duration", r"half (?:a|an) (?P<halfunit>hour|day|year|decade|century)"),
    Rule("duration", r"(?P<anyunit>hours|days|weeks|months|years|decades|centuries|minutes)"),
    Rule("duration", r"(?P<anyunit>hour|day|week|month|year|decade|century)s?-long"),
    Rule("duration", r"(?P<n>recent) (?P<anyunit>hours|days|weeks|months|years|decades)", {"recent": True}),
)

SETS = (
    Rule("set", r"(?:every|each)(?: (?:single|other))? {unit}"),
    Rule("set", r"every {n} {anyunit}"),
    Rule("set", r"(?:every|each)(?: other)? {weekday}(?: {daypart})?"),
    Rule("set", r"(?:every|each) {monthname}"),
    Rule("set", r"(?:every|each) {season}"),
    Rule("set", r"(?:every|each) {daypart}"),
    Rule("set", r"(?P<weekday>(?-i:Mondays|Tuesdays|Wednesdays|Thursdays|Fridays|Saturdays|Sundays))"),
    Rule("set", r"(?:once|twice|\w+ times) (?:a|an|per|every|each) (?P<unit>day|week|month|year)"),
    Rule("set", r"per (?P<unit>day|week|month|year|hour)"),
    Rule("set", r"(?P<adverb>(?-i:hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually|everyday))"),
)

VAGUE = (
    Rule("vague", r"(?:right )?now|currently|presently|at present|nowadays|these days", {"value": "PRESENT_REF"}, never_after=r"\b(?:until|by|from)\s+(?=x)|['’-]"),
    Rule("vague", r"current", {"value": "PRESENT_REF"}, never_before=r"\s+(?:of|affairs)\b"),
    Rule("vague", r"(?:more |most )?recently|recent|former|formerly|previously|lately", {"value": "PAST_REF"}),
    Rule("vague", r"the past", {"value": "PAST_REF"}, after=r"\b[Ii]n\s+", never_before=r"\s+\w+"),
    Rule("vague", r"soon|the (?:near |foreseeable )?future|future", {"value": "FUTURE_REF"}, never_before=r"\s+(?:after|as)\b"),
)

RULES = RANGES + DATES + RELATIVE + TIMES + DURATIONS + SETS + VAGUE
